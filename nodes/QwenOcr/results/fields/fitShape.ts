import { isTree } from './fieldTree';

/**
 * Gives an answer the nesting that was asked for where nothing is lost by it: the fields of an
 * element that came without its list, and one value in a list where one value was asked for, both
 * of which the service may give. What is of another shape stays as it came.
 * @param schema asked for: objects, lists with one element, and anything else for a value
 */
export function fitShape(value: unknown, schema: unknown): unknown {
	if (Array.isArray(schema)) {
		const [element]: unknown[] = schema;
		const list = isLoneElement(value, element) ? [value] : value;
		return Array.isArray(list) ? list.map((each) => fitShape(each, element)) : list;
	}
	const own = isLoneList(value, schema) ? (value[0] ?? null) : value;
	if (!isTree(schema) || !isTree(own)) return own;
	return Object.fromEntries(
		Object.entries(own).map(([name, inner]) => [
			name,
			Object.hasOwn(schema, name) ? fitShape(inner, schema[name]) : inner,
		]),
	);
}

/** An object without any of the fields of an element may be anything. */
function isLoneElement(value: unknown, element: unknown): boolean {
	if (value === null || value === undefined || Array.isArray(value)) return false;
	if (!isTree(element)) return element !== undefined && !isTree(value);
	return isTree(value) && Object.keys(value).some((name) => Object.hasOwn(element, name));
}

function isLoneList(value: unknown, schema: unknown): value is unknown[] {
	if (schema === undefined || !Array.isArray(value) || value.length > 1) return false;
	const [element]: unknown[] = value;
	if (element === undefined || element === null) return true;
	return !Array.isArray(element) && isTree(element) === isTree(schema);
}
