/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Album } from './album';

/** The pictures of the README, by their names in `docs/`, and which ones of a run they are. */
const README_PICTURES = {
	'n8n-canvas': 'canvas',
	'n8n-panel': 'panel-extractFields-schemaSource-template',
	'n8n-output': 'output-table',
	'n8n-review': 'example-email-invoices-to-spreadsheet-output-2-json',
	'n8n-invoice': 'invoice',
	'n8n-example': 'example-email-invoices-to-spreadsheet',
	'n8n-tool': 'tool-canvas',
} as const;

/** Copies the pictures of the README into `docs/`; gives the names of those that the run has not. */
export function copyReadmePictures({ folder, names }: Album, docs: string): string[] {
	const missing: string[] = [];
	for (const [name, taken] of Object.entries(README_PICTURES)) {
		const file = join(folder, `${taken}.webp`);
		if (names.includes(taken) && existsSync(file)) copyFileSync(file, join(docs, `${name}.webp`));
		else missing.push(name);
	}
	return missing;
}
