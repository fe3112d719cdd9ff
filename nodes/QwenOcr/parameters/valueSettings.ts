import { Fault } from '../fault';
import type { HeaderRow } from '../results/tables';
import type { ReadingRules } from '../results/values/readValue';
import { readBoolean, readChoice, readNumber } from './readOption';

/** How printed values are read and checked. */
export interface ValueSettings {
	rules: ReadingRules;
	/** Most that amounts which should add up may be apart. */
	sumTolerance: number;
	/** Token probability below which a field is in doubt, from 0 to 1; 0 asks for none. */
	confidenceThreshold: number;
	headerRow: HeaderRow;
	/** Whether numbers in tables become numbers. */
	convertNumbers: boolean;
}

/** Sums are compared exactly, but for what rounding to cents leaves open. */
const EXACT = 0.005;

/**
 * Reads the options for values.
 * @throws Fault `invalid_option`
 */
export function readValueSettings(options: Record<string, unknown>): ValueSettings {
	return {
		rules: {
			numberFormat: readChoice(options.numberFormat, 'Number Format', ['auto', 'point', 'comma']),
			dayFirst: readChoice(options.dayFirst, 'Day or Month First', ['review', 'day', 'month']),
		},
		sumTolerance: readTolerance(readNumber(options.sumTolerance, 'Sum Tolerance')),
		confidenceThreshold: readThreshold(
			readNumber(options.confidenceThreshold, 'Confidence Threshold'),
		),
		headerRow: readChoice(options.headerRow, 'Header Row', ['auto', 'first', 'none']),
		convertNumbers: readBoolean(options.convertNumbers, 'Convert Numbers') ?? false,
	};
}

function readTolerance(tolerance = 0): number {
	if (tolerance >= 0) return Math.max(tolerance, EXACT);
	throw new Fault(
		'invalid_option',
		`Sum Tolerance is ${tolerance}`,
		'Enter a number from 0 for Sum Tolerance, or remove the option.',
	);
}

function readThreshold(threshold = 0): number {
	if (threshold >= 0 && threshold <= 1) return threshold;
	throw new Fault(
		'invalid_option',
		`Confidence Threshold is ${threshold}`,
		'Enter a number from 0 to 1 for Confidence Threshold, or remove the option.',
	);
}
