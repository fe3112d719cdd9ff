import { conceptsIn } from './concepts';
import { splitAtColons } from './lineSegments';
import type { SchemaLeaf } from './resultSchema';
import type { UprightBox } from './uprightPage';

/** What stands on a page without a label, by its shape alone; the first group is the value. */
const SHAPES: ReadonlyArray<{ concept: string; shape: RegExp }> = [
	{ concept: 'email', shape: /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/ },
	{ concept: 'website', shape: /((?:https?:\/\/|www\.)[^\s,;]+)/i },
	{
		concept: 'date',
		shape:
			/(\d{4}年\d{1,2}月\d{1,2}日|\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b)/,
	},
	{ concept: 'time', shape: /(?<![\d:])(\d{1,2}:\d{2}(?::\d{2})?)(?![\d:])/ },
];

/**
 * Values for fields that have no label on the page but a telling shape: a date, a time, an e-mail or
 * web address. Given only where the page holds exactly one such value outside labelled lines.
 */
export function valuesByShape(
	leaves: readonly SchemaLeaf[],
	boxes: readonly UprightBox[],
): Map<SchemaLeaf, string> {
	const unlabelled = boxes.filter((box) => splitAtColons(box.text, () => false).length === 0);
	const found = new Map<SchemaLeaf, string>();
	for (const { concept, shape } of SHAPES) {
		const asking = leaves.filter((leaf) => asksOnlyFor(leaf, concept));
		const values = unlabelled.flatMap((box) => shape.exec(box.text)?.[1] ?? []);
		if (asking.length === 1 && new Set(values).size === 1) found.set(asking[0], values[0]);
	}
	return found;
}

/** "Date" and "Invoice date" ask for the date of the page; "Due date" asks for a certain one. */
const QUALIFIERS = new Set([
	'departure',
	'document',
	'invoice',
	'issue',
	'order',
	'receipt',
	'ticket',
]);

function asksOnlyFor(leaf: SchemaLeaf, concept: string): boolean {
	const concepts = conceptsIn([leaf.path[leaf.path.length - 1]]);
	const others = [...concepts].filter((other) => other !== concept && !QUALIFIERS.has(other));
	return concepts.has(concept) && others.length === 0;
}
