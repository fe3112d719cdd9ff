import { isObject, type JsonObject } from './nativeRequest';
import { invalidParameter } from './serviceErrors';

/** A request body's JSON object, a byte-order mark allowed. Throws the service's refusal. */
export function parseBody(text: string): JsonObject {
	const refusal = 'Required body invalid, please check the request body format.';
	let body: unknown;
	try {
		body = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		throw invalidParameter(refusal);
	}
	if (!isObject(body)) throw invalidParameter(refusal);
	return body;
}
