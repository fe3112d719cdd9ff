/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import { parseArgs } from 'node:util';
import { readFaultOption, type FaultPlan } from './control/faultPlan';
import { FAULT_NAMES } from './faults';
import type { StandinOptions } from './server';

/** What `--help` prints. */
export const HELP = `A stand-in for DashScope's Qwen-OCR models, on this machine only.

npx tsx test/standin/main.ts [--port 8787] [--host 127.0.0.1] [--answers ocr|echo]
                             [--latency ms] [--key sk-test-standin] [--no-bodies]
                             [--limit requests] [--retry-after seconds]
                             [--faults 'seed=7,share=0.2,faults=hang+reset_after']

--port     port to listen on; 0 takes a free one
--host     127.0.0.1, localhost or ::1
--answers  ocr reads the pictures, echo answers their SHA-256
--latency  milliseconds that every reply is held back
--key      an API key to accept beside all that begin with sk-test-
           (but for sk-test-wrong…, which is refused)

What follows holds for each API key by itself, until a test sets its own:

--no-bodies    keeps no bodies in the request log
--limit        model calls taken in any second; what is above is answered with 429
--retry-after  sends Retry-After with each 429
--faults       a share (0 to 1) of the requests is struck by one of the faults, the same
               ones for the same seed; or a plan in JSON, as PUT /standin/faults takes it.
               There are:
${inColumns(FAULT_NAMES)}
`;

const HOSTS = ['127.0.0.1', 'localhost', '::1'] as const;
const ANSWERS = ['ocr', 'echo'] as const;

/** The options on the command line, or `help`. Throws an Error that names the faulty option. */
export function readCommandLine(words: string[]): StandinOptions | 'help' {
	const { values } = parseArgs({
		args: words,
		options: {
			port: { type: 'string', default: '8787' },
			host: { type: 'string', default: '127.0.0.1' },
			answers: { type: 'string', default: 'ocr' },
			latency: { type: 'string', default: '0' },
			key: { type: 'string', default: 'sk-test-standin' },
			'no-bodies': { type: 'boolean', default: false },
			limit: { type: 'string' },
			'retry-after': { type: 'string' },
			faults: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return 'help';
	return {
		port: wholeNumber('--port', values.port, 0, 65_535),
		host: oneOf('--host', values.host, HOSTS),
		answers: oneOf('--answers', values.answers, ANSWERS),
		latency: wholeNumber('--latency', values.latency, 0, 600_000),
		key: values.key,
		keepsBodies: !values['no-bodies'],
		limits: {
			requestsPerSecond: ifGiven(values.limit, (text) => wholeNumber('--limit', text, 1, 100_000)),
			retryAfter: ifGiven(values['retry-after'], (text) =>
				wholeNumber('--retry-after', text, 0, 3600),
			),
		},
		faults: ifGiven(values.faults, readFaults),
	};
}

function ifGiven<Value>(text: string | undefined, read: (text: string) => Value) {
	return text === undefined ? undefined : read(text);
}

function readFaults(text: string): FaultPlan {
	try {
		return readFaultOption(text);
	} catch (error) {
		throw optionError('--faults', error);
	}
}

function optionError(option: string, error: unknown): Error {
	return new Error(`${option}: ${error instanceof Error ? error.message : String(error)}`);
}

function inColumns(names: readonly string[]): string {
	const columns = 3;
	const rows = Array.from({ length: Math.ceil(names.length / columns) }, (_, row) =>
		names.slice(row * columns, (row + 1) * columns),
	);
	return rows.map((row) => `               ${row.join(', ')}`).join(',\n');
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= least && value <= most) return value;
	throw new Error(`${option} must be a whole number from ${least} to ${most}, not "${text}"`);
}

function oneOf<Choice extends string>(
	option: string,
	text: string,
	choices: readonly Choice[],
): Choice {
	const choice = choices.find((known) => known === text);
	if (choice) return choice;
	throw new Error(`${option} must be one of ${choices.join(', ')}, not "${text}"`);
}
