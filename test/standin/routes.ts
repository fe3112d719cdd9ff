import type { Exchange, ServiceReply, Services } from './exchange';
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

const RESPONSES = '/compatible-mode/v1/responses';

const ROUTES: Route[] = [
	{
		method: 'POST',
		path: '/api/v1/services/aigc/multimodal-generation/generation',
		serve: generate,
	},
	{ method: 'POST', path: RESPONSES, serve: respond },
	{ method: 'GET', path: '/compatible-mode/v1/models', serve: listModels },
	{ method: 'GET', path: '/api/v1/uploads', serve: getPolicy },
];

/** The endpoint for a request. Throws 404 when the stand-in has none. */
export function findRoute(method: string, path: string): Route {
	const route = ROUTES.find((known) => known.method === method && known.path === path);
	if (route) return route;
	throw new ServiceError(404, 'NotFound', `Not found: ${method} ${path}`);
}

/** The shape of errors on a path. */
export function errorShape(path: string): ErrorShape {
	if (path === RESPONSES) return 'flat';
	return path.startsWith('/compatible-mode/') ? 'compatible' : 'native';
}
