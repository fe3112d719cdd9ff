import type { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { outputOf, runNode } from '../engine/harness';
import { pictureInMemory } from '../engine/pictures';

/** A page that was read by a template, and what a person is asked to look at. */
export interface ReviewedPage {
	name: string;
	template: string;
	/** By which output it left. */
	output: 'Read' | 'Needs Review';
	/** Values that were read, typed. */
	found: number;
	reasons: Array<{ field: string; code: string; message: string }>;
}

/** Pages with the template that fits them. */
const PAGES = [
	['invoice-en', 'invoice'],
	['invoice-zh', 'vatInvoiceChina'],
	['receipt-en', 'receipt'],
	['ticket-zh', 'trainTicketChina'],
] as const;

/**
 * Reads the pages by their templates with Needs Review Output on.
 * @throws when the node fails, with its own words
 */
export async function reviewPages(
	loader: PackageDirectoryLoader,
	credential: ICredentialDataDecryptedObject,
): Promise<ReviewedPage[]> {
	const pages: ReviewedPage[] = [];
	for (const [name, template] of PAGES) {
		const run = await runNode(loader, {
			credential,
			items: [{ json: {}, binary: { data: pictureInMemory(name) } }],
			parameters: {
				resource: 'document',
				operation: 'extractFields',
				schemaSource: 'template',
				template,
				needsReview: true,
			},
		});
		const { error } = run.data.resultData;
		if (error) throw new Error(`${name}: ${error.message}. ${error.description ?? ''}`);
		const [sure] = outputOf(run, 0);
		const { json } = sure ?? outputOf(run, 1)[0];
		const review = json.review as { reasons: ReviewedPage['reasons'] };
		pages.push({
			name,
			template,
			output: sure ? 'Read' : 'Needs Review',
			found: countValues(json.fields as IDataObject),
			reasons: review.reasons,
		});
	}
	return pages;
}

/** Says for each page where it went, and why. */
export function reviewLines(pages: readonly ReviewedPage[]): string[] {
	return pages.flatMap(({ name, template, output, found, reasons }) => [
		`  ${name} by template ${template}: ${found} values, output ${output}`,
		...reasons.map(
			({ field, code, message }) => `      ${field || '(document)'}: ${code} – ${message}`,
		),
	]);
}

function countValues(value: unknown): number {
	if (value === null || value === undefined) return 0;
	if (typeof value !== 'object') return 1;
	return Object.values(value).reduce<number>((sum, inner) => sum + countValues(inner), 0);
}
