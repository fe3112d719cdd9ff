import { withoutOwnParts } from '../../nodes/QwenOcr/items/ownParts';

describe('the JSON that Keep Source carries on', () => {
	const review = { needed: true, reasons: [{ field: 'a', code: 'sum', message: 'Old.' }] };
	const result = { fields: { a: 1 }, printed: { a: '1' }, confidence: {}, review, text: 'old' };
	const more = { warnings: ['Old.'], source: { page: 1 } };
	const details = { model: 'qwen-vl-ocr', requestId: 'r-1', usage: { totalTokens: 2 }, cost: {} };

	test.each<[string, object, object]>([
		['a result', { subject: 'x', ...result, ...more }, { subject: 'x' }],
		[
			'a result without Simplify',
			{ subject: 'x', ...result, ...more, ...details },
			{ subject: 'x' },
		],
		['a result beside a model of a person', { model: 'T 4', ...result }, { model: 'T 4' }],
		['a doubtful row', { text: 'a column', _document: { review } }, { text: 'a column' }],
	])('has nothing that an earlier pass wrote into %s', (_what, json, kept) => {
		expect(withoutOwnParts(json)).toEqual(kept);
	});

	test.each<[string, object]>([
		['text', { text: 'mine', source: 'mail', fields: [1], tables: {} }],
		['review', { text: 'mine', review: { stars: 5, needed: 'yes' } }],
		['review as text', { text: 'mine', review: 'good' }],
		['_document', { text: 'mine', _document: { id: 7 } }],
		['nothing', { text: 'mine', review: null, _document: null }],
	])('keeps what a person has beside a %s of their own', (_what, json) => {
		expect(withoutOwnParts(json)).toEqual(json);
	});
});
