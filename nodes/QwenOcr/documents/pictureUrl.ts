import { createSecretHider } from '../dashscope/secrets';
import { Fault } from '../fault';

const hideSecrets = createSecretHider('');

/** A URL as a person may enter it for a picture. */
export type PictureUrl =
	| { kind: 'data'; bytes: Buffer }
	| { kind: 'web'; url: string; fileName?: string };

/**
 * Reads the text of the URL field.
 * @throws Fault `invalid_url` when it is neither an http(s) URL nor a base64 data URL
 */
export function readPictureUrl(input: string): PictureUrl {
	const text = input.trim();
	if (/^data:/i.test(text)) return readDataUrl(text);
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !/^https?:$/.test(url.protocol)) throw invalidUrl(text);
	const fileName = decodeName(url.pathname.split('/').pop() ?? '');
	return { kind: 'web', url: text, ...(fileName && { fileName }) };
}

function readDataUrl(text: string): PictureUrl {
	const comma = text.indexOf(',');
	const base64 = text.slice(comma + 1).replace(/\s+/g, '');
	if (!/;base64$/i.test(text.slice(0, comma)) || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
		throw new Fault(
			'invalid_url',
			'URL holds a data URL that is not base64',
			'A data URL for a picture looks like data:image/png;base64,iVBORw0…',
		);
	}
	return { kind: 'data', bytes: Buffer.from(base64, 'base64') };
}

/** The last part of a path may be an encoded address, which may be a signed one. */
function decodeName(name: string): string {
	return hideSecrets(decodeOnce(name)).split('/').pop() ?? '';
}

function decodeOnce(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

function invalidUrl(text: string): Fault {
	return new Fault(
		'invalid_url',
		text ? `URL is not a web address: ${shorten(text)}` : 'URL is empty',
		'Enter an address that begins with https:// or http://, or a data URL.',
	);
}

/** A mistaken field may hold a whole file or a signed address; neither belongs into a message. */
export function shorten(text: string): string {
	const [shown] = hideSecrets(text.replace(SIGN_IN, '')).split(/[?#\s]/);
	return text.length > 60 ? `${shown.slice(0, 40)}… (${text.length} characters)` : shown;
}

/** A name and password before the host, also of an address that lacks its scheme. */
const SIGN_IN = /[^\s/@:]{1,200}:[^\s/@]{1,200}@/g;
