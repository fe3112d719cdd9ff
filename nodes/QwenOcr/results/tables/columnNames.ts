import type { Row } from './rows';

/**
 * Names the columns after the header rows, from the top down (`First half Q1`). Names are never empty
 * (`Column 3`) and no two are alike (`Amount`, `Amount 2`). `__proto__` counts as taken: objects drop a
 * value that is set under this key.
 */
export function columnNames(headerRows: readonly Row[], width: number): string[] {
	const printed = Array.from({ length: width }, (_, column) => {
		const cells = new Set(headerRows.map((row) => row[column]));
		const texts = [...cells].map((cell) => cell.text).filter((text) => text !== '');
		return texts.join(' ') || `Column ${column + 1}`;
	});
	return unique(printed);
}

function unique(names: string[]): string[] {
	const printed = new Set(names);
	const given = new Set(['__proto__']);
	const lastNumbers = new Map<string, number>();
	return names.map((name) => {
		let free = name;
		let number = lastNumbers.get(name) ?? 1;
		while (given.has(free) || (free !== name && printed.has(free))) free = `${name} ${++number}`;
		lastNumbers.set(name, number);
		given.add(free);
		return free;
	});
}
