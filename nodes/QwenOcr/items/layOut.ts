import type { Field } from '../fieldLists/field';
import { isTree } from '../results/fields/fieldTree';
import type { FieldTree } from '../results/fields/fieldTree';
import { flattenFields } from '../results/fields/flattenFields';
import type { ListColumns } from '../results/fields/flattenFields';
import { listElements } from '../results/fields/listElements';
import type { ResultParts, ReviewReason } from '../results/result';
import { tableRows } from '../results/tables';
import type { Reading } from './reading';

/** What becomes one item. */
export const OUTPUT_MODES = [
	'perDocument',
	'perPage',
	'perTable',
	'perRow',
	'perListElement',
	'perLine',
] as const;

export type OutputMode = (typeof OUTPUT_MODES)[number];

/** How readings are laid out as items. */
export interface Layout {
	outputMode: OutputMode;
	/** Path of the list for `perListElement`. */
	listField: string;
	/** Whether fields become columns, and how lists in them do. */
	flatOutput: 'none' | ListColumns;
	/** The field list, where there is one. */
	fields: readonly Field[];
}

/** A reading, or a part of one, that becomes one item. */
export interface Entry {
	reading: Reading;
	/** The columns of a row; without them the item has the common shape. */
	columns?: FieldTree;
}

/**
 * Lays a reading out as the items that the output asks for. Where it has no table, row, element or
 * line, it stays one entry, so that nothing is lost.
 */
export function layOut(reading: Reading, layout: Layout): Entry[] {
	const entries = ENTRIES[layout.outputMode](reading, layout);
	return entries.length > 0 ? entries : [{ reading }];
}

const ENTRIES: Readonly<Record<OutputMode, (reading: Reading, layout: Layout) => Entry[]>> = {
	perDocument: wholeEntry,
	perPage: wholeEntry,
	perTable: tableEntries,
	perRow: rowEntries,
	perListElement: elementEntries,
	perLine: lineEntries,
};

function wholeEntry(reading: Reading, { flatOutput, fields }: Layout): Entry[] {
	const { fields: tree } = reading.result.parts;
	if (flatOutput === 'none' || !tree) return [{ reading }];
	return [{ reading, columns: flattenFields(tree, fields, flatOutput) }];
}

function tableEntries(reading: Reading): Entry[] {
	return (reading.result.parts.tables ?? []).map((table) => ({
		reading: withParts(reading, { tables: [table] }, table.html),
	}));
}

function rowEntries(reading: Reading): Entry[] {
	const rows = (reading.result.parts.tables ?? []).flatMap(tableRows);
	return rows.map((columns) => ({ reading, columns }));
}

/** Each element has its own columns and those of the document; a doubt about another element is not its own. */
function elementEntries(reading: Reading, layout: Layout): Entry[] {
	const { listField } = layout;
	const { elements, others } = listElements(reading.result.parts.fields ?? {}, listField);
	if (elements.length === 0) return [{ reading, columns: flat(others, layout) }];
	return elements.map((element, index) => ({
		reading: withReasons(reading, (reason) => concerns(reason, `${listField}[`, index)),
		columns: flat(besideOthers(element, others, listField), layout),
	}));
}

function besideOthers(element: unknown, others: FieldTree, listField: string): FieldTree {
	const own = isTree(element) ? element : { [listField]: element };
	const shared = Object.entries(others).map(([name, value]) => [
		Object.hasOwn(own, name) ? `document.${name}` : name,
		value,
	]);
	return { ...(Object.fromEntries(shared) as FieldTree), ...own };
}

function flat(columns: FieldTree, { flatOutput, fields, listField }: Layout): FieldTree {
	if (flatOutput === 'none') return columns;
	const ofElement = `${listField}[].`;
	const own = fields.map((field) =>
		field.path.startsWith(ofElement)
			? { ...field, path: field.path.slice(ofElement.length) }
			: field,
	);
	return flattenFields(columns, own, flatOutput);
}

function lineEntries(reading: Reading): Entry[] {
	return (reading.result.parts.lines ?? []).map((line) => ({ reading, columns: { ...line } }));
}

function withParts(reading: Reading, parts: ResultParts, text: string): Reading {
	return { ...reading, result: { ...reading.result, parts, text } };
}

function withReasons(reading: Reading, isKept: (reason: ReviewReason) => boolean): Reading {
	const reasons = reading.result.reasons.filter(isKept);
	return { ...reading, result: { ...reading.result, reasons } };
}

function concerns({ field }: ReviewReason, listPrefix: string, index: number): boolean {
	return !field.startsWith(listPrefix) || field.startsWith(`${listPrefix}${index}]`);
}
