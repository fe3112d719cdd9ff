import { FAMILIES, type Family } from './fonts';
import type { Random } from './random';
import type { TextStyle } from './sheet';

/** The typography of one page; sizes in pixels. */
export interface Theme {
	body: TextStyle;
	label: TextStyle;
	value: TextStyle;
	strong: TextStyle;
	small: TextStyle;
	title: TextStyle;
	/** Distance of two baselines of running text. */
	lineHeight: number;
	/** SVG colour of rules and bands. */
	accent: string;
	/** Light fill for header rows and bands. */
	tint: string;
	/** The label as this page prints it in a row with its value, e.g. with a colon. */
	beside(label: string): string;
	/** The label right before its value, where something has to tell the two apart. */
	before(label: string): string;
	/** The label as this page prints it above its value or as a column's head. */
	above(label: string): string;
}

const LABEL_CASES = {
	sentence: (label: string) => label,
	title: (label: string) => label.replace(/(^| |-)([a-z])(?=[a-z]{2})/g, capital),
	upper: (label: string) => label.toUpperCase(),
} as const;

/** Picks the typography of a page; small letters are at least ten pixels high. */
export function createTheme(random: Random, families: readonly Family[]): Theme {
	const family = random.pick(families);
	const size = random.between(10.8, 12.6) / FAMILIES[family].xHeight;
	const ink = random.pick(['#000000', '#111111', '#222222', '#1c2333']);
	const { accent, tint } = random.pick([
		{ accent: '#333333', tint: '#ececec' },
		{ accent: '#1f4e79', tint: '#e3ecf5' },
		{ accent: '#2f6b3c', tint: '#e6f1e6' },
		{ accent: '#8a2b2b', tint: '#f6e8e6' },
	]);
	const body = { family, size, colour: ink };
	const boldLabels = random.chance(0.45);
	const inCase =
		LABEL_CASES[random.pick(['sentence', 'sentence', 'title', 'title', 'upper'] as const)];
	const hasColon = random.chance(0.65);

	const value = { ...body, bold: !boldLabels && random.chance(0.2) };
	const beside = (label: string) => inCase(label) + (hasColon ? colonFor(label) : '');
	const sameWeight = boldLabels === value.bold;

	return {
		body,
		label: { ...body, bold: boldLabels },
		value,
		strong: { ...body, bold: true },
		small: { family, size: 10.2 / FAMILIES[family].xHeight, colour: '#444444' },
		title: {
			family,
			size: size * random.between(1.6, 2.1),
			bold: true,
			colour: random.pick([ink, accent]),
		},
		lineHeight: size * random.between(1.4, 1.6),
		accent,
		tint,
		beside,
		before: (label) => (sameWeight ? inCase(label) + colonFor(label) : beside(label)),
		above: inCase,
	};
}

function colonFor(label: string) {
	return /\p{Script=Han}/u.test(label) ? '：' : ':';
}

function capital(_match: string, before: string, letter: string) {
	return before + letter.toUpperCase();
}
