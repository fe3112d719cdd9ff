import { foldPrinted, mixesDigits } from './printedText';
import { readAmount } from './readAmount';
import { readBoolean } from './readBoolean';
import { readChoice } from './readChoice';
import { readDate } from './readDate';
import { readDateTime } from './readDateTime';
import { readNumber } from './readNumber';
import {
	type DoubtfulValue,
	type Evidence,
	LONGEST_VALUE,
	type ReadingRules,
	type ReadValue,
	unreadable,
	type ValueSpec,
} from './value';

export { findEvidence } from './findEvidence';
export type { Evidence, ReadingRules, ReadValue, ValueSpec, ValueType } from './value';

/**
 * Reads a printed text as a value of the field's type. What may mean two things or is not of the type is
 * doubtful, with the reason in words: a guess would leave no trace. Text is given as printed.
 */
export function readValue(
	printed: string,
	spec: ValueSpec,
	rules: ReadingRules,
	evidence: Evidence = {},
): ReadValue {
	if (spec.type === 'text') return { kind: 'read', value: printed };
	if (spec.type === 'choice' && printed !== '' && spec.choices?.includes(printed))
		return { kind: 'read', value: printed };
	const obstacle = findObstacle(printed);
	if (obstacle) return obstacle;
	switch (spec.type) {
		case 'number':
			return readNumber(printed, rules, evidence);
		case 'amount':
			return readAmount(printed, rules, evidence);
		case 'date':
			return readDate(printed, rules, evidence);
		case 'dateTime':
			return readDateTime(printed, rules, evidence);
		case 'boolean':
			return readBoolean(printed);
		case 'choice':
			return readChoice(printed, spec.choices ?? []);
	}
}

/** What makes a text unreadable whatever its type. */
function findObstacle(printed: string): DoubtfulValue | undefined {
	if (printed.length > LONGEST_VALUE) return unreadable(printed, 'is too long for a value');
	const folded = foldPrinted(printed);
	if (folded === '') return unreadable('', 'is empty');
	if (/[?\ufffd]/.test(folded)) return unreadable(printed, 'has characters that could not be read');
	if (folded.includes('*')) return unreadable(printed, 'is masked in part');
	if (mixesDigits(printed)) return unreadable(printed, 'mixes the digits of two scripts');
	return undefined;
}
