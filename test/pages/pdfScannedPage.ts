import sharp from 'sharp';
import type { PdfPage } from './pdfFile';
import { createRandom } from './random';

/** An A4 page at 200 dots per inch. */
const WIDTH = 1654;
const HEIGHT = 2339;
/** Red, green and blue of paper under a scanner's lamp. */
const PAPER = [250, 248, 242];
/** Standard deviation of a sensor's noise, in grey levels. */
const NOISE = 5;

/**
 * Makes a page as an office scanner sends it: a JPEG in colour at 200 dots per inch, slightly turned,
 * on paper that is not quite white, with the noise of the sensor. `seed` picks the noise.
 */
export async function scannedPage(picture: Buffer, seed: number): Promise<PdfPage> {
	const random = createRandom(seed);
	const pixels = await sharp(picture)
		.rotate(random.between(-0.6, 0.6), { background: '#ffffff' })
		.resize(WIDTH, HEIGHT, { fit: 'fill' })
		.removeAlpha()
		.toColourspace('srgb')
		.blur(0.6)
		.raw()
		.toBuffer();
	// Two uniform draws sum to a triangle of variance 1/6: close enough to sensor noise.
	const reach = Math.sqrt(6) * NOISE;
	const scan = new Uint8ClampedArray(pixels.length);
	for (let index = 0; index < scan.length; index++) {
		const light = (pixels[index] / 255) * PAPER[index % 3];
		scan[index] = light + (random.next() + random.next() - 1) * reach;
	}
	const jpeg = await sharp(scan, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
		.jpeg({ quality: 80 })
		.toBuffer();
	return { kind: 'scan', jpeg, width: WIDTH, height: HEIGHT };
}
