import type { Field } from './field';
import { fieldFault } from './fieldFault';
import { EACH, formatPath, parsePath } from './fieldPath';
import type { PathStep } from './fieldPath';

/** Deepest nesting that the service accepts; a list is no level of its own (resultSchema.ts). */
const MAX_LEVELS = 3;

type Kind = 'value' | 'group' | 'list';

/**
 * Checks the names of a field list, one by one and against each other.
 * @throws Fault `invalid_fields` that names the field by its place (in this order) and name
 */
export function checkFieldNames(fields: readonly Field[]): void {
	const known = new Map<string, { kind: Kind; number: number }>();
	fields.forEach(({ path }, index) => {
		const number = index + 1;
		const steps = parsePath(path) ?? [path];
		const problem = problemOf(steps);
		if (problem) throw fieldFault({ number, name: path }, problem.what, problem.advice);
		for (const [part, kind] of partsOf(steps)) {
			const other = known.get(part);
			if (!other) known.set(part, { kind, number });
			else if (other.kind !== kind || kind === 'value') {
				throw fieldFault({ number, name: path }, clash(part, kind, other), CLASH_ADVICE);
			}
		}
	});
}

const CLASH_ADVICE =
	'Give each field a name of its own. A name is either a value (seller), a group (seller.name) or a list (seller[].name).';

function problemOf(steps: readonly PathStep[]): { what: string; advice: string } | undefined {
	const names = steps.filter((step) => step !== EACH);
	if (names.some((name) => name === '')) {
		const advice =
			'A dot stands for nesting, as in seller.name. Leave out other dots, or write a backslash before a dot that belongs to the name.';
		return { what: 'has an empty part in its name', advice };
	}
	if (names.length > MAX_LEVELS) {
		const what = `is nested deeper than ${MAX_LEVELS} levels, which the service does not accept`;
		return { what, advice: `Use at most ${MAX_LEVELS} names with dots between them.` };
	}
	const odd = names.find((name) => /\p{Cc}/u.test(name) || name === '__proto__');
	if (odd === undefined) return undefined;
	const what = 'has a name with characters that no field may have';
	return { what, advice: 'Use letters, digits and underscores, such as invoice_number.' };
}

/** Every group, list and value that a path names, with its kind. */
function partsOf(steps: readonly PathStep[]): Array<[string, Kind]> {
	return steps.map((_, index) => {
		const next = steps[index + 1];
		const kind = next === undefined ? 'value' : next === EACH ? 'list' : 'group';
		return [formatPath(steps.slice(0, index + 1)), kind];
	});
}

function clash(part: string, kind: Kind, other: { kind: Kind; number: number }): string {
	if (kind === other.kind) return `has the name of field ${other.number}`;
	return `uses "${part}" as a ${kind}, but in field ${other.number} it is a ${other.kind}`;
}
