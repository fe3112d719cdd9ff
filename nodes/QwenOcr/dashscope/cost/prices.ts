import { Fault } from '../../fault';
import { findModel } from '../models';
import type { Region } from '../regions';

export type Currency = 'CNY' | 'USD';

/** Of a million tokens. Pictures count as input. */
export interface TokenPrices {
	input: number;
	output: number;
}

export interface Price extends TokenPrices {
	currency: string;
	/** Whether it is the user's, not the service's. */
	isOwn?: true;
}

/** A user's own prices by model; `*` stands for every model that is not named. */
export type OwnPrices = ReadonlyMap<string, TokenPrices & { currency?: string }>;

/** What is needed to find prices. */
export interface Prices {
	own: OwnPrices;
}

/** The date of the price table, and where it is from. */
export const PRICES_AS_OF = {
	date: '2026-09',
	source: "Model Studio's price list and OCR guide",
} as const;

interface Row {
	models: readonly string[];
	regions: readonly Region[];
	perMillion: Readonly<Record<Currency, TokenPrices>>;
}

const TABLE: readonly Row[] = [
	{
		models: ['qwen3.5-ocr'],
		regions: ['cn-beijing'],
		perMillion: {
			CNY: { input: 0.5, output: 2 },
			USD: { input: 0.069, output: 0.275 },
		},
	},
	{
		models: ['qwen-vl-ocr', 'qwen-vl-ocr-latest', 'qwen-vl-ocr-2025-11-20'],
		regions: ['cn-beijing'],
		perMillion: {
			CNY: { input: 0.3, output: 0.5 },
			USD: { input: 0.043, output: 0.072 },
		},
	},
	{
		models: ['qwen-vl-ocr', 'qwen-vl-ocr-2025-11-20'],
		regions: ['ap-southeast-1', 'us-east-1'],
		perMillion: {
			CNY: { input: 0.514, output: 1.174 },
			USD: { input: 0.07, output: 0.16 },
		},
	},
	{
		models: ['qwen-vl-ocr-2025-08-28', 'qwen-vl-ocr-2025-04-13', 'qwen-vl-ocr-2024-10-28'],
		regions: ['cn-beijing'],
		perMillion: {
			CNY: { input: 5, output: 5 },
			USD: { input: 0.717, output: 0.717 },
		},
	},
];

/** Gives the currency in which a region bills; behind a custom address it is taken to be USD. */
export function currencyOf(region: Region | 'custom'): Currency {
	return region === 'cn-beijing' ? 'CNY' : 'USD';
}

/**
 * Gives the price of a model: the user's own, else that of the region. Behind a custom address any
 * region may stand, and the dearest counts. Undefined when neither names the model there.
 */
export function findPrice(
	{ own }: Prices,
	model: string,
	region: Region | 'custom',
): Price | undefined {
	const name = findModel(model)?.name ?? model;
	const currency = currencyOf(region);
	const ownPrice = own.get(model) ?? own.get(name) ?? own.get('*');
	if (ownPrice) return { currency, ...ownPrice, isOwn: true };

	const listed = TABLE.filter(
		(row) => row.models.includes(name) && (region === 'custom' || row.regions.includes(region)),
	).map((row) => row.perMillion[currency]);
	const dearest = listed.sort((one, other) => other.output - one.output).at(0);
	return dearest && { currency, ...dearest };
}

/** Gives the price of tokens, in the price's currency. */
export function costOf(
	{ inputTokens, outputTokens }: { inputTokens: number; outputTokens: number },
	{ input, output }: TokenPrices,
): number {
	return (inputTokens * input + outputTokens * output) / 1_000_000;
}

/**
 * As `findPrice`, for a run that must not go beyond a cost.
 * @throws Fault `invalid_option` when there is no price
 */
export function requirePrice(prices: Prices, model: string, region: Region | 'custom'): Price {
	const price = findPrice(prices, model, region);
	if (price) return price;
	throw new Fault(
		'invalid_option',
		`Max Cost cannot be kept, as the price of ${model} is not known here`,
		'Enter it in the option Prices, or remove the option Max Cost.',
	);
}
