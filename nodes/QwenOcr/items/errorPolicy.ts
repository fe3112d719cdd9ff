import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Source } from '../documents/document';
import { Fault } from '../fault';
import { errorItem, toNodeError } from './errorItem';

/**
 * Makes the error item of something that failed, where the node is set to go on.
 * @throws NodeApiError or NodeOperationError with the item's index where it is set to stop, or was
 * stopped by a person
 */
export function failedItem(
	context: IExecuteFunctions,
	error: unknown,
	itemIndex: number,
	source?: Source,
): INodeExecutionData {
	const node = context.getNode();
	if (context.getExecutionCancelSignal()?.aborted) {
		// n8n tells a stopped run from a failed one by the word in this message
		throw new NodeOperationError(node, 'The execution was canceled', { itemIndex });
	}
	if (context.continueOnFail() || isUnsent(error)) return errorItem(error, itemIndex, source);
	throw toNodeError(node, error, itemIndex);
}

/** Max Cost keeps requests from being sent; what has been paid for by then must not be lost. */
function isUnsent(error: unknown): boolean {
	return error instanceof Fault && error.code === 'max_cost';
}
