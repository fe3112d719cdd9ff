import type { Numbers } from './models';
import { resize } from './resample';
import type { Pixels } from './shapes';

/** Both line models see lines of this height, pixels. */
export const LINE_HEIGHT = 48;

/** Lines as one batch of BGR planes from -1 to 1; the space right of a narrow line stays 0. */
export function lineInput(lines: readonly Pixels[], width: number): Numbers {
	const plane = LINE_HEIGHT * width;
	const data = new Float32Array(lines.length * 3 * plane);
	lines.forEach((line, position) => {
		const natural = Math.ceil((LINE_HEIGHT * line.width) / line.height);
		const small = resize(line, Math.min(width, Math.max(8, natural)), LINE_HEIGHT);
		for (let channel = 0; channel < 3; channel++) {
			const start = (position * 3 + channel) * plane;
			for (let y = 0; y < LINE_HEIGHT; y++) {
				for (let x = 0; x < small.width; x++) {
					const value = small.data[(y * small.width + x) * 3 + 2 - channel];
					data[start + y * width + x] = value / 127.5 - 1;
				}
			}
		}
	});
	return { data, dimensions: [lines.length, 3, LINE_HEIGHT, width] };
}
