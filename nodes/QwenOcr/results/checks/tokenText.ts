/** A token of an answer as the service lists it with `logprobs`. */
export interface Token {
	token: string;
	/** Natural logarithm of its probability, 0 or less. */
	logprob: number;
	/** Its text in UTF-8; a character may be spread over several tokens. */
	bytes?: readonly number[];
}

/** An answer's text and how sure the model was of each UTF-16 unit of it, from 0 to 1. */
export interface RatedText {
	text: string;
	/** NaN where the service gives no probability. */
	probabilities: Float64Array;
}

/** Joins the tokens of an answer to its text; where all of them have bytes that are text, these count. */
export function joinTokens(tokens: readonly Token[]): RatedText {
	if (!tokens.every((token) => Array.isArray(token.bytes))) return rateTexts(tokens);
	const bytes = tokens.flatMap((token) => token.bytes ?? []);
	const text = decode(bytes);
	return text === undefined ? rateTexts(tokens) : rateBytes(tokens, text, bytes.length);
}

/** Gives the probability of a token; NaN for what is none. */
export function probabilityOf({ logprob }: Token): number {
	return typeof logprob === 'number' && logprob <= 0 ? Math.exp(logprob) : NaN;
}

function rateTexts(tokens: readonly Token[]): RatedText {
	const texts = tokens.map(({ token }) => (typeof token === 'string' ? token : ''));
	const text = texts.join('');
	const probabilities = new Float64Array(text.length);
	let at = 0;
	tokens.forEach((token, index) => {
		probabilities.fill(probabilityOf(token), at, at + texts[index].length);
		at += texts[index].length;
	});
	return { text, probabilities };
}

/** A character that several tokens make up is as sure as the least sure of them. */
function rateBytes(tokens: readonly Token[], text: string, byteCount: number): RatedText {
	const ofByte = new Float64Array(byteCount);
	let at = 0;
	for (const token of tokens) {
		const length = token.bytes?.length ?? 0;
		ofByte.fill(probabilityOf(token), at, at + length);
		at += length;
	}
	const probabilities = new Float64Array(text.length);
	let byte = 0;
	let unit = 0;
	for (const character of text) {
		const size = utf8Length(character);
		probabilities.fill(
			Math.min(...ofByte.subarray(byte, byte + size)),
			unit,
			unit + character.length,
		);
		byte += size;
		unit += character.length;
	}
	return { text, probabilities };
}

function utf8Length(character: string): number {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x80) return 1;
	if (code < 0x800) return 2;
	return code < 0x10000 ? 3 : 4;
}

/** Undefined for bytes that are no text, as those of an answer cut off within a character. */
function decode(bytes: readonly number[]): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
			Uint8Array.from(bytes),
		);
	} catch {
		return undefined;
	}
}
