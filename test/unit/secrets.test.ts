import { computingTime } from './computingTime';
import { createSecretHider } from '../../nodes/QwenOcr/dashscope/secrets';

const OWN = 'sk-test-H.1a2B/3c+4d5E6f7g8h9i0j';

const hide = createSecretHider(OWN);

function base64(text: string): string {
	return Buffer.from(text).toString('base64');
}

/** Every character as its code, as no encoder writes it and every server reads it. */
function percentAll(text: string): string {
	return [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('');
}

describe('the key never shows', () => {
	test.each([
		['as it is', OWN],
		['in a sentence', `Incorrect API key provided: ${OWN}.`],
		['percent-encoded', encodeURIComponent(OWN)],
		[
			'percent-encoded with small letters',
			encodeURIComponent(OWN).replace(/%../g, (code) => code.toLowerCase()),
		],
		['percent-encoded twice', encodeURIComponent(encodeURIComponent(OWN))],
		['percent-encoded to the last character', percentAll(OWN)],
		['in base64', base64(OWN)],
		['in base64 for URLs', Buffer.from(OWN).toString('base64url')],
		['in base64 behind "Bearer "', base64(`Bearer ${OWN}`)],
		['in base64 behind a colon', `Basic ${base64(`:${OWN}`)}`],
		['in base64 behind a name', `Basic ${base64(`me:${OWN}`)} was refused`],
		['in base64 before more', base64(`${OWN}:x`)],
		['in base64, percent-encoded', encodeURIComponent(base64(`me:${OWN}`))],
	])('%s', (_how, text) => {
		const shown = hide(text);
		const forms = [shown, decodeURIComponent(decodeURIComponent(shown)), decoded(shown)];
		for (const form of forms) expect(form.toLowerCase()).not.toContain('1a2b');
		for (const form of forms) expect(form).not.toContain('9i0j');
	});

	it('nor where the credential has blanks around it', () => {
		expect(createSecretHider(` ${OWN}\n`)(`key ${OWN}`)).toBe('key …');
	});

	it('nor one that has no form of a key', () => {
		const hideOwn = createSecretHider('gateway-pass-77');
		expect(hideOwn('x gateway-pass-77 y')).toBe('x … y');
		expect(hideOwn(`x ${base64('gateway-pass-77')} y`)).toBe('x … y');
	});

	it('nor that of somebody else', () => {
		expect(hide('sk-other0123456789')).toBe('sk-…');
		expect(hide(`x ${base64('sk-other0123456789')}`)).toBe('x …');
	});
});

/** What each run of base64 in a text stands for. */
function decoded(text: string): string {
	return text
		.split(/[^\w+/-]+/)
		.map((run) => Buffer.from(run, 'base64').toString('latin1'))
		.join(' ');
}

const SIGNED = 'Expires=1760000000&OSSAccessKeyId=LTAI5tSECRETID&Signature=SECRET%2Fsig%3D';

describe('the signed part of an address never shows', () => {
	test.each([
		[`cannot fetch https://a.example/b.jpg?${SIGNED} now`],
		[`cannot fetch "https://a.example/b.jpg?${SIGNED}"`],
		[`cannot fetch https://a.example/b.jpg?SECRET now`],
		[`cannot fetch https://a.example/b.jpg#access_token=SECRET now`],
		[`cannot fetch https://a.example/b.jpg?name=发票2024年.pdf&token=SECRET now`],
		[`cannot fetch a.example/b.jpg?${SIGNED} now`],
		[`cannot fetch //a.example/b.jpg?security-token=SECRET now`],
		[`cannot fetch /b.jpg?x-oss-signature=SECRET now`],
		[`cannot fetch a.example:8080/b?key=SECRET now`],
		[`cannot fetch ${encodeURIComponent(`https://a.example/b.jpg?${SIGNED}`)} now`],
		[`cannot fetch ${encodeURIComponent(`https://a.example/b.jpg?SECRET`)} now`],
		[`cannot fetch ${encodeURIComponent(encodeURIComponent(`https://a.example/b?${SIGNED}`))} now`],
		[`cannot fetch ${encodeURIComponent(`a.example/b.jpg?${SIGNED}`).toLowerCase()} now`],
		[`cannot fetch https://gate.example/get?url=https://a.example/b.jpg?${SIGNED} now`],
		[`cannot fetch url%3D${encodeURIComponent(`https://a.example/b?${SIGNED}`)} now`],
		['cannot fetch https://user:SECRET@a.example/b.jpg now'],
		['cannot fetch //user:SECRET@a.example/b.jpg now'],
		['cannot fetch ftp://user:SECRET@a.example/b.jpg now'],
		[`cannot fetch ${encodeURIComponent('https://user:SECRET@a.example/b.jpg')} now`],
		['OSSAccessKeyId=LTAI5tSECRETID now'],
		['Signature=SECRET%2Fsig%3D now'],
		['with Signature=SECRET, security-token=SECRET now'],
		['with Signature%3DSECRET%26Expires%3D1760000000 now'],
		['{"Signature":"SECRET","security-token": "SECRET"} now'],
		['{\\"Signature\\":\\"SECRET\\"} now'],
		['The OSS Access Key Id LTAI5tSECRETID does not exist now'],
		['session_token=SECRETSECRET now'],
		['x-amz-security-token=SECRET&X-Amz-Credential=SECRET now'],
	])('%s', (text) => {
		const shown = hide(text);
		expect(shown.toLowerCase()).not.toContain('secret');
		expect(shown).not.toContain('1760000000');
		expect(shown).toMatch(/now$|"$/);
	});

	it('but the address itself does', () => {
		expect(hide('https://a.example/b.jpg?Signature=x')).toBe('https://a.example/b.jpg?…');
		expect(hide('a.example/b.jpg?Signature=x')).toBe('a.example/b.jpg?…');
		expect(hide('https%3A%2F%2Fa.example%2Fb.jpg%3FSignature%3Dx')).toBe(
			'https%3A%2F%2Fa.example%2Fb.jpg?…',
		);
	});
});

describe('the content of pictures never shows', () => {
	test.each([
		[`bad image data:image/png;base64,${'QUJD'.repeat(4)}`],
		[`bad body ${'QUJD'.repeat(40)}`],
	])('%s', (text) => {
		expect(hide(text)).not.toContain('QUJDQUJD');
	});
});

describe('an ordinary message stays as it is', () => {
	test.each([
		'Is the size 3000? or 4000?',
		'Is the size 3000?',
		'图片大小是3000?请检查后重试。',
		'图片的大小是多少?请使用小于10MB的图片?谢谢',
		'Did you mean https://a.example/b.jpg? Try again.',
		'请检查地址https://a.example/b.jpg?是否正确',
		'Range of max_tokens should be [1, 8192]',
		'max_tokens=8192, temperature=0.01, max_token=5, design=plain',
		'The image length and width do not meet the model restrictions. [height:1 or width:1 must be larger than 10]',
		'<400> InternalError.Algo.InvalidParameter: The file format is illegal and cannot be opened.',
		"Exceeded limit on max bytes per data-uri item : 10485760'.",
		'For details, see: https://help.aliyun.com/zh/model-studio/error-code#token-limit',
		'Invalid according to Policy: Policy expired.',
		'The request signature we calculated does not match the signature you provided.',
		'The token is invalid: expired. Signature: wrong. Expires: soon.',
		'task-type disk-full',
		'mail me@a.example at 5 % = 5/100',
	])('%s', (text) => {
		expect(hide(text)).toBe(text);
	});

	it('also behind an address in Chinese', () => {
		expect(hide('无法下载https://a.example/b.jpg?Signature=SECRET，请检查URL')).toBe(
			'无法下载https://a.example/b.jpg?…，请检查URL',
		);
	});

	it('up to 500 characters', () => {
		expect(hide('word '.repeat(200))).toHaveLength(500);
	});
});

describe('a long message without blanks keeps its beginning', () => {
	const picture = `data:image/png;base64,${'A'.repeat(9000)}`;

	test.each([
		[`图片地址无效：${picture}`, '图片地址无效：data:…'],
		[`${picture}，请检查`, 'data:…，请检查'],
		[`图片地址无效：${'A'.repeat(9000)}`, '图片地址无效'],
		[`{"message":"bad:${'A'.repeat(9000)}`, '{"message":'],
		[`${picture}${OWN}，请检查`, 'data:……，请检查'],
	])('%#', (text, shown) => {
		expect(hide(text)).toBe(shown);
	});
});

it('a run of signs that may begin an address takes no time', () => {
	const text = '#'.repeat(4990);
	const time = computingTime(() => {
		for (let count = 0; count < 60; count++) hide(text);
	});
	expect(time).toBeLessThan(1000);
});

it('a text of any length takes no time, and is never cut within a secret', () => {
	const started = performance.now();
	for (const piece of ['https://', 'https%3A%2F%2F', 'a?b=', '%3F', 'Signature=', OWN, '发票&']) {
		hide(piece.repeat(500_000));
	}
	expect(performance.now() - started).toBeLessThan(5000);
	const long = `${`https://a.example/b?${'x'.repeat(900)} `.repeat(20)}${' '.repeat(100)}`;
	for (let cut = 0; cut < 400; cut++) {
		const shown = hide(`${' '.repeat(cut)}${long}${OWN} ${OWN}`.trimEnd());
		expect(shown).not.toContain('1a2B');
	}
});
