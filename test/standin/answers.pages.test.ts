import { documentAnswer } from './answers/document';
import { fieldsAnswer } from './answers/fields';
import { formulaAnswer } from './answers/formula';
import { escapeLatex } from './answers/latex';
import { pageAngle } from './answers/pageAngle';
import { RecentPages } from './answers/recentPages';
import { tablesAnswer } from './answers/tables';
import { textAnswer } from './answers/text';
import { wordsAnswer } from './answers/words';
import type { Picture } from './pictureChecks';
import type { Table } from './reading';
import { line, page, question, textOf } from './testPages';

const TABLE: Table = {
	rowCount: 3,
	columnCount: 3,
	cells: [
		{ row: 0, column: 0, rowspan: 2, colspan: 1, text: 'A & B' },
		{ row: 0, column: 1, rowspan: 1, colspan: 2, text: 'both' },
		{ row: 1, column: 1, rowspan: 1, colspan: 1, text: '1_a' },
		{ row: 1, column: 2, rowspan: 1, colspan: 1, text: '2' },
		{ row: 2, column: 0, rowspan: 1, colspan: 1, text: '' },
		{ row: 2, column: 1, rowspan: 1, colspan: 1, text: '3' },
		{ row: 2, column: 2, rowspan: 1, colspan: 1, text: '4' },
	],
	lineIndexes: new Set([0]),
	polygon: line('A & B', 100).polygon,
};
const TABLE_PAGE = page([line('A & B', 100, { confidence: 0.6 })], [TABLE]);

describe('text', () => {
	const mark = '[stand-in: prompts are not followed; this is the text of the picture]';
	const pages = [page([line('first', 20), line('second', 60)]), page([line('other page', 20)])];
	const text = 'first\nsecond\nother page';

	test.each([
		['without a prompt', question(), text],
		[
			'with a prompt that asks for it',
			question({ prompt: 'Read all the text in the image.' }),
			text,
		],
		['with another prompt', question({ prompt: 'Sum it up' }), `${mark}\n${text}`],
		[
			'with a prompt that the task overrides',
			question({ prompt: 'Sum it up', task: 'text_recognition' }),
			text,
		],
		[
			'with a prompt that the task does not override',
			question({ prompt: 'Sum it up', task: 'text_recognition', name: 'qwen3.5-ocr' }),
			`${mark}\n${text}`,
		],
	])('is the text of all pages %s', (_name, asked, expected) => {
		expect(textOf(textAnswer(pages, asked))).toBe(expected);
	});

	test('marks lines that the engine cannot read', () => {
		const unread = '[stand-in: a line here is in a script its engine cannot read]';
		const lines = [
			line('PyccKWn', 20, { confidence: 0.77 }),
			line('日本の', 60),
			line('合计 12', 100),
		];
		const answer = textAnswer([page(lines)], question({ task: 'multi_lan' }));
		expect(textOf(answer)).toBe(`${unread}\n${unread}\n合计 12`);
		expect(answer.note).toBe('the engine reads English and Chinese only');
	});

	test('is empty for an empty page', () => {
		expect(textOf(textAnswer([page([])], question()))).toBe('');
	});
});

describe('fields', () => {
	const form = page([line('Invoice No: 417', 20, { confidence: 0.7 }), line('Total: 12.50', 60)]);

	test('are null where the page says nothing', () => {
		const schema = { invoice_no: '', colour_of_sky: '' };
		const answer = fieldsAnswer(form, question({ schema }));
		expect(textOf(answer)).toBe(
			'```json\n{\n    "invoice_no": "417",\n    "colour_of_sky": null\n}\n```',
		);
		expect(answer.ocrResult).toEqual({ kv_result: { invoice_no: '417', colour_of_sky: null } });
		expect(answer.pieces).toContainEqual({ text: '"417"', confidence: 0.7 });
	});

	test('are all that the page shows without a schema', () => {
		const { ocrResult } = fieldsAnswer(form, question());
		expect(ocrResult?.kv_result).toEqual({ 'Invoice No': '417', Total: '12.50' });
	});
});

describe('tables', () => {
	test('are HTML in a fence, each text with its certainty', () => {
		const answer = tablesAnswer(TABLE_PAGE);
		expect(textOf(answer)).toBe(
			[
				'```html',
				'<table>',
				'  <tr><td rowspan="2">A &amp; B</td><td colspan="2">both</td></tr>',
				'  <tr><td>1_a</td><td>2</td></tr>',
				'  <tr><td></td><td>3</td><td>4</td></tr>',
				'</table>',
				'```',
			].join('\n'),
		);
		expect(answer.pieces).toContainEqual({ text: 'A &amp; B', confidence: 0.6 });
	});

	test('leave the fence empty on a page without any', () => {
		const answer = tablesAnswer(page([line('words', 20)]));
		expect(textOf(answer)).toBe('```html\n```');
		expect(answer.note).toBe('there is no table on this picture');
	});
});

