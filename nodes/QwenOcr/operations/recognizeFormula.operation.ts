import { readFormula } from '../results/markup';
import type { Operation } from './operation';

/** Formulas of a picture as LaTeX. */
export const recognizeFormula: Operation = {
	option: {
		name: 'Recognize Formula',
		value: 'recognizeFormula',
		action: 'Recognize a formula',
		description: 'Read the formulas of a picture as LaTeX',
	},
	task: 'formula_recognition',
	properties: [],
	readResult: readFormula,
};
