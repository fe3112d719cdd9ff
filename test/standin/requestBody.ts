import { createHash, randomBytes } from 'node:crypto';
import { Base64Payload } from './base64Payload';

/**
 * A request body whose large parts, the payloads of data URLs, are found in its bytes and kept
 * beside it, so that JSON of a few hundred characters is parsed instead of megabytes.
 */
export class RequestBody {
	/** The body; a mark stands for each payload that was taken out. */
	readonly text: string;
	private readonly payloads: Base64Payload[] = [];

	constructor(bytes: Buffer) {
		const texts: string[] = [];
		let taken = 0;
		for (let place = bytes.indexOf(OPENING); place >= 0; ) {
			const span = findPayload(bytes, place);
			if (span) {
				texts.push(bytes.toString('utf8', taken, span.start), markOf(this.payloads.length));
				this.payloads.push(new Base64Payload(bytes.subarray(span.start, span.end)));
				taken = span.end;
			}
			place = bytes.indexOf(OPENING, span?.end ?? place + OPENING.length);
		}
		texts.push(bytes.toString('utf8', taken));
		this.text = texts.join('');
	}

	/** The payload for what stands behind the comma of a data URL: its mark, or base64 left in. */
	payloadOf(written: string): Base64Payload {
		const index = MARK.exec(written)?.[1];
		return index === undefined
			? new Base64Payload(Buffer.from(written))
			: this.payloads[Number(index)];
	}

	/** The body for the log, its payloads replaced by their hashes; a very long rest as well. */
	get loggedText(): string {
		const text = this.text.replace(DATA_URL, (_all, head: string, written: string) => {
			return `${head}<sha256:${this.payloadOf(written).sha256}>`;
		});
		if (text.length <= LONGEST_LOGGED) return text;
		const sha256 = createHash('sha256').update(text).digest('hex');
		return `<${text.length} characters, sha256:${sha256}>`;
	}
}

const OPENING = '"data:';
const DATA_URL = /(data:[^;,"\s]*;base64,)([^"\s]*)/g;
const LONGEST_HEAD = 100;

/** Bodies without pictures are short; this bounds what a log can hold. */
const LONGEST_LOGGED = 100_000;

/** Not to be guessed, so that no body can hold a mark of its own. */
const NONCE = randomBytes(12).toString('hex');
const MARK = new RegExp(`^<${NONCE}:(\\d+)>$`);

function markOf(index: number): string {
	return `<${NONCE}:${index}>`;
}

/** Where the payload of a JSON string that is a data URL lies; `null` for one with escapes in it. */
function findPayload(bytes: Buffer, quotationMark: number): { start: number; end: number } | null {
	const isEscaped = quotationMark > 0 && bytes[quotationMark - 1] === BACKSLASH;
	const begin = quotationMark + 1;
	const head = bytes.toString('latin1', begin, begin + LONGEST_HEAD);
	const match = /^data:[^;,"\\\s]*;base64,/i.exec(head);
	if (isEscaped || !match) return null;
	const start = begin + match[0].length;
	const end = bytes.indexOf('"', start);
	if (end < 0 || bytes.subarray(start, end).includes(BACKSLASH)) return null;
	return { start, end };
}

const BACKSLASH = 0x5c;
