import { jsonrepair } from '../vendor/jsonRepair';

/** JSON found in a text; `repaired` when it was not valid as it stood. */
export interface FoundJson {
	value: unknown;
	repaired: boolean;
}

/** Repair is for slips of the pen; beyond this many characters it is not worth its time. */
const MAX_REPAIR_LENGTH = 40_000;

/**
 * Reads JSON from a model's text: as it stands, or after repair of what models get wrong (single
 * quotes, trailing commas, words around it). Undefined when there is no object or list in it.
 * Do not hand it an answer that was cut off: a repair would close it and hide the loss.
 */
export function readAnswerJson(text: string): FoundJson | undefined {
	const exact = parse(text);
	if (isContainer(exact)) return { value: exact, repaired: false };

	const from = text.search(/[{[]/);
	const to = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
	if (from < 0 || to < from || to - from > MAX_REPAIR_LENGTH) return undefined;

	const inside = text.slice(from, to + 1);
	const value = parse(inside) ?? repair(inside);
	return isContainer(value) ? { value, repaired: true } : undefined;
}

function isContainer(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function repair(text: string): unknown {
	try {
		return JSON.parse(jsonrepair(text));
	} catch {
		return undefined;
	}
}
