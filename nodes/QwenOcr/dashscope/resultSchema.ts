import { Fault } from '../fault';
import { getNodeValue, parseTree, printParseErrorCode } from '../vendor/jsonParser';
import type { Node, ParseError } from '../vendor/jsonParser';

/** A schema for key_information_extraction: field names with a hint ("" or a description) each. */
export type ResultSchema = { [field: string]: SchemaValue };
type SchemaValue = string | ResultSchema | SchemaValue[];

/** Deepest nesting that the service accepts (its API reference of `result_schema`). */
const MAX_LEVELS = 3;
const MOST_BRACKETS = 100;

/**
 * Reads the Result Schema as a person typed it, or the object that an expression gave.
 * Lists do not count as a level of their own: `{"items": [{"amount": ""}]}` has two.
 * @throws Fault `invalid_result_schema` with line and column of the first fault in the text
 */
export function readResultSchema(input: unknown): ResultSchema {
	const text = typeof input === 'string' ? input : JSON.stringify(input, null, 2);
	if (text === undefined || text.trim() === '') {
		throw schemaFault('Result Schema is empty', '', 0);
	}
	checkBrackets(text);
	const errors: ParseError[] = [];
	const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
	const [error] = errors;
	if (error)
		throw schemaFault(`Result Schema is not valid JSON: ${inWords(error)}`, text, error.offset);
	if (root?.type !== 'object') {
		throw schemaFault('Result Schema is not a JSON object', text, root?.offset ?? 0);
	}
	checkObject(root, text, 1);
	return getNodeValue(root) as ResultSchema;
}

/** The parser calls itself for each bracket; far too many of them would end it without a place. */
function checkBrackets(text: string): void {
	let depth = 0;
	for (let offset = 0; offset < text.length; offset++) {
		if ('{['.includes(text[offset])) depth++;
		if ('}]'.includes(text[offset])) depth--;
		if (depth > MOST_BRACKETS) throw tooDeep(text, offset);
	}
}

function tooDeep(text: string, offset: number): Fault {
	const message = `Result Schema is nested deeper than ${MAX_LEVELS} levels, which the service does not accept`;
	return schemaFault(message, text, offset);
}

function checkObject(object: Node, text: string, level: number): void {
	if (level > MAX_LEVELS) throw tooDeep(text, object.offset);
	if (!object.children?.length) {
		throw schemaFault('Result Schema has an object without fields', text, object.offset);
	}
	const names = new Set<string>();
	for (const property of object.children) {
		const [key, value] = property.children ?? [];
		const name = String(key?.value);
		if (names.has(name)) {
			throw schemaFault(`Result Schema names the field "${name}" twice`, text, property.offset);
		}
		names.add(name);
		if (value) checkValue(value, text, level);
	}
}

function checkValue(value: Node, text: string, level: number): void {
	if (value.type === 'string') return;
	if (value.type === 'object') return checkObject(value, text, level + 1);
	if (value.type === 'array') {
		const elements = value.children ?? [];
		if (elements.length === 1) return checkValue(elements[0], text, level);
		throw schemaFault(
			'A list in Result Schema needs exactly one element, the template',
			text,
			value.offset,
		);
	}
	throw schemaFault(
		`Result Schema has ${value.type === 'null' ? 'null' : `the ${value.type} ${String(value.value)}`} where a text is expected`,
		text,
		value.offset,
	);
}

function inWords(error: ParseError): string {
	return printParseErrorCode(error.error)
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase();
}

function schemaFault(message: string, text: string, offset: number): Fault {
	const before = text.slice(0, offset).split('\n');
	const place = `line ${before.length}, column ${before[before.length - 1].length + 1}`;
	return new Fault(
		'invalid_result_schema',
		`${message} (${place})`,
		'Enter a JSON object in Result Schema, for example {"invoice_number": "", "seller": {"name": "", "tax_id": "printed as VAT No."}}. Each value is a text: a hint for the model, or empty.',
	);
}
