import { NodeHelpers } from 'n8n-workflow';
import type { INodeParameters, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { choicesOf } from '../n8n/nodeTypes';
import { makeOcrNode, makeWorkflow } from '../n8n/workflow';
import { ParameterPanel } from './parameterPanel';
import type { Stage } from './stage';

const TALL_WINDOW = { width: 1440, height: 1800 };

/** Adds a row to each list of rows, such as a field list, and tries what depends on its choices. */
export async function checkRows(stage: Stage, node: INodeTypeDescription): Promise<void> {
	const { session, editor, credential } = stage;
	const lists = node.properties.filter(({ type }) => type === 'fixedCollection');
	const nodes = lists.map((list, index) =>
		makeOcrNode([0, index * 200], parametersThatShow(list), credential, { name: list.name }),
	);
	await editor.open(await session.createWorkflow(makeWorkflow('Rows', nodes, [])));
	await editor.page.setViewportSize(TALL_WINDOW);
	for (const list of lists) {
		await editor.openNode(list.name);
		await checkRow(stage, node, list);
		await editor.closeNode();
	}
}

async function checkRow(
	{ editor, album }: Stage,
	node: INodeTypeDescription,
	list: INodeProperties,
): Promise<void> {
	const panel = new ParameterPanel(editor.page);
	const fields = rowFields(list);
	const usual = Object.fromEntries(fields.map((field) => [field.name, field.default]));
	const expected = (changes: INodeParameters) =>
		labelsOf(node, list, { ...usual, ...changes } as INodeParameters);
	await editor.page.getByTestId('fixed-collection-add').click();
	await editor.page.getByTestId('fixed-collection-delete').waitFor();
	await panel.expectInnerLabels(expected({}), `a row of ${list.name}`);
	await album.takeTrimmed(`rows-${list.name}`, panel.area);
	for (const field of fields.filter(({ type }) => type === 'options')) {
		for (const { name, value } of choicesOf(field)) {
			const labels = expected({ [field.name]: value });
			if (labels.join() === expected({}).join()) continue;
			await panel.choose(field.name, name);
			await panel.expectInnerLabels(labels, `a row with ${field.name} ${value}`);
			await album.takeTrimmed(`rows-${list.name}-${value}`, panel.area);
			const back = choicesOf(field).find((choice) => choice.value === field.default);
			if (back) await panel.choose(field.name, back.name);
		}
	}
}

function rowFields({ options = [] }: INodeProperties): INodeProperties[] {
	return options.flatMap((option) => ('values' in option ? option.values : []));
}

function labelsOf(
	node: INodeTypeDescription,
	list: INodeProperties,
	row: INodeParameters,
): string[] {
	const parameters = parametersThatShow(list);
	return rowFields(list)
		.filter((field) =>
			NodeHelpers.displayParameter(row, field, { typeVersion: 1 }, node, parameters),
		)
		.map(({ displayName }) => displayName);
}

/** The first value of each parameter that the list depends on. */
function parametersThatShow({ displayOptions }: INodeProperties): INodeParameters {
	const entries = Object.entries(displayOptions?.show ?? {});
	return Object.fromEntries(
		entries.map(([name, values]) => [name, values?.[0]]),
	) as INodeParameters;
}
