import fc from 'fast-check';
import { checkRepetition, findRepetition } from '../../../nodes/QwenOcr/results/checks/repetition';
import { manyRuns } from '../propertyRuns';
import { computingTime } from '../computingTime';

const PARAGRAPH = [
	'The seller delivers the goods to the place that the buyer names in writing.',
	'All prices are without tax, packaging and freight, unless the parties have agreed otherwise.',
	'Goods stay the property of the seller until they have been paid in full.',
].join(' ');

describe('an answer that goes round in circles', () => {
	test.each<[string, string, number]>([
		['a word', `Remarks: ${'yes '.repeat(1000)}`, 1000],
		['a line', `Receipt\n${'COFFEE 2.50\n'.repeat(40)}`, 40],
		['a line, cut off within', `Receipt\n${'COFFEE 2.50\n'.repeat(40)}COFF`, 40],
		['a paragraph', `Terms\n${`${PARAGRAPH}\n`.repeat(9)}`, 9],
		['a field of JSON', `{"a": [${'"Main Street 1", '.repeat(50)}`, 49],
		['JSON closed behind it', `{"a": "${'Main Street 1 '.repeat(50)}"}]\n}\n\`\`\``, 50],
		['rows of a table', `<table>${'<tr><td>Coffee</td><td>2.50</td></tr>'.repeat(80)}`, 80],
		['a table closed behind it', `<table>${'<tr><td>Coffee</td></tr>'.repeat(80)}</table>`, 80],
		['underscores', `Name ${'_'.repeat(9000)}`, 9000],
		['zeros', `Total ${'0'.repeat(3000)}`, 3000],
		['a Chinese phrase', `合同\n${'甲方应当按照约定支付价款。'.repeat(40)}`, 40],
	])('%s', (_name, text, times) => {
		const found = findRepetition(text);
		expect(found).toBeDefined();
		expect(Math.abs((found?.times ?? 0) - times)).toBeLessThanOrEqual(1);
	});

	it('is told with its phrase', () => {
		expect(checkRepetition(`Receipt\n${'COFFEE  2.50\n'.repeat(40)}`)).toEqual({
			field: '',
			code: 'repeated',
			message:
				'The answer ends with "COFFEE 2.50" 40 times; what comes behind it in the document may be missing',
		});
		expect(checkRepetition('yes '.repeat(1000), 'remarks')?.field).toBe('remarks');
	});
});

describe('what documents repeat', () => {
	const rows = (row: string, count: number) => `<table>${row.repeat(count)}</table>`;

	test.each([
		['nothing', ''],
		['five equal lines', `Café\n${'COFFEE 2.50\n'.repeat(5)}Total 12.50`],
		['a bar tab', `Bar\n${'1 BEER 4.50\n'.repeat(18)}`],
		['equal cells', rows('<tr><td>0</td><td>0</td><td>0</td><td>0</td></tr>', 40)],
		['cells of words', rows('<tr><td>none</td><td>none</td><td>none</td></tr>', 30)],
		['empty rows of a form', rows('<tr><td></td><td></td><td></td><td></td></tr>', 60)],
		['Markdown rows', '| 0.00 | 0.00 |\n'.repeat(50)],
		['dotted lines', `Contents\n${'Chapter '}${'. '.repeat(60)}12`],
		['a line to write on', `Signature: ${'_'.repeat(300)}`],
		['separators', `${'-'.repeat(200)}\n`.repeat(10)],
		['a sheet of labels', 'Max Muster\nMain Street 1\n12345 Berlin\n\n'.repeat(24)],
		['repeats in the middle', `${'yes '.repeat(400)}and then the document goes on to its end.`],
		[
			'a list with numbers',
			Array.from({ length: 90 }, (_unused, row) => `Item ${row}: 2.50`).join('\n'),
		],
	])('%s: no alarm', (_name, text) => {
		expect(findRepetition(text)).toBeUndefined();
	});
});

describe('looking for repetitions', () => {
	it('finds any phrase that is repeated often enough, and never fails', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 }),
				fc.string({ unit: 'binary', maxLength: 300 }),
				(phrase, text) => {
					findRepetition(text);
					const words = phrase.match(/[\p{L}\p{N}]+/gu) ?? [];
					fc.pre(new Set(words.join('')).size >= 6 && !/[<|]/.test(phrase));
					expect(findRepetition(text + `${phrase}.`.repeat(60))).toBeDefined();
				},
			),
			manyRuns(),
		);
	});

	test.each([
		'a',
		'ab',
		' ',
		']',
		'</td>',
		'<',
		'">',
		'aab',
		'a'.repeat(999) + 'b',
		'x'.repeat(500_000) + 'y',
		`${'ab'.repeat(1000)}c`,
	])('takes less than a second for 1 MB of %.10j', (piece) => {
		const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
		expect(computingTime(() => findRepetition(text))).toBeLessThan(1_000);
		expect(computingTime(() => findRepetition(`${text}z`))).toBeLessThan(1_000);
	});
});
