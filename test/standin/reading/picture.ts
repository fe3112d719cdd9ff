/* eslint-disable @n8n/community-nodes/require-node-api-error -- not an n8n node: a plain error tells enough */
import sharp from 'sharp';
import type { Pixels } from './shapes';

/**
 * The picture's RGB pixels, as a reader sees it: turned by its EXIF orientation, transparency on white.
 * Of an animation the first frame is taken. Throws when the bytes are no picture that sharp reads.
 */
export async function decodePicture(bytes: Buffer): Promise<Pixels> {
	try {
		const { data, info } = await sharp(bytes)
			.rotate()
			.flatten({ background: '#ffffff' })
			.toColourspace('srgb')
			.removeAlpha()
			.raw()
			.toBuffer({ resolveWithObject: true });
		return { data, width: info.width, height: info.height };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`The picture cannot be decoded: ${reason}`, { cause: error });
	}
}
