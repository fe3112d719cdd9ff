import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** What became of the items of a run. */
export interface Outcomes {
	read: number;
	review: number;
	failed: number;
	/** Items without an outcome, and outcomes beyond one. */
	missing: number;
	/** Codes of the error items, counted. */
	codes: Record<string, number>;
}

/** Counts what became of `count` items that each hold one picture. */
export function countOutcomes(count: number, output: readonly INodeExecutionData[]): Outcomes {
	const indexes = output.map((item) => indexOf(item.pairedItem));
	const isItem = (index: unknown) => Number.isInteger(index) && Number(index) < count;
	const answered = new Set(indexes.filter(isItem));
	const failed = output.filter(({ json }) => json.error !== undefined);
	const review = output.filter(({ json }) => (json.review as IDataObject | undefined)?.needed);
	return {
		read: output.length - failed.length - review.length,
		review: review.length,
		failed: failed.length,
		missing: count - answered.size + (output.length - answered.size),
		codes: countCodes(failed),
	};
}

function countCodes(failed: readonly INodeExecutionData[]): Record<string, number> {
	const codes: Record<string, number> = {};
	for (const { json } of failed) {
		const { code } = json.details as { code: string };
		codes[code] = (codes[code] ?? 0) + 1;
	}
	return codes;
}

function indexOf(paired: unknown): unknown {
	return typeof paired === 'object' && paired !== null && 'item' in paired ? paired.item : paired;
}
