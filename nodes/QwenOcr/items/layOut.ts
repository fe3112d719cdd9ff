import type { Field } from '../fieldLists/field';
import { plainPath } from '../fieldLists/fieldPath';
import { elementRows } from '../results/fields/elementRows';
import { fieldShape } from '../results/fields/fieldShape';
import type { FieldTree } from '../results/fields/fieldTree';
import { flattenFields } from '../results/fields/flattenFields';
import type { ListColumns } from '../results/fields/flattenFields';
import type { ResultParts, ReviewReason } from '../results/result';
import { tableRows } from '../results/tables';
import { withWarnings } from './reading';
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
	/** A row behind the first of its reading: what belongs to the whole answer stands with the first. */
	isFurtherRow?: boolean;
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
	return [{ reading, columns: flattenFields(tree, fieldShape(fields), flatOutput) }];
}

function tableEntries(reading: Reading): Entry[] {
	return (reading.result.parts.tables ?? []).map((table) => ({
		reading: {
			...reading,
			result: { ...reading.result, parts: { tables: [table] }, text: table.html },
		},
	}));
}

/** A row does not hold the tables again, only the page that it stands on. */
function rowEntries(reading: Reading): Entry[] {
	const { tables = [], ...parts } = reading.result.parts;
	return asRows(
		tables.flatMap((table) => {
			const own = withParts(reading, parts, table.page);
			return tableRows(table).map((columns) => ({ reading: own, columns }));
		}),
	);
}

/** As with rows of tables. */
function lineEntries(reading: Reading): Entry[] {
	const { lines = [], ...parts } = reading.result.parts;
	return asRows(
		lines.map((line) => ({
			reading: withParts(reading, parts, line.page),
			columns: { ...line },
		})),
	);
}

/**
 * Each element has its own columns and those of the document; a doubt about another element is not
 * its own, nor is what that one printed.
 */
function elementEntries(reading: Reading, { listField, flatOutput, fields }: Layout): Entry[] {
	const { parts } = reading.result;
	// an operation without fields keeps this output where it was chosen for another one
	if (!parts.fields && fields.length === 0) return [];
	const tree = parts.fields ?? {};
	const { rows, others, rowShape, rowsOf, isFound } = elementRows(
		tree,
		listField,
		fieldShape(fields),
	);
	const toColumns = (row: FieldTree) =>
		flatOutput === 'none' ? row : flattenFields(row, rowShape, flatOutput);
	if (rows.length === 0) {
		const isUnknown = !isFound && Object.keys(tree).length > 0;
		const warned = isUnknown ? withWarnings(reading, [notFound(listField, tree)]) : reading;
		return [{ reading: warned, columns: toColumns(others) }];
	}
	const printed = rowsOf(parts.printed ?? {});
	const confidence = rowsOf(parts.confidence ?? {});
	const listPrefix = `${plainPath(listField)}[`;
	return asRows(
		rows.map((row, index) => {
			const own = withParts(reading, {
				...parts,
				fields: row,
				...(parts.printed && { printed: printed[index] }),
				...(parts.confidence && { confidence: confidence[index] }),
			});
			return {
				reading: withReasons(own, (reason) => concerns(reason, listPrefix, index)),
				columns: toColumns(row),
			};
		}),
	);
}

function notFound(listField: string, tree: FieldTree): string {
	const names = Object.keys(tree).map((name) => `'${name}'`);
	const shown = names.slice(0, MOST_NAMES).join(', ');
	const more = names.length > MOST_NAMES ? ' and others' : '';
	return `List Field names '${listField}', which is not among the fields that were found: ${shown}${more}.`;
}

/** A form may have hundreds of fields. */
const MOST_NAMES = 20;

function asRows(entries: readonly Entry[]): Entry[] {
	return entries.map((entry, index) => (index === 0 ? entry : { ...entry, isFurtherRow: true }));
}

function withParts(
	reading: Reading,
	parts: ResultParts,
	page: number = reading.source.page,
): Reading {
	const { source, result } = reading;
	return { ...reading, source: { ...source, page }, result: { ...result, parts } };
}

function withReasons(reading: Reading, isKept: (reason: ReviewReason) => boolean): Reading {
	const reasons = reading.result.reasons.filter(isKept);
	return { ...reading, result: { ...reading.result, reasons } };
}

function concerns({ field }: ReviewReason, listPrefix: string, index: number): boolean {
	return !field.startsWith(listPrefix) || field.startsWith(`${listPrefix}${index}]`);
}
