import type { Field } from '../../fieldLists/field';
import { schemaFrom } from '../../fieldLists/schemaHints';
import type { FieldTree } from './fieldTree';

/**
 * Gives the tree of a field list: groups and lists nested as an answer nests them, a list with one
 * element that stands for all, each value the name of its type.
 */
export function fieldShape(fields: readonly Field[]): FieldTree {
	return schemaFrom(fields.map(({ path, type }) => ({ path, hint: type })));
}
