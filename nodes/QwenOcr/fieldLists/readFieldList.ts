import { Fault } from '../fault';
import { FIELD_TYPES, NAMED_FORMATS } from './field';
import type { Field } from './field';
import { checkFieldNames } from './fieldNames';
import { fieldFault } from './fieldFault';
import type { FieldPlace } from './fieldFault';
import { EACH, formatPath, parsePath } from './fieldPath';
import { hintsOf, schemaFrom } from './schemaHints';
import { readTypedHint, writeTypedHint } from './typedHint';
import type { TypedHint } from './typedHint';

type Row = Record<string, unknown>;

/**
 * Reads the field list of the UI: n8n's fixedCollection `{ field: [{ name, type, description,
 * required, isList, format, pattern, choices }] }`, or the list of rows that an expression gave.
 * Fields of one group come together, where the first of them stands, as in the schema that is sent.
 * @throws Fault `invalid_fields` that names the field by its place and name
 */
export function readFieldList(input: unknown): Field[] {
	const rows = rowsOf(input);
	if (rows.length === 0) throw noFields();
	const fields = rows.map(readRow);
	checkFieldNames(fields);
	return inSchemaOrder(fields);
}

function rowsOf(input: unknown): unknown[] {
	if (Array.isArray(input)) return input;
	if (!isRow(input)) return [];
	if (Array.isArray(input.field)) return input.field;
	return isRow(input.field) ? [input.field] : [];
}

function readRow(row: unknown, index: number): Field {
	const place = { number: index + 1, name: '' };
	if (!isRow(row)) throw fieldFault(place, 'is not a field with a name and a type');
	const path = readPath(row, place);
	place.name = path;
	const type = readWord(row.type, FIELD_TYPES, 'Type', place) ?? 'text';
	const format = readWord(row.format, [...NAMED_FORMATS, 'pattern'], 'Format Check', place);
	const field: Field = {
		path,
		type,
		description: readText(row.description, 'Description', place),
		required: readBoolean(row.required, 'Required', place),
		...(type === 'choice' && { choices: readChoices(row.choices, place) }),
		...(format && { format }),
		...(format === 'pattern' && { pattern: readPattern(row.pattern, place) }),
	};
	checkHint(field, place);
	return field;
}

function readPath(row: Row, place: FieldPlace): string {
	const name = readText(row.name, 'Name', place);
	place.name = name;
	if (name === '') throw fieldFault(place, 'has no name');
	const steps = parsePath(name);
	if (!steps) {
		const advice =
			'Square brackets stand behind the name of a list only, as in lineItems[].amount. Write a backslash before a bracket, dot or backslash that belongs to a name.';
		throw fieldFault(place, 'has brackets or a backslash in the wrong place', advice);
	}
	const trimmed = steps.map((step) => (step === EACH ? step : step.trim()));
	const isList = readBoolean(row.isList, 'List', place);
	return formatPath(isList && trimmed.at(-1) !== EACH ? [...trimmed, EACH] : trimmed);
}

function readText(value: unknown, label: string, place: FieldPlace): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	throw fieldFault(place, `has a ${label} that is not a text`);
}

function readBoolean(value: unknown, label: string, place: FieldPlace): boolean {
	const text = readText(value, label, place).toLowerCase();
	if (['true', '1', 'yes'].includes(text)) return true;
	if (['false', '0', 'no', ''].includes(text)) return false;
	throw fieldFault(place, `has "${text}" for ${label}`, `Enter true or false for ${label}.`);
}

function readWord<Word extends string>(
	value: unknown,
	words: readonly Word[],
	label: string,
	place: FieldPlace,
): Word | undefined {
	const text = readText(value, label, place);
	if (['', 'none'].includes(text.toLowerCase())) return undefined;
	const word = words.find((known) => known.toLowerCase() === text.toLowerCase());
	if (word !== undefined) return word;
	throw fieldFault(
		place,
		`has the unknown ${label} "${text}"`,
		`Enter one of ${words.join(', ')}.`,
	);
}

function readChoices(value: unknown, place: FieldPlace): string[] {
	const parts: unknown[] = Array.isArray(value)
		? value
		: readText(value, 'Choices', place).split(/[,，、\n]/);
	const choices = parts.map((part) => readText(part, 'Choices', place)).filter(Boolean);
	if (choices.length === 0) {
		throw fieldFault(place, 'has no choices', 'Enter its values in Choices, parted by commas.');
	}
	const odd = choices.find((choice) => /[,，|｜{}]/.test(choice));
	if (odd === undefined) return [...new Set(choices)];
	const what = `has the choice "${odd}", which holds a comma, bar or brace`;
	throw fieldFault(place, what, 'Choices are parted by commas and hold no bars or braces.');
}

function readPattern(value: unknown, place: FieldPlace): string {
	const pattern = readText(value, 'Pattern', place);
	if (pattern !== '') return pattern;
	throw fieldFault(place, 'has no pattern', 'Enter a regular expression in Pattern.');
}

/** Whatever a list says must say the same as a typed schema; a bad pattern shows here too. */
function checkHint(field: Field, place: FieldPlace): void {
	const read: Partial<TypedHint> & { problem?: string } = readTypedHint(writeTypedHint(field));
	if (read.problem !== undefined) throw fieldFault(place, read.problem);
	if (read.pattern === field.pattern && read.description === field.description) return;
	throw fieldFault(place, `has the pattern "${field.pattern}", whose braces do not close`);
}

function inSchemaOrder(fields: readonly Field[]): Field[] {
	const byPath = new Map(fields.map((field) => [field.path, field]));
	const schema = schemaFrom(fields.map(({ path }) => ({ path, hint: '' })));
	return hintsOf(schema).flatMap(({ path }) => byPath.get(path) ?? []);
}

function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function noFields(): Fault {
	return new Fault(
		'invalid_fields',
		'The field list has no fields',
		'Add a field for each value to read, or choose another way in Fields.',
	);
}
