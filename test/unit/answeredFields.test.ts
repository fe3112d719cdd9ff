import { mergeFields } from '../../nodes/QwenOcr/results/fields/mergeFields';
import { readFields } from '../../nodes/QwenOcr/results/fields/readFields';
import { typeFields } from '../../nodes/QwenOcr/results/fields/typeFields';
import { readLocatedText } from '../../nodes/QwenOcr/results/locatedText';
import type { Field } from '../../nodes/QwenOcr/fieldLists/field';
import { computingTime } from './computingTime';

function fieldsOf(keyValues: object, schema?: object) {
	return readFields({ text: '', finishReason: 'stop', keyValues }, schema).parts.fields;
}

describe('elements of lists without any value', () => {
	const blank = { description: null, amount: 'null' };
	const tea = { description: 'Tea', amount: '4.50' };
	const readTea = { description: 'Tea', amount: '4.50' };

	test.each<[string, object, object]>([
		['are left out', { items: [tea, blank] }, { items: [readTea] }],
		['are left out between others', { items: [tea, blank, tea] }, { items: [readTea, readTea] }],
		['make an empty list', { items: [blank] }, { items: [] }],
		['make an empty list of plain values', { emails: [null, ''] }, { emails: [] }],
		['are left out where they are null', { items: [null, tea] }, { items: [readTea] }],
		['keep the place of plain values', { row: ['a', null, 'c'] }, { row: ['a', null, 'c'] }],
		['are left out deep down', { a: { items: [blank] } }, { a: { items: [] } }],
		['are no objects outside of lists', { seller: { name: null } }, { seller: { name: null } }],
	])('%s', (_what, answered, fields) => {
		expect(fieldsOf(answered)).toEqual(fields);
	});

	it('take what is known of them along', () => {
		const text = '{"items": [{"a": null}, {"a": "Tea"}]}';
		const tokens = [...text].map((token) => ({ token, logprob: token === 'T' ? -1 : 0 }));
		const { parts } = readFields({ text, finishReason: 'stop', tokens });
		expect(parts.fields).toEqual({ items: [{ a: 'Tea' }] });
		expect(parts.confidence).toEqual({ items: [{ a: expect.closeTo(Math.exp(-1)) as number }] });
	});
});

describe('numbers of JSON', () => {
	const field = (path: string, type: Field['type']): Field => ({
		path,
		type,
		description: '',
		required: false,
	});
	const typed = (tree: Record<string, unknown>, ...fields: Field[]) =>
		typeFields(tree, fields, { numberFormat: 'auto', dayFirst: 'review' }, () => false);

	it('have a point, whatever the document writes', () => {
		const tree = { price: 1.789, weight: 1.234, total: '68,88 €' };
		const fields = [field('price', 'number'), field('weight', 'amount'), field('total', 'amount')];
		expect(typed(tree, ...fields)).toMatchObject({
			fields: { price: 1.789, weight: 1.234, total: 68.88 },
			reasons: [],
		});
	});

	it('do not show how the document writes', () => {
		const tree = { price: 12.5, total: '1,234' };
		const { reasons } = typed(tree, field('price', 'number'), field('total', 'amount'));
		expect(reasons).toMatchObject([{ field: 'total', code: 'ambiguous_number' }]);
	});

	it('with more digits than can be kept are doubtful', () => {
		const tree = { number: Number('25339165761000217345') };
		expect(typed(tree, field('number', 'text')).reasons).toMatchObject([
			{ field: 'number', code: 'unreadable_value' },
		]);
	});
});

it('a page with the one line item of an earlier page is a reason for review, a footer is not', () => {
	const page = { items: [{ description: 'Advice', amount: 500 }], emails: ['a@example.com'] };
	const { conflicts } = mergeFields([
		{ page: 1, fields: page },
		{ page: 2, fields: page },
	]);
	expect(conflicts).toMatchObject([{ field: 'items', code: 'repeated' }]);
});

test.each([
	['a value', () => fieldsOf({ a: `${' '.repeat(1_000_000)}x` })],
	['an answer', () => readLocatedText({ text: `${'\n'.repeat(1_000_000)}x` })],
])('%s of very much white space is read fast', (_what, work) => {
	expect(computingTime(work)).toBeLessThan(1000);
});
