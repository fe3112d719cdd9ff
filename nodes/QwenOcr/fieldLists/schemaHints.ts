import type { ResultSchema } from '../dashscope/resultSchema';
import { EACH, formatPath, parsePath } from './fieldPath';
import type { PathStep } from './fieldPath';

/** One value that a result schema asks for. */
export interface SchemaHint {
	/** As in Field. */
	path: string;
	/** What the schema says about it; '' for nothing. */
	hint: string;
}

type SchemaValue = ResultSchema[string];

/** The values of a result schema, in its order. */
export function hintsOf(schema: ResultSchema): SchemaHint[] {
	return hintsBelow(schema, []);
}

/**
 * The result schema of the hints: keys in their order, a group where its first member stands (only
 * names that are whole numbers come first, as in any JSON object). It undoes `hintsOf`. Names must
 * not clash, as `checkFieldNames` ensures.
 */
export function schemaFrom(hints: readonly SchemaHint[]): ResultSchema {
	return groupOf(hints.map(({ path, hint }) => ({ steps: parsePath(path) ?? [path], hint })));
}

interface Entry {
	/** What is left of the path below the value that is built. */
	steps: readonly PathStep[];
	hint: string;
}

function hintsBelow(value: SchemaValue, steps: readonly PathStep[]): SchemaHint[] {
	if (typeof value === 'string') return [{ path: formatPath(steps), hint: value }];
	if (Array.isArray(value)) return hintsBelow(value[0], [...steps, EACH]);
	return Object.entries(value).flatMap(([name, inner]) => hintsBelow(inner, [...steps, name]));
}

function groupOf(entries: readonly Entry[]): ResultSchema {
	const members = new Map<string, Entry[]>();
	for (const { steps, hint } of entries) {
		const name = String(steps[0]);
		const inner = { steps: steps.slice(1), hint };
		members.set(name, members.get(name) ?? []);
		members.get(name)?.push(inner);
	}
	return Object.fromEntries([...members].map(([name, inner]) => [name, valueOf(inner)]));
}

function valueOf(entries: readonly Entry[]): SchemaValue {
	const [{ steps, hint }] = entries;
	if (steps.length === 0) return hint;
	if (steps[0] !== EACH) return groupOf(entries);
	return [valueOf(entries.map((entry) => ({ ...entry, steps: entry.steps.slice(1) })))];
}
