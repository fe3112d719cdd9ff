import type { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { outputOf, runNode } from '../engine/harness';
import { compareFields, countArrived } from './score';
import type { ComparedField, Score } from './score';
import type { DemoDocument } from './documents';

/** One document as the node read it. */
export interface ReadDocument {
	name: string;
	item: IDataObject;
	fields: ComparedField[];
	/** How many of the service's values stand in the item. */
	arrived: Score;
	milliseconds: number;
}

/**
 * Reads the fields of one document with the built node under n8n's engine.
 * @throws when the node fails, with its own words
 */
export async function readFields(
	loader: PackageDirectoryLoader,
	credential: ICredentialDataDecryptedObject,
	document: DemoDocument,
): Promise<ReadDocument> {
	const started = performance.now();
	const run = await runNode(loader, {
		credential,
		items: [{ json: {}, binary: { data: document.picture } }],
		parameters: {
			resource: 'document',
			operation: 'extractFields',
			inputType: 'binary',
			binaryPropertyName: 'data',
			schemaSource: 'json',
			resultSchema: JSON.stringify(document.schema),
			simplify: false,
			options: { includeRawResponse: true },
		},
	});
	const error = run.data.resultData.error;
	if (error) throw new Error(`${document.name}: ${error.message}. ${error.description ?? ''}`);
	const [{ json }] = outputOf(run);
	const { rawResponse, ...item } = json;
	return {
		name: document.name,
		item,
		fields: compareFields(document.printed, item.fields),
		arrived: countArrived(answeredFields(rawResponse), item.fields),
		milliseconds: performance.now() - started,
	};
}

function answeredFields(rawResponse: unknown): unknown {
	const response = rawResponse as {
		output: {
			choices: Array<{ message: { content: Array<{ ocr_result?: { kv_result?: unknown } }> } }>;
		};
	};
	return response.output.choices[0].message.content[0].ocr_result?.kv_result;
}
