/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- makes pictures of each format to look at their bytes */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { noFieldFits, selectBinaryFields } from '../../nodes/QwenOcr/documents/binaryFields';
import { detectFileType } from '../../nodes/QwenOcr/documents/fileType';
import { checkPicture } from '../../nodes/QwenOcr/documents/pictureChecks';
import { readPictureUrl } from '../../nodes/QwenOcr/documents/pictureUrl';
import { computingTime } from './computingTime';
import { manyRuns } from './propertyRuns';

const MEGABYTE = 1024 * 1024;

function blank(width: number, height: number) {
	return sharp({ create: { width, height, channels: 3, background: '#fff' } });
}

describe('the type of a file, by its bytes', () => {
	test.each(['jpeg', 'png', 'webp', 'tiff'] as const)('%s with its size', async (format) => {
		const bytes = await blank(30, 20).toFormat(format).toBuffer();
		expect(detectFileType(bytes)).toEqual({
			kind: 'picture',
			mimeType: `image/${format}`,
			width: 30,
			height: 20,
			orientation: 1,
		});
	});

	it('includes the EXIF orientation of a phone photo', async () => {
		const bytes = await blank(30, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer();
		expect(detectFileType(bytes)).toMatchObject({ width: 30, height: 20, orientation: 6 });
	});

	it('is read for bmp and heic from their headers', () => {
		const bmp = Buffer.alloc(54);
		bmp.write('BM');
		bmp.writeUInt32LE(40, 14);
		bmp.writeUInt32LE(30, 18);
		bmp.writeInt32LE(20, 22);
		expect(detectFileType(bmp)).toMatchObject({ mimeType: 'image/bmp', width: 30, height: 20 });
		const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000mif1heic')]);
		expect(detectFileType(heic)).toEqual({ kind: 'damaged', mimeType: 'image/heic' });
	});

	test.each([
		['', 'empty'],
		['GIF89a....', 'a GIF picture'],
		['\0\0\0\x1cftypavif', 'an AVIF picture'],
		['<?xml version="1.0"?><svg xmlns="x">', 'an SVG drawing'],
		['PK\x03\x04....', 'a ZIP file'],
		['PK\x03\x04..xl/workbook.xml..', 'an Excel workbook'],
		['PK\x03\x04..ppt/slides..', 'a PowerPoint presentation'],
		['PK\x03\x04..OFD.xml..', 'an OFD document'],
		['\xd0\xcf\x11\xe0....', 'an old Office file'],
		['<!DOCTYPE html><html>', 'a web page'],
		['hello', 'neither a picture nor a PDF'],
		['BMW invoice of the 4th of May', 'neither a picture nor a PDF'],
		['\0\0\0\x18ftypmif1\0\0\0\0mif1avif', 'an AVIF picture'],
	])('%j is %s', (start, name) => {
		expect(detectFileType(Buffer.from(start, 'latin1'))).toEqual({ kind: 'other', name });
	});

	it('never comes from memory behind the file', () => {
		const head = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
		const pool = Buffer.concat([head, Buffer.from('sk-test-secret-of-another-item')]);
		expect(detectFileType(pool.subarray(0, head.length))).toEqual({
			kind: 'damaged',
			mimeType: 'image/png',
		});
	});

	it('is found for any bytes without throwing', () => {
		const real = readFileSync(
			join(__dirname, '../fixtures/pictures/receipt-en-photo.jpg'),
		).subarray(0, 600);
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(600), (noise, at) => {
				detectFileType(Buffer.from(noise));
				detectFileType(Buffer.concat([real.subarray(0, at), Buffer.from(noise)]));
			}),
			manyRuns(),
		);
	});
});

describe('pictures that the service will not read', () => {
	const png = {
		kind: 'picture',
		mimeType: 'image/png',
		width: 100,
		height: 100,
		orientation: 1,
	} as const;

	test.each([
		['picture_too_small', { ...png, width: 9 }, 1000],
		['picture_too_narrow', { ...png, width: 2001, height: 10 }, 1000],
		[
			'picture_format_too_large',
			{ ...png, mimeType: 'image/heic', width: 4000, height: 3000 },
			1000,
		],
		['picture_too_many_pixels', { ...png, width: 8000, height: 8000 }, 1000],
		['file_too_large', png, 10 * MEGABYTE + 1],
		['picture_unreadable', { kind: 'damaged', mimeType: 'image/png' } as const, 1000],
		['unsupported_file', { kind: 'other', name: 'a PDF' } as const, 1000],
		['empty_file', { kind: 'other', name: 'empty' } as const, 0],
	])('are refused as %s', (code, type, byteLength) => {
		expect(() => checkPicture('The file x', type, byteLength, 10 * MEGABYTE)).toThrow(
			expect.objectContaining({ code, message: expect.stringContaining('The file x') }),
		);
	});

	test.each([
		[{ ...png, width: 10, height: 2000 }, 1000],
		[{ ...png, mimeType: 'image/jpeg', width: 6000, height: 3000 }, 1000],
		[png, 10 * MEGABYTE],
	])('begin only beyond %j', (type, byteLength) => {
		expect(() => checkPicture('The file x', type, byteLength, 10 * MEGABYTE)).not.toThrow();
	});

	it('are told apart from large ones that are read with a warning', () => {
		const large = { ...png, width: 6000, height: 3000 };
		expect(checkPicture('The file x', large, 1000, MEGABYTE).warnings[0]).toContain(
			'18.0 million pixels',
		);
		expect(checkPicture('The file x', png, 1000, MEGABYTE).warnings).toEqual([]);
	});
});

