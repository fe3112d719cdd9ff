import { wordsOf } from './concepts';
import { likeness } from './likeness';
import type { SchemaLeaf } from './resultSchema';
import type { UprightBox } from './uprightPage';

/** A field's name on a page with sections: look for `name` near `anchor`. */
export interface SectionedName {
	name: string;
	anchor: UprightBox;
	/** Whether the schema itself nests the field in the section, rather than its name alone. */
	isNested: boolean;
}

const GROUP_LIKENESS = 0.7;
const PREFIX_LIKENESS = 0.85;
const LONGEST_HEADING = 30;

/**
 * The ways to look for a field in a section of the page: the schema's nesting (购买方 → 名称), or the
 * beginning of its key (`buyer_name`, 购买方名称), each where a heading on the page says the section.
 */
export function sectionedNames(leaf: SchemaLeaf, boxes: readonly UprightBox[]): SectionedName[] {
	const name = leaf.path[leaf.path.length - 1];
	const groups = leaf.path.slice(0, -1).reverse();
	for (const group of groups) {
		const anchor = bestHeading(group, boxes, GROUP_LIKENESS);
		if (anchor) return [{ name, anchor, isNested: true }];
	}
	return splitsOf(name).flatMap(([section, rest]) => {
		const anchor = bestHeading(section, boxes, PREFIX_LIKENESS);
		return anchor ? [{ name: rest, anchor, isNested: false }] : [];
	});
}

/**
 * How far a line is from a section's heading, in line heights. What stands below or to the right of
 * a heading belongs to it; what stands above it or begins left of it hardly does.
 */
export function distanceFromHeading(heading: UprightBox, box: UprightBox): number {
	const { height } = heading;
	const down = (box.centreY - heading.centreY) / height;
	const isBeside = box.left >= heading.right - height;
	const vertical = down < -0.6 && !isBeside ? 5 - 3 * down : Math.abs(down);
	const leftOf = (heading.left - box.left) / height;
	const rightOf = (box.left - heading.right) / height;
	const horizontal = leftOf > 2 ? 10 + leftOf : Math.max(0, rightOf) * 0.15;
	return vertical + horizontal;
}

function bestHeading(
	name: string,
	boxes: readonly UprightBox[],
	lowest: number,
): UprightBox | undefined {
	const scored = boxes
		.filter(({ text }) => text.length <= LONGEST_HEADING && !/\d/.test(text))
		.map((box) => ({ box, score: likeness(name, box.text) }))
		.sort((a, b) => b.score - a.score);
	return scored[0] && scored[0].score >= lowest ? scored[0].box : undefined;
}

/** Each way to cut a name in two. */
function splitsOf(name: string): Array<[string, string]> {
	const words = wordsOf(name);
	if (words.length > 1) {
		return words
			.slice(1)
			.map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
	}
	if (!/^[\u3400-\u9fff]{4,}$/.test(name)) return [];
	return Array.from({ length: name.length - 3 }, (_, index) => [
		name.slice(0, index + 2),
		name.slice(index + 2),
	]);
}
