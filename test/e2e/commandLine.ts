/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { parseArgs } from 'node:util';

/** The parts of a run, in their order. */
export const PARTS = ['browser', 'examples', 'tool', 'queue'] as const;

/** A part of a run. */
export type Part = (typeof PARTS)[number];

/** What the command line asks for. */
export interface Command {
	parts: readonly Part[];
	/** The commit to build the node from; the files as they are if absent. */
	commit?: string;
	/** A packed node to take as it is, instead of building one. */
	tarball?: string;
	/** Whether the pictures of the README are written anew. */
	docs: boolean;
	/** Where all pictures of the run go; a temporary folder if absent. */
	pictures?: string;
	/** Whether the run's folder stays after it, with logs and databases. */
	keep: boolean;
}

/** What `--help` prints. */
export const HELP = `Runs the packed node in a real n8n, in a browser, as an AI tool and in queue mode.

npm run e2e -- [--only browser,queue] [--commit HEAD] [--tarball file]
                   [--pictures folder] [--docs] [--keep]

--only      parts of the run: ${PARTS.join(', ')}; all if not given
--commit    builds the node from this commit, not from the files as they are
--tarball   takes this packed node and builds none
--pictures  folder for the pictures of the run
--docs      writes the pictures of the README into docs/
--keep      keeps the run's folder: logs, n8n's data, the packed node
`;

/** The options on the command line, or `help`. Throws an Error that names the faulty option. */
export function readCommandLine(words: string[]): Command | 'help' {
	const { values } = parseArgs({
		args: words,
		options: {
			only: { type: 'string' },
			commit: { type: 'string' },
			tarball: { type: 'string' },
			pictures: { type: 'string' },
			docs: { type: 'boolean', default: false },
			keep: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return 'help';
	const { only, commit, tarball, docs, pictures, keep } = values;
	return { parts: readParts(only), commit, tarball, docs, pictures, keep };
}

function readParts(list?: string): readonly Part[] {
	if (list === undefined) return PARTS;
	const wanted = list.split(',').map((name) => name.trim());
	const unknown = wanted.find((name) => !PARTS.some((part) => part === name));
	if (unknown !== undefined) throw new Error(`--only: there is no part "${unknown}"`);
	return PARTS.filter((part) => wanted.includes(part));
}
