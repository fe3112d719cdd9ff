import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import type { Source } from '../documents/document';
import { Fault } from '../fault';

/**
 * Makes the item that leaves by the error output. n8n sends it there only in this exact shape:
 * `error` and `details` under json, nothing else.
 */
export function errorItem(error: unknown, itemIndex: number, source?: Source): INodeExecutionData {
	const fault = asFault(error);
	const details: IDataObject = {
		code: fault.code,
		description: fault.description,
		retryable: fault.details.retryable ?? false,
		...(fault.details.httpCode !== undefined && { httpCode: fault.details.httpCode }),
		...(fault.details.requestId && { requestId: fault.details.requestId }),
		...(source && { source: { ...source } }),
	};
	return { json: { error: fault.message, details }, pairedItem: { item: itemIndex } };
}

/** Makes the error that stops the node: n8n shows its message, its description and the item. */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	const fault = asFault(error);
	const { httpCode, requestId } = fault.details;
	const description = requestId
		? `${fault.description} Request ID: ${requestId}`
		: fault.description;
	if (httpCode === undefined) {
		return new NodeOperationError(node, fault.message, { description, itemIndex });
	}
	const options = { message: fault.message, description, httpCode: String(httpCode), itemIndex };
	return new NodeApiError(node, { code: fault.code }, options);
}

/** Errors of n8n itself, such as a failed expression, keep their own words. */
function asFault(error: unknown): Fault {
	if (error instanceof Fault) return error;
	const message = hasText(error, 'message') ? error.message : String(error);
	const description = hasText(error, 'description') ? error.description : '';
	return new Fault('unexpected', message, description);
}

function hasText<Name extends string>(value: unknown, name: Name): value is Record<Name, string> {
	return (
		typeof value === 'object' &&
		value !== null &&
		name in value &&
		typeof (value as Record<Name, unknown>)[name] === 'string'
	);
}
