import { labelJudge } from './labelJudge';
import { labelPairs, type LabelPair } from './labelPairs';
import { conceptsIn, isLabelWording } from './concepts';
import type { ReadLine } from './shapes';
import { fieldBoxes } from './fieldBoxes';
import { uprightPage, type UprightBox } from './uprightPage';
import { isAmountLike } from './valueKinds';

/** Readings that cost more are guesses. */
const HIGHEST_COST = 0.2;
const TITLES = new Set(['document', 'invoice', 'order', 'receipt', 'ticket']);
/** A longer line is a sentence rather than a label with its value. */
const LONGEST_LINE = 50;

/**
 * Every label with its value that the page shows, as printed and in reading order; what the service
 * gives for key information without a schema. A label that comes again gets a number: "Name (2)".
 */
export function extractAllFields(lines: readonly ReadLine[]): Record<string, string> {
	const judge = labelJudge();
	const boxes = fieldBoxes(uprightPage(lines).boxes, judge.isLabel);
	const pairs = labelPairs(boxes, judge).filter(
		(pair) => pair.value !== '' && pair.cost <= HIGHEST_COST && isTelling(pair, boxes),
	);
	const fields: Record<string, string> = {};
	for (const pair of inReadingOrder(withoutRivals(pairs))) {
		fields[unusedName(pair.label.replace(/[\s:：]+$/, ''), fields)] = pair.value;
	}
	return fields;
}

/**
 * A colon makes a label, but not in the midst of a sentence. So does a known wording: before a value
 * that is mostly digits on its own line, or before any value beside or below it. On a row of two, an
 * amount makes a label of the text before it.
 */
function isTelling(pair: LabelPair, boxes: readonly UprightBox[]): boolean {
	const isKnown = isLabelWording(pair.label) && !isTitle(pair.label);
	const lineLength = pair.label.length + pair.value.length;
	if (pair.hasColon) return isKnown || lineLength <= LONGEST_LINE;
	if (pair.relation === 'inline') return lineLength <= LONGEST_LINE && isMostlyDigits(pair.value);
	if (isKnown) return true;
	if (pair.relation !== 'right' || !isAmountLike(pair.value)) return false;
	const onRow = boxes.filter(
		(box) => Math.abs(box.centreY - pair.labelBox.centreY) < 0.5 * pair.labelBox.height,
	);
	return onRow.length === 2;
}

/** INVOICE above the sender's name is the page's title. */
function isTitle(text: string): boolean {
	const concepts = [...conceptsIn([text])];
	return concepts.every((concept) => TITLES.has(concept));
}

function isMostlyDigits(text: string): boolean {
	const digits = text.match(/\d/g)?.length ?? 0;
	return digits >= 0.3 * text.replace(/\s/g, '').length;
}

function withoutRivals(pairs: readonly LabelPair[]): LabelPair[] {
	const taken = new Set<string>();
	return [...pairs]
		.sort((a, b) => a.cost - b.cost)
		.filter(({ labelBox, valueBox }) => {
			const places = [`label ${place(labelBox)}`, `value ${place(valueBox)}`];
			if (places.some((used) => taken.has(used))) return false;
			for (const used of places) taken.add(used);
			return true;
		});
}

function place(box: UprightBox): string {
	return `${box.index} ${Math.round(box.left)}`;
}

function inReadingOrder(pairs: readonly LabelPair[]): LabelPair[] {
	return [...pairs].sort(
		(a, b) => a.labelBox.index - b.labelBox.index || a.labelBox.left - b.labelBox.left,
	);
}

function unusedName(name: string, fields: Record<string, string>): string {
	if (!(name in fields)) return name;
	let count = 2;
	while (`${name} (${count})` in fields) count++;
	return `${name} (${count})`;
}
