/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command for developers, never published */
import type { Benchmark } from './benchmark';
import { concurrency } from './concurrency';
import { drawing } from './drawing';
import { faults } from './faults';
import { largePictures } from './largePictures';
import { memory } from './memory';
import { processor } from './processor';
import { rateLimit } from './rateLimit';
import { sharedLimit } from './sharedLimit';
import { formatTable, type Row } from './table';
import { stopStandin } from '../engine/standinProcess';

const BENCHMARKS: readonly Benchmark[] = [
	drawing,
	memory,
	concurrency,
	processor,
	largePictures,
	rateLimit,
	sharedLimit,
	faults,
];

/** Runs the benchmarks that are named on the command line, without names all of them. */
async function main(names: readonly string[]): Promise<void> {
	const unknown = names.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
	if (unknown.length > 0) {
		const known = BENCHMARKS.map(({ name }) => name).join(', ');
		throw new Error(`There is no benchmark ${unknown.join(', ')}; there are ${known}`);
	}
	const chosen = BENCHMARKS.filter(({ name }) => names.length === 0 || names.includes(name));
	const rows: Row[] = [];
	for (const { name, what, run } of chosen) {
		process.stdout.write(`${name}: ${what}\n`);
		try {
			rows.push(...(await run()).map((measure) => ({ name, ...measure })));
		} finally {
			await stopStandin();
		}
	}
	process.stdout.write(`\n${formatTable(rows)}\n`);
}

main(process.argv.slice(2)).catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
