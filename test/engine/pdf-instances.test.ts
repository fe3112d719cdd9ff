/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- starts a process that can collect its garbage */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

it('frees the memory of PDFium when an execution ends', async () => {
	const child = fork(join(__dirname, 'pdfInstances.ts'), [], {
		execArgv: ['--expose-gc', '--import', 'tsx'],
	});
	const ended = once(child, 'exit').then(() => ['ended without a report']);
	const [report] = await Promise.race([once(child, 'message'), ended]);
	expect(report).toEqual({ pages: 6, started: 3, held: 0 });
	await ended;
});
