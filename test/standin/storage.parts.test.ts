import { parseMultipart } from './storage/multipart';
import { openStoredPicture } from './storage/storedPicture';
import { accountOf } from './storage/account';
import { TemporaryStorage } from './storage/temporaryStorage';
import { brokenTerm, writePolicy } from './storage/uploadPolicy';
import { pngHeader } from './testClient';

const MULTIPART = 'multipart/form-data; boundary=xYz';

describe('multipart bodies', () => {
	const field = '--xYz\r\nContent-Disposition: form-data; name="key"\r\n\r\na/b.png\r\n';
	const file =
		'--xYz\r\ncontent-disposition: form-data; name="file"; filename="发票.png"\r\nContent-Type: image/png\r\n\r\n--x\r\n\r\n';
	const key = { name: 'key', fileName: null, mediaType: null, content: 'a/b.png' };
	const upload = { name: 'file', fileName: '发票.png', mediaType: 'image/png', content: '--x\r\n' };

	test.each([
		['with a line end behind them', `${field}${file}--xYz--\r\n`, [key, upload]],
		['without one', `${file}${field}--xYz--`, [upload, key]],
		['with a preamble', `a form\r\n${field}--xYz--`, [key]],
		['without parts', '--xYz--', []],
	])('%s are cut into their parts', (_name, body, parts) => {
		const cut = parseMultipart(MULTIPART, Buffer.from(body));
		expect(cut?.map((part) => ({ ...part, content: part.content.toString() }))).toEqual(parts);
	});

	test('may have a quoted boundary', () => {
		const type = 'Multipart/Form-Data; charset=utf-8; boundary="xYz"';
		expect(parseMultipart(type, Buffer.from(`${field}--xYz--`))).toHaveLength(1);
	});

	test.each([
		['another media type', 'application/json', `${field}--xYz--`],
		['no boundary', 'multipart/form-data', `${field}--xYz--`],
		['another boundary', 'multipart/form-data; boundary=abc', `${field}--xYz--`],
		['no end', MULTIPART, field],
		['a part without name', MULTIPART, '--xYz\r\nContent-Type: a/b\r\n\r\nx\r\n--xYz--'],
		['a part without an empty line', MULTIPART, '--xYz\r\nx\r\n--xYz--'],
	])('with %s are not well formed', (_name, contentType, body) => {
		expect(parseMultipart(contentType, Buffer.from(body))).toBeNull();
	});
});

test('a policy ends with its time', () => {
	const policy = writePolicy({ uploadDir: 'a', expires: 5000, maxBytes: 10 });
	const values = new Map([
		['key', 'a/b'],
		['x-oss-object-acl', 'private'],
		['x-oss-forbid-overwrite', 'true'],
	]);
	const broken = (bytes: number, now: number) => brokenTerm(policy, { values, bytes }, now);
	expect([broken(10, 4999), broken(11, 4999), broken(10, 5000)]).toEqual([
		null,
		'fileIsTooLarge',
		'Policy expired.',
	]);
});

describe('the temporary storage', () => {
	const bounds = { accountFiles: 2, accountBytes: 10, allFiles: 3, allBytes: 12 };
	const file = (account: string, size = 1) => ({
		account,
		model: 'qwen-vl-ocr',
		bytes: Buffer.alloc(size),
		storedAt: 0,
	});
	const kept = (storage: TemporaryStorage, names: string) =>
		[...names].filter((name) => storage.get(name)).join('');

	test.each([
		[
			'files of an account',
			[
				['a', 1],
				['a', 1],
				['b', 1],
				['a', 1],
			],
			'BCD',
		],
		[
			'bytes of an account',
			[
				['a', 6],
				['b', 1],
				['a', 6],
			],
			'BC',
		],
		[
			'files in all',
			[
				['a', 1],
				['b', 1],
				['c', 1],
				['d', 1],
			],
			'BCD',
		],
		[
			'bytes in all',
			[
				['a', 6],
				['b', 6],
				['c', 6],
			],
			'BC',
		],
		['bytes of a single file', [['a', 11]], ''],
	] as Array<[string, Array<[string, number]>, string]>)(
		'drops the oldest beyond the bound of %s',
		(_name, files, expected) => {
			const storage = new TemporaryStorage(Buffer.alloc(1), bounds);
			files.forEach(([account, size], index) => storage.put('ABCD'[index], file(account, size)));
			expect(kept(storage, 'ABCD')).toBe(expected);
		},
	);

	test('gives a file for less than 48 hours', () => {
		const storage = new TemporaryStorage(Buffer.alloc(1));
		const stored = { ...file(accountOf('sk-test-a')), bytes: pngHeader(20, 20) };
		storage.put('a.png', stored);
		const open = (hours: number) =>
			openStoredPicture(
				'oss://a.png',
				{ key: 'sk-test-a', model: 'qwen-vl-ocr', now: hours * 3_600_000, fileHours: 48 },
				storage,
			);
		expect(open(47.9)).toEqual({ bytes: stored.bytes, mediaType: 'image/png' });
		expect(() => open(48)).toThrow('Unable to download the media resource');
	});
});
