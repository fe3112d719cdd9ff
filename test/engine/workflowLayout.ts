import type { INode } from 'n8n-workflow';
import { isNote } from './workflowFile';

/** A rectangle of n8n's canvas, in its pixels. */
interface Area {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Side of a node, and how far its label reaches below it and to either side, in pixels. */
const NODE = { side: 96, labelBelow: 48, labelBeside: 24 };

/** Names the pairs of nodes and notes that lie on each other, labels included. */
export function overlaps(nodes: readonly INode[]): string[] {
	const areas = nodes.map(areaOf);
	return areas.flatMap((area, index) =>
		areas
			.slice(index + 1)
			.filter((other) => touch(area, other))
			.map((other) => `${area.name} and ${other.name}`),
	);
}

function areaOf(node: INode): Area {
	const [x, y] = node.position;
	const { name } = node;
	if (isNote(node)) {
		const { width, height } = node.parameters as { width: number; height: number };
		return { name, left: x, top: y, right: x + width, bottom: y + height };
	}
	const { side, labelBelow, labelBeside } = NODE;
	return {
		name,
		left: x - labelBeside,
		top: y,
		right: x + side + labelBeside,
		bottom: y + side + labelBelow,
	};
}

function touch(one: Area, other: Area): boolean {
	return (
		one.left < other.right &&
		other.left < one.right &&
		one.top < other.bottom &&
		other.top < one.bottom
	);
}
