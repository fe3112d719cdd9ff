import { lineInput } from './lineInput';
import type { Model } from './models';
import { turnedHalf } from './resample';
import type { Pixels, Polygon } from './shapes';

/** A line's place on the picture and its pixels, levelled. */
export interface CutLine {
	polygon: Polygon;
	crop: Pixels;
}

/** What the orientation model says of one line. */
export interface Verdict {
	isTurned: boolean;
	certainty: number;
}

const BATCH_SIZE = 8;
const INPUT_WIDTH = 192;

/** The lines the right way up; on a page that stands on its head they come in reading order. */
export async function uprightLines(model: Model, lines: readonly CutLine[]): Promise<CutLine[]> {
	const verdicts: Verdict[] = [];
	for (let start = 0; start < lines.length; start += BATCH_SIZE) {
		const batch = lines.slice(start, start + BATCH_SIZE);
		const input = lineInput(
			batch.map((line) => line.crop),
			INPUT_WIDTH,
		);
		const { data } = await model.run(input);
		batch.forEach((_, index) => {
			const [upright, turned] = data.subarray(index * 2, index * 2 + 2);
			verdicts.push({ isTurned: turned > upright, certainty: Math.max(upright, turned) });
		});
	}
	const { isPageTurned, turnLine } = turnDecision(verdicts);
	const turned = lines.map((line, index) => (turnLine[index] ? turnedLine(line) : line));
	return isPageTurned ? turned.reverse() : turned;
}

/**
 * Which lines to turn by 180 degrees. Single short lines are often misjudged, so the sure majority
 * rules the page; a sure line may differ only where at least 30 % of the page's lines do.
 */
export function turnDecision(verdicts: readonly Verdict[]): {
	isPageTurned: boolean;
	turnLine: boolean[];
} {
	const sure = verdicts.filter((verdict) => verdict.certainty > 0.9);
	const turned = sure.filter((verdict) => verdict.isTurned).length;
	const isPageTurned = turned > sure.length - turned;
	const isMixed = turned > 0.3 * verdicts.length;
	const turnLine = verdicts.map(
		({ isTurned, certainty }) => isPageTurned || (isMixed && isTurned && certainty > 0.95),
	);
	return { isPageTurned, turnLine };
}

function turnedLine({ polygon, crop }: CutLine): CutLine {
	const [start, end, endBelow, startBelow] = polygon;
	return { polygon: [endBelow, startBelow, start, end], crop: turnedHalf(crop) };
}
