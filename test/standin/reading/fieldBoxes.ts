import { partOfBox, type UprightBox } from './uprightPage';

const ONE_CHARACTER = /^[\u3400-\u9fff]\s*[:：]?$/;
/** Characters of one label stand no further apart than so many line heights. */
const WIDEST_GAP = 4.5;
const MOST_CHARACTERS = 4;

/**
 * The boxes as labels and values need them: a line that ran across a table's upright rule, read as a
 * bar, in two; Chinese labels that are set wide (姓 名), single characters side by side that `isLabel`
 * knows as one label, joined. The parts of a line keep its place in order by a fraction.
 */
export function fieldBoxes(
	boxes: readonly UprightBox[],
	isLabel: (text: string) => boolean,
): UprightBox[] {
	const pieces = boxes.flatMap(splitAtBars);
	const joined: UprightBox[] = [];
	const used = new Set<UprightBox>();
	for (const box of pieces) {
		if (used.has(box)) continue;
		const run = runFrom(box, pieces);
		while (run.length > 1 && !isLabel(run.map(({ text }) => text).join(''))) run.pop();
		for (const part of run) used.add(part);
		joined.push(run.length > 1 ? wholeOf(run) : box);
	}
	return joined;
}

function splitAtBars(box: UprightBox): UprightBox[] {
	const parts = [...box.text.matchAll(/[^|丨]*[^|丨\s][^|丨]*/g)];
	if (parts.length < 2) return [box];
	return parts.map((part, position) => ({
		...partOfBox(box, part.index, part.index + part[0].length),
		text: part[0].trim(),
		index: box.index + position / 100,
	}));
}

function runFrom(first: UprightBox, boxes: readonly UprightBox[]): UprightBox[] {
	const run = [first];
	while (run.length < MOST_CHARACTERS && ONE_CHARACTER.test(run[run.length - 1].text)) {
		const last = run[run.length - 1];
		const next = boxes
			.filter(
				(box) =>
					ONE_CHARACTER.test(box.text) &&
					Math.abs(box.centreY - last.centreY) < 0.5 * last.height &&
					box.left >= last.right - 0.2 * last.height &&
					box.left - last.right < WIDEST_GAP * last.height,
			)
			.sort((a, b) => a.left - b.left)[0];
		if (!next) break;
		run.push(next);
	}
	return run;
}

function wholeOf(run: readonly UprightBox[]): UprightBox {
	const [first] = run;
	const last = run[run.length - 1];
	return {
		...first,
		text: run.map((box) => box.text).join(''),
		right: last.right,
		top: Math.min(...run.map((box) => box.top)),
		bottom: Math.max(...run.map((box) => box.bottom)),
		centreX: (first.left + last.right) / 2,
	};
}
