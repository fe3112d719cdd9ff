import { isObject } from '../nativeRequest';

/** How the temporary storage behaves towards one API key. */
export interface StorageRules {
	/** How long a policy lets files in; 0 gives one that is expired already. */
	policySeconds: number;
	/** How long a file can be read after its upload; 0: not at all. */
	fileHours: number;
	/** Largest file that a policy allows, in units of 1024 × 1024 bytes. */
	maxFileMegabytes: number;
	/** HTTP status with which the service refuses to give a policy. */
	refusePolicy?: number;
	/** HTTP status with which the storage refuses a file. */
	refuseUpload?: number;
}

/** The service's own rules (page on temporary files); the size is its sample's, a recording has 1024. */
export const USUAL_RULES: StorageRules = {
	policySeconds: 300,
	fileHours: 48,
	maxFileMegabytes: 100,
};

/** Reads rules from JSON; what is not named is as usual. Throws an Error that names the fault. */
export function readStorageRules(text: string): StorageRules {
	const rules: unknown = JSON.parse(text);
	if (!isObject(rules)) throw new Error('an object of rules is expected');
	for (const [name, value] of Object.entries(rules)) {
		if (!isMember(name)) throw new Error(`unknown rule "${name}"`);
		if (!MEMBERS[name](value)) throw new Error(`"${name}" has a wrong value`);
	}
	return { ...USUAL_RULES, ...rules };
}

const MEMBERS: Record<keyof StorageRules, (value: unknown) => boolean> = {
	policySeconds: (value) => isWithin(value, 0, 86_400),
	fileHours: (value) => isWithin(value, 0, USUAL_RULES.fileHours),
	maxFileMegabytes: (value) => isWithin(value, 0, USUAL_RULES.maxFileMegabytes),
	refusePolicy: isRefusal,
	refuseUpload: isRefusal,
};

function isRefusal(value: unknown): boolean {
	return isWithin(value, 400, 599) && Number.isInteger(value);
}

function isWithin(value: unknown, least: number, most: number): boolean {
	return typeof value === 'number' && value >= least && value <= most;
}

function isMember(name: string): name is keyof StorageRules {
	return Object.hasOwn(MEMBERS, name);
}
