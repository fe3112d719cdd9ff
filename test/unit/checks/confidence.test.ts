import fc from 'fast-check';
import {
	checkConfidence,
	fieldConfidences,
	textConfidence,
} from '../../../nodes/QwenOcr/results/checks/confidence';
import { manyRuns } from '../propertyRuns';
import { computingTime } from '../computingTime';

/** Tokens of a text cut at `|`, each as sure as the `~0.5` behind it says, else wholly. */
function tokens(text: string) {
	return text.split('|').map((piece) => {
		const [, token, probability = '1'] = /^([^]*?)(?:~([\d.]+))?$/.exec(piece) ?? [];
		return { token, logprob: Math.log(Number(probability)) };
	});
}

const rounded = (confidences: ReadonlyMap<string, number>) =>
	Object.fromEntries([...confidences].map(([path, share]) => [path, Number(share.toFixed(6))]));

describe('the confidence of fields', () => {
	test.each<[string, string, Record<string, number>]>([
		['a value of several tokens', '{"iban": "|DE|89 37~0.5|04~0.25|"}', { iban: 0.25 }],
		['its own tokens only', '{~0.1|"a"~0.1|: "~0.1|1|", "b~0.1|": |2~0.5|}~0.1', { a: 1, b: 0.5 }],
		[
			'lists and nesting',
			'{"lineItems": [{"amount": |1~0.9|}, {"amount": |2~0.8|}], "seller": {"name": "|A~0.7|"}}',
			{ 'lineItems[0].amount': 0.9, 'lineItems[1].amount': 0.8, 'seller.name': 0.7 },
		],
		['the same value in two fields', '{"a": "|x~0.5|", "b": "|x~0.75|"}', { a: 0.5, b: 0.75 }],
		['a value that is a name, too', '{"b~0.1|": "|b~0.75|"}', { b: 0.75 }],
		['a token across the border of a value', '{"a": "|1", "b": "2~0.5|"}', { a: 0.5, b: 0.5 }],
		['a list at the top', '[{"a": |1~0.5|}]', { 'items[0].a': 0.5 }],
		['a list of values', '{"a": ["|x~0.5|", |2~0.25|]}', { 'a[0]': 0.5, 'a[1]': 0.25 }],
		[
			'nothing found',
			'{"a": |null~0.5|, "b": |true~0.25|, "c": |""~0.125|}',
			{ a: 0.5, b: 0.25, c: 0.125 },
		],
		['empty lists and objects', '{"a": [], "b": {}}', {}],
		['escapes', '{"a": "|\\"x\\u00e9\\\\~0.5|", "b": |-1.5e3~0.25|}', { a: 0.5, b: 0.25 }],
		['a code fence', '```json\n|{"a": "|x~0.5|"}\n|```', { a: 0.5 }],
		[
			'a code fence with words around it',
			'Here it is:\n```json\n|{"a": |1~0.5|}\n```\nDone.',
			{ a: 0.5 },
		],
		['a token at the end that is no text', '{"a": |1~0.5|}|<|im_end|>', { a: 0.5 }],
		['names with dots', '{"No.": |1~0.5|}', { 'No.': 0.5 }],
		['a name twice', '{"a": |1~0.5|, "a": |2~0.25|}', { a: 0.25 }],
		['no JSON', 'INVOICE~0.5| 12', {}],
		['JSON cut off', '{"a": |1~0.5|, "b": "x', {}],
		['JSON that needs repair', "{'a': |1~0.5|}", {}],
		['nothing', '', {}],
	])('%s', (_name, text, expected) => {
		expect(rounded(fieldConfidences(tokens(text)))).toEqual(expected);
	});

	it('is absent for values without a probability', () => {
		const answer = [
			{ token: '{"a": ', logprob: 0 },
			{ token: '1', logprob: NaN },
			{ token: ', "b": 2}', logprob: -0.5 },
		];
		expect(rounded(fieldConfidences(answer))).toEqual({ b: 0.606531 });
		expect([...fieldConfidences([{ token: '{"a": 1}', logprob: 5 }])]).toEqual([]);
	});

	it('follows the bytes of a character that several tokens make up', () => {
		const [first, ...others] = Buffer.from('张');
		const answer = [
			{ token: '{"a": "', logprob: 0, bytes: [...Buffer.from('{"a": "')] },
			{ token: '\uFFFD', logprob: -1, bytes: [first] },
			{ token: '\uFFFD', logprob: -2, bytes: others },
			{ token: '", "b": "x"}', logprob: 0, bytes: [...Buffer.from('", "b": "x"}')] },
		];
		expect(rounded(fieldConfidences(answer))).toEqual({ a: 0.135335, b: 1 });
	});

	it('does without bytes that are no text', () => {
		const answer = [{ token: '{"a": 1}', logprob: -1, bytes: [0xff, 0xfe] }];
		expect(rounded(fieldConfidences(answer))).toEqual({ a: 0.367879 });
	});

	it('makes a doubt of every value below the threshold', () => {
		const confidences = new Map([
			['total', 0.4567],
			['tax', 0.8],
			['iban', 0.99],
		]);
		expect(checkConfidence(confidences, 0.8)).toEqual([
			{
				field: 'total',
				code: 'low_confidence',
				message: 'The model is 45.6% sure of the value, less than 80%',
			},
		]);
	});
});

