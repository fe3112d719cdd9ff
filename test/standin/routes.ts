import type { Answerer } from './answers/answer';
import type { Exchange, ServiceReply } from './exchange';
import { listModels } from './modelsEndpoint';
import { generate } from './nativeEndpoint';
import { ServiceError, type ErrorShape } from './serviceErrors';

/** An endpoint of the service. */
export interface Route {
	method: string;
	path: string;
	serve: (exchange: Exchange, answerer: Answerer) => Promise<ServiceReply>;
}

const ROUTES: Route[] = [
	{
		method: 'POST',
		path: '/api/v1/services/aigc/multimodal-generation/generation',
		serve: generate,
	},
	{ method: 'GET', path: '/compatible-mode/v1/models', serve: listModels },
];

/** The endpoint for a request. Throws 404 when the stand-in has none. */
export function findRoute(method: string, path: string): Route {
	const route = ROUTES.find((known) => known.method === method && known.path === path);
	if (route) return route;
	throw new ServiceError(404, 'NotFound', `Not found: ${method} ${path}`);
}

/** The shape of errors on a path. */
export function errorShape(path: string): ErrorShape {
	return path.startsWith('/compatible-mode/') ? 'compatible' : 'native';
}
