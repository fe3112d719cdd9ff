import type { AnswerLimits } from '../nativeRequest';
import { splitTokens } from '../tokens';
import type { Answer, AnswerPiece, OcrResult } from './answer';

/** A token of the answer with the logarithm of its probability. */
export interface TokenProbability {
	token: string;
	/** The token in UTF-8. */
	bytes: number[];
	logprob: number;
	top_logprobs: Array<Omit<TokenProbability, 'top_logprobs'>>;
}

/** An answer as it is sent. */
export interface FinishedAnswer {
	text: string;
	/** Absent when the text was cut: the service builds it from the whole text. */
	ocrResult?: OcrResult;
	finishReason: 'stop' | 'length';
	outputTokens: number;
	/** Only when they were asked for. */
	logprobs?: TokenProbability[];
}

/** Keeps the logarithm finite. */
const LEAST_PROBABILITY = 1e-6;

/** Cuts an answer at its stop texts and at `max_tokens`, and counts its tokens. */
export function finishAnswer(answer: Answer, limits: AnswerLimits): FinishedAnswer {
	const whole = answer.pieces.map(({ text }) => text).join('');
	const end = firstStop(whole, limits.stop);
	const tokens = cutPieces(answer.pieces, end).flatMap(({ text, confidence }) =>
		splitTokens(text).map((token) => ({ text: token, confidence })),
	);
	const kept = tokens.slice(0, limits.maxTokens);
	const text = kept.map((token) => token.text).join('');
	const complete = text.length === whole.length;
	return {
		text,
		ocrResult: complete ? answer.ocrResult : undefined,
		finishReason: kept.length < tokens.length ? 'length' : 'stop',
		outputTokens: kept.length,
		logprobs: limits.logprobs
			? kept.map((token) => tokenProbability(token, limits.topLogprobs))
			: undefined,
	};
}

function firstStop(text: string, stops: string[]): number {
	const places = stops.map((stop) => text.indexOf(stop)).filter((place) => place >= 0);
	return Math.min(text.length, ...places);
}

function cutPieces(pieces: AnswerPiece[], end: number): AnswerPiece[] {
	let left = end;
	return pieces.map(({ text, confidence }) => {
		const kept = text.slice(0, left);
		left -= kept.length;
		return { text: kept, confidence };
	});
}

function tokenProbability(token: AnswerPiece, alternatives: number): TokenProbability {
	const entry = {
		token: token.text,
		bytes: [...Buffer.from(token.text)],
		logprob: Math.log(Math.min(1, Math.max(token.confidence, LEAST_PROBABILITY))),
	};
	// The engine gives one reading only, so that the list never has a second candidate.
	return { ...entry, top_logprobs: alternatives > 0 ? [entry] : [] };
}
