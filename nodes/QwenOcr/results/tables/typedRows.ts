import { numberForm, type NumberForm } from './numberForm';
import type { Table, TableValue } from './table';

/** Reads a printed number; undefined where the text is none or may be read in two ways. */
export type ReadNumber = (printed: string) => number | undefined;

/**
 * Turns the columns of numbers into numbers: those whose every cell with a text reads as a number, all
 * written alike (one decimal mark, one currency). Other columns stay as printed, as do codes such as `007`.
 * In a number column, an empty cell becomes null, and so does the text of a merged cell that begins in the
 * first column (`Subtotal` over all columns but the last).
 */
export function typedRows(rows: readonly string[][], readNumber: ReadNumber): TableValue[][] {
	const typed: TableValue[][] = rows.map((row) => [...row]);
	const repeats = rows.map(countRepeats);
	const width = rows[0]?.length ?? 0;
	for (let column = 0; column < width; column++) {
		const numbers = readColumn(rows, repeats, column, readNumber);
		numbers?.forEach((number, row) => {
			typed[row][column] = number;
		});
	}
	return typed;
}

/** Gives a table with its columns of numbers turned into numbers, as `typedRows` does. */
export function typedTable(table: Table<TableValue>, readNumber: ReadNumber): Table<TableValue> {
	const texts = table.rows.map((row) => row.map((value) => String(value ?? '')));
	return { ...table, rows: typedRows(texts, readNumber) };
}

/** The numbers of a column, null for an empty cell; undefined for a column of other things. */
function readColumn(
	rows: readonly string[][],
	repeats: readonly number[],
	column: number,
	readNumber: ReadNumber,
): Array<number | null> | undefined {
	const forms = new Set<NumberForm>();
	const numbers: Array<number | null> = [];
	for (const [index, row] of rows.entries()) {
		const form = numberForm(row[column]);
		const number = form && readNumber(row[column]);
		const isEmpty = row[column] === '' || (column > 0 && column < repeats[index]);
		if (form && number !== undefined) forms.add(form);
		else if (!isEmpty) return undefined;
		numbers.push(number ?? null);
	}
	return forms.size > 0 && areAlike([...forms]) ? numbers : undefined;
}

/** Counts the places that hold the first column's text, from there on: several are a merged cell. */
function countRepeats(row: string[]): number {
	const other = row.findIndex((text) => text !== row[0]);
	return other < 0 ? row.length : other;
}

function areAlike(forms: NumberForm[]): boolean {
	const decimals = new Set(forms.flatMap(({ decimal }) => decimal ?? []));
	const groups = new Set(forms.flatMap(({ group }) => group ?? []));
	const units = new Set(forms.flatMap(({ unit }) => unit || []));
	const apart = [...decimals].every((mark) => !groups.has(mark));
	return decimals.size <= 1 && groups.size <= 1 && units.size <= 1 && apart;
}
