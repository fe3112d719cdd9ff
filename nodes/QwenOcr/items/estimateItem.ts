import type { INodeExecutionData } from 'n8n-workflow';
import type { Estimate } from '../dashscope/cost/estimate';
import type { Source } from '../documents/document';
import { outputItem, shortSource } from './resultItem';
import type { ItemFacts, OutputSettings } from './resultItem';

/** A request that was not sent, and what it would take at most. */
export interface EstimatedRequest {
	estimate: Estimate;
	source: Source;
	warnings: readonly string[];
}

/** Makes the item of a request that was not sent: the most tokens that it may take, and their price. */
export function estimateItem(
	{ estimate, source, warnings }: EstimatedRequest,
	facts: ItemFacts,
	{ simplify, keepSource }: Pick<OutputSettings, 'simplify' | 'keepSource'>,
): INodeExecutionData {
	const { inputTokens, outputTokens, cost, currency } = estimate;
	const { model, task } = facts;
	const json = {
		estimate: {
			inputTokens,
			outputTokens,
			...(cost !== undefined && currency && { cost: { amount: cost, currency } }),
		},
		source: { ...(simplify ? shortSource(source) : source) },
		...(!simplify && { model, ...(task && { task }) }),
		...(warnings.length > 0 && { warnings: [...warnings] }),
	};
	return outputItem(json, facts, keepSource);
}
