import type { UprightBox } from './uprightPage';

const ONE_CHARACTER = /^[\u3400-\u9fff]\s*[:：]?$/;
/** Characters of one label stand no further apart than so many line heights. */
const WIDEST_GAP = 4.5;
const MOST_CHARACTERS = 4;

/**
 * The boxes with Chinese labels that are set wide (姓 名) joined: single characters side by side
 * that `isLabel` knows as one label.
 */
export function joinSpacedLabels(
	boxes: readonly UprightBox[],
	isLabel: (text: string) => boolean,
): UprightBox[] {
	const joined: UprightBox[] = [];
	const used = new Set<UprightBox>();
	for (const box of boxes) {
		if (used.has(box)) continue;
		const run = runFrom(box, boxes);
		while (run.length > 1 && !isLabel(run.map(({ text }) => text).join(''))) run.pop();
		for (const part of run) used.add(part);
		joined.push(run.length > 1 ? wholeOf(run) : box);
	}
	return joined;
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
