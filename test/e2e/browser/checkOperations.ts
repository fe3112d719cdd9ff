/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { deepEqual } from 'node:assert/strict';
import type { INodeParameters, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import {
	choicesOf,
	listedOperations,
	operationsOf,
	shownMembers,
	shownProperties,
} from '../n8n/nodeTypes';
import { makeOcrNode, makeWorkflow } from '../n8n/workflow';
import { ParameterPanel } from './parameterPanel';
import type { Stage } from './stage';

/** High enough to show the panel of any operation as a whole. */
const TALL_WINDOW = { width: 1440, height: 1400 };

/** Has a list of their own, or nothing to choose from. */
const NOT_TRIED = new Set(['resource', 'operation']);

/**
 * Chooses each operation in the panel, then each value of each of its options fields, and compares
 * the fields that are shown, and the options on offer, with what the description says.
 */
export async function checkOperations(stage: Stage, node: INodeTypeDescription): Promise<void> {
	const { session, editor, credential } = stage;
	const panel = new ParameterPanel(editor.page);
	const nodes = [makeOcrNode([0, 0], {}, credential)];
	await editor.page.setViewportSize(TALL_WINDOW);
	await editor.open(await session.createWorkflow(makeWorkflow('Operations', nodes, [])));
	await editor.openNode('Qwen OCR');
	deepEqual(
		await panel.openChoices('operation'),
		listedOperations(node).map(({ name }) => name),
	);
	await panel.closeChoices();
	const tried = new Set<string>();
	for (const { name, value } of operationsOf(node)) {
		await panel.choose('operation', name);
		const operation = String(value);
		await checkDefaults(stage, panel, node, operation);
		for (const field of choiceFields(node, operation)) {
			// Operations that share a field share what depends on it, too.
			const description = JSON.stringify(field);
			if (!tried.has(description)) await checkChoices(stage, panel, node, operation, field);
			tried.add(description);
		}
	}
}

async function checkDefaults(
	{ album }: Stage,
	panel: ParameterPanel,
	node: INodeTypeDescription,
	operation: string,
): Promise<void> {
	await compareLabels(panel, node, { operation });
	await album.takeTrimmed(`panel-${operation}`, panel.area);
	deepEqual(
		await panel.openOptions(),
		shownMembers(node, { operation }, 'options').map(({ displayName }) => displayName),
		`the options of ${operation}`,
	);
	await panel.closeChoices();
}

async function checkChoices(
	{ album }: Stage,
	panel: ParameterPanel,
	node: INodeTypeDescription,
	operation: string,
	field: INodeProperties,
): Promise<void> {
	const choices = choicesOf(field);
	const usual = choices.find(({ value }) => value === field.default);
	for (const { name, value } of choices.filter((choice) => choice !== usual)) {
		await panel.choose(field.name, name);
		await compareLabels(panel, node, { operation, [field.name]: value });
		await album.takeTrimmed(`panel-${operation}-${field.name}-${value}`, panel.area);
	}
	if (usual && choices.length > 1) await panel.choose(field.name, usual.name);
}

async function compareLabels(
	panel: ParameterPanel,
	node: INodeTypeDescription,
	chosen: INodeParameters,
): Promise<void> {
	const shown = shownProperties(node, chosen).filter(({ type }) => hasLabel(type));
	const labels = ['Credential', ...shown.map(({ displayName }) => displayName)];
	await panel.expectLabels(labels, `the fields with ${JSON.stringify(chosen)}`);
}

function choiceFields(node: INodeTypeDescription, operation: string): INodeProperties[] {
	return shownProperties(node, { operation }).filter(
		({ name, type }) => type === 'options' && !NOT_TRIED.has(name),
	);
}

function hasLabel(type: INodeProperties['type']): boolean {
	return type !== 'notice' && type !== 'callout';
}
