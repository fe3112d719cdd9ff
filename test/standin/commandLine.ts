/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import { parseArgs } from 'node:util';
import type { StandinOptions } from './server';

/** What `--help` prints. */
export const HELP = `A stand-in for DashScope's Qwen-OCR models, on this machine only.

npx tsx test/standin/main.ts [--port 8787] [--host 127.0.0.1] [--answers ocr|echo]
                             [--latency ms] [--key sk-test-standin]

--port     port to listen on; 0 takes a free one
--host     127.0.0.1, localhost or ::1
--answers  ocr reads the pictures, echo answers their SHA-256
--latency  milliseconds that every reply is held back
--key      an API key to accept beside all that begin with sk-test-
           (but for sk-test-wrong…, which is refused)
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
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return 'help';
	return {
		port: wholeNumber('--port', values.port, 65_535),
		host: oneOf('--host', values.host, HOSTS),
		answers: oneOf('--answers', values.answers, ANSWERS),
		latency: wholeNumber('--latency', values.latency, 600_000),
		key: values.key,
	};
}

function wholeNumber(option: string, text: string, most: number): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value <= most) return value;
	throw new Error(`${option} must be a whole number from 0 to ${most}, not "${text}"`);
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
