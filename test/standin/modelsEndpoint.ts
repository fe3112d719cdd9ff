import type { ServiceReply } from './exchange';
import { OCR_MODEL_NAMES, OTHER_MODEL_NAMES } from './models';

/** Serves GET /compatible-mode/v1/models in the shape of OpenAI's model list. */
export async function listModels(): Promise<ServiceReply> {
	const names = [...OCR_MODEL_NAMES, ...OTHER_MODEL_NAMES];
	const data = names.map((id) => ({ id, object: 'model', created: 0, owned_by: 'system' }));
	return { status: 200, body: { object: 'list', data }, billed: false };
}
