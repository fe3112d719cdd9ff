import type { Fault } from '../fault';
import type { ReviewReason } from '../results/result';
import type { OutputItem } from './documentItems';
import { outputItem } from './resultItem';
import type { ItemFacts, KeepSource } from './resultItem';

/** Says that a file was passed over, and why. */
export function skipWarning(fault: Fault): string {
	return `Skipped: ${fault.message}`;
}

/** Whether a person should look at the file all the same: a small logo needs nobody, a letter does. */
const NEEDS_NOBODY: ReadonlySet<string> = new Set([
	'below_minimum_size',
	'no_matching_file',
	'picture_too_narrow',
	'picture_too_small',
]);

/** Makes the item of an input item none of whose files was read. */
export function skippedItem(
	skipped: readonly Fault[],
	facts: ItemFacts,
	keepSource: KeepSource,
): OutputItem {
	const reasons = skipped
		.filter(({ code }) => !NEEDS_NOBODY.has(code))
		.map((fault): ReviewReason => ({ field: '', code: 'skipped_file', message: fault.message }));
	const json = {
		text: '',
		source: {},
		review: { needed: reasons.length > 0, reasons: reasons.map((reason) => ({ ...reason })) },
		warnings: skipped.map(skipWarning),
	};
	return { item: outputItem(json, facts, keepSource), isDoubtful: reasons.length > 0 };
}
