import { FAULT_NAMES, FAULTS, isFaultName, type FaultName } from '../faults';
import { STAGES, type Stage } from '../faults/fault';
import { isObject } from '../nativeRequest';

/** When which fault is to strike the requests of one API key. */
export interface FaultPlan {
	/** By the number of the request, see `readScriptKey`. */
	script?: Record<string, FaultName>;
	random?: RandomFaults;
}

/** Faults by chance, the same for the same seed. */
export interface RandomFaults {
	seed: number;
	/** Part of the requests that are struck, 0 to 1. */
	share: number;
	/** Of those that can strike the request one is drawn, each as likely; all if absent. */
	faults?: FaultName[];
}

/** The requests that a line of a script is for, counted from 1. */
export interface ScriptRange {
	/** Counts requests of this kind only; absent for all. */
	stage?: Stage;
	first: number;
	/** Infinity for no end. */
	last: number;
}

/** Reads a plan from JSON. Throws an Error that names the fault. */
export function readFaultPlan(text: string): FaultPlan {
	const plan: unknown = JSON.parse(text);
	if (!isObject(plan)) throw new Error('an object with a script or random is expected');
	const { script, random, ...others } = plan;
	refuseOthers(others, 'a plan');
	return {
		...(script !== undefined && { script: readScript(script) }),
		...(random !== undefined && { random: readRandom(random) }),
	};
}

/**
 * Reads a plan from the command line: `seed=7,share=0.2`, with `faults=hang+gzip` for some faults
 * only, or a plan in JSON. Throws an Error that names the fault.
 */
export function readFaultOption(text: string): FaultPlan {
	if (text.trimStart().startsWith('{')) return readFaultPlan(text);
	const members = text.split(',').map((member): [string, unknown] => {
		const [name, value = ''] = member.split('=').map((part) => part.trim());
		return [name, name === 'faults' ? value.split('+') : Number(value || NaN)];
	});
	return { random: readRandom(Object.fromEntries(members)) };
}

/**
 * The requests that a key of a script names: `3` is the third request, `2-5` and `4-` are several;
 * `upload 1` is the first upload, and so for `answer` and `policy`. Throws an Error for others.
 */
export function readScriptKey(key: string): ScriptRange {
	const match = /^(?:([a-z]+) )?(\d+)(?:(-)(\d*))?$/.exec(key);
	const stage = STAGES.find((known) => known === match?.[1]);
	if (!match || (match[1] !== undefined && !stage)) throw wrongKey(key);
	const first = Number(match[2]);
	const last = match[3] === undefined ? first : Number(match[4] || Infinity);
	if (first < 1 || last < first) throw wrongKey(key);
	return { ...(stage && { stage }), first, last };
}

function wrongKey(key: string): Error {
	return new Error(`script: "${key}" is no number of a request, such as 3, 2-5, 4- or upload 1`);
}

function readScript(script: unknown): Record<string, FaultName> {
	if (!isObject(script)) throw new Error('script: an object is expected');
	const entries = Object.entries(script).map(([key, fault]): [string, FaultName] => {
		const { stage } = readScriptKey(key);
		const name = readFaultName(fault);
		if (stage && !FAULTS[name].stages.includes(stage)) {
			throw new Error(`script: ${name} cannot strike "${key}"`);
		}
		return [key, name];
	});
	return Object.fromEntries(entries);
}

function readRandom(random: unknown): RandomFaults {
	if (!isObject(random)) throw new Error('random: an object is expected');
	const { seed, share, faults, ...others } = random;
	refuseOthers(others, 'random');
	if (typeof seed !== 'number' || !Number.isInteger(seed)) {
		throw new Error('random: "seed" must be a whole number');
	}
	if (typeof share !== 'number' || !(share >= 0 && share <= 1)) {
		throw new Error('random: "share" must be a number from 0 to 1');
	}
	if (faults === undefined) return { seed, share };
	if (!Array.isArray(faults) || faults.length === 0) {
		throw new Error('random: "faults" must be a list of names');
	}
	return { seed, share, faults: faults.map(readFaultName) };
}

function readFaultName(name: unknown): FaultName {
	if (isFaultName(name)) return name;
	throw new Error(`unknown fault "${String(name)}"; there are ${FAULT_NAMES.join(', ')}`);
}

function refuseOthers(others: object, where: string): void {
	const [name] = Object.keys(others);
	if (name !== undefined) throw new Error(`${where} has no member "${name}"`);
}
