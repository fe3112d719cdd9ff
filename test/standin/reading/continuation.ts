import { conceptsIn } from './concepts';
import type { LabelJudge } from './labelJudge';
import type { LabelPair } from './labelPairs';
import type { UprightBox } from './uprightPage';

const MOST_LINES = 3;
const CJK_END = /[\u3000-\u9fff\uff00-\uffef]$/;
const CJK_START = /^[\u3000-\u9fff\uff00-\uffef]/;

/**
 * The pair with the further lines of its value, where the page clearly says so: a line straight
 * below, level with the value's left edge, of the same print, that is no label and has none beside
 * it, and the value breaks off with a comma, or goes on in lower case, or is an address.
 */
export function withContinuation(
	pair: LabelPair,
	boxes: readonly UprightBox[],
	judge: LabelJudge,
): LabelPair {
	const isAddress = conceptsIn([pair.label]).has('address');
	const isShort = pair.value.length < 6 || /^[\d.,\s]+$/.test(pair.value);
	if (isShort) return pair;
	let { value } = pair;
	let last = pair.valueBox;
	for (let count = 1; count < MOST_LINES; count++) {
		const next = boxes.find((box) => followsBelow(last, box));
		if (!next || hasLabelBeside(next, boxes) || judge.ownsLabel(next.text)) break;
		const goesOn = isAddress || /[,，、&-]$/.test(value) || /^[a-z]/.test(next.text);
		if (!goesOn) break;
		const separator = CJK_END.test(value) || CJK_START.test(next.text) ? '' : ' ';
		value += separator + next.text.trim();
		last = next;
	}
	return value === pair.value ? pair : { ...pair, value };
}

function followsBelow(line: UprightBox, box: UprightBox): boolean {
	const step = box.centreY - line.centreY;
	return (
		box.index !== line.index &&
		step > 0.6 * line.height &&
		step < 1.7 * line.height &&
		Math.abs(box.left - line.left) < 0.6 * line.height &&
		Math.abs(box.height - line.height) < 0.25 * line.height
	);
}

function hasLabelBeside(line: UprightBox, boxes: readonly UprightBox[]): boolean {
	return boxes.some(
		(box) =>
			box.index !== line.index &&
			Math.abs(box.centreY - line.centreY) < 0.6 * line.height &&
			box.right <= line.left + 0.5 * line.height &&
			line.left - box.right < 15 * line.height,
	);
}
