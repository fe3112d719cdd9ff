import type { INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { choicesOf, shownMembers, shownProperties } from '../e2e/n8n/nodeTypes';
import { loadPackage } from './harness';

let node: INodeTypeDescription;

beforeAll(async () => {
	[node] = (await loadPackage()).types.nodes;
});

const FIRST = ['Resource', 'Operation', 'Model', 'Input Type'];
const LAST = ['Simplify', 'Needs Review Output', 'Options'];

function labelsWith(chosen: INodeParameters): string[] {
	return shownProperties(node, chosen).map(({ displayName }) => displayName);
}

test.each<[INodeParameters, string[]]>([
	[{ operation: 'customPrompt' }, ['Input Binary Field', 'Prompt', 'Output']],
	[{ operation: 'extractFields' }, ['Input Binary Field', 'Fields', 'Output']],
	[
		{ operation: 'extractFields', schemaSource: 'template' },
		['Input Binary Field', 'Fields', 'Template', 'Output'],
	],
	[
		{ operation: 'extractFields', schemaSource: 'fields' },
		['Input Binary Field', 'Fields', 'Field List', 'Output'],
	],
	[
		{ operation: 'extractFields', schemaSource: 'json' },
		['Input Binary Field', 'Fields', 'Result Schema', 'Output'],
	],
	[
		{ operation: 'extractFields', outputMode: 'perListElement' },
		['Input Binary Field', 'Fields', 'Output', 'List Field'],
	],
	[{ operation: 'extractTables' }, ['Input Binary Field', 'Output']],
	[{ operation: 'locateText' }, ['Input Binary Field', 'Output']],
	[{ operation: 'parseDocument' }, ['Input Binary Field', 'Output']],
	[{ operation: 'recognizeFormula' }, ['Input Binary Field', 'Output']],
	[{ operation: 'recognizeMultilingualText' }, ['Input Binary Field', 'Output']],
	[{ operation: 'recognizeText' }, ['Input Binary Field', 'Output']],
	[{ operation: 'recognizeText', inputType: 'url' }, ['URL', 'Output']],
])('with %j the panel shows %j between the common fields', (chosen, labels) => {
	expect(labelsWith(chosen)).toEqual([...FIRST, ...labels, ...LAST]);
});

const COMMON = [
	...['Auto-Rotate', 'Estimate Only', 'Include Raw Response', 'Keep Source', 'Max Concurrency'],
	...['Max Cost', 'Max Pixels', 'Max Retries', 'Max Tokens', 'Min Pixels', 'Minimum Picture Size'],
	...['Pages', 'PDF Password', 'PDF Resolution', 'Presence Penalty', 'Prices'],
	...['Repetition Penalty', 'Requests per Minute', 'Seed', 'Stop Sequences', 'Temperature'],
	...['Timeout', 'Token Probabilities', 'Top K', 'Top P', 'Unsupported Files', 'URL Handling'],
];
const OF_FIELDS = ['Confidence Threshold', 'Day or Month First', 'Flat Output', 'Sum Tolerance'];

test.each<[string, string[], string[]]>([
	['customPrompt', ['Request Mode'], ['perDocument', 'perPage']],
	['extractFields', [...OF_FIELDS, 'Number Format'], ['perDocument', 'perPage', 'perListElement']],
	[
		'extractTables',
		['Convert Numbers', 'Header Row', 'Number Format'],
		['perDocument', 'perPage', 'perTable', 'perRow'],
	],
	['locateText', [], ['perDocument', 'perPage', 'perLine']],
	['parseDocument', [], ['perDocument', 'perPage']],
	['recognizeFormula', [], ['perDocument', 'perPage']],
	['recognizeMultilingualText', [], ['perDocument', 'perPage']],
	['recognizeText', [], ['perDocument', 'perPage']],
])('%s offers the options %j of its own, and its outputs', (operation, own, outputs) => {
	const options = shownMembers(node, { operation }, 'options').map((member) => member.displayName);
	expect([...options].sort()).toEqual([...COMMON, ...own].sort());
	const output = shownProperties(node, { operation }).find(({ name }) => name === 'outputMode');
	expect(choicesOf(output).map(({ value }) => String(value))).toEqual(
		expect.arrayContaining(outputs),
	);
	expect(choicesOf(output)).toHaveLength(outputs.length);
});
