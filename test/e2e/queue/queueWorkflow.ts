import type { IDataObject } from 'n8n-workflow';
import type { StoredCredential } from '../n8n/session';
import { makeNode, makeOcrNode, makeWorkflow } from '../n8n/workflow';

/**
 * Takes a picture by webhook, as the form's file `data` with its `number`, reads it, and hands the
 * result to the collector.
 */
export function queueWorkflow(
	path: string,
	credential: StoredCredential,
	collectorUrl: string,
): IDataObject {
	const result = `={{ { number: $('Picture').item.json.body.number, text: $json.text } }}`;
	const nodes = [
		makeNode(
			'Picture',
			'n8n-nodes-base.webhook',
			[0, 0],
			{ httpMethod: 'POST', path, responseMode: 'onReceived' },
			{ typeVersion: 2, webhookId: path },
		),
		makeOcrNode([220, 0], { operation: 'recognizeText' }, credential),
		makeNode(
			'Hand Over',
			'n8n-nodes-base.httpRequest',
			[440, 0],
			{
				method: 'POST',
				url: collectorUrl,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: result,
			},
			{ typeVersion: 4.2 },
		),
	];
	return makeWorkflow('Queue', nodes, [
		{ from: 'Picture', to: 'Qwen OCR' },
		{ from: 'Qwen OCR', to: 'Hand Over' },
	]);
}
