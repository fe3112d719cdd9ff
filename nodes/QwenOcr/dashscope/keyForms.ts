/** Keys below this length have too few characters of base64 of their own to be told from words. */
const SHORTEST_IN_BASE64 = 8;

/**
 * Gives patterns for a key as it may be quoted: as it is, percent-encoded in part or in all, once
 * or more often, and in base64, by itself or within a longer text such as `Bearer …`. None for a
 * key of up to three characters, which would be found in every text.
 */
export function keyForms(apiKey: string): RegExp[] {
	const key = apiKey.trim();
	if (key.length <= 3) return [];
	const plain = new RegExp(percentEncodable(key), 'g');
	if (key.length < SHORTEST_IN_BASE64) return [plain];
	const encoded = [0, 1, 2].map(
		(offset) => new RegExp(`${percentEncodable(base64Core(key, offset))}[\\w+/-]*=*`, 'g'),
	);
	return [plain, ...encoded];
}

/**
 * Base64 makes four characters of three bytes, so that a text looks different by its place in them;
 * these are the characters that do not depend on what stands beside it.
 */
function base64Core(text: string, offset: number): string {
	const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
	const first = Math.ceil((offset * 8) / 6);
	const last = Math.floor((bytes.length * 8) / 6);
	return bytes.toString('base64').slice(first, last);
}

/** A pattern for a text each of whose characters may be a percent code, or the code of a code. */
function percentEncodable(text: string): string {
	return [...text].map(inAnyForm).join('');
}

function inAnyForm(character: string): string {
	const codes = [...Buffer.from(character)].map(
		(byte) => `%(?:25)*${anyCase(byte.toString(16).padStart(2, '0'))}`,
	);
	const literal = FOR_URLS[character] ?? character.replace(/[^\w]/gu, '\\$&');
	return `(?:${literal}|${codes.join('')})`;
}

/** Base64 for URLs writes these two otherwise. */
const FOR_URLS: Readonly<Record<string, string>> = { '+': '[+-]', '/': '[/_]' };

function anyCase(hex: string): string {
	return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
