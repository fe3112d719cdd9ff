import { FAULT_NAMES, FAULTS, type FaultName } from '../faults';
import type { Stage } from '../faults/fault';
import { readScriptKey, type FaultPlan, type RandomFaults, type ScriptRange } from './faultPlan';

/**
 * Draws the fault for each request of one API key, in the order of their arrival. What strikes the
 * nth request depends on the plan, on n and on its kind alone, so that a run can be had again.
 */
export class FaultSchedule {
	private readonly lines: Array<{ range: ScriptRange; fault: FaultName }>;
	private arrived = 0;
	private readonly arrivedByStage: Record<Stage, number> = { answer: 0, policy: 0, upload: 0 };

	/** Throws an Error when the script has a key that names no requests. */
	constructor(readonly plan: FaultPlan = {}) {
		this.lines = Object.entries(plan.script ?? {}).map(([key, fault]) => ({
			range: readScriptKey(key),
			fault,
		}));
	}

	/**
	 * Counts a request and gives the fault for it, the script's before a random one; `null` for
	 * none, or for one that cannot strike requests of this kind.
	 */
	next(stage: Stage): FaultName | null {
		this.arrived += 1;
		this.arrivedByStage[stage] += 1;
		const line = this.lines.find(({ range }) => {
			const number = range.stage ? this.arrivedByStage[range.stage] : this.arrived;
			const isMeant = range.stage === undefined || range.stage === stage;
			return isMeant && number >= range.first && number <= range.last;
		});
		const { random } = this.plan;
		const fault = line?.fault ?? (random ? drawFault(random, this.arrived, stage) : null);
		return fault && canStrike(fault, stage) ? fault : null;
	}
}

function drawFault(
	{ seed, share, faults = FAULT_NAMES }: RandomFaults,
	number: number,
	stage: Stage,
): FaultName | null {
	const [chance, choice] = randomPair(seed, number);
	if (chance >= share) return null;
	const fitting = faults.filter((fault) => canStrike(fault, stage));
	return fitting[Math.floor(choice * fitting.length)] ?? null;
}

function canStrike(fault: FaultName, stage: Stage): boolean {
	return FAULTS[fault].stages.includes(stage);
}

/** Two numbers from 0 to below 1 that belong to a seed and a number. */
function randomPair(seed: number, number: number): [number, number] {
	const start = scramble(scramble(seed >>> 0) + number);
	return [start / 2 ** 32, scramble(start + GOLDEN) / 2 ** 32];
}

const GOLDEN = 0x9e3779b9;

/** Spreads 32 bits over 32 bits (finalizer of MurmurHash3). */
function scramble(value: number): number {
	let bits = (value + GOLDEN) >>> 0;
	bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return (bits ^ (bits >>> 16)) >>> 0;
}
