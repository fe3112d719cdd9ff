import type { Exchange, ServiceReply, Services } from './exchange';
import type { Stage } from './faults/fault';
import { listModels } from './modelsEndpoint';
import { generate } from './nativeEndpoint';
import { respond } from './responses/responsesEndpoint';
import { ServiceError, type ErrorShape } from './serviceErrors';
import { getPolicy } from './storage/uploadsEndpoint';

/** An endpoint of the service. */
export interface Route {
	method: string;
	path: string;
	serve: (exchange: Exchange, services: Services) => Promise<ServiceReply>;
}

const GENERATION = '/api/v1/services/aigc/multimodal-generation/generation';
const UPLOADS = '/api/v1/uploads';
const RESPONSES = '/compatible-mode/v1/responses';

const ROUTES: Route[] = [
	{ method: 'POST', path: GENERATION, serve: generate },
	{ method: 'POST', path: RESPONSES, serve: respond },
	{ method: 'GET', path: '/compatible-mode/v1/models', serve: listModels },
	{ method: 'GET', path: UPLOADS, serve: getPolicy },
];

/** The endpoint for a request. Throws 404 when the stand-in has none. */
export function findRoute(method: string, path: string): Route {
	const route = ROUTES.find((known) => known.method === method && known.path === path);
	if (route) return route;
	throw new ServiceError(404, 'NotFound', `Not found: ${method} ${path}`);
}

/** Whether a request has a model read something; only those are charged and limited. */
export function isModelCall(method: string, path: string): boolean {
	return method === 'POST' && (path === GENERATION || path === RESPONSES);
}

/** What a request to the service is for, as faults see it. */
export function stageOf(path: string): Stage {
	return path === UPLOADS ? 'policy' : 'answer';
}

/** The shape of errors on a path. */
export function errorShape(path: string): ErrorShape {
	if (path === RESPONSES) return 'flat';
	return path.startsWith('/compatible-mode/') ? 'compatible' : 'native';
}
