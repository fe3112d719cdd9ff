import type { IDataObject } from 'n8n-workflow';

/** How many of a page's fields were read right. */
export interface Score {
	right: number;
	total: number;
}

/** One field of a page: what is printed, what was read. */
export interface ComparedField {
	/** Names from the outside in, joined by dots. */
	name: string;
	printed: string;
	read: string | null;
	isRight: boolean;
}

/** Compares the printed values of a page with what was read; white space and full-width forms do not count. */
export function compareFields(printed: IDataObject, read: unknown, prefix = ''): ComparedField[] {
	return Object.entries(printed).flatMap(([key, value]) => {
		const name = prefix + key;
		const found = isObject(read) ? read[key] : undefined;
		if (isObject(value)) return compareFields(value, found, `${name}.`);
		const text = found === null || found === undefined ? null : String(found);
		const isRight = text !== null && fold(text) === fold(String(value));
		return [{ name, printed: String(value), read: text, isRight }];
	});
}

/** Adds up compared fields. */
export function score(fields: ComparedField[]): Score {
	return { right: fields.filter(({ isRight }) => isRight).length, total: fields.length };
}

/** A score as a person reads it, such as `41 of 44 (93.2 %)`. */
export function formatScore({ right, total }: Score): string {
	return `${right} of ${total} (${((100 * right) / Math.max(1, total)).toFixed(1)} %)`;
}

/** Counts the values in nested fields, and how many of them stand equal in another object. */
export function countArrived(answered: unknown, item: unknown): Score {
	if (isObject(answered)) {
		const parts = Object.entries(answered).map(([key, value]) =>
			countArrived(value, isObject(item) ? item[key] : undefined),
		);
		return parts.reduce(
			(sum, part) => ({ right: sum.right + part.right, total: sum.total + part.total }),
			{
				right: 0,
				total: 0,
			},
		);
	}
	const isMissing = answered === null || answered === '' || answered === 'null';
	return { right: (isMissing ? item === null : item === answered) ? 1 : 0, total: 1 };
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null;
}

function fold(text: string): string {
	return text.normalize('NFKC').replace(/\s+/g, '');
}
