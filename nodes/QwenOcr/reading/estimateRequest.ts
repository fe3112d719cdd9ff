import { estimate } from '../dashscope/cost/estimate';
import type { Estimate, RequestToEstimate } from '../dashscope/cost/estimate';
import type { Job } from './job';

/** What is known of a request before it is sent, for its highest price. */
export type Expected = Pick<RequestToEstimate, 'pictures' | 'pdfPages'>;

/** Gives the most tokens that a request of the item may take, and their price where it is known. */
export function estimateRequest(
	{ settings, operation, request, facts }: Job,
	expected: Expected,
): Estimate {
	return estimate(
		{
			...expected,
			...request,
			model: settings.model,
			task: operation.task,
			pixels: settings.pixels,
			enableRotate: settings.enableRotate,
			maxTokens: settings.parameters.maxTokens,
		},
		facts.price,
	);
}
