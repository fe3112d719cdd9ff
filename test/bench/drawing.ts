/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command for developers, never published */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBuilt } from '../engine/pdfCorpus/builtNode';
import { NOT_MEASURED, type Benchmark, type Measure } from './benchmark';
import { median } from './median';
import { popplerCost, popplerVersion, type Cost } from './poppler';
import { digitalPdf, scannedPdf } from './samplePdfs';

const PAGES = 20;
const DOTS_PER_INCH = 200;
const RUNS = 3;
const MANY_PIXELS = 1e9;

/** Drawing PDF pages and encoding them as PNG, beside poppler's pdftoppm; start-up is in neither. */
export const drawing: Benchmark = {
	name: 'drawing',
	what: `draws ${PAGES} pages at ${DOTS_PER_INCH} dots per inch as PNG, and has poppler draw them`,
	run: async () => {
		const folder = mkdtempSync(join(tmpdir(), 'qwen-ocr-bench-'));
		try {
			// One page more than is counted: the first one pays for the start.
			return [
				...(await compare('digital', digitalPdf(PAGES + 1), folder)),
				...(await compare('scanned', await scannedPdf(PAGES + 1), folder)),
			];
		} finally {
			rmSync(folder, { recursive: true });
		}
	},
};

async function compare(kind: string, bytes: Buffer, folder: string): Promise<Measure[]> {
	const file = join(folder, `${kind}.pdf`);
	writeFileSync(file, bytes);
	const version = await popplerVersion();
	const ourCosts: Cost[] = [];
	const popplerCosts: Cost[] = [];
	// By turns, so that whatever else the machine does weighs on both.
	while (ourCosts.length < RUNS) {
		ourCosts.push(await ourCost(bytes));
		if (version) popplerCosts.push(await popplerPages(file));
	}
	const ours = medianCost(ourCosts);
	const poppler = version ? medianCost(popplerCosts) : undefined;
	const measure = (figure: string, time: keyof Cost): Measure => {
		const share = poppler ? `, ${(ours[time] / poppler[time]).toFixed(2)} of it` : '';
		return {
			figure: `${PAGES} ${kind} pages, ${figure}`,
			target: poppler
				? `at most poppler ${version}: ${seconds(poppler[time])}`
				: `at most poppler: ${NOT_MEASURED}`,
			measured: seconds(ours[time]) + share,
		};
	};
	return [measure('wall time', 'wall'), measure('CPU time', 'cpu')];
}

function medianCost(costs: readonly Cost[]): Cost {
	return {
		wall: median(costs.map(({ wall }) => wall)),
		cpu: median(costs.map(({ cpu }) => cpu)),
	};
}

async function ourCost(bytes: Buffer): Promise<Cost> {
	const { PdfReader } = loadBuilt('pdfReader');
	const { encodePng } = loadBuilt('pngEncoder');
	const reader = new PdfReader();
	const pdf = await reader.open('The file', bytes, '');
	const draw = async (page: number) =>
		await encodePng(await pdf.render(page, DOTS_PER_INCH, MANY_PIXELS));
	await draw(1);

	const [begin, used] = [performance.now(), process.cpuUsage()];
	for (let page = 2; page <= PAGES + 1; page++) await draw(page);
	const { user, system } = process.cpuUsage(used);
	const wall = performance.now() - begin;
	pdf.close();
	await reader.close();
	return { wall, cpu: (user + system) / 1000 };
}

/** The time of all pages without that of the first, and so without start-up. */
async function popplerPages(file: string): Promise<Cost> {
	const all = await popplerCost(file, PAGES + 1, DOTS_PER_INCH);
	const first = await popplerCost(file, 1, DOTS_PER_INCH);
	return { wall: all.wall - first.wall, cpu: all.cpu - first.cpu };
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
