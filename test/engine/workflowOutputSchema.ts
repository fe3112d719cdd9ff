/** A part of the JSON schema that n8n's editor shows as a node's output before its first run. */
export interface OutputSchema {
	type: 'object' | 'array' | 'string' | 'number' | 'boolean';
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
}

/**
 * Gives the schema of values as real items hold them. Names of all values are put together; null
 * and empty lists say nothing of a type.
 * @throws where two values are of different types
 */
export function schemaOf(values: readonly unknown[]): OutputSchema | undefined {
	const told = values.filter((value) => value !== null && value !== undefined);
	const types = [...new Set(told.map(typeOf))];
	if (types.length > 1) throw new Error(`One name has values of the types ${types.join(', ')}`);
	const [type] = types;
	if (type === 'array') {
		const items = schemaOf(told.flatMap((value) => value as unknown[]));
		return items ? { type, items } : undefined;
	}
	if (type === 'object') return objectSchema(told as object[]);
	return type && { type };
}

/**
 * Names each part of an item that is not in the schema, or is of another type.
 * @param isFree tells the paths under which documents choose the names
 */
export function schemaProblems(
	value: unknown,
	schema: OutputSchema | undefined,
	isFree: (path: string) => boolean,
	path = '',
): string[] {
	if (value === null || isFree(path)) return [];
	if (!schema) return [`${path} is not in the schema`];
	const type = typeOf(value);
	if (type !== schema.type) return [`${path} is of type ${type}, not ${schema.type}`];
	if (type === 'array') {
		return (value as unknown[]).flatMap((entry) =>
			schemaProblems(entry, schema.items, isFree, `${path}[]`),
		);
	}
	if (type !== 'object') return [];
	return Object.entries(value as object).flatMap(([name, entry]) =>
		schemaProblems(entry, schema.properties?.[name], isFree, path ? `${path}.${name}` : name),
	);
}

function objectSchema(values: readonly object[]): OutputSchema {
	const names = [...new Set(values.flatMap((value) => Object.keys(value)))];
	const entries = names.flatMap((name): Array<[string, OutputSchema]> => {
		const schema = schemaOf(values.map((value) => (value as Record<string, unknown>)[name]));
		return schema ? [[name, schema]] : [];
	});
	return { type: 'object', properties: Object.fromEntries(entries) };
}

function typeOf(value: unknown): OutputSchema['type'] {
	if (Array.isArray(value)) return 'array';
	const type = typeof value;
	if (type === 'object' || type === 'string' || type === 'number' || type === 'boolean')
		return type;
	throw new Error(`An item holds a value of type ${type}`);
}
