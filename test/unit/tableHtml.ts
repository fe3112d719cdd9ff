/**
 * Writes a table as the service does. A cell `text*2` covers two columns, `text/2` two rows.
 */
export function tableHtml(rows: string[][]): string {
	return [
		'<table>',
		...rows.map((cells) => `  <tr>${cells.map(cellHtml).join('')}</tr>`),
		'</table>',
	].join('\n');
}

/** Writes the cells of a drawn table as `tableHtml` takes them. */
export function writtenCells(
	rows: ReadonlyArray<ReadonlyArray<{ text: string; colspan: number; rowspan: number }>>,
): string[][] {
	return rows.map((cells) =>
		cells.map(({ text, colspan, rowspan }) =>
			[text, colspan > 1 && `*${colspan}`, rowspan > 1 && `/${rowspan}`].filter(Boolean).join(''),
		),
	);
}

function cellHtml(cell: string): string {
	const [, text, kind, span] = /^(.*?)(?:([*/])(\d))?$/su.exec(cell) ?? [];
	const attribute = kind && ` ${kind === '*' ? 'colspan' : 'rowspan'}="${span}"`;
	return `<td${attribute ?? ''}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</td>`;
}