describe('binary fields of an item', () => {
	const file = { data: 'AA==', mimeType: 'image/png' };
	const item = {
		json: {},
		binary: { data: file, attachment_0: { ...file }, attachment_1: { ...file } },
	};

	test.each([
		['data', ['data']],
		['data, attachment_1', ['data', 'attachment_1']],
		['attachment_*', ['attachment_0', 'attachment_1']],
		['*', ['data', 'attachment_0', 'attachment_1']],
		['attachment_0,attachment_*', ['attachment_0', 'attachment_1']],
	])('%j are %j', (wanted, fields) => {
		expect(selectBinaryFields(item, wanted).map(({ field }) => field)).toEqual(fields);
	});

	it('are found under json._files in combined mode, with or without the prefix', () => {
		const combined = { json: { _files: { data: file } } };
		expect(selectBinaryFields(combined, 'data')).toHaveLength(1);
		expect(selectBinaryFields(combined, '_files.data')).toHaveLength(1);
	});

	it('may be given as the object itself', () => {
		expect(selectBinaryFields(item, item.binary.attachment_1)).toEqual([
			{ field: 'attachment_1', binary: item.binary.attachment_1, isByPattern: false },
		]);
	});

	it('are found by an object that describes them without their content, as $binary gives it', () => {
		const named = {
			json: {},
			binary: { a: { ...file, fileName: 'a.png' }, b: { ...file, fileName: 'b.png' } },
		};
		expect(selectBinaryFields(named, { mimeType: 'image/png', fileName: 'b.png' })[0].field).toBe(
			'b',
		);
		expect(() => selectBinaryFields(named, {})).toThrow(
			'Input Binary Field is an object without a file',
		);
	});

	it('may be given as lists of names, patterns and objects', () => {
		const fieldsOf = (wanted: unknown) =>
			selectBinaryFields(item, wanted).map(({ field, isByPattern }) => [field, isByPattern]);
		expect(fieldsOf(['attachment_1', 'data'])).toEqual([
			['attachment_1', false],
			['data', false],
		]);
		expect(fieldsOf([item.binary.data, 'attachment_*'])).toEqual([
			['data', false],
			['attachment_0', true],
			['attachment_1', true],
		]);
		expect(() => selectBinaryFields(item, [])).toThrow('Input Binary Field is an empty list');
		expect(() => selectBinaryFields(item, ['data', 'photo'])).toThrow(
			"The item has no binary field 'photo'",
		);
	});

	it('of other items are read by themselves, however many have one name', () => {
		const others = ['CC==', 'DD=='].map((data) => ({ ...file, data }));
		expect(selectBinaryFields(item, others).map(({ binary }) => binary)).toEqual(others);
	});

	it('may be hundreds that are given as objects', () => {
		const names = Array.from({ length: 1000 }, (_, index) => `file_${index}`);
		const many = {
			json: {},
			binary: Object.fromEntries(names.map((name) => [name, { ...file, fileName: name }])),
		};
		const described = names.map((fileName) => ({ mimeType: file.mimeType, fileName }));
		let selected: unknown[] = [];
		const select = () => (selected = selectBinaryFields(many, described));
		expect(computingTime(select)).toBeLessThan(1000);
		expect(selected).toHaveLength(1000);
	});

	describe('that look the same', () => {
		const described = { mimeType: file.mimeType };
		const alike = {
			json: {},
			binary: { a: { ...file, data: 'AA==' }, b: { ...file, data: 'BB==' }, 'c d': { ...file } },
		};

		test.each<[string, unknown, string[]]>([
			['={{ $binary.b }}', described, ['b']],
			["={{ $('A').item.binary['c d'] }}", described, ['c d']],
			[
				'={{ [$binary.a, $binary.b, $binary["c d"]] }}',
				[described, { ...described }, described],
				['a', 'b', 'c d'],
			],
		])('are told apart by the expression %s', (expression, wanted, fields) => {
			expect(selectBinaryFields(alike, wanted, expression).map(({ field }) => field)).toEqual(
				fields,
			);
		});

		it('are any of them where their content is the same', () => {
			const copies = { json: {}, binary: { a: alike.binary.a, 'c d': alike.binary['c d'] } };
			expect(selectBinaryFields(copies, described).map(({ field }) => field)).toEqual(['a']);
		});

		it('are refused where nothing tells', () => {
			for (const expression of [
				'={{ $json.file }}',
				'={{ $binary[$json.a] }}',
				'={{ $json.a.b }}',
			]) {
				expect(() => selectBinaryFields(alike, described, expression)).toThrow(
					"Input Binary Field fits several files: 'a', 'b', 'c d'",
				);
			}
		});
	});

	it('may have odd names', () => {
		const odd = {
			json: {},
			binary: { 'a,b': file, 'a*b': file, ' x ': file, '_files.q': file, 'n\nl': file },
		};
		for (const name of Object.keys(odd.binary)) {
			expect(selectBinaryFields(odd, name).map(({ field }) => field)).toEqual([name]);
		}
		expect(selectBinaryFields(odd, '*')).toHaveLength(5);
	});

	it('are compared with any pattern at once', () => {
		const long = { json: {}, binary: { ['a'.repeat(5000)]: file } };
		const started = performance.now();
		expect(selectBinaryFields(long, `${'*a'.repeat(500)}*b`)).toEqual([]);
		expect(performance.now() - started).toBeLessThan(500);
	});

	test.each([
		['photo', "The item has no binary field 'photo'"],
		['', 'Input Binary Field is empty'],
	])('that are missing (%j) are told with those that are there', (wanted, message) => {
		expect(() => selectBinaryFields(item, wanted)).toThrow(
			expect.objectContaining({
				message,
				description: expect.stringContaining("'data', 'attachment_0', 'attachment_1'"),
			}),
		);
	});

	it('that no pattern fits are none, and the fault for it names those that are there', () => {
		expect(selectBinaryFields(item, 'pdf_*, scan_*')).toEqual([]);
		expect(noFieldFits(item, 'pdf_*')).toMatchObject({
			code: 'no_matching_file',
			message: "No binary field of the item fits 'pdf_*'",
			description: expect.stringContaining("'attachment_1'"),
		});
	});

	it('of an item without any are told so', () => {
		expect(() => selectBinaryFields({ json: {} }, 'data')).toThrow(
			expect.objectContaining({ description: expect.stringContaining('no binary fields at all') }),
		);
	});
});

