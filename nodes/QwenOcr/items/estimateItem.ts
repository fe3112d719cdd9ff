import type { INodeExecutionData } from 'n8n-workflow';
import type { Estimate } from '../dashscope/cost/estimate';
import type { Source } from '../documents/document';
import { outputItem, shortSource } from './resultItem';
import type { ItemFacts, OutputSettings } from './resultItem';

/** Makes the item of a request that was not sent: the most tokens that it may take, and their price. */
export function estimateItem(
	{ inputTokens, outputTokens, cost, currency }: Estimate,
	source: Source,
	facts: ItemFacts,
	{ simplify, keepSource }: Pick<OutputSettings, 'simplify' | 'keepSource'>,
	warnings: readonly string[],
): INodeExecutionData {
	const { model, task } = facts;
	const json = {
		estimate: {
			inputTokens,
			outputTokens,
			...(cost !== undefined && currency && { cost: { amount: cost, currency } }),
		},
		source: { ...(simplify ? shortSource(source) : source) },
		...(!simplify && { model, ...(task && { task }) }),
	};
	return withItemWarnings(outputItem(json, facts, keepSource), warnings);
}

/** Gives the item with warnings before its own; as it is without any. */
export function withItemWarnings(
	item: INodeExecutionData,
	warnings: readonly string[],
): INodeExecutionData {
	if (warnings.length === 0) return item;
	const own = Array.isArray(item.json.warnings) ? (item.json.warnings as string[]) : [];
	return { ...item, json: { ...item.json, warnings: [...warnings, ...own] } };
}
