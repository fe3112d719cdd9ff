import { findModel } from '../models';
import type { PixelBounds } from '../requestParameters';
import type { Task } from '../tasks';
import { modelTokens } from './modelTokens';
import { costOf } from './prices';
import type { Price } from './prices';
import { textTokens, taskTokens } from './textTokens';
import { mostImageTokens, mostTurnedTokens, smartResize } from './tokens';
import type { PictureSize, TokenRules } from './tokens';

/** What is known of a request before it is sent. */
export interface RequestToEstimate {
	model: string;
	task?: Task;
	/** One for each picture; undefined where the size is not known, as with a URL. */
	pictures: ReadonlyArray<PictureSize | undefined>;
	pixels: PixelBounds;
	enableRotate?: boolean;
	/** As they are sent; empty for none. */
	prompt?: string;
	resultSchema?: object;
	maxTokens?: number;
	/** Pages of a PDF that is read by its URL: each is a picture and an answer of its own. */
	pdfPages?: number;
}

/** What a request takes at most. */
export interface Estimate {
	inputTokens: number;
	outputTokens: number;
	/** Absent when the price of the model is not known. */
	cost?: number;
	currency?: string;
}

/** advanced_recognition was recorded at up to a tenth above the rule for pictures. */
const LOCATED_MARGIN = 1.1;

/**
 * Gives the most tokens that a request may be billed, and their price. The input follows the
 * service's rules: what is not known yet (the size of a picture behind a URL, the angle of a turned
 * one, the pages' sizes of a PDF) counts at its largest. The output counts at its limit, as nothing
 * tells before how much text is on a picture; what was really used is known after the answer.
 */
export function estimate(request: RequestToEstimate, price: Price | undefined): Estimate {
	const { pictures, pdfPages, maxTokens } = request;
	const limits = modelTokens(request.model);
	const rules = rulesOf(request);
	const tokensOf = (size: PictureSize | undefined) => pictureTokens(size, request, rules);
	const ofPictures = pictures.map(tokensOf).reduce((sum, tokens) => sum + tokens, 0);
	const ofText = taskTokens(request.task) + textTokens(textOf(request));
	const pages = pdfPages ?? 1;
	const once = (pdfPages === undefined ? ofPictures : mostImageTokens(rules)) + ofText;
	const tokens = {
		inputTokens: pages * Math.min(once, limits.maxInput),
		outputTokens: pages * (maxTokens ?? limits.defaultOutput),
	};
	return {
		...tokens,
		...(price && { cost: costOf(tokens, price), currency: price.currency }),
	};
}

function rulesOf({ model: name, pixels }: RequestToEstimate): TokenRules {
	const model = findModel(name);
	const { squareSide } = modelTokens(name);
	return {
		squareSide,
		minPixels: pixels.minPixels ?? model?.minPixels ?? squareSide ** 2 * 3,
		maxPixels: pixels.maxPixels ?? model?.defaultMaxPixels ?? squareSide ** 2 * 8192,
	};
}

function pictureTokens(
	size: PictureSize | undefined,
	{ task, enableRotate }: RequestToEstimate,
	rules: TokenRules,
): number {
	if (!size) return mostImageTokens(rules);
	const tokens = enableRotate ? mostTurnedTokens(size, rules) : smartResize(size, rules).tokens;
	return task === 'advanced_recognition' ? Math.ceil(tokens * LOCATED_MARGIN) : tokens;
}

function textOf({ prompt = '', resultSchema }: RequestToEstimate): string {
	return prompt + (resultSchema ? JSON.stringify(resultSchema) : '');
}
