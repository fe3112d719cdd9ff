/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- packs the package and installs it elsewhere */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackageDirectoryLoader } from 'n8n-core';
import type { INodeExecutionData } from 'n8n-workflow';
import { makePdf } from '../pages/pdfFile';
import { ROOT, loadPackage, outputOf, runNode, useBinaryMode } from './harness';
import { pictureInMemory } from './pictures';
import { StandinAccount } from './standin';

/** Where n8n keeps community packages, with nothing beside the package but what n8n provides. */
let folder: string;
let loader: PackageDirectoryLoader;

beforeAll(async () => {
	folder = realpathSync(mkdtempSync(join(tmpdir(), 'qwen-ocr-packed-')));
	const modules = join(folder, 'node_modules');
	mkdirSync(modules);
	symlinkSync(join(ROOT, 'node_modules/n8n-workflow'), join(modules, 'n8n-workflow'));
	execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
		cwd: ROOT,
		stdio: 'ignore',
	});
	const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
	execFileSync('tar', ['-xzf', join(folder, tarball), '-C', modules]);
	loader = await loadPackage(join(modules, 'package'));
	await useBinaryMode('default');
});

afterAll(() => {
	rmSync(folder, { recursive: true });
});

async function read(data: INodeExecutionData['binary']) {
	const run = await runNode(loader, {
		credential: new StandinAccount().credential,
		items: [{ json: {}, binary: data }],
		parameters: { resource: 'document', operation: 'recognizeText' },
	});
	if (run.data.resultData.error) throw run.data.resultData.error;
	return outputOf(run).map(({ json }) => json);
}

it('the tarball, installed by itself, reads a picture', async () => {
	const [item] = await read({ data: pictureInMemory('receipt-en') });
	expect(item.text).toContain('GREEN VALLEY MARKET');
});

it('the tarball, installed by itself, draws and reads the pages of a PDF', async () => {
	const pdf = makePdf([{ kind: 'text', lines: ['Invoice Number: INV-5512'] }]);
	const data = pdf.toString('base64');
	const [item] = await read({ data: { data, mimeType: 'application/pdf', fileName: 'a.pdf' } });
	expect(item.text).toContain('INV-5512');
	expect(item.source).toMatchObject({ fileName: 'a.pdf' });
});
