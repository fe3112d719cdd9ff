import type { PackageDirectoryLoader } from 'n8n-core';
import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeTypeDescription } from 'n8n-workflow';
import sharp from 'sharp';
import { loadPackage } from './harness';
import { EXAMPLES, isNote, pinnedPictures, readWorkflow, triggerOf } from './workflowFile';
import { overlaps } from './workflowLayout';
import { loadWorkflowNodes } from './workflowNodes';
import type { WorkflowNodes } from './workflowNodes';
import { parameterProblems } from './workflowParameters';
import { drawSample } from './workflowSamples';

const OWN_TYPE = 'n8n-nodes-qwen-ocr.qwenOcr';
/** Notes set names of nodes in italics. */
const ITALIC = /(?<!\*)\*([^*\n]+)\*(?!\*)/g;
const WORDS_OF_THE_EDITOR = ['Execute workflow', 'First Row', 'None', 'Send and Wait for Response'];

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let own: PackageDirectoryLoader;
let nodes: WorkflowNodes;

beforeAll(async () => {
	own = await loadPackage();
	nodes = await loadWorkflowNodes(own);
});

function descriptionOf({ type, typeVersion }: INode): INodeTypeDescription {
	return nodes.types.getByNameAndVersion(type, typeVersion).description;
}

/** Gives the nodes whose descriptions are those of n8n itself or of this package. */
function describedNodes(name: string): INode[] {
	return readWorkflow(name).nodes.filter(({ type }) => nodes.isReal(type));
}

async function pixelsOf(picture: Buffer): Promise<string> {
	return (await sharp(picture).raw().toBuffer()).toString('base64');
}

it('there are three examples', () => {
	expect(EXAMPLES).toEqual([
		'email-invoices-to-spreadsheet',
		'id-card-form',
		'scanned-table-to-csv',
	]);
});

it("takes n8n's own nodes where they are installed", () => {
	for (const name of ['convertToFile', 'filter', 'if', 'merge', 'set', 'splitInBatches']) {
		expect(nodes.isReal(`n8n-nodes-base.${name}`)).toBe(nodes.isInstalled);
	}
	expect(nodes.isReal(OWN_TYPE)).toBe(true);
});

describe.each(EXAMPLES)('the example %s', (name) => {
	const file = readWorkflow(name);

	it('has only nodes that n8n knows in their version, and one of this package', () => {
		for (const node of file.nodes) {
			expect([descriptionOf(node).version].flat()).toContain(node.typeVersion);
		}
		expect(file.nodes.filter(({ type }) => type === OWN_TYPE)).toHaveLength(1);
	});

	it('has only parameters that the editor shows and offers', () => {
		const problems = describedNodes(name).flatMap((node) =>
			parameterProblems(node, descriptionOf(node)).map((problem) => `${node.name}: ${problem}`),
		);
		expect(problems).toEqual([]);
	});

	it('leaves no required parameter empty', () => {
		for (const node of describedNodes(name)) {
			const description = descriptionOf(node);
			expect(
				NodeHelpers.getNodeParametersIssues(description.properties, node, description),
			).toBeNull();
		}
	});

	it('connects nodes that exist, by outputs that they have', () => {
		const names = file.nodes.map((node) => node.name);
		expect(new Set(names).size).toBe(names.length);
		for (const [from, { main }] of Object.entries(file.connections)) {
			const to = main.flatMap((ends) => ends ?? []).map(({ node }) => node);
			expect(names).toEqual(expect.arrayContaining([from, ...to]));
		}
		const reader = file.nodes.find(({ type }) => type === OWN_TYPE);
		const outputs = reader?.parameters.needsReview === true ? 2 : 1;
		expect(file.connections[String(reader?.name)].main).toHaveLength(outputs);
	});

	it('has IDs of its own that stay', () => {
		const ids = file.nodes.flatMap(({ id, webhookId }) => (webhookId ? [id, webhookId] : [id]));
		for (const id of ids) expect(id).toMatch(ID);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('names its credential and holds no secret', () => {
		const credentials = file.nodes.flatMap((node) => Object.entries(node.credentials ?? {}));
		expect(credentials).toEqual([['dashScopeApi', { id: null, name: 'DashScope API' }]]);
		expect(JSON.stringify(file)).not.toMatch(/sk-[a-z0-9]|password|api_?key/i);
	});

	it('says in notes what it does and what to set', () => {
		const notes = file.nodes.filter(isNote).map(({ parameters }) => String(parameters.content));
		expect(notes.length).toBeGreaterThanOrEqual(3);
		expect(notes[0]).toMatch(/^## /);
		expect(notes[0]).toContain('**Try it now:**');
		const names = notes.flatMap((note) => [...note.matchAll(ITALIC)].map(([, name]) => name));
		const known = new Set([...file.nodes.map((node) => node.name), ...WORDS_OF_THE_EDITOR]);
		expect(names.length).toBeGreaterThan(3);
		expect(names.filter((name) => !known.has(name))).toEqual([]);
	});

	it('is laid out so that nothing lies on anything', () => {
		expect(overlaps(file.nodes)).toEqual([]);
	});

	it('has the sample pictures pinned to its trigger', async () => {
		expect(file.pinData[triggerOf(file).name].length).toBeGreaterThan(0);
		const pictures = pinnedPictures(file);
		expect(pictures.length).toBeGreaterThan(0);
		for (const { data, fileName, mimeType } of pictures) {
			expect(mimeType).toBe('image/webp');
			const pinned = Buffer.from(data, 'base64');
			expect(pinned.length).toBeLessThan(8_000);
			const drawn = await drawSample(String(fileName));
			expect((await pixelsOf(pinned)) === (await pixelsOf(drawn))).toBe(true);
		}
	});
});

describe('the check of parameters', () => {
	test.each<[string, INode['parameters'], string[]]>([
		['a name that the node does not have', { langauge: 'de' }, ['langauge is unknown']],
		['an operation that it does not have', { operation: 'read' }, ['operation has no option read']],
		['a field of another operation', { prompt: 'Read.' }, ['prompt is hidden']],
		['an unknown option', { options: { dpi: 300 } }, ['options.dpi is unknown']],
		[
			'an option of another operation',
			{ options: { convertNumbers: true } },
			['options.convertNumbers is hidden'],
		],
		['a value of another type', { simplify: 'yes' }, ['simplify is no boolean']],
		[
			'an expression where none may stand',
			{ needsReview: '={{ true }}' },
			['needsReview takes no expression'],
		],
		['a model that is plain text', { model: 'qwen-vl-ocr' }, ['model is no choice of its list']],
		[
			'an unknown part of a field list',
			{
				operation: 'extractFields',
				schemaSource: 'fields',
				fields: { field: [{ name: 'total', kind: 'amount' }] },
			},
			['fields.field.kind is unknown'],
		],
	])('finds %s', (_what, parameters, problems) => {
		const node: INode = {
			id: 'node',
			name: 'Read',
			type: OWN_TYPE,
			typeVersion: 1,
			position: [0, 0],
			parameters,
		};
		expect(parameterProblems(node, descriptionOf(node))).toEqual(problems);
	});
});
