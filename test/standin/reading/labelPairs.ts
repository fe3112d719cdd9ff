import type { LabelJudge } from './labelJudge';
import { canBeLabel, cleanValue, splitAtColons, splitAtKnownLabels } from './lineSegments';
import { isAmountLike } from './valueKinds';
import { isOnLevel, isUnder, neighboursOf, type Neighbours } from './neighbours';
import { partOfBox, type UprightBox } from './uprightPage';
import { withContinuation } from './continuation';

/** One way to read a label and its value off the page. */
export interface LabelPair {
	label: string;
	value: string;
	/** The line the label stands in. */
	labelBox: UprightBox;
	/** The line the value begins in. */
	valueBox: UprightBox;
	relation: 'inline' | 'right' | 'below';
	hasColon: boolean;
	/** What speaks against this reading, 0 for nothing; compare with a likeness of 0 to 1. */
	cost: number;
}

interface Label {
	text: string;
	box: UprightBox;
	hasColon: boolean;
}

/**
 * All readings of the page as label and value: inside one line, with the value to the right on the
 * same level, and with the value below. Readings exclude each other; choosing is up to the caller.
 */
export function labelPairs(boxes: readonly UprightBox[], judge: LabelJudge): LabelPair[] {
	const pairs: LabelPair[] = [];
	const labels: Label[] = [];
	for (const box of boxes) {
		const segments = splitAtColons(box.text, judge.isLabel);
		const byColon = segments.length > 0;
		if (!byColon && !judge.isLabel(box.text)) {
			segments.push(...splitAtKnownLabels(box.text, judge.isAskedLabel, judge.isLabel));
		}
		for (const { label, value, labelStart, valueStart } of segments) {
			const labelBox = partOfBox(box, labelStart, valueStart);
			if (value === '') {
				labels.push({ text: label, box: labelBox, hasColon: true });
				continue;
			}
			pairs.push({
				label,
				value,
				labelBox,
				valueBox: partOfBox(box, valueStart, box.text.length),
				relation: 'inline',
				hasColon: byColon,
				cost: byColon ? 0 : costOfKnownLabel(box, boxes, judge),
			});
		}
		if (!byColon && canBeLabel(box.text)) labels.push({ text: box.text, box, hasColon: false });
	}
	const placed = labels.map((label) => ({ label, ...neighboursOf(label.box, boxes) }));
	const style = styleOf(placed, judge);
	for (const { label, right, below } of placed) {
		if (right) pairs.push(pairToTheRight(label, right, boxes, judge, style));
		if (below) pairs.push(pairBelow(label, right, below, boxes, judge, style));
	}
	return pairs.map((pair) => withContinuation(pair, boxes, judge));
}

type Style = 'right' | 'below' | 'mixed';

/** Whether the page's known labels have their values to the right or below, where that is clear. */
function styleOf(placed: ReadonlyArray<{ label: Label } & Neighbours>, judge: LabelJudge): Style {
	let votes = 0;
	for (const { label, right, below } of placed) {
		if (!judge.isAskedLabel(label.text)) continue;
		const isRight = right !== undefined && !judge.ownsLabel(right.text);
		const isBelow = below !== undefined && !judge.ownsLabel(below.text);
		if (isRight !== isBelow) votes += isRight ? 1 : -1;
	}
	if (votes === 0) return 'mixed';
	return votes > 0 ? 'right' : 'below';
}

function costOfValue(text: string, judge: LabelJudge): number {
	if (judge.hasColonLabel(text)) return 0.4;
	if (judge.isAskedLabel(text)) return 0.35;
	if (judge.isLabel(text)) return 0.15;
	return text.length > 80 ? 0.2 : 0;
}

/** Words like a label at the beginning of a line may be a value: "Net 30" beside or below "Terms". */
function costOfKnownLabel(
	box: UprightBox,
	boxes: readonly UprightBox[],
	judge: LabelJudge,
): number {
	const hasLabelBefore = boxes.some((other) => {
		if (other.index === box.index) return false;
		const isLeft = isOnLevel(other, box) && other.right <= box.left + box.height;
		if (!judge.ownsLabel(other.text)) return false;
		if (isLeft) return true;
		const { right } = neighboursOf(other, boxes);
		const hasOwnValue = right !== undefined && !judge.ownsLabel(right.text);
		return isUnder(other, box) && !hasOwnValue;
	});
	return hasLabelBefore ? 0.3 : 0.03;
}

function pairToTheRight(
	label: Label,
	right: UprightBox,
	boxes: readonly UprightBox[],
	judge: LabelJudge,
	style: Style,
): LabelPair {
	const gap = Math.max(0, right.left - label.box.right) / label.box.height;
	return {
		label: label.text,
		value: joinedToTheRight(right, boxes, judge),
		labelBox: label.box,
		valueBox: right,
		relation: 'right',
		hasColon: label.hasColon,
		cost:
			(label.hasColon ? 0.02 : 0.08) +
			Math.min(0.1, gap / 150) +
			(style === 'below' ? 0.1 : 0) +
			costOfValue(right.text, judge),
	};
}

/** A lone currency sign or word belongs to the amount behind it. */
function joinedToTheRight(
	value: UprightBox,
	boxes: readonly UprightBox[],
	judge: LabelJudge,
): string {
	const clean = cleanValue(value.text);
	if (!/^(?:[A-Z]{3}|[$€£¥￥])$/.test(value.text.trim())) return clean;
	const { right } = neighboursOf(value, boxes);
	if (!right || !isAmountLike(right.text) || judge.isAskedLabel(value.text)) return clean;
	return `${value.text.trim()} ${cleanValue(right.text)}`;
}

function pairBelow(
	label: Label,
	right: UprightBox | undefined,
	below: UprightBox,
	boxes: readonly UprightBox[],
	judge: LabelJudge,
	style: Style,
): LabelPair {
	const hasValueRight = right !== undefined && !judge.ownsLabel(right.text);
	const leftOfBelow = boxes.some(
		(box) =>
			box.index !== below.index &&
			isOnLevel(below, box) &&
			box.right <= below.left + below.height &&
			judge.ownsLabel(box.text) &&
			box.right > label.box.left - 20 * below.height,
	);
	return {
		label: label.text,
		value: cleanValue(below.text),
		labelBox: label.box,
		valueBox: below,
		relation: 'below',
		hasColon: label.hasColon,
		cost:
			(below.height > 1.1 * label.box.height ? 0.05 : 0.1) +
			(label.box.height > 1.35 * below.height ? 0.25 : 0) +
			(hasValueRight ? (label.hasColon ? 0.25 : 0.13) : 0) +
			(leftOfBelow ? 0.2 : 0) +
			(isColumnHeader(label.box, below, boxes, judge) ? 0.3 : 0) +
			(style === 'right' ? 0.1 : 0) +
			costOfValue(below.text, judge),
	};
}

/** The label heads a column of a table: rows of three and more, and further values under the first. */
function isColumnHeader(
	label: UprightBox,
	below: UprightBox,
	boxes: readonly UprightBox[],
	judge: LabelJudge,
): boolean {
	const next = neighboursOf(below, boxes).below;
	if (!next || judge.ownsLabel(next.text)) return false;
	return [label, below, next].every(
		(box) => boxes.filter((other) => isOnLevel(box, other)).length >= 3,
	);
}
