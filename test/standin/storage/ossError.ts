import type { ErrorFacts } from '../serviceErrors';

/** A refusal of the object storage: HTTP status, its code and its message (its error pages). */
export class OssError extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}

/** The storage's bucket for temporary files, as recorded. */
export const BUCKET = 'dashscope-file-mgr';

/** 403 with what a form breaks of its policy. */
export function againstPolicy(reason: string): OssError {
	return new OssError(403, 'AccessDenied', `Invalid according to Policy: ${reason}`);
}

/** 400 for a file that is larger than allowed. */
export function tooLarge(): OssError {
	const message = 'Your proposed upload exceeds the maximum allowed size.';
	return new OssError(400, 'EntityTooLarge', message);
}

/** 403 for whoever wants to read: temporary files cannot be downloaded. */
export function notReadable(): OssError {
	const message = 'You have no right to access this object because of bucket acl.';
	return new OssError(403, 'AccessDenied', message);
}

/** 400 about a field of the form. */
export function invalidArgument(message: string): OssError {
	return new OssError(400, 'InvalidArgument', message);
}

/** The body of a refusal. */
export function ossErrorXml({ code, message }: ErrorFacts, requestId: string): string {
	const members = [
		['Code', code],
		['Message', message],
		['RequestId', requestId],
		['HostId', `${BUCKET}.oss-cn-beijing.aliyuncs.com`],
	];
	const lines = members.map(([name, text]) => `  <${name}>${escapeXml(text)}</${name}>\n`);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>\n${lines.join('')}</Error>\n`;
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
