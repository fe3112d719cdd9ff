import { Fault } from '../fault';
import { askService } from './client';
import type { Service } from './client';
import { explainConnection } from './connectionFault';
import type { HttpAnswer } from './http';
import { asNumber } from './nativeAnswer';
import { asRecord, asText } from './record';

/** A picture that is too large for a data URL. */
export interface StoredPicture {
	mimeType: string;
	bytes: Buffer;
}

/** The service's permission to store one file, as it gives it (contract, section 5). */
interface UploadPolicy {
	host: string;
	folder: string;
	maxBytes: number;
	/** Form fields in the order in which they are sent. */
	fields: ReadonlyArray<[string, string]>;
}

/**
 * Puts a picture into the service's temporary storage, where only this model of this account can
 * read it, for 48 hours, and gives its `oss://` address.
 * @throws Fault `upload_refused`, or what the service reports for its permission
 */
export async function storePicture(
	service: Service,
	model: string,
	picture: StoredPicture,
): Promise<string> {
	const policy = await askForPolicy(service, model);
	if (picture.bytes.length > policy.maxBytes)
		throw uploadRefused('it is too large for the storage');
	const key = `${policy.folder}/picture.${extensionOf(picture.mimeType)}`;
	await sendToStorage(service, policy, key, picture);
	return `oss://${key}`;
}

async function askForPolicy(service: Service, model: string): Promise<UploadPolicy> {
	const query = new URLSearchParams({ action: 'getPolicy', model });
	const body = await askService(service, model, {
		method: 'GET',
		url: `${service.baseUrl}/api/v1/uploads?${query.toString()}`,
		timeoutMilliseconds: service.timeoutMilliseconds,
	}).catch((error: unknown) => {
		throw asRefusal(error);
	});
	return readPolicy(asRecord(body.data), service.baseUrl);
}

/** Where an account or a region has no storage, the way out is the same as for a refused file. */
function asRefusal(error: unknown): unknown {
	if (!(error instanceof Fault) || error.details.retryable) return error;
	const { httpCode = 0 } = error.details;
	return httpCode === 401 || httpCode < 400 ? error : uploadRefused(error.message, error.details);
}

function readPolicy(data: Record<string, unknown>, baseUrl: string): UploadPolicy {
	const host = asText(data.upload_host);
	const folder = asText(data.upload_dir);
	if (!folder || !isTrusted(host, baseUrl)) throw uploadRefused('the service named no storage');
	const megabytes = asNumber(data.max_file_size_mb);
	return {
		host: host.replace(/\/+$/, ''),
		folder,
		maxBytes: Number.isFinite(megabytes) ? megabytes * 1024 * 1024 : Infinity,
		fields: [
			['OSSAccessKeyId', asText(data.oss_access_key_id)],
			['Signature', asText(data.signature)],
			['policy', asText(data.policy)],
			['x-oss-object-acl', asText(data.x_oss_object_acl)],
			['x-oss-forbid-overwrite', asText(data.x_oss_forbid_overwrite)],
			['success_action_status', '200'],
		],
	};
}

/** A picture goes over an unprotected line only where the service itself is reached over one. */
function isTrusted(host: string, baseUrl: string): boolean {
	if (!URL.canParse(host)) return false;
	const { protocol } = new URL(host);
	return protocol === 'https:' || (protocol === 'http:' && baseUrl.startsWith('http:'));
}

async function sendToStorage(
	service: Service,
	policy: UploadPolicy,
	key: string,
	{ mimeType, bytes }: StoredPicture,
): Promise<void> {
	const form = new FormData();
	for (const [name, value] of policy.fields) form.append(name, value);
	form.append('key', key);
	form.append('x-oss-content-type', mimeType);
	// The storage takes no field behind the file.
	form.append('file', new Blob([new Uint8Array(bytes)], { type: mimeType }), key.split('/').pop());
	const encoded = new Response(form);
	const answer = await send(service, {
		url: `${policy.host}/`,
		contentType: encoded.headers.get('content-type') ?? '',
		body: Buffer.from(await encoded.arrayBuffer()),
	});
	if (answer.status === 200 || answer.status === 204) return;
	throw uploadRefused(`it answered HTTP ${answer.status}${reasonIn(answer)}`, {
		httpCode: answer.status,
		retryable: answer.status >= 500 || isExpired(answer),
		...(isExpired(answer) && { retry: { mostRetries: 1 } }),
	});
}

async function send(
	service: Service,
	{ url, contentType, body }: { url: string; contentType: string; body: Buffer },
): Promise<HttpAnswer> {
	const { sendWithoutKey, timeoutMilliseconds, hideSecrets } = service;
	try {
		return await sendWithoutKey({
			method: 'POST',
			url,
			headers: { 'Content-Type': contentType, 'Content-Length': String(body.length) },
			body,
			timeoutMilliseconds,
		});
	} catch (error) {
		throw explainConnection(error, {
			target: "the service's temporary storage",
			advice: 'Check that this n8n may connect to it, or use a public URL or a smaller picture.',
			timeoutMilliseconds,
			hideSecrets,
		});
	}
}

/** A busy machine may come too late with its permission; the next attempt asks for a new one. */
function isExpired({ status, body }: HttpAnswer): boolean {
	return status === 403 && body.toString('utf8', 0, 4096).includes('Policy expired');
}

/** The storage explains itself in XML. */
function reasonIn({ body }: HttpAnswer): string {
	const code = /<Code>([\w.]{1,60})<\/Code>/.exec(body.toString('utf8', 0, 4096))?.[1];
	return code ? ` (${code})` : '';
}

function uploadRefused(why: string, details: Fault['details'] = {}): Fault {
	return new Fault(
		'upload_refused',
		"The picture is too large to send, and the service's temporary storage did not take it",
		`Use a public URL or a smaller picture. The reason given: ${why}`,
		details,
	);
}

/** The name must fit the content, or the service does not open the file. */
function extensionOf(mimeType: string): string {
	const name = mimeType.slice('image/'.length);
	return name === 'jpeg' ? 'jpg' : name;
}
