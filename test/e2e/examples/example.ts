/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { IConnections, INode, INodeExecutionData } from 'n8n-workflow';
import type { Places } from '../setup/places';

/** A workflow of `examples/`, as n8n exports it. */
export interface Example {
	/** The name of its file without `.json`. */
	key: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	/** What stands for the output of a node while a person tries the workflow. */
	pinData?: Record<string, INodeExecutionData[]>;
}

/** The workflows in `examples/`, by name. */
export function readExamples({ repository }: Places): Example[] {
	const folder = join(repository, 'examples');
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => readExample(join(folder, file)));
}

/** The first node that nothing leads to and that leads to others. */
export function findTrigger({ key, nodes, connections }: Example): INode {
	const targets = new Set(
		Object.values(connections).flatMap(({ main = [] }) =>
			main.flatMap((output) => (output ?? []).map(({ node }) => node)),
		),
	);
	const trigger = nodes.find(({ name }) => connections[name]?.main && !targets.has(name));
	if (!trigger) throw new Error(`The example ${key} has no trigger`);
	return trigger;
}

/** The items that are pinned to the trigger. Throws without any: there is nothing to try it with. */
export function pinnedInput(example: Example): INodeExecutionData[] {
	const items = example.pinData?.[findTrigger(example).name] ?? [];
	if (items.length > 0) return items;
	throw new Error(`The example ${example.key} has nothing pinned to its first node`);
}

function readExample(file: string): Example {
	const workflow = JSON.parse(readFileSync(file, 'utf8')) as Omit<Example, 'key'>;
	return { ...workflow, key: basename(file, '.json') };
}
