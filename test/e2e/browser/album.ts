/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Sharp } from 'sharp';

const MARGIN = 16;

/** The pictures of a run, as WebP files in one folder. */
export class Album {
	readonly names: string[] = [];

	constructor(readonly folder: string) {}

	/** Photographs a page or a part of it. */
	async take(name: string, target: Page | Locator): Promise<void> {
		const png = await target.screenshot({ animations: 'disabled' });
		await sharp(png)
			.webp({ quality: 85 })
			.toFile(join(this.folder, `${name}.webp`));
		this.names.push(name);
	}
}

async function screenshot(target: Page | Locator): Promise<Buffer> {
	return await target.screenshot({ animations: 'disabled' });
}
