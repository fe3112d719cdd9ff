import type { Answer } from '../../nodes/QwenOcr/dashscope/nativeAnswer';
import { documentItems } from '../../nodes/QwenOcr/items/documentItems';
import type { PageOutcome } from '../../nodes/QwenOcr/items/documentItems';
import { plainReading } from '../../nodes/QwenOcr/reading/toReading';

const ANSWER: Answer = {
	text: '{}',
	finishReason: 'stop',
	usage: { inputTokens: 1, outputTokens: 1, imageTokens: 0, totalTokens: 2 },
	requestId: 'r-1',
	raw: {},
};

function nested(depth: number): Record<string, unknown> {
	return Array.from({ length: depth }).reduce<Record<string, unknown>>((inner) => ({ inner }), {
		value: '1',
	});
}

function readPage(page: number, fields: Record<string, unknown>): PageOutcome {
	const result = { text: `text ${page}`, parts: { fields }, reasons: [], warnings: [] };
	const source = { page, pageCount: 2, fileName: 'form.pdf' };
	return { kind: 'read', reading: { source, result, answers: [ANSWER] } };
}

function itemsOf(pages: PageOutcome[], flatOutput: 'none' | 'json') {
	const facts = { itemIndex: 0, inputItem: { json: {} }, model: 'qwen-vl-ocr', isCombined: false };
	const output = { simplify: true, includeRawResponse: false, keepSource: 'none' } as const;
	const layout = { outputMode: 'perDocument', listField: '', flatOutput, fields: [] } as const;
	return documentItems(
		[{ pages, warnings: ['Sent smaller.'] }],
		facts,
		{ ...output, ...layout },
		{
			finish: (reading) => reading,
			rescue: plainReading,
		},
	);
}

describe('pages over which the node fails when it puts them together', () => {
	const deep = nested(50_000);

	test.each<[string, PageOutcome[], 'none' | 'json', string]>([
		['joined', [readPage(1, deep), readPage(2, deep)], 'none', 'text 1\n\ftext 2'],
		['laid out', [readPage(1, deep)], 'json', 'text 1'],
	])('leave with their texts and a doubt when they are %s', (_when, pages, flatOutput, text) => {
		const items = itemsOf(pages, flatOutput);
		expect(items).toEqual([
			{
				item: {
					json: {
						text,
						review: {
							needed: true,
							reasons: [{ field: '', code: 'unreadable_answer', message: expect.any(String) }],
						},
						warnings: [
							'Sent smaller.',
							expect.stringContaining('This node failed to put what was read together (RangeError'),
						],
						source: { fileName: 'form.pdf', page: 1 },
					},
					pairedItem: { item: 0 },
				},
				isDoubtful: true,
			},
		]);
	});

	it('leave beside the error items of pages that were not read', () => {
		const page = { source: { page: 2, pageCount: 2 }, message: 'Refused.' };
		const failed: PageOutcome = { kind: 'failed', page, item: { json: { error: 'Refused.' } } };
		const items = itemsOf([readPage(1, deep), failed], 'json');
		expect(items.map(({ item }) => item.json)).toMatchObject([
			{ review: { reasons: [{ code: 'unreadable_answer' }, { code: 'page_failed' }] } },
			{ error: 'Refused.' },
		]);
	});
});
