import type { INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { operationsOf, shownMembers } from '../n8n/nodeTypes';
import { makeOcrNode, makeWorkflow } from '../n8n/workflow';
import { ParameterPanel } from './parameterPanel';
import type { Stage } from './stage';

/** High enough for a panel with every option. */
const VERY_TALL_WINDOW = { width: 1440, height: 3600 };

/** Opens nodes that have every option of their operation, and compares the labels. */
export async function checkOptions(stage: Stage, node: INodeTypeDescription): Promise<void> {
	const { session, editor, album, credential } = stage;
	const panel = new ParameterPanel(editor.page);
	const operations = operationsWithOwnOptions(node);
	const nodes = operations.map((operation, index) => {
		const options = defaultsOf(node, operation);
		const more = { name: operation };
		return makeOcrNode([0, index * 200], { operation, options }, credential, more);
	});
	await editor.open(await session.createWorkflow(makeWorkflow('Options', nodes, [])));
	await editor.page.setViewportSize(VERY_TALL_WINDOW);
	for (const operation of operations) {
		await editor.openNode(operation);
		await panel.expectInnerLabels(
			shownMembers(node, { operation }, 'options').map(({ displayName }) => displayName),
			`the options of ${operation}`,
		);
		await album.takeTrimmed(`options-${operation}`, panel.area);
		await editor.closeNode();
	}
}

function defaultsOf(node: INodeTypeDescription, operation: string): INodeParameters {
	const members = shownMembers(node, { operation }, 'options');
	return Object.fromEntries(
		members.map((member) => [member.name, member.default]),
	) as INodeParameters;
}

/** One operation for each list of options that there is. */
function operationsWithOwnOptions(node: INodeTypeDescription): string[] {
	const byList = new Map<string, string>();
	for (const { value } of operationsOf(node)) {
		const members = shownMembers(node, { operation: String(value) }, 'options');
		byList.set(members.map(({ name }) => name).join(), String(value));
	}
	return [...byList.values()];
}
