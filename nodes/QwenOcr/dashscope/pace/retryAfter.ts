/**
 * Reads how long an answer asks to wait, in ms: from Retry-After in seconds, or as a date against
 * the answer's own Date, so that the clocks need not agree. Undefined when it does not say.
 * The service was never seen to send it (contract, section 1.5); gateways do.
 */
export function readRetryAfter(headers: Record<string, unknown>): number | undefined {
	const value = textOf(headers['retry-after']);
	if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
	if (!/^[A-Z][a-z]{2}, /.test(value)) return undefined;
	const milliseconds = Date.parse(value) - Date.parse(textOf(headers.date));
	return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}

function textOf(header: unknown): string {
	return typeof header === 'string' || typeof header === 'number' ? String(header).trim() : '';
}
