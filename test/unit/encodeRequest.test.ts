import { encodeRequest } from '../../nodes/QwenOcr/dashscope/encodeRequest';
import { toNativeRequest } from '../../nodes/QwenOcr/dashscope/nativeRequest';

const request = { model: 'qwen-vl-ocr', prompt: 'Read “all” of it.\n', pixels: {}, parameters: {} };

function bytesOf(length: number): Buffer {
	return Buffer.from(Array.from({ length }, (_, index) => (index * 31) % 256));
}

test.each([0, 1, 2, 3, 1000, 3 * 256 * 1024, 3 * 256 * 1024 + 1, 2_000_001])(
	'writes a picture of %i bytes as JSON would',
	(length) => {
		const bytes = bytesOf(length);
		const images = [`data:image/png;base64,${bytes.toString('base64')}`];
		const { body } = encodeRequest(request, [{ mimeType: 'image/png', bytes }]);
		expect(body.equals(Buffer.from(JSON.stringify(toNativeRequest({ ...request, images }))))).toBe(
			true,
		);
	},
);

it('keeps the order of pictures and addresses', () => {
	const pictures = [
		{ mimeType: 'image/png', bytes: bytesOf(4) },
		'https://a.example/b.jpg',
		{ mimeType: 'image/jpeg', bytes: bytesOf(5) },
	];
	const { body, isStored } = encodeRequest(request, pictures);
	const { input } = JSON.parse(body.toString()) as ReturnType<typeof toNativeRequest>;
	expect(input.messages[0].content.map((part) => Object.values(part)[0])).toEqual([
		'data:image/png;base64,AB8+XQ==',
		'https://a.example/b.jpg',
		'data:image/jpeg;base64,AB8+XXw=',
		request.prompt,
	]);
	expect(isStored).toBe(false);
	expect(encodeRequest(request, ['oss://a/b.png']).isStored).toBe(true);
});
