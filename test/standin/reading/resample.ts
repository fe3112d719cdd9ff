import { clamp, distance } from './geometry';
import type { Pixels, Point, Polygon } from './shapes';

// The loops below make no functions of their own: tsx names each one anew, which costs more than the pixel.

/** The picture at another size: area mean when it shrinks clearly, else bilinear. */
export function resize(picture: Pixels, width: number, height: number): Pixels {
	const data = new Uint8ClampedArray(width * height * 3);
	const stepX = picture.width / width;
	const stepY = picture.height / height;
	const shrinks = stepX > 1.5 || stepY > 1.5;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const offset = (y * width + x) * 3;
			if (shrinks) {
				writeMean(picture, x * stepX, y * stepY, stepX, stepY, data, offset);
			} else {
				writeBilinear(picture, (x + 0.5) * stepX - 0.5, (y + 0.5) * stepY - 0.5, data, offset);
			}
		}
	}
	return pixelsOf(data, width, height);
}

/** The part of the picture inside the polygon, levelled so that the text reads left to right. */
export function cropLevel(picture: Pixels, polygon: Polygon): Pixels {
	const [start, end, endBelow, startBelow] = polygon;
	const longer = (a: number, b: number) => Math.max(1, Math.round(Math.max(a, b)));
	const width = longer(distance(start, end), distance(startBelow, endBelow));
	const height = longer(distance(start, startBelow), distance(end, endBelow));
	const data = new Uint8ClampedArray(width * height * 3);
	for (let y = 0; y < height; y++) {
		const down = (y + 0.5) / height;
		const left = between(start, startBelow, down);
		const right = between(end, endBelow, down);
		for (let x = 0; x < width; x++) {
			const along = (x + 0.5) / width;
			const atX = left.x * (1 - along) + right.x * along;
			const atY = left.y * (1 - along) + right.y * along;
			writeBilinear(picture, atX, atY, data, (y * width + x) * 3);
		}
	}
	return pixelsOf(data, width, height);
}

/** The picture turned by 180 degrees. */
export function turnedHalf({ data, width, height }: Pixels): Pixels {
	const count = width * height;
	const turned = new Uint8Array(count * 3);
	for (let index = 0; index < count; index++) {
		const from = (count - 1 - index) * 3;
		turned.set(data.subarray(from, from + 3), index * 3);
	}
	return { data: turned, width, height };
}

function between(from: Point, to: Point, share: number): Point {
	return {
		x: from.x * (1 - share) + to.x * share,
		y: from.y * (1 - share) + to.y * share,
	};
}

function pixelsOf(data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number): Pixels {
	return { data: new Uint8Array(data.buffer), width, height };
}

function writeMean(
	{ data, width, height }: Pixels,
	left: number,
	top: number,
	stepX: number,
	stepY: number,
	target: Uint8ClampedArray,
	offset: number,
): void {
	const firstX = Math.floor(left);
	const firstY = Math.floor(top);
	const lastX = Math.max(firstX + 1, Math.min(width, Math.ceil(left + stepX)));
	const lastY = Math.max(firstY + 1, Math.min(height, Math.ceil(top + stepY)));
	let red = 0;
	let green = 0;
	let blue = 0;
	for (let y = firstY; y < lastY; y++) {
		for (let x = firstX; x < lastX; x++) {
			const index = (y * width + x) * 3;
			red += data[index];
			green += data[index + 1];
			blue += data[index + 2];
		}
	}
	const count = (lastX - firstX) * (lastY - firstY);
	target[offset] = red / count;
	target[offset + 1] = green / count;
	target[offset + 2] = blue / count;
}

function writeBilinear(
	{ data, width, height }: Pixels,
	atX: number,
	atY: number,
	target: Uint8ClampedArray,
	offset: number,
): void {
	const x = clamp(atX, 0, width - 1);
	const y = clamp(atY, 0, height - 1);
	const left = Math.floor(x);
	const top = Math.floor(y);
	const right = Math.min(width - 1, left + 1);
	const bottom = Math.min(height - 1, top + 1);
	const shareX = x - left;
	const shareY = y - top;
	const above = top * width;
	const below = bottom * width;
	for (let colour = 0; colour < 3; colour++) {
		const start = data[(above + left) * 3 + colour];
		const end = data[(above + right) * 3 + colour];
		const startBelow = data[(below + left) * 3 + colour];
		const endBelow = data[(below + right) * 3 + colour];
		const upper = start * (1 - shareX) + end * shareX;
		const lower = startBelow * (1 - shareX) + endBelow * shareX;
		target[offset + colour] = upper * (1 - shareY) + lower * shareY;
	}
}
