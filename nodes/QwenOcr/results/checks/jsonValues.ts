/** A value in a JSON text: no object and no list. */
export interface PlacedValue {
	/** As in `lineItems[2].amount`. */
	path: string;
	/** Where it is written, from `start` up to `end`; of a string what is between its quotes, if anything. */
	start: number;
	end: number;
}

/** An object or list that is not closed yet. */
interface Container {
	path: string;
	/** Place of the element that comes next; objects have none. */
	index?: number;
	/** Name of the value that comes next. */
	name?: string;
}

/** Deeper nesting is no document; the paths of its values would fill the memory. */
const MAX_DEPTH = 100;

/**
 * Gives the values of a JSON text with their places, in their order. A list at the top is `items`. Nothing
 * for a text that is not valid JSON, is a single value, or nests more than 100 deep.
 */
export function placeValues(json: string): PlacedValue[] {
	if (!isContainer(json)) return [];
	const values: PlacedValue[] = [];
	const open: Container[] = [];
	let at = 0;
	while (at < json.length) {
		const character = json[at];
		const container = open[open.length - 1];
		if (character === '{' || character === '[') {
			if (open.length === MAX_DEPTH) return [];
			const isList = character === '[';
			const path = container ? pathIn(container) : isList ? 'items' : '';
			open.push(isList ? { path, index: 0 } : { path });
			at += 1;
		} else if (character === '}' || character === ']') {
			open.pop();
			at += 1;
		} else if (character === ',') {
			if (container.index === undefined) container.name = undefined;
			else container.index += 1;
			at += 1;
		} else if (BETWEEN.includes(character)) {
			at += 1;
		} else {
			const end = character === '"' ? stringEnd(json, at) : literalEnd(json, at);
			const isName = container.index === undefined && container.name === undefined;
			if (isName) container.name = JSON.parse(json.slice(at, end)) as string;
			else values.push(placed(pathIn(container), at, end, character === '"'));
			at = end;
		}
	}
	return values;
}

const BETWEEN = ' \t\r\n:';

function isContainer(json: string): boolean {
	try {
		const value: unknown = JSON.parse(json);
		return typeof value === 'object' && value !== null;
	} catch {
		return false;
	}
}

function pathIn({ path, index, name }: Container): string {
	if (index !== undefined) return `${path}[${index}]`;
	return path === '' ? `${name}` : `${path}.${name}`;
}

function placed(path: string, start: number, end: number, isString: boolean): PlacedValue {
	return isString && end - start > 2
		? { path, start: start + 1, end: end - 1 }
		: { path, start, end };
}

function stringEnd(json: string, start: number): number {
	let at = start + 1;
	while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
	return at + 1;
}

function literalEnd(json: string, start: number): number {
	let at = start;
	while (/[\w.+-]/.test(json[at])) at += 1;
	return at;
}
