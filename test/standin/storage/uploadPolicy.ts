import { createHmac } from 'node:crypto';
import { isObject } from '../nativeRequest';
import { BUCKET } from './ossError';

/** Names the storage's user in every form; the recording has its own blanked. */
export const ACCESS_KEY_ID = 'standin-access-key-id';

/** What a policy allows. */
export interface PolicyTerms {
	/** How every key must begin. */
	uploadDir: string;
	/** Milliseconds since 1970. */
	expires: number;
	/** Largest file. */
	maxBytes: number;
}

/** A form as far as a policy speaks of it. */
export interface PolicySubject {
	values: ReadonlyMap<string, string>;
	/** Size of the file. */
	bytes: number;
}

/** The terms as a policy in base64, with the recorded conditions and the recorded `\/`. */
export function writePolicy({ uploadDir, expires, maxBytes }: PolicyTerms): string {
	const policy = {
		expiration: new Date(expires).toISOString(),
		conditions: [
			['content-length-range', 0, maxBytes],
			['starts-with', '$key', uploadDir],
			{ bucket: BUCKET },
			{ 'x-oss-object-acl': 'private' },
			{ 'x-oss-forbid-overwrite': 'true' },
		],
	};
	return Buffer.from(JSON.stringify(policy).replaceAll('/', '\\/')).toString('base64');
}

/** The signature that a form must bring with its policy: HMAC-SHA1 in base64, as the storage has it. */
export function signPolicy(policy: string, secret: Buffer): string {
	return createHmac('sha1', secret).update(policy).digest('base64');
}

/**
 * What a form breaks of a policy in the storage's words, `null` for nothing. The size has an error
 * of its own: `fileIsTooLarge`.
 */
export function brokenTerm(
	policy: string,
	subject: PolicySubject,
	now: number,
): string | 'fileIsTooLarge' | null {
	const { expiration, conditions } = decode(policy);
	if (now >= expiration) return 'Policy expired.';
	for (const [operator, field, value] of conditions) {
		if (operator === 'content-length-range') {
			if (subject.bytes < Number(field) || subject.bytes > Number(value)) return 'fileIsTooLarge';
			continue;
		}
		if (!isMet(operator, fieldValue(subject, String(field)), String(value))) {
			return `Policy Condition failed: ["${operator}", "${field}", "${value}"]`;
		}
	}
	return null;
}

function isMet(operator: string, actual: string, wanted: string): boolean {
	return operator === 'starts-with' ? actual.startsWith(wanted) : actual === wanted;
}

/** The bucket is named by the host that a form is posted to, not by a field. */
function fieldValue({ values }: PolicySubject, field: string): string {
	return field === '$bucket' ? BUCKET : (values.get(field.slice(1)) ?? '');
}

type Condition = [operator: string, field: unknown, value: unknown];

/** Reads a policy that the stand-in has signed; `{a: b}` is short for `["eq", "$a", b]`. */
function decode(policy: string): { expiration: number; conditions: Condition[] } {
	const text = Buffer.from(policy, 'base64').toString('utf8');
	const { expiration, conditions } = JSON.parse(text) as {
		expiration: string;
		conditions: unknown[];
	};
	return {
		expiration: Date.parse(expiration),
		conditions: conditions.flatMap((condition): Condition[] =>
			isObject(condition)
				? Object.entries(condition).map(([name, value]) => ['eq', `$${name}`, value])
				: [condition as Condition],
		),
	};
}
