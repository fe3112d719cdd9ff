/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { equal } from 'node:assert/strict';
import type { IBinaryData, IDataObject } from 'n8n-workflow';
import { callProduction } from '../n8n/webhook';
import type { Example } from './example';
import { findTrigger, pinnedInput } from './example';
import { FORM_TRIGGER } from './prepareExample';

/** A field of a form as its trigger describes it. */
interface FormField extends IDataObject {
	fieldLabel: string;
	fieldType?: string;
}

/** Sends the files of the first pinned item to the production address of a published example. */
export async function uploadFirst(url: string, example: Example, id: string): Promise<void> {
	const isForm = findTrigger(example).type === FORM_TRIGGER;
	const body = isForm ? formBody(example) : filesBody(example);
	const path = `${isForm ? 'form' : 'webhook'}/${id}`;
	const response = await callProduction(url, path, { method: 'POST', body });
	equal(response.status, 200, await response.text());
}

function filesBody(example: Example): FormData {
	const [{ binary = {} }] = pinnedInput(example);
	const body = new FormData();
	for (const [field, file] of Object.entries(binary)) appendFile(body, field, file);
	return body;
}

/** n8n's forms name their fields by number. */
function formBody(example: Example): FormData {
	const [{ json, binary = {} }] = pinnedInput(example);
	const { values } = findTrigger(example).parameters.formFields as IDataObject;
	const body = new FormData();
	for (const [index, { fieldLabel, fieldType }] of (values as FormField[]).entries()) {
		const field = `field-${index}`;
		if (fieldType !== 'file') body.set(field, String(json[fieldLabel]));
		else appendFile(body, field, binary[fieldLabel.replaceAll(' ', '_')]);
	}
	return body;
}

function appendFile(
	body: FormData,
	field: string,
	{ data, mimeType, fileName }: IBinaryData,
): void {
	const bytes = new Uint8Array(Buffer.from(data, 'base64'));
	body.set(field, new Blob([bytes], { type: mimeType }), fileName);
}
