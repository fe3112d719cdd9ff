import type { PictureSize } from '../dashscope/cost/tokens';
import { MAX_INLINE_BYTES } from '../dashscope/dataUrl';
import type { Page, Picture } from '../documents/document';
import type { Job } from './job';

/** A page with its picture, as large as it may be sent. */
export interface DrawnPage {
	page: Page;
	picture: Picture;
}

/**
 * Loads or draws the pictures of pages.
 * @throws Fault when one cannot be drawn or sent
 */
export async function drawPages(
	{ hasStorage, maxFileBytes }: Pick<Job, 'hasStorage' | 'maxFileBytes'>,
	pages: readonly Page[],
): Promise<DrawnPage[]> {
	const drawn: DrawnPage[] = [];
	for (const page of pages) {
		drawn.push({ page, picture: await page.read(hasStorage ? maxFileBytes : MAX_INLINE_BYTES) });
	}
	return drawn;
}

/** Gives the size of a picture in pixels; undefined where it is not known, as with a URL. */
export function pictureSize({ source: { width, height } }: Picture): PictureSize | undefined {
	return width !== undefined && height !== undefined ? { width, height } : undefined;
}
