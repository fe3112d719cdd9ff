import type { Table, TableCell } from './table';

/**
 * The table as the service writes it for table_parsing (contract 2.4): one `<tr>` a line, indented by
 * two spaces, with `<td>` cells that carry colspan and rowspan where they are more than 1.
 */
export function tableToHtml(table: Table): string {
	const rows = Array.from({ length: table.rowCount }, (_, row) => {
		const cells = table.cells
			.filter((cell) => cell.row === row)
			.sort((a, b) => a.column - b.column)
			.map(cellToHtml);
		return `  <tr>${cells.join('')}</tr>`;
	});
	return ['<table>', ...rows, '</table>'].join('\n');
}

function cellToHtml({ colspan, rowspan, text }: TableCell): string {
	const across = colspan > 1 ? ` colspan="${colspan}"` : '';
	const down = rowspan > 1 ? ` rowspan="${rowspan}"` : '';
	return `<td${across}${down}>${escaped(text)}</td>`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
