import type { Field } from './field';
import { schemaFrom } from './schemaHints';
import { writeTypedHint } from './typedHint';

/** A field list as the JSON text of a result schema with types in its hints, indented by tabs. */
export function toTypedSchema(fields: readonly Field[]): string {
	const hints = fields.map((field) => ({ path: field.path, hint: writeTypedHint(field) }));
	return JSON.stringify(schemaFrom(hints), null, '\t');
}
