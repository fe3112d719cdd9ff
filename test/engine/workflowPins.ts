/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command for developers, never published */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { EXAMPLES, pathOf, pinnedPictures, readWorkflow } from './workflowFile';
import { drawSample } from './workflowSamples';

/** Draws the sample pictures again and puts them into the pinned data of the examples. */
async function pinPictures(): Promise<void> {
	for (const name of EXAMPLES) {
		const file = readWorkflow(name);
		for (const picture of pinnedPictures(file)) {
			picture.data = (await drawSample(String(picture.fileName))).toString('base64');
		}
		const path = pathOf(name);
		const style = await resolveConfig(path);
		writeFileSync(path, await format(JSON.stringify(file), { ...style, parser: 'json' }));
	}
}

pinPictures().catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
