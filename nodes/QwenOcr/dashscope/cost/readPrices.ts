import { Fault } from '../../fault';
import { asRecord } from '../record';
import type { OwnPrices, Prices } from './prices';

type OwnPrice = OwnPrices extends ReadonlyMap<string, infer Value> ? Value : never;

/**
 * Reads the option Prices: JSON text, or the object that an expression gave, such as
 * `{"qwen-vl-ocr": {"input": 0.3, "output": 0.5, "currency": "CNY"}}`, by the million tokens.
 * Nothing, or an empty text, leaves the price table as it is.
 * @throws Fault `invalid_option` that names the entry
 */
export function readPrices(input: unknown): Prices {
	if (input === undefined || input === null) return { own: new Map() };
	if (typeof input === 'string' && input.trim() === '') return { own: new Map() };
	const value = typeof input === 'string' ? parse(input) : input;
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw invalid('is not a JSON object');
	}
	const entries = Object.entries(asRecord(value));
	return { own: new Map(entries.map(([model, price]) => [model, readPrice(model, price)])) };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function readPrice(model: string, value: unknown): OwnPrice {
	const { input, output, currency, ...others } = asRecord(value);
	const [unknownName] = Object.keys(others);
	if (unknownName !== undefined) {
		throw invalid(`has "${unknownName}" for ${model}, which is no part of a price`);
	}
	if (currency !== undefined && !(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency))) {
		throw invalid(`has a currency for ${model} that is not three capital letters`);
	}
	return {
		input: readAmount(model, 'input', input),
		output: readAmount(model, 'output', output),
		...(typeof currency === 'string' && { currency }),
	};
}

function readAmount(model: string, name: string, value: unknown): number {
	if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
	throw invalid(`has no ${name} price for ${model}`);
}

function invalid(what: string): Fault {
	return new Fault(
		'invalid_option',
		`Prices ${what}`,
		'Enter prices by the million tokens, for example {"qwen-vl-ocr": {"input": 0.3, "output": 0.5, "currency": "CNY"}}, or remove the option Prices.',
	);
}
