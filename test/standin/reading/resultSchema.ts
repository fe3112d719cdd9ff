/** A result_schema as the service takes it: keys to '', a hint, a nested schema or a list template. */
export interface ResultSchema {
	[key: string]: unknown;
}

/** One value the schema asks for. */
export interface SchemaLeaf {
	/** Keys from the root; the last one is the field itself. */
	path: string[];
	/** What the schema says about it; '' for nothing. */
	hint: string;
}

/** A list the schema asks for: rows of objects by `columns`, or plain values where that is absent. */
export interface SchemaList {
	path: string[];
	columns?: SchemaLeaf[];
}

/** The single values and the lists of a schema, in its order. */
export function partsOfSchema(
	schema: ResultSchema,
	path: readonly string[] = [],
): { leaves: SchemaLeaf[]; lists: SchemaList[] } {
	const leaves: SchemaLeaf[] = [];
	const lists: SchemaList[] = [];
	for (const [key, part] of Object.entries(schema)) {
		const here = [...path, key];
		if (Array.isArray(part)) {
			const template: unknown = part[0];
			lists.push(
				isSchema(template)
					? { path: here, columns: partsOfSchema(template).leaves }
					: { path: here },
			);
		} else if (isSchema(part)) {
			const inner = partsOfSchema(part, here);
			leaves.push(...inner.leaves);
			lists.push(...inner.lists);
		} else {
			leaves.push({ path: here, hint: typeof part === 'string' ? part : '' });
		}
	}
	return { leaves, lists };
}

/** The schema with each part replaced by what `valueOf` gives for its path; nesting and order stay. */
export function fillSchema(
	schema: ResultSchema,
	valueOf: (path: string[]) => unknown,
	path: readonly string[] = [],
): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(schema).map(([key, part]) => {
			const here = [...path, key];
			return [key, isSchema(part) ? fillSchema(part, valueOf, here) : valueOf(here)];
		}),
	);
}

function isSchema(value: unknown): value is ResultSchema {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
