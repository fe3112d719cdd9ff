/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- writes files and to the terminal, never published */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadDocument } from './readFields';
import { formatScore, score } from './score';
import type { Score } from './score';

/** Prints one line. */
export function print(line = ''): void {
	process.stdout.write(`${line}\n`);
}

/** Prints what one document took and how much of it was right, as soon as it is read. */
export function printProgress(number: number, total: number, read: ReadDocument): void {
	const seconds = `${(read.milliseconds / 1000).toFixed(1)} s`;
	const position = `${String(number).padStart(2)}/${total}`;
	print(
		`  ${position}  ${read.name.padEnd(28)} ${seconds.padStart(6)}  ${formatScore(score(read.fields))}`,
	);
}

/** Prints the fields of documents as one table: what was read, and what is printed where it differs. */
export function printFields(documents: ReadDocument[]): void {
	const widths = {
		page: widest(documents.map(({ name }) => name)),
		field: widest(documents.flatMap(({ fields }) => fields.map(({ name }) => name))),
	};
	const fieldRows = documents.flatMap((document) =>
		document.fields.map((field, index) => {
			const page = index === 0 ? document.name : '';
			const mark = field.isRight ? '✓' : '✗';
			const note = field.isRight ? '' : `   (printed: ${field.printed})`;
			return `${pad(page, widths.page)}  ${pad(field.name, widths.field)}  ${mark} ${field.read ?? '–'}${note}`;
		}),
	);
	print(`${pad('Page', widths.page)}  ${pad('Field', widths.field)}    Value`);
	for (const row of fieldRows) print(row);
}

/** Adds up the scores of several documents. */
export function totalScore(documents: ReadDocument[]): Score {
	return score(documents.flatMap(({ fields }) => fields));
}

/** Writes the items as JSON and the fields as CSV. */
export function writeOutput(folder: string, documents: ReadDocument[]): void {
	mkdirSync(folder, { recursive: true });
	const items = documents.map(({ name, item }) => ({ page: name, item }));
	writeFileSync(join(folder, 'items.json'), `${JSON.stringify(items, null, '\t')}\n`);
	const rows = documents.flatMap(({ name, fields }) =>
		fields.map((field) => [
			name,
			field.name,
			field.read ?? '',
			field.printed,
			field.isRight ? 'yes' : 'no',
		]),
	);
	const lines = [['page', 'field', 'read', 'printed', 'right'], ...rows].map((row) =>
		row.map(quote).join(','),
	);
	// Spreadsheets take a CSV for UTF-8 only with the byte-order mark.
	writeFileSync(join(folder, 'fields.csv'), `\uFEFF${lines.join('\r\n')}\r\n`);
}

function quote(cell: string): string {
	return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

function widest(texts: string[]): number {
	return Math.max(0, ...texts.map(widthOf));
}

function pad(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Columns of a terminal: a Chinese character takes two. */
function widthOf(text: string): number {
	return [...text].reduce(
		(width, character) => width + (/[\u2e80-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1),
		0,
	);
}
