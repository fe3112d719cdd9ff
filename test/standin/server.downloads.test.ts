/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the test runs on Node, not in n8n */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStandin, type Standin } from './server';
import { generationRequest, pngHeader, TestClient } from './testClient';

let standin: Standin;
let files: Server;
let filesUrl: string;
let client: TestClient;

beforeAll(async () => {
	standin = await createStandin({ answers: 'echo' });
	client = new TestClient(standin.url, 'sk-test-downloads');
	files = createServer((request, response) => {
		const png = pngHeader(40, 40);
		const contentType = { 'content-type': 'image/png' };
		switch (request.url) {
			case '/good.png':
				response.writeHead(200, { ...contentType, 'content-length': png.length }).end(png);
				break;
			case '/page.html':
				response.writeHead(200, { 'content-type': 'text/html', 'content-length': 1 }).end('x');
				break;
			case '/chunked.png':
				response.writeHead(200, contentType).write(png);
				response.end();
				break;
			case '/large.png':
				response
					.writeHead(200, { ...contentType, 'content-length': 11_000_000 })
					.end(Buffer.concat([png], 11_000_000));
				break;
			case '/moved.png':
				response.writeHead(302, { location: '/good.png' }).end();
				break;
			case '/cut.png':
				response.writeHead(200, { ...contentType, 'content-length': 1000 });
				response.write(png, () => response.destroy());
				break;
			default:
				response.writeHead(404).end();
		}
	});
	await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
	filesUrl = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
});

afterAll(async () => {
	await standin.close();
	files.closeAllConnections();
	await new Promise((resolve) => files.close(resolve));
});

test('reads a picture behind a URL of this machine', async () => {
	const { status, body } = await client.generate(generationRequest(`${filesUrl}/good.png`));
	expect(status).toBe(200);
	expect(body.output?.choices[0].message.content[0].text).toMatch(/^stand-in echo sha256:/);
});

const UNABLE = 'Unable to download the media resource during the data inspection process.';

test.each([
	['/missing.png', 400, 'InvalidParameter.DataInspection', UNABLE],
	['/moved.png', 400, 'InvalidParameter.DataInspection', UNABLE],
	['/cut.png', 400, 'InvalidParameter.DataInspection', UNABLE],
	['/page.html', 400, 'InvalidParameter', 'Wrong Content-Type of multimodal url'],
	['/large.png', 400, 'InvalidParameter', 'Multimodal file size is too large'],
	['/chunked.png', 500, 'InternalError.Algo', 'Missing Content-Length of multimodal url.'],
])('refuses %s as the service does', async (path, status, code, message) => {
	const reply = await client.generate(generationRequest(filesUrl + path));
	expect({ status: reply.status, ...reply.body }).toEqual({
		status,
		code,
		message,
		request_id: expect.any(String),
	});
});

test('asks no other machine for a picture', async () => {
	const { body } = await client.generate(generationRequest('https://pictures.example/a.png'));
	expect(body.code).toBe('InvalidParameter.DataInspection');
	expect(body.message).toBe(UNABLE);
});

test('takes larger files with qwen3.5-ocr', async () => {
	const request = generationRequest(`${filesUrl}/large.png`, {}, { model: 'qwen3.5-ocr' });
	expect((await client.generate(request)).status).toBe(200);
});
