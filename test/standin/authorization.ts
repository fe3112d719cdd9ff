import { ServiceError } from './serviceErrors';

/** The key of an `Authorization: Bearer …` header, `null` without one. */
export function bearerKey(header: string | undefined): string | null {
	const match = /^Bearer +(\S+) *$/i.exec(header ?? '');
	return match ? match[1] : null;
}

/** Whether a key is a made-up one for tests; only those have a request log. */
export function isTestKey(key: string | null, extraKey?: string): key is string {
	return key !== null && (key.startsWith('sk-test-') || key === extraKey);
}

/**
 * The key, when it is a test key and not `sk-test-wrong…`.
 * Throws the recorded 401 for any other key and for none.
 */
export function requireKey(key: string | null, extraKey?: string): string {
	if (isTestKey(key, extraKey) && !key.startsWith('sk-test-wrong')) return key;
	throw new ServiceError(401, 'InvalidApiKey', 'Invalid API-key provided.');
}
