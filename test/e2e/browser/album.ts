/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Sharp } from 'sharp';

const BACKGROUND = '#ffffff';

/** Around what is left of a picture that was trimmed, pixels. */
const MARGIN = 16;

/** The pictures of a run, as WebP files in one folder. */
export class Album {
	readonly names: string[] = [];

	constructor(readonly folder: string) {}

	/** Photographs a page or a part of it. */
	async take(name: string, target: Page | Locator): Promise<void> {
		await this.keep(name, sharp(await screenshot(target)));
	}

	/** Photographs a part of a page without its empty margins. */
	async takeTrimmed(name: string, target: Locator): Promise<void> {
		const png = await screenshot(target);
		const trimmed = await sharp(png).trim({ background: BACKGROUND }).png().toBuffer();
		const margins = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
		await this.keep(name, sharp(trimmed).extend({ ...margins, background: BACKGROUND }));
	}

	/** Puts a document and a photograph of a part of a page side by side, equally high. */
	async takeBeside(name: string, document: Buffer, target: Locator): Promise<void> {
		const part = await screenshot(target);
		const { width = 0, height = 0 } = await sharp(part).metadata();
		const left = await sharp(document)
			.resize({ height })
			.png()
			.toBuffer({ resolveWithObject: true });
		const right = left.info.width + MARGIN;
		const sheet = { width: right + width, height, channels: 3, background: BACKGROUND } as const;
		const parts = [
			{ input: left.data, left: 0, top: 0 },
			{ input: part, left: right, top: 0 },
		];
		await this.keep(name, sharp({ create: sheet }).composite(parts));
	}

	private async keep(name: string, picture: Sharp): Promise<void> {
		await picture.webp({ quality: 85 }).toFile(join(this.folder, `${name}.webp`));
		this.names.push(name);
	}
}

/** n8n's wish for feedback at the foot of a panel would keep the empty space above it. */
const STYLE = '[class*="_featureRequest_"] { display: none }';

async function screenshot(target: Page | Locator): Promise<Buffer> {
	return await target.screenshot({ animations: 'disabled', style: STYLE });
}
