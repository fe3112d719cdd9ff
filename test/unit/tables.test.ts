import { readTables, type HeaderRow } from '../../nodes/QwenOcr/results/tables';
import invoiceEn from '../fixtures/pictures/invoice-en.table.json';
import tableEn from '../fixtures/pictures/table-en.table.json';
import tablePlain from '../fixtures/pictures/table-plain.table.json';
import tableZh from '../fixtures/pictures/table-zh.table.json';
import { drawChineseInvoice } from '../pages/chineseInvoice';
import { drawInvoice } from '../pages/invoice';
import { drawOrderForm } from '../pages/orderForm';
import { createRandom } from '../pages/random';
import { drawStatement } from '../pages/statement';
import { tableHtml, writtenCells } from './tableHtml';

function readOne(html: string, headerRow?: HeaderRow) {
	const tables = readTables(html, headerRow);
	expect(tables).toHaveLength(1);
	return tables[0];
}

describe('reading HTML', () => {
	it('repeats merged cells in every place they cover', () => {
		const html =
			'<table><tr><td rowspan="2">A</td><td colspan="2">B</td></tr><tr><td>c</td><td>d</td></tr></table>';
		expect(readOne(html, 'none').rows).toEqual([
			['A', 'B', 'B'],
			['A', 'c', 'd'],
		]);
	});

	it('leaves out columns that only a too wide span makes', () => {
		const html = tableHtml([['List*9'], ['Item', 'Price*3'], ['Tea', '4.50*3']]);
		expect(readOne(html)).toMatchObject({
			title: 'List',
			headers: ['Item', 'Price'],
			rows: [['Tea', '4.50']],
		});
	});

	it('keeps a cell that reaches down within its part of the table', () => {
		const html =
			'<table><thead><tr><th rowspan="2">A</th><th>B</th></tr></thead>' +
			'<tbody><tr><td>1</td><td>2</td></tr></tbody></table>';
		expect(readOne(html)).toMatchObject({ headers: ['A', 'B'], rows: [['1', '2']] });
	});

	test.each([
		['entities', '<td>x &amp; y&nbsp;z</td>', 'x & y z'],
		['lines and white space', '<td>\n  x<br/>y\n<p>z</p> </td>', 'x y z'],
		['formatting inside of words', '<td><b>1</b>2<sup>3</sup></td>', '123'],
		['a tag that HTML does not know', '<td>R <x> D</td>', 'R <x> D'],
		['a sign that begins no tag', '<td><LOD</td>', '<LOD'],
		['a comparison', '<td>a < b <0.5</td>', 'a < b <0.5'],
		['written tags', '<td>&lt;td&gt;</td>', '<td>'],
		['a table in a cell', '<td>x<table><tr><td>y</td><td>z</td></tr></table></td>', 'x y z'],
		['capitals', '<TD CLASS="a">x</TD>', 'x'],
	])('reads %s', (_, cell, text) => {
		expect(readOne(`<table><tr>${cell}</tr></table>`).rows).toEqual([[text]]);
	});

	test.each([
		['closing tags that are missing', '<table><tr><td>a<td>b<tr><td>c<td>d'],
		[
			'an answer cut off inside of a tag',
			'<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</t',
		],
		['rows without a table', '<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>'],
		['cells without a row', '<table><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></table>'],
		[
			'closing tags too many',
			'<table></td><tr><td>a</td></td><td>b</tr></tr><tr><td>c</td><td>d</table>',
		],
	])('reads %s', (_, html) => {
		expect(readOne(html)).toMatchObject({
			rows: [
				['a', 'b'],
				['c', 'd'],
			],
			html,
		});
	});

	it('reads several tables, each with its own HTML', () => {
		const first = '<table class="x"><tr><td>1</td></tr></table>';
		const second = '<table><tr><td>2</td></tr>';
		const tables = readTables(`<p>One</p>${first} and ${second}`);
		expect(tables.map(({ rows, html }) => [rows, html])).toEqual([
			[[['1']], first],
			[[['2']], second],
		]);
	});

	it('reads the tables of a table that only lays them out', () => {
		const inner = ['<table><tr><td>1</td></tr></table>', '<table><tr><td>2</td></tr></table>'];
		const html = `<table><tr><td>${inner[0]}</td><td>${inner[1]}</td></tr></table>`;
		expect(readTables(html).map((table) => table.html)).toEqual(inner);
	});

	test.each(['', 'no table', '<table></table>', '<table><tr></tr></table>', '<p>x</p>'])(
		'finds no table in %j',
		(html) => {
			expect(readTables(html)).toEqual([]);
		},
	);
});

