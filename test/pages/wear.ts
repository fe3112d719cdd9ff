import sharp from 'sharp';
import type { Random } from './random';
import type { Sheet } from './sheet';

/** What happened to a page between the printer and the file. */
export interface Wear {
	/** Clockwise turn in degrees. */
	skew: number;
	/** Pixels of the picture per pixel of the sheet. */
	scale: number;
	/** Standard deviation of the blur in pixels, or 0. */
	blur: number;
	/** Standard deviation of the grain in grey levels (0..255), or 0; a grainy page is a grey scan. */
	grain: number;
	/** JPEG quality (1..100) that the page once went through, or 0. */
	jpegQuality: number;
}

/** A page straight from the program that made it. */
export const CLEAN: Wear = { skew: 0, scale: 1, blur: 0, grain: 0, jpegQuality: 0 };

/** Picks light wear: about half of the pages are clean, the others slightly skewed, soft or grainy. */
export function chooseWear(random: Random): Wear {
	const scale = random.pick([1, 1, 1, 1.2, 1.35]);
	if (random.chance(0.5)) return { ...CLEAN, scale };
	const grain = random.chance(0.3) ? random.between(3, 7) : 0;
	return {
		// Grain does not compress: a large page of it would exceed the upload limit of the service.
		scale: grain > 0 ? 1 : scale,
		skew: random.chance(0.6) ? Math.round(random.between(-1.5, 1.5) * 100) / 100 : 0,
		blur: random.chance(0.35) ? random.between(0.4, 0.8) : 0,
		grain,
		jpegQuality: random.chance(0.4) ? random.integer(50, 80) : 0,
	};
}

/** Turns a finished sheet into a PNG with its size in pixels. The wear is drawn from `random`. */
export async function photograph(sheet: Sheet, wear: Wear, random: Random) {
	let picture = sharp(Buffer.from(sheet.toSvg(wear.scale, wear.skew))).removeAlpha();
	if (wear.blur > 0) picture = picture.blur(wear.blur);
	if (wear.grain > 0) picture = await addGrain(picture, wear.grain, random);
	if (wear.jpegQuality > 0) {
		picture = sharp(await picture.jpeg({ quality: wear.jpegQuality }).toBuffer());
	}
	const { data, info } = await picture.png().toBuffer({ resolveWithObject: true });
	return { picture: data, width: info.width, height: info.height };
}

async function addGrain(picture: sharp.Sharp, deviation: number, random: Random) {
	const { data, info } = await picture
		.toColourspace('b-w')
		.raw()
		.toBuffer({ resolveWithObject: true });
	// Two uniform draws sum to a triangle of variance 1/6: close enough to sensor noise.
	const reach = Math.sqrt(6) * deviation;
	const grainy = new Uint8ClampedArray(data);
	for (let i = 0; i < grainy.length; i++) {
		grainy[i] += (random.next() + random.next() - 1) * reach - 4;
	}
	const { width, height } = info;
	return sharp(grainy, { raw: { width, height, channels: 1 } }).toColourspace('b-w');
}
