import { Fault } from '../fault';
import { explainConnection } from './connectionFault';
import type { HttpAnswer, HttpRequest, Send } from './http';
import { readNativeAnswer } from './nativeAnswer';
import type { Answer } from './nativeAnswer';
import type { EncodedRequest } from './encodeRequest';
import { GENERATION_PATH } from './nativeRequest';
import { readFileAnswer } from './fileAnswer';
import { RESPONSES_PATH, toFileRequest } from './fileRequest';
import type { FileRequest } from './fileRequest';
import { asRecord, asText } from './record';
import type { HideSecrets } from './secrets';
import { readServiceFault } from './serviceFault';

/** Where a service is, and how to reach it. */
export interface Service {
	baseUrl: string;
	/** As in `placeName`. */
	place: string;
	timeoutMilliseconds: number;
	send: Send;
	/** Sends without the key, to the storage that the service names. */
	sendWithoutKey: Send;
	hideSecrets: HideSecrets;
}

/**
 * Has pictures read by the service's native endpoint.
 * @throws Fault for everything but a complete answer
 */
export async function recognize(
	service: Service,
	{ model, body, isStored }: EncodedRequest,
): Promise<Answer> {
	const answer = await askService(service, model, {
		method: 'POST',
		url: `${service.baseUrl}${GENERATION_PATH}`,
		headers: { ...JSON_BODY, ...(isStored && { 'X-DashScope-OssResourceResolve': 'enable' }) },
		body,
		timeoutMilliseconds: service.timeoutMilliseconds,
	});
	return readNativeAnswer(answer);
}

/**
 * Has a PDF read by its URL, by the service's Responses endpoint.
 * @throws Fault as `recognize` does
 */
export async function recognizeFile(service: Service, request: FileRequest): Promise<Answer> {
	const body = await askService(service, request.model, {
		method: 'POST',
		url: `${service.baseUrl}${RESPONSES_PATH}`,
		headers: JSON_BODY,
		body: Buffer.from(JSON.stringify(toFileRequest(request))),
		timeoutMilliseconds: service.timeoutMilliseconds,
	});
	return readFileAnswer(body);
}

const JSON_BODY = { 'Content-Type': 'application/json' };

/**
 * Lists the model names that the account sees, Qwen-OCR or not.
 * @throws Fault as `recognize` does
 */
export async function listModelNames(service: Service): Promise<string[]> {
	const body = await askService(service, 'the model list', {
		method: 'GET',
		url: `${service.baseUrl}/compatible-mode/v1/models`,
		timeoutMilliseconds: service.timeoutMilliseconds,
	});
	const models = Array.isArray(body.data) ? body.data : [];
	return models.map((model) => asText(asRecord(model).id)).filter(Boolean);
}

/**
 * Sends a request with the key and gives the JSON of a good answer.
 * @throws Fault for a connection that failed, an error that the service reports, or no JSON
 */
export async function askService(
	service: Service,
	model: string,
	request: HttpRequest,
): Promise<Record<string, unknown>> {
	const answer = await sendOrExplain(service, request);
	const body = parseJson(answer.body);
	const fault = readServiceFault(answer.status, body, answer.headers, { ...service, model });
	if (fault) throw fault;
	if (typeof body !== 'object' || body === null) throw unreadableAnswer(answer, service.place);
	return body as Record<string, unknown>;
}

async function sendOrExplain(service: Service, request: HttpRequest): Promise<HttpAnswer> {
	try {
		return await service.send(request);
	} catch (error) {
		throw explainConnection(error, {
			target: `the service ${service.place}`,
			advice: 'Check the network, and Region or Base URL in the DashScope API credential.',
			timeoutMilliseconds: service.timeoutMilliseconds,
			hideSecrets: service.hideSecrets,
		});
	}
}

function parseJson(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString('utf8').replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}

function unreadableAnswer(answer: HttpAnswer, place: string): Fault {
	const requestId = answer.headers['x-request-id'];
	return new Fault(
		'unreadable_answer',
		`The service answered something that is not JSON ${place}`,
		'Run the item again. With a custom Base URL, check that it leads to DashScope.',
		{
			httpCode: answer.status,
			...(typeof requestId === 'string' && { requestId }),
			retryable: true,
			// A complete answer may have been billed: it is never asked for again by itself.
			retry: { mostRetries: 0 },
		},
	);
}
