import { Fault } from '../fault';
import type { Model } from './models';

/** Sampling parameters of the service; each is sent only when it was set. */
export interface RequestParameters {
	maxTokens?: number;
	temperature?: number;
	topP?: number;
	topK?: number;
	repetitionPenalty?: number;
	presencePenalty?: number;
	seed?: number;
	stop?: string[];
	logprobs?: boolean;
}

/** How large the service may make a picture before it reads it, in pixels (width × height). */
export interface PixelBounds {
	minPixels?: number;
	maxPixels?: number;
}

interface Range {
	label: string;
	value: number | undefined;
	from: number;
	to: number;
	/** Bounds that the value may not take itself. */
	open?: 'from' | 'to';
	whole?: boolean;
}

/**
 * Checks the numbers of a request against the service's ranges (its API reference) and the model's
 * own bounds; for a model that is not in the list the widest bounds hold.
 * @throws Fault `invalid_option` that names the option by its label
 */
export function checkRequestNumbers(
	parameters: RequestParameters,
	pixels: PixelBounds,
	modelName: string,
	model: Model | undefined,
): void {
	const minPixels = model?.minPixels ?? 3072;
	const maxPixels = model?.maxPixels ?? 30_720_000;
	const pixelRange = { from: minPixels, to: maxPixels, whole: true };
	const ranges: Range[] = [
		{ label: 'Min Pixels', value: pixels.minPixels, ...pixelRange },
		{ label: 'Max Pixels', value: pixels.maxPixels, ...pixelRange },
		{
			label: 'Max Tokens',
			value: parameters.maxTokens,
			from: 1,
			to: model?.maxTokens ?? 32_768,
			whole: true,
		},
		{ label: 'Temperature', value: parameters.temperature, from: 0, to: 2, open: 'to' },
		{ label: 'Top P', value: parameters.topP, from: 0, to: 1, open: 'from' },
		{ label: 'Top K', value: parameters.topK, from: 0, to: Infinity, whole: true },
		{
			label: 'Repetition Penalty',
			value: parameters.repetitionPenalty,
			from: 0,
			to: Infinity,
			open: 'from',
		},
		{ label: 'Presence Penalty', value: parameters.presencePenalty, from: -2, to: 2 },
		{ label: 'Seed', value: parameters.seed, from: 0, to: 2 ** 31 - 1, whole: true },
	];
	for (const range of ranges) checkRange(range, modelName);

	const high = pixels.maxPixels ?? model?.defaultMaxPixels ?? Infinity;
	if ((pixels.minPixels ?? 0) > high) {
		throw new Fault(
			'invalid_option',
			`Min Pixels is larger than Max Pixels (${high.toLocaleString('en-US')})`,
			'Enter a Min Pixels that is at most Max Pixels, or raise Max Pixels.',
		);
	}
}

function checkRange({ label, value, from, to, open, whole }: Range, modelName: string): void {
	if (value === undefined) return;
	const inside =
		open === 'from'
			? value > from && value <= to
			: value >= from && (open === 'to' ? value < to : value <= to);
	if (inside && (!whole || Number.isInteger(value))) return;

	const low = `${open === 'from' ? 'more than' : 'from'} ${from.toLocaleString('en-US')}`;
	const high =
		to === Infinity ? '' : ` ${open === 'to' ? 'to below' : 'to'} ${to.toLocaleString('en-US')}`;
	throw new Fault(
		'invalid_option',
		`${label} is ${String(value)}, which ${modelName} does not accept`,
		`Enter a ${whole ? 'whole number' : 'number'} ${low}${high} for ${label}, or remove the option.`,
	);
}
