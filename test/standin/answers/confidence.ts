import type { ReadLine } from '../reading/shapes';

/** Tells how certain the reading of a text is, 0 to 1. */
export type ConfidenceOf = (text: string) => number;

/**
 * Finds the certainty of a text by the lines it came from: the mean of the lines that hold it or
 * that it holds, else the mean of the page (a value put together from parts of several lines).
 */
export function confidenceIn(lines: ReadLine[]): ConfidenceOf {
	return (text) => {
		const wanted = text.trim();
		const sources = lines.filter(
			(line) => line.text.includes(wanted) || wanted.includes(line.text.trim()),
		);
		return meanConfidence(sources.length > 0 ? sources : lines);
	};
}

/** The mean certainty of lines, 1 when there are none. */
export function meanConfidence(lines: ReadLine[]): number {
	if (lines.length === 0) return 1;
	return lines.reduce((sum, { confidence }) => sum + confidence, 0) / lines.length;
}