describe('the confidence of a text', () => {
	test.each<[string, number | undefined]>([
		['INVOICE~0.5| 12~0.25|3', 0.25],
		['a|\n~0.1|b~0.5', 0.5],
		['', undefined],
		[' ', undefined],
	])('%j', (text, expected) => {
		const confidence = textConfidence(tokens(text));
		expect(confidence && Number(confidence.toFixed(6))).toBe(expected);
	});

	it('is absent where a token gives no probability', () => {
		expect(textConfidence([{ token: 'a', logprob: NaN }])).toBeUndefined();
	});
});

describe('the confidence of anything', () => {
	const cut = fc.array(fc.nat({ max: 200 }), { maxLength: 20 });
	const logprob = fc.oneof(fc.double({ min: -20, max: 0, noNaN: true }), fc.constant(NaN));

	it('has a path for every value that has a probability, and no other', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 3 }), cut, fc.boolean(), (value, cuts, asBytes) => {
				const document = { document: value };
				const text = JSON.stringify(document);
				const places = [0, ...new Set(cuts.filter((at) => at < text.length)), text.length].sort(
					(first, second) => first - second,
				);
				const answer = places.slice(1).map((end, index) => {
					const token = text.slice(places[index], end);
					return { token, logprob: -0.1, ...(asBytes && { bytes: [...Buffer.from(token)] }) };
				});
				const found = new Set(fieldConfidences(answer).keys());
				expect(found).toEqual(new Set(pathsOf(document, '')));
			}),
			manyRuns(),
		);
	});

	it('never fails', () => {
		const token = fc.record({
			token: fc.oneof(
				fc.string({ unit: 'binary' }),
				fc.constantFrom('{"a":', '[', '"', '}', '```json\n'),
			),
			logprob,
		});
		fc.assert(
			fc.property(fc.array(token), (answer) => {
				const confidences = [...fieldConfidences(answer).values(), textConfidence(answer) ?? 0];
				expect(confidences.every((share) => share >= 0 && share <= 1)).toBe(true);
			}),
			manyRuns(),
		);
	});

	test.each(['[', '{"a":', '"', '\\"', '```json\n', '[1],', '{"a":[', ']}', '"]"', '[[]],'])(
		'takes less than a second for 1 MB of %j',
		(piece) => {
			const token = piece.repeat(Math.ceil(4 / piece.length));
			const count = Math.ceil(1_000_000 / token.length);
			const answer = Array.from({ length: count }, () => ({ token, logprob: -1 }));
			expect(computingTime(() => fieldConfidences(answer))).toBeLessThan(1_000);
			expect(
				computingTime(() =>
					fieldConfidences([{ token: '[', logprob: 0 }, ...answer, { token: '1]', logprob: 0 }]),
				),
			).toBeLessThan(1_000);
			expect(computingTime(() => textConfidence(answer))).toBeLessThan(1_000);
		},
	);
});

function pathsOf(value: unknown, path: string): string[] {
	if (Array.isArray(value)) {
		return value.flatMap((element, index) => pathsOf(element, `${path}[${index}]`));
	}
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([name, inner]) =>
		pathsOf(inner, path === '' ? name : `${path}.${name}`),
	);
}
