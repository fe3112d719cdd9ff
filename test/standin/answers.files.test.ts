import { FILE_ANSWERS } from './answers/fileAnswers';
import { stackedPages } from './answers/stackedPages';
import type { Table } from './reading';
import { line, page, question, textOf } from './testPages';

const TABLE: Table = {
	rowCount: 2,
	columnCount: 2,
	cells: ['Item', 'Sum', 'Tea', '3.20'].map((text, index) => ({
		row: index >> 1,
		column: index % 2,
		rowspan: 1,
		colspan: 1,
		text,
	})),
	lineIndexes: new Set([0]),
	polygon: line('Item', 100).polygon,
};

const FRONT = page([line('Invoice No: 417', 20)]);
const EMPTY = page([]);
const BACK = page([line('Item', 100), line('Total: 12.50', 200)], [TABLE]);
const FILE = [FRONT, EMPTY, BACK];

test('a document is one text with layouts that name their page', () => {
	const answer = FILE_ANSWERS.document_parsing(FILE, question({ name: 'qwen3.5-ocr' }));
	const table = '| Item | Sum |\n| --- | --- |\n| Tea | 3.20 |';
	expect(textOf(answer)).toBe(`Invoice No: 417\n\n${table}\n\nTotal: 12.50`);
	expect(answer.ocrResult?.layouts).toEqual([
		{
			pageNum: 0,
			type: 'text',
			text: 'Invoice No: 417',
			pos: FRONT.lines[0].polygon,
			blocks: [{ text: 'Invoice No: 417' }],
			markdownContent: 'Invoice No: 417',
		},
		expect.objectContaining({ pageNum: 2, type: 'table', markdownContent: table }),
		expect.objectContaining({ pageNum: 2, type: 'text', text: 'Total: 12.50' }),
	]);
});

test('fields come from all pages', () => {
	const schema = { invoice_no: '', total: '', items: [{ item: '', sum: '' }], sky: '' };
	const { ocrResult } = FILE_ANSWERS.key_information_extraction(FILE, question({ schema }));
	expect(ocrResult?.kv_result).toEqual({
		invoice_no: '417',
		total: '12.50',
		items: [{ item: 'Tea', sum: '3.20' }],
		sky: null,
	});
});

test('tables come from all pages', () => {
	const answer = FILE_ANSWERS.table_parsing([BACK, BACK], question());
	expect(textOf(answer).match(/<table>/g)).toHaveLength(2);
	expect(answer.note).toBeUndefined();
});

test('words are text only, and say so', () => {
	const answer = FILE_ANSWERS.advanced_recognition([FRONT, FRONT], question({ prompt: 'Where?' }));
	expect(textOf(answer)).toBe('Invoice No: 417\nInvoice No: 417');
	expect(answer.ocrResult).toBeUndefined();
	expect(answer.note).toBe('words of a file with several pages have no places');
});

test('stacked pages keep their order, their distance and the lines of their tables', () => {
	const { size, lines, tables } = stackedPages(FILE);
	expect(size).toEqual({ width: 560, height: 840 });
	expect(lines.map(({ text, polygon }) => [text, polygon[0].y])).toEqual([
		['Invoice No: 417', 20],
		['Item', 660],
		['Total: 12.50', 760],
	]);
	expect([...tables[0].lineIndexes]).toEqual([1]);
	expect(tables[0].polygon[0]).toEqual({ x: 20, y: 660 });
});
