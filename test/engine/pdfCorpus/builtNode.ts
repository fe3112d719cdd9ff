/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- loads the built node, as n8n does */
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Modules {
	'../fault': typeof import('../../../nodes/QwenOcr/fault');
	fileDocument: typeof import('../../../nodes/QwenOcr/documents/fileDocument');
	pdfReader: typeof import('../../../nodes/QwenOcr/documents/pdfReader');
	pdfium: typeof import('../../../nodes/QwenOcr/documents/pdfium');
	pngEncoder: typeof import('../../../nodes/QwenOcr/documents/pngEncoder');
}

const DOCUMENTS = join(__dirname, '../../../dist/nodes/QwenOcr/documents');

const load = createRequire(__filename);

/** Loads a module of the built node: outside Jest, PDFium is only to be had from its bundle. */
export function loadBuilt<Name extends keyof Modules>(name: Name): Modules[Name] {
	return load(join(DOCUMENTS, name));
}
