import { BAD_CONNECTIONS } from './badConnections';
import type { Fault } from './fault';
import { REFUSALS } from './refusals';
import { WRONG_BODIES } from './wrongBodies';

const ALL = { ...REFUSALS, ...WRONG_BODIES, ...BAD_CONNECTIONS };

/** The name of a fault. */
export type FaultName = keyof typeof ALL;

/** All faults by their names. */
export const FAULTS: Record<FaultName, Fault> = ALL;

/** The names of all faults. */
export const FAULT_NAMES = Object.keys(ALL) as FaultName[];

/** Whether a text is the name of a fault. */
export function isFaultName(text: unknown): text is FaultName {
	return typeof text === 'string' && Object.hasOwn(FAULTS, text);
}
