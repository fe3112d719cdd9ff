import { isObject } from '../nativeRequest';

/** What the service allows one API key. */
export interface Limits {
	/** Model calls taken in any second; none are refused if absent. */
	requestsPerSecond?: number;
	/** Seconds for the header Retry-After of each 429; the service is not known to send it. */
	retryAfter?: number;
}

/** Reads limits from JSON; what is not named is not limited. Throws an Error that names the fault. */
export function readLimits(text: string): Limits {
	const limits: unknown = JSON.parse(text);
	if (!isObject(limits)) throw new Error('an object of limits is expected');
	for (const [name, value] of Object.entries(limits)) {
		if (!isMember(name)) throw new Error(`unknown limit "${name}"`);
		if (!MEMBERS[name](value)) throw new Error(`"${name}" has a wrong value`);
	}
	return limits;
}

const MEMBERS: Record<keyof Limits, (value: unknown) => boolean> = {
	requestsPerSecond: (value) => isWholeNumber(value, 1, 100_000),
	retryAfter: (value) => isWholeNumber(value, 0, 3600),
};

function isWholeNumber(value: unknown, least: number, most: number): boolean {
	return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function isMember(name: string): name is keyof Limits {
	return Object.hasOwn(MEMBERS, name);
}
