import { NodeConnectionTypes, deepCopy } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
} from 'n8n-workflow';

type Execute = INodeType['execute'];

/** The fields that the stand-ins read; n8n itself evaluates conditions and assignments. */
const conditions = field('conditions', 'filter');
const setProperties = [
	field('mode', 'string'),
	field('jsonOutput', 'json'),
	field('assignments', 'assignmentCollection'),
	field('includeOtherFields', 'boolean'),
	field('excludeFields', 'string'),
];
const options: INodeProperties = {
	...field('options', 'collection'),
	default: {},
	options: [field('fileName', 'string')],
};

function field(name: string, type: INodeProperties['type']): INodeProperties {
	return { displayName: name, name, type, default: '' };
}

/**
 * Stand-ins for n8n's own nodes, for machines without n8n-nodes-base: each does only what the example
 * workflows use of it. Triggers and the approval have pinned data there and never run.
 */
export const standInNodes: ReadonlyMap<string, INodeType> = new Map(
	[
		standIn('convertToFile', 1, writeRows, [options]),
		standIn('emailReadImap', 0),
		standIn('emailSend', 1),
		standIn('extractFromFile', 1, readRows),
		standIn('filter', 1, keepMatching, [conditions]),
		standIn('form', 1, passOn),
		standIn('formTrigger', 0),
		standIn('if', 1, divide, [conditions]),
		standIn('manualTrigger', 0),
		standIn('merge', 2, append),
		standIn('noOp', 1, passOn),
		standIn('set', 1, setFields, setProperties),
		standIn('splitInBatches', 1, oneAtATime),
		standIn('stickyNote', 0),
	].map((node) => [node.description.name, node]),
);

function standIn(
	name: string,
	inputs: number,
	execute?: Execute,
	properties: INodeProperties[] = [],
): INodeType {
	return {
		description: {
			displayName: `${name} (stand-in)`,
			name,
			group: inputs === 0 ? ['trigger'] : ['transform'],
			version: [1, 1.1, 2, 2.1, 2.2, 3, 3.1, 3.4],
			description: 'Takes the place of a node of n8n-nodes-base in tests',
			defaults: {},
			inputs: Array.from({ length: inputs }, () => NodeConnectionTypes.Main),
			outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
			...(inputs > 1 && { requiredInputs: 1 }),
			properties,
		},
		...(execute && { execute }),
	};
}

async function passOn(this: IExecuteFunctions) {
	return [this.getInputData()];
}

async function divide(this: IExecuteFunctions) {
	const items = this.getInputData();
	const isMatch = items.map((_, index) => matches(this, index));
	return [items.filter((_, index) => isMatch[index]), items.filter((_, index) => !isMatch[index])];
}

async function keepMatching(this: IExecuteFunctions) {
	return [this.getInputData().filter((_, index) => matches(this, index))];
}

function matches(context: IExecuteFunctions, index: number): boolean {
	return Boolean(context.getNodeParameter('conditions', index, false, { extractValue: true }));
}

async function append(this: IExecuteFunctions) {
	return [[...this.getInputData(0), ...this.getInputData(1)]];
}

async function setFields(this: IExecuteFunctions) {
	const items = this.getInputData().map(({ json }, item): INodeExecutionData => {
		const isRaw = this.getNodeParameter('mode', item) === 'raw';
		const set = isRaw
			? (this.getNodeParameter('jsonOutput', item) as IDataObject)
			: { ...kept(this, item, json), ...assigned(this.getNodeParameter('assignments', item)) };
		return { json: deepCopy(set), pairedItem: { item } };
	});
	return [items];
}

function kept(context: IExecuteFunctions, item: number, json: IDataObject): IDataObject {
	if (context.getNodeParameter('includeOtherFields', item) !== true) return {};
	const left = String(context.getNodeParameter('excludeFields', item)).split(',');
	return Object.fromEntries(Object.entries(json).filter(([name]) => !left.includes(name)));
}

function assigned(collection: unknown): IDataObject {
	const { assignments: list } = collection as {
		assignments: Array<{ name: string; value: IDataObject[string] }>;
	};
	return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/** Gives the next item by its second output, and all that came back by its first when none is left. */
async function oneAtATime(this: IExecuteFunctions) {
	const context = this.getContext('node') as {
		left?: INodeExecutionData[];
		done: INodeExecutionData[];
	};
	const items = this.getInputData();
	if (context.left) context.done.push(...items);
	else Object.assign(context, { left: [...items], done: [] });
	const next = context.left?.shift();
	return next ? [[], [next]] : [context.done, []];
}

/** Writes JSON in place of a spreadsheet. */
async function writeRows(this: IExecuteFunctions) {
	const rows = this.getInputData().map(({ json }) => json);
	const { fileName = 'file' } = this.getNodeParameter('options', 0) as { fileName?: string };
	const bytes = Buffer.from(JSON.stringify(rows));
	const file = await this.helpers.prepareBinaryData(bytes, fileName, 'application/json');
	return [[{ json: {}, binary: { data: file }, pairedItem: rows.map((_, item) => ({ item })) }]];
}

async function readRows(this: IExecuteFunctions) {
	const bytes = await this.helpers.getBinaryDataBuffer(0, 'data');
	const rows = JSON.parse(bytes.toString()) as IDataObject[];
	return [rows.map((json) => ({ json, pairedItem: { item: 0 } }))];
}
