/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of its own, run with --expose-gc */
import { makePdf } from '../pages/pdfFile';
import { loadPackage, outputOf, runNode, useBinaryMode } from './harness';
import { startStandin, stopStandin } from './standinProcess';

/** What the process tells its parent. */
export interface InstanceReport {
	/** Pages that were read in all executions. */
	pages: number;
	/** Instances of PDFium that were started, and those whose memory was still held at the end. */
	started: number;
	held: number;
}

const EXECUTIONS = 3;

type Instantiate = (
	source: BufferSource,
	imports?: WebAssembly.Imports,
) => Promise<WebAssembly.WebAssemblyInstantiatedSource | WebAssembly.Instance>;

const memories: Array<WeakRef<object>> = [];

/** Notes the memory of every PDFium, without holding it. */
function watchInstances(): void {
	const instantiate: Instantiate = WebAssembly.instantiate;
	const watched: Instantiate = async (source, imports) => {
		const result = await instantiate(source, imports);
		const { exports } = 'instance' in result ? result.instance : result;
		const isPdfium = 'FPDF_LoadPage' in exports;
		if (isPdfium && typeof exports.memory === 'object') memories.push(new WeakRef(exports.memory));
		return result;
	};
	Reflect.set(WebAssembly, 'instantiate', watched);
}

async function readPages(url: string): Promise<number> {
	const loader = await loadPackage();
	await useBinaryMode('default');
	const bytes = makePdf([
		{ kind: 'text', lines: ['Page one'] },
		{ kind: 'text', lines: ['Page two'] },
	]);
	const file = { data: bytes.toString('base64'), mimeType: 'application/pdf' };
	const run = await runNode(loader, {
		credential: { apiKey: 'sk-test-instances', region: 'custom', baseUrl: url },
		items: [{ json: {}, binary: { data: file } }],
		parameters: {
			resource: 'document',
			operation: 'recognizeText',
			outputMode: 'perPage',
			options: { pdfResolution: 72 },
		},
	});
	return outputOf(run).length;
}

async function main(): Promise<void> {
	watchInstances();
	const url = await startStandin('--answers', 'echo');
	let pages = 0;
	for (let count = 0; count < EXECUTIONS; count++) pages += await readPages(url);
	await stopStandin();
	// A reference may be kept until the end of its task, so collecting takes a few turns.
	for (let turn = 0; turn < 20; turn++) {
		global.gc?.();
		await new Promise((resolve) => setImmediate(resolve));
	}
	const held = memories.filter((memory) => memory.deref()).length;
	const report: InstanceReport = { pages, started: memories.length, held };
	process.send?.(report);
	process.disconnect();
}

main().catch((error: Error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exit(1);
});