describe('documents', () => {
	test('are LaTeX with merged cells from the qwen-vl-ocr models', () => {
		expect(textOf(documentAnswer(TABLE_PAGE, question()))).toBe(
			[
				'```latex',
				'\\begin{tabular}{|l|l|l|}',
				'\\hline',
				'\\multirow{2}{*}{A \\& B} & \\multicolumn{2}{|l|}{both} \\\\',
				'\\cline{2-2} \\cline{3-3}',
				' & 1\\_a & 2 \\\\',
				'\\hline',
				' & 3 & 4 \\\\',
				'\\hline',
				'\\end{tabular}',
				'```',
			].join('\n'),
		);
	});

	test('are Markdown with layouts from qwen3.5-ocr', () => {
		const answer = documentAnswer(TABLE_PAGE, question({ name: 'qwen3.5-ocr' }));
		expect(textOf(answer)).toMatch(/^<table>\n.*rowspan="2"/);
		expect(answer.ocrResult?.layouts).toEqual([
			{
				pageNum: 0,
				type: 'table',
				text: textOf(answer),
				pos: TABLE.polygon,
				blocks: ['A & B', 'both', '1_a', '2', '', '3', '4'].map((text) => ({ text })),
				markdownContent: textOf(answer),
			},
		]);
	});

	test('have pipe tables in Markdown where no cells are merged', () => {
		const cells = ['Item|No', 'Sum', 'Tea', '3'].map((text, index) => ({
			row: index >> 1,
			column: index % 2,
			rowspan: 1,
			colspan: 1,
			text,
		}));
		const plain = { ...TABLE, rowCount: 2, columnCount: 2, cells };
		const asked = question({ name: 'qwen3.5-ocr' });
		expect(textOf(documentAnswer(page(TABLE_PAGE.lines, [plain]), asked))).toBe(
			'| Item\\|No | Sum |\n| --- | --- |\n| Tea | 3 |',
		);
	});

	test('escape what LaTeX would take for commands', () => {
		expect(escapeLatex('50% of $3 & C:\\a_b {x} ~ #1^2')).toBe(
			'50\\% of \\$3 \\& C:\\textbackslash{}a\\_b \\{x\\} \\textasciitilde{} \\#1\\textasciicircum{}2',
		);
	});
});

test('words are JSON in the recorded layout', () => {
	const answer = wordsAnswer(page([line('Total', 20), line('say "x"', 60)]));
	expect(textOf(answer)).toBe(
		'```json\n[\n\t{"rotate_rect": [89, 107, 71, 107, 90], "text": "Total"},\n\t{"rotate_rect": [111, 250, 71, 150, 90], "text": "say \\"x\\""}\n]\n```',
	);
	expect(answer.ocrResult?.words_info).toHaveLength(2);
});

test('formulas are refused openly', () => {
	expect(textOf(formulaAnswer())).toBe('[stand-in: formulas cannot be read by its engine]');
});

test('a page lies as its middle line does', () => {
	const lines = [line('short', 20, { angle: 90 }), line('much longer than that', 60, { angle: 4 })];
	expect(pageAngle(page(lines))).toBe(4);
	expect(pageAngle(page([]))).toBe(0);
});

describe('recent pages', () => {
	const picture = (sha256: string) => ({ sha256 }) as Picture;

	test('are read once and one at a time', async () => {
		const events: string[] = [];
		const recent = new RecentPages(async ({ sha256 }) => {
			events.push(`begin ${sha256}`);
			await Promise.resolve();
			events.push(`end ${sha256}`);
			return page([]);
		});
		await Promise.all(['a', 'b', 'a'].map((name) => recent.page(picture(name))));
		expect(events).toEqual(['begin a', 'end a', 'begin b', 'end b']);
	});

	test('are not read any more when nobody waits for them', async () => {
		const controller = new AbortController();
		const read: string[] = [];
		const recent = new RecentPages(async ({ sha256 }) => {
			read.push(sha256);
			if (sha256 === 'b') controller.abort();
			return page([]);
		});
		const pages = recent.pages(['a', 'b', 'c'].map(picture), controller.signal);
		await expect(pages).rejects.toThrow('aborted');
		expect(read).toEqual(['a', 'b']);
	});

	test('go on after a picture that cannot be read, and try that one again', async () => {
		let tries = 0;
		const recent = new RecentPages(async () => {
			tries += 1;
			if (tries === 1) throw new Error('no picture');
			return page([]);
		});
		await expect(recent.page(picture('a'))).rejects.toThrow('no picture');
		await recent.idle();
		expect(await recent.page(picture('a'))).toEqual(page([]));
	});
});
