/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs the program that we are compared with */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Milliseconds. */
export interface Cost {
	wall: number;
	cpu: number;
}

const run = promisify(execFile);

/** Gives the version of the installed pdftoppm, `undefined` where there is none. */
export async function popplerVersion(): Promise<string | undefined> {
	try {
		const { stderr } = await run('pdftoppm', ['-v']);
		return /version (\S+)/.exec(stderr)?.[1];
	} catch {
		return undefined;
	}
}

/** What `pdftoppm -png` takes for the first pages of a file; its pictures go nowhere. */
export async function popplerCost(
	file: string,
	pageCount: number,
	dotsPerInch: number,
): Promise<Cost> {
	// "times" tells what the shell's children took: user and system time in its second line.
	const script = 'pdftoppm -png -r "$1" -f 1 -l "$2" "$3" > /dev/null && times';
	const begin = performance.now();
	const { stdout } = await run('sh', ['-c', script, 'sh', `${dotsPerInch}`, `${pageCount}`, file]);
	const wall = performance.now() - begin;
	const children = stdout.trim().split('\n')[1];
	const times = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
	const cpu = times.reduce((sum, [, minutes, seconds]) => sum + +minutes * 60 + +seconds, 0) * 1000;
	return { wall, cpu };
}
