/** One part of a multipart/form-data body. */
export interface FormPart {
	name: string;
	/** `null` for a plain field. */
	fileName: string | null;
	/** The part's own Content-Type, `null` without one. */
	mediaType: string | null;
	content: Buffer;
}

const LINE_END = '\r\n';

/** Cuts a multipart/form-data body (RFC 7578) into its parts; `null` when it is not well formed. */
export function parseMultipart(contentType: string, body: Buffer): FormPart[] | null {
	const boundary = readBoundary(contentType);
	if (boundary === null) return null;
	const delimiter = Buffer.from(`${LINE_END}--${boundary}`);
	// The first delimiter needs no line end before it.
	const whole = Buffer.concat([Buffer.from(LINE_END), body]);
	const parts: FormPart[] = [];
	let start = whole.indexOf(delimiter);
	while (start >= 0) {
		const afterDelimiter = start + delimiter.length;
		const mark = whole.toString('latin1', afterDelimiter, afterDelimiter + 2);
		if (mark === '--') return parts;
		const next = whole.indexOf(delimiter, afterDelimiter);
		if (mark !== LINE_END || next < 0) return null;
		const part = readPart(whole.subarray(afterDelimiter, next));
		if (!part) return null;
		parts.push(part);
		start = next;
	}
	return null;
}

function readBoundary(contentType: string): string | null {
	const match = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
	return match ? (match[1] ?? match[2]) : null;
}

/** A part without its delimiters: header lines, an empty line, the content. */
function readPart(part: Buffer): FormPart | null {
	const headEnd = part.indexOf(LINE_END + LINE_END);
	if (headEnd < 0) return null;
	const head = part.toString('utf8', 0, headEnd);
	const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1] ?? '';
	const name = /(?:^|;)\s*name="([^"]*)"/i.exec(disposition)?.[1];
	if (name === undefined) return null;
	return {
		name,
		fileName: /(?:^|;)\s*filename="([^"]*)"/i.exec(disposition)?.[1] ?? null,
		mediaType: /^content-type:\s*(\S.*?)\s*$/im.exec(head)?.[1] ?? null,
		content: part.subarray(headEnd + 2 * LINE_END.length),
	};
}
