import { CENT, printUnits } from './moneyUnits';

/** An amount of the document, or several that stand together, such as those of the line items. */
export interface Part {
	/** As messages call it: `tax`, `line items`. */
	label: string;
	/** Ten-thousandths; of several amounts their sum. */
	units: number;
	/** Where the amounts stand, such as `lineItems[2].amount`; the first is where a doubt is reported. */
	paths: readonly string[];
}

/** A part that is added or taken off. */
export interface Term {
	part: Part;
	sign: 1 | -1;
}

/** Terms that should make up another one. */
export interface Equation {
	terms: readonly Term[];
	result: Part;
	/** How far off rounding may be on top of the tolerance, in ten-thousandths. */
	slack?: number;
}

/** Equations that hold together when the document is laid out in one certain way. */
export type Arrangement = readonly Equation[];

/** Gives the term that adds a part. */
export function plus(part: Part): Term {
	return { part, sign: 1 };
}

/** Gives the term that takes a part off. */
export function minus(part: Part): Term {
	return { part, sign: -1 };
}

/** Gives by how much the terms exceed the result, in ten-thousandths. */
export function excess({ terms, result }: Equation): number {
	return terms.reduce((sum, { part, sign }) => sum + sign * part.units, 0) - result.units;
}

/** Tells whether an equation holds, `tolerance` in ten-thousandths. */
export function holds(equation: Equation, tolerance: number): boolean {
	return Math.abs(excess(equation)) <= tolerance + (equation.slack ?? 0);
}

/** Tells in words what does not add up: `Subtotal 100.00 + tax 20.00 = 120.00, Total says 121.00`. */
export function describeEquation(equation: Equation): string {
	const { terms, result } = equation;
	const sum = printUnits(excess(equation) + result.units);
	const says = `${capital(result.label)} says ${printUnits(result.units)}`;
	const [first, ...others] = terms;
	if (others.length === 0) {
		const verb = first.part.label.endsWith('s') ? 'add up to' : 'is';
		return `${capital(first.part.label)} ${verb} ${sum}, ${says}`;
	}
	const rest = others.map(
		({ part, sign }) => `${sign > 0 ? '+' : '−'} ${part.label} ${printUnits(part.units)}`,
	);
	const start = `${capital(first.part.label)} ${printUnits(first.part.units)}`;
	return `${[start, ...rest].join(' ')} = ${sum}, ${says}`;
}

/**
 * Gives the paths whose amounts stand in the arrangement and where no change of a single digit could
 * make any of the arrangements hold; `arrangements` are all that are plausible for the document.
 */
export function assuredPaths(
	arrangement: Arrangement,
	arrangements: readonly Arrangement[],
	tolerance: number,
): string[] {
	const parts = new Set(
		arrangement
			.filter(({ slack = 0 }) => tolerance + slack < CENT)
			.flatMap(({ terms, result }) => [...terms.map(({ part }) => part), result]),
	);
	return [...parts]
		.filter((part) => !arrangements.some((other) => oneDigitMends(other, part, tolerance)))
		.flatMap(({ paths }) => paths);
}

function oneDigitMends(arrangement: Arrangement, part: Part, tolerance: number): boolean {
	const asked = arrangement.map((equation) => ({
		excess: excess(equation),
		factor: factorOf(part, equation),
		tolerance: tolerance + (equation.slack ?? 0),
	}));
	return ONE_DIGIT_CHANGES.some((change) =>
		asked.every((one) => Math.abs(one.excess + one.factor * change) <= one.tolerance),
	);
}

function factorOf(part: Part, { terms, result }: Equation): number {
	const sum = terms.reduce((total, term) => total + (term.part === part ? term.sign : 0), 0);
	return sum - (result === part ? 1 : 0);
}

/** By what a change of one digit, from the cents upwards, changes an amount. */
const ONE_DIGIT_CHANGES = Array.from({ length: 13 }, (_unused, place) =>
	[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((digit) => [
		digit * CENT * 10 ** place,
		-digit * CENT * 10 ** place,
	]),
).flat();

function capital(label: string): string {
	return label.charAt(0).toUpperCase() + label.slice(1);
}
