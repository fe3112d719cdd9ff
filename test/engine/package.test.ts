/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the built files */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageDirectoryLoader } from 'n8n-core';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { ROOT, loadPackage } from './harness';

let loader: PackageDirectoryLoader;

beforeAll(async () => {
	loader = await loadPackage();
});

it('loads as n8n loads a community package, with icons and search words', () => {
	const [description] = loader.types.nodes;
	expect(description).toMatchObject({
		name: 'qwenOcr',
		displayName: 'Qwen OCR',
		usableAsTool: true,
	});
	expect(description.iconUrl).toEqual({
		light: 'icons/n8n-nodes-qwen-ocr/dist/icons/qwenOcr.svg',
		dark: 'icons/n8n-nodes-qwen-ocr/dist/icons/qwenOcr.dark.svg',
	});
	expect(description.codex?.alias).toEqual(expect.arrayContaining(['ocr', 'invoice', 'receipt']));
	expect(loader.getCredential('dashScopeApi').type.supportedNodes).toEqual(['qwenOcr']);
});

it('offers the eight operations, each with an action', () => {
	const operation = propertyNamed('operation')?.options as INodePropertyOptions[];
	expect(operation.map(({ value, action }) => [value, typeof action])).toEqual(
		[
			'customPrompt',
			'extractFields',
			'extractTables',
			'locateText',
			'parseDocument',
			'recognizeFormula',
			'recognizeMultilingualText',
			'recognizeText',
		].map((value) => [value, 'string']),
	);
});

it('requires nothing at run time but n8n-workflow, crypto and its own files', () => {
	const allowed = new Set(['n8n-workflow', 'node:crypto']);
	const files = readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' });
	const scripts = files.filter((file) => file.endsWith('.js'));
	expect(scripts.length).toBeGreaterThan(40);
	for (const file of scripts) {
		const code = readFileSync(join(ROOT, 'dist', file), 'utf8');
		const required = [...code.matchAll(/\b(?:require|import)\(["']([^"']+)["']\)/g)].map(
			([, name]) => name,
		);
		for (const name of required) expect(name.startsWith('.') || allowed.has(name)).toBe(true);
	}
});

it('documents every field and option in the README by its label', () => {
	const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
	const options = propertyNamed('options')?.options as INodeProperties[];
	const fields = loader.types.nodes[0].properties.filter(({ name }) => name !== 'resource');
	for (const { displayName } of [...fields, ...options]) expect(readme).toContain(displayName);
});

function propertyNamed(name: string): INodeProperties | undefined {
	return loader.types.nodes[0].properties.find((property) => property.name === name);
}
