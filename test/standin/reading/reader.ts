import { detectText } from './detection';
import { distance } from './geometry';
import { assembleLines } from './lineAssembly';
import { loadModels, type Models } from './models';
import { uprightLines } from './orientation';
import { recogniseLines, type Recognised } from './recognition';
import { cropLevel } from './resample';
import type { Pixels, Polygon, ReadLine } from './shapes';

/** Less certain readings are mostly ornaments and blots. */
const LOWEST_CONFIDENCE = 0.5;

/** Reads English and Chinese print; holds the models until it is disposed of. */
export interface Reader {
	/** The picture's lines from top to bottom as read; none for an empty page. */
	read(pixels: Pixels): Promise<ReadLine[]>;
	/** Frees the models; the reader reads no more. */
	dispose(): Promise<void>;
}

/** A reader with its models loaded (0.4 s on two cores). Throws when the model package is missing. */
export async function createReader(): Promise<Reader> {
	const models = await loadModels();
	return {
		read: async (pixels) => await readPicture(models, pixels),
		dispose: async () => {
			const { detection, orientation, recognition } = models;
			await Promise.all([detection.release(), orientation.release(), recognition.release()]);
		},
	};
}

async function readPicture(models: Models, pixels: Pixels): Promise<ReadLine[]> {
	const polygons = assembleLines(await detectText(models.detection, pixels));
	const cut = polygons.map((polygon) => ({ polygon, crop: cropLevel(pixels, polygon) }));
	const lines = await uprightLines(models.orientation, cut);
	const crops = lines.map((line) => line.crop);
	const readings = await recogniseLines(models.recognition, models.characters, crops);
	return lines
		.map((line, index) => readLine(line.polygon, readings[index]))
		.filter(({ text, confidence }) => text !== '' && confidence >= LOWEST_CONFIDENCE);
}

function readLine(polygon: Polygon, { text, confidence }: Recognised): ReadLine {
	const [start, end, , startBelow] = polygon;
	const whole = polygon.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
	return {
		text,
		confidence,
		polygon: whole as Polygon,
		length: distance(start, end),
		thickness: distance(start, startBelow),
		angle: (Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI,
	};
}
