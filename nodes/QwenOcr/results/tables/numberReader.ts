import { findEvidence, readValue, type ReadingRules } from '../values/readValue';
import type { ReadNumber } from './typedRows';

/**
 * Gives a reader for the numbers among the texts of a table or document. What one text shows (`1,234.50`:
 * the point is the decimal sign) settles how the others are read; `1,234` among texts that show nothing is
 * read only where the rules say how.
 */
export function numberReader(texts: readonly string[], rules: ReadingRules): ReadNumber {
	const evidence = findEvidence(texts.map((text) => ({ text, type: 'amount' })));
	return (printed) => {
		const read = readValue(printed, { type: 'amount' }, rules, evidence);
		return read.kind === 'read' && typeof read.value === 'number' ? read.value : undefined;
	};
}
