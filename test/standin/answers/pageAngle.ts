import type { Page } from './page';

/** How a page lies: the angle of its middle line by length, degrees clockwise from level. */
export function pageAngle({ lines }: Page): number {
	const byAngle = lines
		.map(({ angle, length }) => ({ angle, length }))
		.sort((first, second) => first.angle - second.angle);
	const half = byAngle.reduce((sum, { length }) => sum + length, 0) / 2;
	let passed = 0;
	for (const { angle, length } of byAngle) {
		passed += length;
		if (passed >= half) return angle;
	}
	return 0;
}
