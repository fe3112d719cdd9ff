import { keyForms } from './keyForms';

/** Makes a text safe to show. */
export type HideSecrets = (text: string) => string;

const LONGEST_SHOWN = 500;

/** What stands further behind is not looked at: nobody would see it, and it would take its time. */
const LONGEST_READ = 5000;

/**
 * Gives a function that takes out of a text what must never reach a message, an item or a log: this
 * key, anything that looks like a key of the service or of its storage, the signed part of
 * addresses, each of them percent-encoded too, and the content of pictures. The service and
 * gateways may quote what they were sent.
 */
export function createSecretHider(apiKey: string): HideSecrets {
	const ofKey = keyForms(apiKey).map((form): Replacement => [form, '…']);
	const replacements = [...ofKey, ...REPLACEMENTS];
	return (text) =>
		replacements
			.reduce(
				(shown, [secret, instead]) => shown.replace(secret, instead),
				beginningOf(withShortPictures(text)),
			)
			.slice(0, LONGEST_SHOWN);
}

/** Longer than any key in any form, so that one behind a picture is still known as a whole. */
const END_OF_PICTURE = 500;

/** Words behind a picture are not to be lost with it. */
function withShortPictures(text: string): string {
	if (text.length <= LONGEST_READ) return text;
	return text.replace(
		/(data:[\w./+-]*;base64,)([A-Za-z0-9+/=]*)/g,
		(_picture, head: string, content: string) => head + content.slice(-END_OF_PICTURE),
	);
}

/**
 * Ends between words: half a secret is not known for one. Where there is no blank, a quote or an
 * angle bracket ends a word, and then a letter of another script, as in Chinese.
 */
function beginningOf(text: string): string {
	if (text.length <= LONGEST_READ) return text;
	const start = text.slice(0, LONGEST_READ);
	const end = WORD_ENDS.map((wordEnd) => wordEnd.exec(start)?.index).find(
		(index) => index !== undefined,
	);
	return start.slice(0, end ?? 0);
}

const WORD_ENDS = [/\s\S*$/, /["'<>][^"'<>]*$/, /[^!-~][!-~]*$/u] as const;

type Replacement = [secret: RegExp, instead: string];

/** A sign as it is, as a percent code, or as the code of a code. */
function sign(literal: string, code: string): string {
	return `(?:${literal}|%(?:25)*${code})`;
}

const QUESTION_MARK = sign('\\?', '3f');
const EQUALS = sign('=', '3d');
const SLASHES = `${sign('/', '2f')}{2}`;
const COLON = sign(':', '3a');
const NAME = '[\\w.~-]+';

/** ASCII without blanks, quotes and angle brackets: what an address is written with. */
const ADDRESS = '[!#-&(-;=?-~]';
const ADDRESS_WITHOUT_HASH = '[!$-&(-;=?-~]';

/** The rest of a query. Letters of other scripts belong to it only where another value follows. */
const REST = `${ADDRESS}*(?:(?:[^\\0-\\x7f][\\w.~%-]*)+&${NAME}=${ADDRESS}*)*`;

/** Names of what makes an address a signed one, at Alibaba's storage and at others. */
const SIGNED_BY = [
	'signature',
	'(?:oss|aws)accesskeyid',
	'googleaccessid',
	'access[_-]?key(?:[_-]?(?:id|secret))?',
	'expires',
	'security[_-]token',
	'x-(?:oss|amz|goog|cos)-(?:credential|policy)',
].join('|');

const PASSWORD = 'token|secret|password|api[_-]?key|(?<![a-z\\d])(?:sig|sign)';

const BETWEEN = `(?:${EQUALS}|\\\\?["']\\s*:\\s*\\\\?["'])`;
const VALUE = '[\\w.~+/%:*=@!$()-]';

/** Signed addresses come first, so that what is left of them is an address still. */
const REPLACEMENTS: readonly Replacement[] = [
	[/data:[\w./+-]*;base64,[A-Za-z0-9+/=]*/g, 'data:…'],
	[new RegExp(`(${SLASHES})(?:(?!%(?:25)*2f)[^\\s/?#@])*?${sign('@', '40')}`, 'gi'), '$1'],
	[
		new RegExp(`(${COLON}${SLASHES}[^\\s?#"'<>]*?)${QUESTION_MARK}(?=${ADDRESS})${REST}`, 'gi'),
		'$1?…',
	],
	[new RegExp(`#(?=${ADDRESS_WITHOUT_HASH}*=)${REST}`, 'g'), '#…'],
	[new RegExp(`${QUESTION_MARK}(?=${NAME}${EQUALS})${REST}`, 'gi'), '?…'],
	[new RegExp(`((?:${SIGNED_BY})${BETWEEN})${VALUE}+`, 'gi'), '$1…'],
	[new RegExp(`((?:${PASSWORD})${BETWEEN})${VALUE}{6,}`, 'gi'), '$1…'],
	[/\bsk-[\w.-]{4,}/g, 'sk-…'],
	// "sk-" in base64
	[/\bc2st[\w+/-]{8,}=*/g, '…'],
	// access keys of Alibaba Cloud, lasting and temporary ones
	[/\b(LTAI|STS\.)[A-Za-z0-9]{8,}/g, '$1…'],
	[/[A-Za-z0-9+/]{80,}=*/g, '…'],
];