describe('the header row', () => {
	it('is told from the head of the scanned form that the service documents', () => {
		const html = tableHtml([
			['Record of test data'],
			['Project name：2B', 'Control No.CEPRI-D'],
			['Case name', 'Test No.3', 'Last load grade：', '0%', 'Current load grade：'],
			['Measure', 'Load point', 'Load method', 'Actual Load(%)', 'Actual Load(kN)'],
			['V03', 'V2', 'Live Load', '111.75', '0.615'],
			['L03', 'L3', '', '2.96', '1.480'],
			['', '', '', '', ''],
		]);
		expect(readOne(html)).toEqual({
			title: 'Record of test data',
			head: [
				['Project name：2B', 'Control No.CEPRI-D'],
				['Case name', 'Test No.3', 'Last load grade：', '0%', 'Current load grade：'],
			],
			headers: ['Measure', 'Load point', 'Load method', 'Actual Load(%)', 'Actual Load(kN)'],
			rows: [
				['V03', 'V2', 'Live Load', '111.75', '0.615'],
				['L03', 'L3', '', '2.96', '1.480'],
				['', '', '', '', ''],
			],
			html,
		});
	});

	// A cell `text*2` covers two columns, `text/2` two rows. Headers are what auto finds; no title,
	// head or header row where none is named.
	test.each<[string, string[][], object]>([
		[
			'a plain table',
			[
				['Name', 'Extension', 'Start date'],
				['Ann', '4410', '2019-05-06'],
			],
			{ headers: ['Name', 'Extension', 'Start date'], count: 1 },
		],
		[
			'group heads over columns',
			[
				['Region/2', 'First half*2', 'Total/2'],
				['Q1', 'Q2'],
				['North', '1,204', '1,318', '2,522'],
				['East', '986', '1,012', '1,998'],
			],
			{ headers: ['Region', 'First half Q1', 'First half Q2', 'Total'], count: 2 },
		],
		[
			'group heads over years, without a name for the first column',
			[
				['', 'Revenue*2', 'Cost*2'],
				['', '2023', '2024', '2023', '2024'],
				['North', '1', '2', '3', '4'],
			],
			{ headers: ['Column 1', 'Revenue 2023', 'Revenue 2024', 'Cost 2023', 'Cost 2024'], count: 1 },
		],
		[
			'dates above amounts',
			[
				['Assets', '31.12.2023', '31.12.2022'],
				['Cash', '1.204,00', '980,00'],
				['Stock', '10', '20'],
			],
			{ headers: ['Assets', '31.12.2023', '31.12.2022'], count: 2 },
		],
		[
			'a form whose first row is shorter',
			[
				['Case name: Test No.3', 'Last load grade: 0%', 'Current load grade:'],
				['Measure', 'Point', 'Method', 'Load(%)', 'Load(kN)'],
				['V02', 'V1', 'Live', '147.95', '0.815'],
			],
			{
				head: [['Case name: Test No.3', 'Last load grade: 0%', 'Current load grade:']],
				headers: ['Measure', 'Point', 'Method', 'Load(%)', 'Load(kN)'],
				count: 1,
			},
		],
		[
			'a bank statement that starts with a balance',
			[
				['Date', 'Text', 'Out', 'In', 'Balance'],
				['01/05/2024', 'Opening balance', '', '', '1,000.00'],
				['02/05/2024', 'Rent', '700.00', '', '300.00'],
				['03/05/2024', 'Wages', '', '900.00', '1,200.00'],
			],
			{ headers: ['Date', 'Text', 'Out', 'In', 'Balance'], count: 3 },
		],
		[
			'a unit under a name',
			[['Sample/2', 'Weight'], ['(kg)'], ['A', '1.5'], ['B', '2.5']],
			{ headers: ['Sample', 'Weight (kg)'], count: 2 },
		],
		[
			'a form with merged cells above the header',
			[
				['Delivery note*4'],
				['Customer*2', 'ACME Ltd.*2'],
				['Order No.', '4711', 'Date', '2024-05-01'],
				['Pos', 'Item', 'Qty', 'Price'],
				['1', 'Tea', '2', '4.50'],
				['2', 'Milk', '1', '1.20'],
				['Total*3', '5.70'],
			],
			{
				title: 'Delivery note',
				head: [
					['Customer', 'ACME Ltd.'],
					['Order No.', '4711', 'Date', '2024-05-01'],
				],
				headers: ['Pos', 'Item', 'Qty', 'Price'],
				count: 3,
			},
		],
		[
			'a wide name over two columns',
			[
				['Pos', 'Article*2', 'Price'],
				['1', 'A-1', 'Tea', '4.50'],
				['2', 'A-2', 'Milk', '1.20'],
			],
			{ headers: ['Pos', 'Article', 'Article 2', 'Price'], count: 2 },
		],
		[
			'a heading between header and rows',
			[['Item', 'Price'], ['Drinks*2'], ['Tea', '4.50'], ['Milk', '1.20']],
			{ headers: ['Item', 'Price'], count: 3 },
		],
		[
			'Chinese names and amounts',
			[
				['名称', '数量', '金额'],
				['办公椅', '１２', '￥1,204.00'],
				['书桌', '3', '¥560.00'],
			],
			{ headers: ['名称', '数量', '金额'], count: 2 },
		],
		[
			'a table of texts',
			[
				['Name', 'City', 'Job'],
				['Ann', 'Rome', 'Cook'],
			],
			{ headers: ['Name', 'City', 'Job'], count: 1 },
		],
		[
			'months over numbers',
			[
				['项目', '1月', '2月'],
				['收入', '120', '130'],
				['支出', '80', '95'],
			],
			{ headers: ['项目', '1月', '2月'], count: 2 },
		],
		[
			'years with a mark over numbers',
			[
				['EUR m', '2023A', '2024E'],
				['Sales', '120', '130'],
				['Costs', '80', '95'],
			],
			{ headers: ['EUR m', '2023A', '2024E'], count: 2 },
		],
		['one column of amounts', [['Amount'], ['1.00'], ['2.00']], { headers: ['Amount'], count: 2 }],
		[
			'rows that are all data',
			[
				['Ann', 'Finance', '4410'],
				['Ben', 'Sales', '4411'],
				['Zoe', 'IT', '4412'],
			],
			{ headers: ['Column 1', 'Column 2', 'Column 3'], count: 3 },
		],
		[
			'data that a heading of its own interrupts',
			[
				['Ann', '4410'],
				['Ben', '4411'],
				['Name', 'Extension'],
				['Zoe', '4412'],
			],
			{ headers: ['Column 1', 'Column 2'], count: 4 },
		],
		[
			'a title above data',
			[['Staff*3'], ['Ann', 'Finance', '4410'], ['Ben', 'Sales', '4411']],
			{ title: 'Staff', headers: ['Column 1', 'Column 2', 'Column 3'], count: 2 },
		],
		[
			'labels and values in two columns',
			[
				['Name', 'Ann'],
				['City', 'Rome'],
			],
			{ headers: ['Column 1', 'Column 2'], count: 2 },
		],
		[
			'labels that end in a colon',
			[
				['Name:', 'Ann', 'City:', 'Rome'],
				['Job:', 'Cook', 'Team:', 'Food'],
			],
			{ headers: ['Column 1', 'Column 2', 'Column 3', 'Column 4'], count: 2 },
		],
		[
			'texts in groups of rows',
			[
				['Fruit/2', 'Apple', 'red'],
				['Pear', 'green'],
				['Veg', 'Pea', 'green'],
			],
			{ headers: ['Column 1', 'Column 2', 'Column 3'], count: 3 },
		],
		[
			'one row',
			[['Ann', 'Finance', 'Rome']],
			{ headers: ['Column 1', 'Column 2', 'Column 3'], count: 1 },
		],
		[
			'a blank form',
			[
				['', ''],
				['', ''],
			],
			{ headers: ['Column 1', 'Column 2'], count: 2 },
		],
	])('of %s', (_, rows, expected) => {
		const { headers, title, head, ...table } = readOne(tableHtml(rows));
		expect({ headers, title, head, count: table.rows.length }).toEqual({
			title: undefined,
			head: undefined,
			...expected,
		});
	});

	it('is what the answer marks with <th>, below title rows', () => {
		const html =
			'<table><caption>May</caption><thead><tr><th colspan="2">Sales</th></tr>' +
			'<tr><td>2023</td><td>2024</td></tr></thead><tr><td>1</td><td>2</td></tr></table>';
		expect(readOne(html)).toMatchObject({
			title: 'May Sales',
			headers: ['2023', '2024'],
			rows: [['1', '2']],
		});
	});

	it('is not what the answer marks when it marks every cell', () => {
		const html = tableHtml([
			['Ann', '1'],
			['Ben', '2'],
		]).replaceAll('td>', 'th>');
		expect(readOne(html).rows).toHaveLength(2);
	});

	it('is not a sum that the answer marks with <th>', () => {
		const html =
			'<table><tr><td>Item</td><td>Price</td></tr><tr><td>Tea</td><td>4</td></tr>' +
			'<tr><th>Sum</th><th>4</th></tr><tr><td>Milk</td><td>1</td></tr></table>';
		expect(readOne(html)).toMatchObject({ headers: ['Item', 'Price'] });
	});

	it('is not a first column of <th> cells', () => {
		const html = '<table><tr><th>Tea</th><td>1</td></tr><tr><th>Milk</th><td>2</td></tr></table>';
		expect(readOne(html).rows).toHaveLength(2);
	});

	it('is the first row or none on request', () => {
		const html = tableHtml([
			['', ''],
			['Ann', '4410'],
			['Name', 'Extension'],
			['Ben', '4411'],
		]);
		expect(readOne(html, 'first')).toMatchObject({
			headers: ['Ann', '4410'],
			rows: [
				['Name', 'Extension'],
				['Ben', '4411'],
			],
		});
		const none = readOne(html, 'none');
		expect(none.headers).toEqual(['Column 1', 'Column 2']);
		expect(none.rows).toHaveLength(4);
		expect(none).not.toHaveProperty('title');
	});
});