describe('the URL of a picture', () => {
	test.each([
		[
			'https://a.example/x/scan%201.jpg?b=c',
			{ kind: 'web', url: 'https://a.example/x/scan%201.jpg?b=c', fileName: 'scan 1.jpg' },
		],
		[' http://a.example ', { kind: 'web', url: 'http://a.example' }],
		[
			'https://a.example/b.example%3FSignature%3Ds3cret',
			{
				kind: 'web',
				url: 'https://a.example/b.example%3FSignature%3Ds3cret',
				fileName: 'b.example?…',
			},
		],
		['data:image/png;base64,QUJD', { kind: 'data', bytes: Buffer.from('ABC') }],
	])('%j is read', (text, expected) => {
		expect(readPictureUrl(text)).toEqual(expected);
	});

	test.each([
		'',
		'invoice.jpg',
		'ftp://a.example/b',
		'file:///etc/passwd',
		'data:image/png,abc',
		'data:image/png;base64,%%%',
	])('%j is refused', (text) => {
		expect(() => readPictureUrl(text)).toThrow(expect.objectContaining({ code: 'invalid_url' }));
	});

	test.each([
		'a.example/b.jpg?Signature=s3cret',
		'a.example%2Fb.jpg%3FSignature%3Ds3cret',
		'ftp://me:s3cret@a.example/b.jpg',
		'me:s3cret@a.example/b.jpg',
		`data:image/png,${'s3cret'.repeat(20)}`,
	])('%j is refused without its secret', (text) => {
		expect(() => readPictureUrl(text)).toThrow(
			expect.objectContaining({ message: expect.not.stringContaining('s3cret') }),
		);
	});

	test.each([
		['https%3A%2F%2Fme%3As3cret%40a.example%2Fb.jpg', 'b.jpg'],
		['b.jpg%253FOSSAccessKeyId%253Ds3cret%2526Signature%253Ds3cret', 'b.jpg?…'],
		['b.jpg%3FSignature%3Ds3cret%26x%3D100%', 'b.jpg?…'],
		['b.jpg%23access_token=s3cret', 'b.jpg#…'],
		['2026%20May.jpg', '2026 May.jpg'],
	])('the name of %j is given without its secret', (part, fileName) => {
		expect(readPictureUrl(`https://proxy.example/${part}`)).toMatchObject({ fileName });
	});
});
