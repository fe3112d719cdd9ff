/* eslint-disable no-console -- prints what the checks catch and which fields no check covers */
import { checkFormat } from '../../../nodes/QwenOcr/results/checks/formats';
import { findRoles } from '../../../nodes/QwenOcr/results/checks/sumRoles';
import { checkSums, coveredPaths } from '../../../nodes/QwenOcr/results/checks/sums';
import { leavesOf } from '../../../nodes/QwenOcr/results/fields/fieldTree';
import { DOCUMENT_FIELDS, generateDocument } from './generatedDocuments';
import type { GeneratedDocument } from './generatedDocuments';
import { seededRandom } from './seededRandom';

const DOCUMENTS = Array.from({ length: 200 }, (_unused, seed) =>
	generateDocument(seededRandom(seed)),
);
const ROLES = findRoles(DOCUMENT_FIELDS);
const FIELDS = new Map(DOCUMENT_FIELDS.map((field) => [field.path, field]));
const CHECK_DIGIT_FORMATS = ['iban', 'cardNumber', 'chineseIdNumber', 'chineseCreditCode'] as const;

describe('200 generated invoices', () => {
	it('raise no alarm as they are', () => {
		const alarms = DOCUMENTS.flatMap((document, seed) =>
			doubts(document).map((message) => `document ${seed}: ${message}`),
		);
		expect(alarms).toEqual([]);
	});

	it('raise an alarm for every change of one digit that a sum covers', () => {
		const missed: string[] = [];
		let changes = 0;
		DOCUMENTS.forEach((document, seed) => {
			const covered = coveredPaths(ROLES, document);
			for (const { path, value } of leavesOf(document)) {
				if (!covered.has(path)) continue;
				for (const changed of oneDigitChanges(printed(path, value))) {
					changes += 1;
					if (checkSums(withValue(document, path, Number(changed)), ROLES).length > 0) continue;
					missed.push(`document ${seed}: ${path} ${String(value)} → ${changed}`);
				}
			}
		});
		console.log(`Sums: ${changes - missed.length} of ${changes} changes of one digit are caught`);
		expect(missed).toEqual([]);
		expect(changes).toBeGreaterThan(50_000);
	});

	test.each(CHECK_DIGIT_FORMATS)('have an alarm for every changed digit of %s', (format) => {
		const missed: string[] = [];
		let changes = 0;
		for (const value of codes(format)) {
			for (const changed of oneDigitChanges(value)) {
				changes += 1;
				if (!checkFormat(changed, { format })) missed.push(`${value} → ${changed}`);
			}
		}
		console.log(
			`${format}: ${changes - missed.length} of ${changes} changes of one digit are caught`,
		);
		expect(missed).toEqual([]);
		expect(changes).toBeGreaterThan(10_000);
	});

	test.each([
		['iban', 1],
		['cardNumber', 0.97],
		['chineseIdNumber', 1],
		['chineseCreditCode', 1],
	] as const)(
		'have an alarm for transposed digits of %s at a rate of %s or more',
		(format, least) => {
			const changes = codes(format).flatMap(transpositions);
			const caught = changes.filter((changed) => checkFormat(changed, { format })).length;
			const rate = caught / changes.length;
			console.log(
				`${format}: ${caught} of ${changes.length} transpositions of neighbouring digits are caught, ${(rate * 100).toFixed(2)}%`,
			);
			expect(changes.length).toBeGreaterThan(1_000);
			expect(rate).toBeGreaterThanOrEqual(least);
		},
	);

	it('have fields that no check covers, which are known', () => {
		const counts = new Map<string, { printed: number; covered: number }>();
		for (const document of DOCUMENTS) {
			const covered = coveredPaths(ROLES, document);
			for (const { fieldPath, path, value } of leavesOf(document)) {
				if (value === null) continue;
				const count = counts.get(fieldPath) ?? { printed: 0, covered: 0 };
				const isCovered = covered.has(path) || hasCheckDigit(fieldPath);
				counts.set(fieldPath, {
					printed: count.printed + 1,
					covered: count.covered + (isCovered ? 1 : 0),
				});
			}
		}
		const shares = [...counts].map(
			([path, { printed: all, covered }]) => [path, Math.floor((covered / all) * 100)] as const,
		);
		console.log(
			`Covered against every change of one digit:\n${shares.map(([path, share]) => `  ${path} ${share}%`).join('\n')}`,
		);
		const uncovered = shares.filter(([, share]) => share === 0).map(([path]) => path);
		console.log(`No check covers ${uncovered.join(', ')}`);
		expect(uncovered).toEqual([
			'invoiceNumber',
			'invoiceDate',
			'seller.name',
			'seller.taxId',
			'lineItems[].description',
			'taxRate',
		]);
		expect(shares.filter(([, share]) => share > 0 && share < 95)).toEqual([]);
	});
});

function doubts(document: GeneratedDocument): string[] {
	const formats = leavesOf(document).flatMap(({ fieldPath, value }) => {
		const format = FIELDS.get(fieldPath)?.format;
		return format ? (checkFormat(String(value), { format })?.message ?? []) : [];
	});
	return [...formats, ...checkSums(document, ROLES).map(({ message }) => message)];
}

function codes(format: (typeof CHECK_DIGIT_FORMATS)[number]): string[] {
	return DOCUMENTS.flatMap(leavesOf)
		.filter(({ fieldPath }) => FIELDS.get(fieldPath)?.format === format)
		.map(({ value }) => String(value));
}

function hasCheckDigit(fieldPath: string): boolean {
	const format = FIELDS.get(fieldPath)?.format;
	return CHECK_DIGIT_FORMATS.some((other) => other === format);
}

/** Amounts are printed with two decimals, quantities as they are. */
function printed(path: string, value: unknown): string {
	return path.endsWith('.quantity') ? String(value) : Number(value).toFixed(2);
}

function oneDigitChanges(text: string): string[] {
	return [...text].flatMap((sign, place) =>
		/\d/.test(sign)
			? [...'0123456789']
					.filter((digit) => digit !== sign)
					.map((digit) => text.slice(0, place) + digit + text.slice(place + 1))
			: [],
	);
}

/** Each pair of neighbouring digits that differ, exchanged; spaces between them stay. */
function transpositions(text: string): string[] {
	return [...text.matchAll(/\d(?= ?\d)/g)].flatMap(({ index }) => {
		const next = text[index + 1] === ' ' ? index + 2 : index + 1;
		if (text[index] === text[next]) return [];
		const signs = [...text];
		[signs[index], signs[next]] = [signs[next], signs[index]];
		return [signs.join('')];
	});
}

function withValue(document: GeneratedDocument, path: string, value: unknown): GeneratedDocument {
	const element = /^lineItems\[(\d+)\]\.(\w+)$/.exec(path);
	if (!element) return { ...document, [path]: value };
	const [, place, name] = element;
	const lineItems = [...(document.lineItems as object[])];
	lineItems[Number(place)] = { ...lineItems[Number(place)], [name]: value };
	return { ...document, lineItems };
}