describe('the printed header is found', () => {
	test.each([
		[
			'table-en',
			tableEn,
			['Region', 'First half Q1', 'First half Q2', 'Second half Q3', 'Second half Q4', 'Total'],
		],
		['table-plain', tablePlain, ['Name', 'Department', 'Extension', 'Start date']],
		['table-zh', tableZh, ['学号', '姓名', '语文', '数学', '英语', '总分', '备注']],
		['invoice-en', invoiceEn, ['Item', 'Description', 'Qty', 'Unit Price', 'Amount']],
	])('on the picture %s', (_, rows, headers) => {
		expect(readOne(tableHtml(writtenCells(rows))).headers).toEqual(headers);
	});

	it('on 100 made-up invoices, order forms and statements', () => {
		const draw = [drawInvoice, drawOrderForm, drawStatement, drawChineseInvoice];
		let tables = 0;
		for (let seed = 0; tables < 100; seed++) {
			const { rows } = draw[seed % draw.length](createRandom(seed));
			if (!rows) continue;
			const printed = rows[0].map(({ text }) => text);
			expect(readOne(tableHtml(writtenCells(rows)))).toMatchObject({ headers: printed });
			tables++;
		}
	});
});

describe('names of columns', () => {
	test.each([
		[
			['a', '', 'b'],
			['a', 'Column 2', 'b'],
		],
		[
			['Amount', 'Amount', 'Amount'],
			['Amount', 'Amount 2', 'Amount 3'],
		],
		[
			['Amount', 'Amount', 'Amount 2'],
			['Amount', 'Amount 3', 'Amount 2'],
		],
		[
			['Column 2', '', '  x \n y '],
			['Column 2', 'Column 2 2', 'x y'],
		],
		[
			['__proto__', 'constructor', 'toString'],
			['__proto__ 2', 'constructor', 'toString'],
		],
	])('%j become %j', (printed, headers) => {
		expect(readOne(tableHtml([printed, ['1', '2', '3']]), 'first').headers).toEqual(headers);
	});
});
