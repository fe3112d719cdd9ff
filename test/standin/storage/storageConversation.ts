/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- the stand-in runs on Node, not in n8n */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { ClientConnection } from '../clientConnection';
import type { KeyDesk, KeyDesks } from '../control/keyDesk';
import { scriptedParts } from '../control/scriptedReplies';
import { USUAL_RULES } from '../control/storageRules';
import { readBytes } from '../readBody';
import type { RawReply } from '../sendReply';
import { parseMultipart } from './multipart';
import { notReadable, OssError, ossErrorXml, tooLarge } from './ossError';
import { accountOfForm, readForm, recordedForm, type PostedForm } from './postedForm';
import { postObject } from './postObject';
import type { TemporaryStorage } from './temporaryStorage';

/** What the storage shares with the service. */
export interface StorageSetting {
	storage: TemporaryStorage;
	desks: KeyDesks;
	/** Milliseconds that every reply is held back. */
	latency: number;
}

/** The largest file that a policy can allow, and its form. */
const MOST_BYTES = 101 * 1024 * 1024;

/**
 * Answers one request to the object storage; never rejects. It carries no API key: the log and the
 * script of its account's key count, once the form has told the account.
 */
export async function converseWithStorage(
	request: IncomingMessage,
	response: ServerResponse,
	setting: StorageSetting,
): Promise<void> {
	const client = new ClientConnection(request, response);
	const { method = 'GET', url: path = '/', headers } = request;
	const requestId = randomBytes(12).toString('hex').toUpperCase();
	try {
		const body = await readBytes(request, MOST_BYTES);
		const form = body && readPostedForm(headers['content-type'], body);
		const desk = form && setting.desks.ofAccount(accountOfForm(form));
		const record = desk?.log.open({ method, path, requestId }, headers);
		if (form && record) record.body = recordedForm(form, headers['content-length'] !== undefined);
		if (record) client.whenGone(() => (record.aborted = true));

		const scripted = desk?.replies.shift();
		const script = scripted && scriptedParts(scripted);
		if (script?.hang) return;
		await client.holdBack(script?.delay ?? setting.latency);
		const reply = script
			? { status: script.status, headers: script.headers, body: script.text }
			: answer({ request, requestId, isTooLarge: body === null, form, desk }, setting.storage);
		if (client.isGone) return;
		if (record) record.status = reply.status;
		response
			.writeHead(reply.status, {
				server: 'AliyunOSS',
				'x-oss-request-id': requestId,
				'content-length': Buffer.byteLength(reply.body),
				...reply.headers,
			})
			.end(reply.body);
	} catch (error) {
		if (client.isGone) return;
		process.stderr.write(`${method} ${path} failed: ${String(error)}\n`);
		response.destroy();
	}
}

function readPostedForm(contentType: string | undefined, body: Buffer): PostedForm | null {
	const parts = parseMultipart(contentType ?? '', body);
	return parts && readForm(parts);
}

interface StorageRequest {
	request: IncomingMessage;
	requestId: string;
	isTooLarge: boolean;
	form: PostedForm | null;
	desk: KeyDesk | null;
}

function answer(asked: StorageRequest, storage: TemporaryStorage): RawReply {
	const { method, headers } = asked.request;
	try {
		if (method !== 'POST') throw notReadable();
		if (asked.isTooLarge) throw tooLarge();
		const { status, etag } = postObject(
			{
				hasAuthorization: headers.authorization !== undefined,
				hasContentLength: headers['content-length'] !== undefined,
				form: asked.form,
				now: Date.now(),
			},
			storage,
			asked.desk?.storage ?? USUAL_RULES,
		);
		return { status, headers: { etag }, body: '' };
	} catch (error) {
		if (!(error instanceof OssError)) throw error;
		const type: OutgoingHttpHeaders = { 'content-type': 'application/xml' };
		return { status: error.status, headers: type, body: ossErrorXml(error, asked.requestId) };
	}
}
