import type { ResultSchema } from '../dashscope/resultSchema';
import { Fault } from '../fault';
import { FIELD_TYPES, NAMED_FORMATS } from './field';
import type { Field } from './field';
import { EACH, parsePath } from './fieldPath';
import { hintsOf, schemaFrom } from './schemaHints';
import { readTypedHint } from './typedHint';
import type { TypedHint } from './typedHint';

/**
 * Parts a result schema whose hints may end in types for us (`"Total {amount, required}"`, see
 * typedHint.ts) into what goes to the service and what we do with the answer. Hints without such
 * braces go as they are.
 * @throws Fault `invalid_result_schema` that names the field
 */
export function readTypedSchema(schema: ResultSchema): { schema: ResultSchema; fields: Field[] } {
	const fields = hintsOf(schema).map(({ path, hint }) => {
		checkNames(path);
		return { path, ...typedHint(path, hint) };
	});
	const hints = fields.map(({ path, description }) => ({ path, hint: description }));
	return { schema: schemaFrom(hints), fields };
}

function typedHint(path: string, hint: string): TypedHint {
	const read = readTypedHint(hint);
	if (!('problem' in read)) return read;
	const end = hint.length > 60 ? `…${hint.slice(-60)}` : hint;
	throw schemaFault(
		`The hint of "${path}" in Result Schema ${read.problem}: ${end}`,
		`Braces at the end of a hint are for types: ${FIELD_TYPES.join(', ')} (choice: A | B), required, the checks ${NAMED_FORMATS.join(', ')}, and last pattern: with a regular expression. Put other remarks into round brackets.`,
	);
}

function checkNames(path: string): void {
	for (const name of parsePath(path) ?? []) {
		if (name === EACH || (name.trim() !== '' && name !== '__proto__')) continue;
		throw schemaFault(
			`Result Schema has a field that cannot be named "${name}"`,
			'Give each field in Result Schema a name of its own, such as invoice_number.',
		);
	}
}

function schemaFault(message: string, description: string): Fault {
	return new Fault('invalid_result_schema', message, description);
}
