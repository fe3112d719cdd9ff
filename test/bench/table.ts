import type { Measure } from './benchmark';

/** A measure with the name of its benchmark. */
export type Row = Measure & { name: string };

const HEADINGS: Row = {
	name: 'benchmark',
	figure: 'figure',
	target: 'target',
	measured: 'measured',
};
const COLUMNS = ['name', 'figure', 'target', 'measured'] as const;

/** Gives all measures as one table of plain text. */
export function formatTable(rows: readonly Row[]): string {
	const lines = [HEADINGS, ...rows];
	const widths = COLUMNS.map((column) => Math.max(...lines.map((row) => row[column].length)));
	const rule = widths.map((width) => '-'.repeat(width)).join('  ');
	const [headings, ...body] = lines.map((row) =>
		COLUMNS.map((column, index) => row[column].padEnd(widths[index]))
			.join('  ')
			.trimEnd(),
	);
	return [headings, rule, ...body].join('\n');
}
