import { valuesByShape } from './fieldsByShape';
import { labelJudge } from './labelJudge';
import { labelPairs, type LabelPair } from './labelPairs';
import { conceptsIn, isLabelWording } from './concepts';
import { likeness } from './likeness';
import { fillSchema, partsOfSchema, type ResultSchema, type SchemaLeaf } from './resultSchema';
import { distanceFromHeading, sectionedNames, type SectionedName } from './sections';
import type { ReadLine } from './shapes';
import { gridTables } from './gridTable';
import type { Table } from './table';
import { listFromTables } from './tableRows';
import { fieldBoxes } from './fieldBoxes';
import { uprightPage, type UprightBox } from './uprightPage';
import { kindOfField, misfit, type ValueKind } from './valueKinds';

/** A reading must be this likely, or the field counts as not on the page. */
const LOWEST_SCORE = 0.55;

/**
 * The values for the leaves of a result_schema, in its nesting; all of them are strings that stand
 * on the page, and null where the page does not say. A list template (`[{…}]`) gives the rows of the
 * table whose header cells match its keys, else an empty array. Keys may be snake_case, camelCase or
 * the printed label; a hint may name the label instead (service document: a leaf is "" or a hint).
 */
export function extractFields(
	lines: readonly ReadLine[],
	schema: ResultSchema,
	tables: readonly Table[] = gridTables(lines),
): Record<string, unknown> {
	const { boxes } = uprightPage(lines);
	const { leaves, lists } = partsOfSchema(schema);
	const fields = leaves.map((leaf) => wantedField(leaf, boxes));
	const candidates = candidatesFor(fields, boxes);
	const chosen = assign(candidates);
	const found = new Map(chosen.map(({ field, pair }) => [keyOf(field.leaf.path), pair.value]));
	const missing = leaves.filter(({ path }) => !found.has(keyOf(path)));
	const unlabelled = withoutLabelled(boxes, candidates);
	for (const [leaf, value] of valuesByShape(missing, unlabelled))
		found.set(keyOf(leaf.path), value);
	const rows = new Map(lists.map((list) => [keyOf(list.path), listFromTables(list, tables)]));
	return fillSchema(schema, (path) => found.get(keyOf(path)) ?? rows.get(keyOf(path)) ?? null);
}

interface WantedField {
	leaf: SchemaLeaf;
	/** The key itself, with its groups before it, and the hint. */
	names: string[];
	sections: SectionedName[];
	kind: ValueKind;
}

interface Candidate {
	field: WantedField;
	pair: LabelPair;
	score: number;
}

function keyOf(path: readonly string[]): string {
	return JSON.stringify(path);
}

function wantedField(leaf: SchemaLeaf, boxes: readonly UprightBox[]): WantedField {
	const name = leaf.path[leaf.path.length - 1];
	const names = [name, leaf.path.slice(-2).join(' '), leaf.hint].filter(Boolean);
	return {
		leaf,
		names: [...new Set(names)],
		sections: sectionedNames(leaf, boxes),
		kind: kindOfField(`${name} ${leaf.hint.length < 40 ? leaf.hint : ''}`),
	};
}

function candidatesFor(fields: readonly WantedField[], boxes: readonly UprightBox[]): Candidate[] {
	const context = conceptsIn(boxes.map((box) => box.text));
	const askedNames = fields.flatMap(({ names, sections }) => [
		...names,
		...sections.map(({ name }) => name),
	]);
	const judge = labelJudge(askedNames);
	const pairs = labelPairs(fieldBoxes(boxes, judge.isLabel), judge).filter(
		(pair) => pair.value !== '',
	);
	const anchors = [
		...new Set(fields.flatMap((field) => field.sections.map((section) => section.anchor))),
	];
	return fields.flatMap((field) =>
		pairs.map((pair) => ({
			field,
			pair,
			score:
				likenessToField(field, pair, context, anchors) - pair.cost - misfit(field.kind, pair.value),
		})),
	);
}

function likenessToField(
	field: WantedField,
	pair: LabelPair,
	context: ReadonlySet<string>,
	anchors: readonly UprightBox[],
): number {
	const owner = sectionOf(pair.labelBox, anchors);
	const isNested = field.sections.some((section) => section.isNested);
	const plain = Math.max(
		...field.names.map((name) => likeness(name, pair.label, context)),
		isNamedInHint(field.leaf.hint, pair.label) ? 0.9 : 0,
	);
	const inSections = field.sections.map(({ name, anchor }) => {
		const far = Math.min(0.25, distanceFromHeading(anchor, pair.labelBox) / 60);
		const isOwn = owner === anchor;
		return likeness(name, pair.label, context) - far - (isOwn ? 0 : 0.4);
	});
	return Math.max(isNested ? plain - 0.4 : plain, ...inSections);
}

function sectionOf(box: UprightBox, anchors: readonly UprightBox[]): UprightBox | undefined {
	const byDistance = anchors
		.map((anchor) => ({ anchor, distance: distanceFromHeading(anchor, box) }))
		.sort((a, b) => a.distance - b.distance);
	return byDistance[0]?.anchor;
}

/** "the number behind Invoice No., top right" names the label 'Invoice No.'. */
function isNamedInHint(hint: string, label: string): boolean {
	const tight = (text: string) =>
		text
			.normalize('NFKC')
			.toLowerCase()
			.replace(/[\s\p{P}]+/gu, '');
	const needle = tight(label);
	const isLongEnough = needle.length >= (/[\u3400-\u9fff]/.test(needle) ? 2 : 4);
	return isLongEnough && tight(hint).includes(needle);
}

/** The likeliest reading first; each label and each value serves one field only. */
function assign(candidates: readonly Candidate[]): Candidate[] {
	const chosen: Candidate[] = [];
	const takenFields = new Set<WantedField>();
	const taken = new Set<string>();
	const likely = candidates.filter(({ score }) => score >= LOWEST_SCORE);
	for (const candidate of likely.sort((a, b) => b.score - a.score)) {
		const { field, pair } = candidate;
		const places = [placeOf('label', pair.labelBox), placeOf('value', pair.valueBox)];
		if (takenFields.has(field) || places.some((place) => taken.has(place))) continue;
		chosen.push(candidate);
		takenFields.add(field);
		for (const place of places) taken.add(place);
	}
	return chosen;
}

/** The lines that no known label claims as its value. */
function withoutLabelled(
	boxes: readonly UprightBox[],
	candidates: readonly Candidate[],
): UprightBox[] {
	const claimed = new Set(
		candidates
			.filter(({ pair }) => isLabelWording(pair.label))
			.map(({ pair }) => Math.floor(pair.valueBox.index)),
	);
	return boxes.filter((box) => !claimed.has(box.index));
}

function placeOf(part: 'label' | 'value', box: UprightBox): string {
	return `${part} ${box.index} ${Math.round(box.left)}`;
}
