import { createHash } from 'node:crypto';
import { loadPicture } from './pictureSources';
import { RequestBody } from './requestBody';

const BYTES = Buffer.from('any bytes at all ÿþý');
const BASE64 = BYTES.toString('base64');
const HASH = createHash('sha256').update(BYTES).digest('hex');

function bodyOf(text: string): RequestBody {
	return new RequestBody(Buffer.from(text));
}

async function load(body: RequestBody): Promise<unknown> {
	const { image } = JSON.parse(body.text) as { image: string };
	return await loadPicture(image, { body, maxFileBytes: 100 });
}

test.each([
	['as it is', `{"image":"data:image/png;base64,${BASE64}"}`],
	['with escapes in the head', `{"image":"data:image\\/png;base64,${BASE64}"}`],
	['with escapes in the payload', `{"image":"data:image/png;base64,\\u0059${BASE64.slice(1)}"}`],
	['in capitals', `{"image":"DATA:image/PNG;base64,${BASE64}"}`],
])('a data URL written %s is found', async (_name, text) => {
	const body = bodyOf(text);
	expect(await load(body)).toEqual({ bytes: BYTES, mediaType: 'image/png', sha256: HASH });
});

test('payloads are taken out of the text that is parsed', () => {
	const { text } = bodyOf(`{"a":"data:image/png;base64,${'QUJD'.repeat(5000)}","b":"发票"}`);
	expect(text.length).toBeLessThan(120);
	expect(JSON.parse(text)).toHaveProperty('b', '发票');
});

test('several pictures keep their order', () => {
	const parts = ['QUJD', 'REVG', 'R0hJ'].map((payload) => `"data:image/png;base64,${payload}"`);
	const body = bodyOf(`[${parts.join(',')}]`);
	const written = (JSON.parse(body.text) as string[]).map((url) => url.split(',')[1]);
	expect(written.map((mark) => body.payloadOf(mark).bytes.toString())).toEqual([
		'ABC',
		'DEF',
		'GHI',
	]);
});

test.each([
	['a text that quotes one', '{"text":"say \\"data:image/png;base64,QUJD\\" twice"}'],
	['one without an end', '{"image":"data:image/png;base64,QUJD'],
	['other data', '{"data:":"data:,hello","x":"data:image/png,abc"}'],
])('%s is left as it is', (_name, text) => {
	expect(bodyOf(text).text).toBe(text);
});

test.each([
	['QUJ', true],
	['QUI=', true],
	['QQ==', true],
	['', false],
	['QUJD!', false],
	['QU JD', false],
	['QQ==QQ==', false],
	['QU-_', false],
	['QQ===', false],
])('the payload "%s" is base64: %p', (payload, isValid) => {
	expect(bodyOf('').payloadOf(payload).isValid).toBe(isValid);
});

test('the log has hashes instead of payloads, also in broken JSON', () => {
	const taken = bodyOf(`{"image":"data:image/png;base64,${BASE64}","b":1}`);
	expect(taken.loggedText).toBe(`{"image":"data:image/png;base64,<sha256:${HASH}>","b":1}`);
	const broken = bodyOf(`{"image":"data:image/png;base64,${BASE64}`);
	expect(broken.loggedText).toBe(`{"image":"data:image/png;base64,<sha256:${HASH}>`);
});

test('the log has the hash of a text that is very long', () => {
	const text = JSON.stringify('x'.repeat(100_000));
	const sha256 = createHash('sha256').update(text).digest('hex');
	expect(bodyOf(text).loggedText).toBe(`<100002 characters, sha256:${sha256}>`);
});
