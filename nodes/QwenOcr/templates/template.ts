import type { ResultSchema } from '../dashscope/resultSchema';
import type { Field } from '../fieldLists/field';
import { readTypedSchema } from '../fieldLists/readTypedSchema';

/** A ready field list for one kind of document. */
export interface Template {
	/** The key that workflows store; never changes. */
	value: string;
	/** The label in the dropdown, its group first (`Invoice: VAT (China)`), so that A to Z groups. */
	name: string;
	group: string;
	/** What it returns, one sentence without its final period. */
	description: string;
	fields: readonly Field[];
}

interface TemplateSource {
	value: string;
	group: string;
	/** The kind within the group. */
	kind: string;
	description: string;
	/** A typed schema, in the notation that people enter too (fieldLists/typedHint.ts). */
	schema: ResultSchema;
}

/** Makes a template of its typed schema. */
export function template({ value, group, kind, description, schema }: TemplateSource): Template {
	const { fields } = readTypedSchema(schema);
	return { value, name: `${group}: ${kind}`, group, description, fields };
}
