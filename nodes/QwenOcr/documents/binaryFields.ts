import { isBinaryValue } from 'n8n-workflow';
import type { IBinaryData, IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';
import { asRecord } from '../dashscope/record';
import { Fault } from '../fault';
import { chooseDescribed, findDescribed } from './describedFile';
import { shorten } from './pictureUrl';

/** A binary field of an item, by its name. */
export interface BinaryField {
	field: string;
	binary: IBinaryData;
}

/** A binary field that was chosen, and how. */
export interface SelectedField extends BinaryField {
	/** Whether a `*` pattern chose it, and not its name. */
	isByPattern: boolean;
}

/**
 * Gives the binary fields that Input Binary Field asks for: a name, names in a comma list, `*`
 * patterns (`attachment_*`), the binary object itself when an expression gave it, or a list of these.
 * Finds files both under `binary` and under `json._files`, where workflows in combined mode keep
 * them. None when only patterns were given and none fits.
 * @param expression the text of the parameter, which may name what its value does not tell apart
 * @throws Fault `missing_binary_field` for a name that is not there, or an object that fits several
 * files; it lists the fields which are
 */
export function selectBinaryFields(
	item: INodeExecutionData,
	wanted: unknown,
	expression = '',
): SelectedField[] {
	const present = listBinaryFields(item);
	const list: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
	if (list.length === 0) throw missing('Input Binary Field is an empty list', present);
	const described = describeAll(present, list.filter(isObject));
	const selected = list.flatMap((entry) =>
		isObject(entry)
			? selectObject(present, entry, described, expression)
			: selectByText(present, String(entry ?? '')),
	);
	return withoutRepeats(selected);
}

/** What the objects of a list fit; one by one, a list of hundreds would take minutes. */
interface Described {
	fitting: ReadonlyMap<object, readonly BinaryField[]>;
	/** How many of the objects fit a file first of all. */
	counts: ReadonlyMap<BinaryField, number>;
}

function describeAll(present: readonly BinaryField[], objects: readonly object[]): Described {
	const fitting = new Map(objects.map((object) => [object, findDescribed(present, object)]));
	const counts = new Map<BinaryField, number>();
	for (const object of objects) {
		const first = fitting.get(object)?.[0];
		if (first) counts.set(first, (counts.get(first) ?? 0) + 1);
	}
	return { fitting, counts };
}

function withoutRepeats(selected: readonly SelectedField[]): SelectedField[] {
	const seen = new Map<string, Set<IBinaryData>>();
	return selected.filter(({ field, binary }) => {
		const files = seen.get(field) ?? new Set();
		seen.set(field, files);
		if (files.has(binary)) return false;
		files.add(binary);
		return true;
	});
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

function selectByText(present: BinaryField[], text: string): SelectedField[] {
	const exact = present.find(({ field }) => field === text);
	if (exact) return [{ ...exact, isByPattern: false }];

	const names = text
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);
	if (names.length === 0) throw missing('Input Binary Field is empty', present);
	return names.flatMap((name) => selectByName(present, name));
}

/** The fault of an item that has no file which the patterns of Input Binary Field fit. */
export function noFieldFits(item: INodeExecutionData, wanted: unknown): Fault {
	const message = `No binary field of the item fits '${shorten(String(wanted))}'`;
	return new Fault('no_matching_file', message, whatIsThere(listBinaryFields(item)));
}

/** Gives the files of an item by their fields; workflows in combined mode keep them in its JSON. */
export function filesOf({ binary, json }: INodeExecutionData): IBinaryKeyData {
	const values = Object.entries({ ...asRecord(json?._files), ...binary });
	const files = values.filter((entry): entry is [string, IBinaryData] => isBinaryValue(entry[1]));
	return Object.fromEntries(files);
}

function listBinaryFields(item: INodeExecutionData): BinaryField[] {
	return Object.entries(filesOf(item)).map(([field, binary]) => ({ field, binary }));
}

function selectObject(
	present: BinaryField[],
	wanted: object,
	described: Described,
	expression: string,
): SelectedField[] {
	const fitting = described.fitting.get(wanted) ?? [];
	const [first] = fitting;
	if (!first) {
		if (isBinaryValue(wanted)) return [{ field: 'data', binary: wanted, isByPattern: false }];
		throw missing('Input Binary Field is an object without a file', present);
	}
	const chosen = chooseDescribed(fitting, expression, described.counts.get(first) ?? 0);
	if (chosen.length === 0) throw severalFit(fitting);
	return chosen.map((field) => ({ ...field, isByPattern: false }));
}

function severalFit(fitting: readonly BinaryField[]): Fault {
	const names = fitting.map(({ field }) => `'${field}'`).join(', ');
	return new Fault(
		'missing_binary_field',
		`Input Binary Field fits several files: ${names}`,
		'They are alike in all that the expression gives. Enter the name of one of them in Input Binary Field, or several with commas.',
	);
}

function selectByName(present: BinaryField[], name: string): SelectedField[] {
	const withoutPath = name.replace(/^_files\./, '');
	const exact =
		present.find(({ field }) => field === name) ??
		present.find(({ field }) => field === withoutPath);
	if (exact) return [{ ...exact, isByPattern: false }];
	if (!name.includes('*'))
		throw missing(`The item has no binary field '${shorten(name)}'`, present);
	return present
		.filter(({ field }) => fits(field, withoutPath))
		.map((field) => ({ ...field, isByPattern: true }));
}

/** Whether a name fits a pattern in which `*` stands for any text; in linear time, unlike a RegExp. */
function fits(field: string, pattern: string): boolean {
	const parts = pattern.split('*');
	const last = parts.pop() ?? '';
	const first = parts.shift() ?? '';
	if (!field.startsWith(first) || !field.endsWith(last)) return false;
	let position = first.length;
	for (const part of parts) {
		const found = field.indexOf(part, position);
		if (found < 0) return false;
		position = found + part.length;
	}
	return position <= field.length - last.length;
}

function missing(message: string, present: BinaryField[]): Fault {
	return new Fault('missing_binary_field', message, whatIsThere(present));
}

function whatIsThere(present: BinaryField[]): string {
	const names = present.map(({ field }) => `'${field}'`).join(', ');
	return names
		? `Its binary fields are: ${names}. Enter one of them in Input Binary Field, several with commas, or a pattern such as attachment_*.`
		: 'It has no binary fields at all. Check that the node before this one outputs a file.';
}
