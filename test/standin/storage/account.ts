import { createHash } from 'node:crypto';

/** The account of an API key as it stands in upload addresses: 32 hexadecimal digits, as recorded. */
export function accountOf(key: string): string {
	return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

/** The account in an upload address or a decoded policy, `null` when it names none. */
export function accountIn(text: string): string | null {
	// A policy is JSON whose slashes are escaped.
	const match = /dashscope-instant\\?\/([0-9a-f]{32})\\?\//.exec(text);
	return match ? match[1] : null;
}
