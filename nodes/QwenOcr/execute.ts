import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PdfReader } from './documents/pdfReader';
import { readMaxConcurrency } from './parameters/itemSettings';
import { itemTasks } from './reading/itemTasks';
import { runTasks } from './reading/runTasks';

/**
 * Reads all pages of all documents of all items, some at a time, and gives their items in the order
 * of the input. With "continue on fail" a page that cannot be read becomes an error item and the
 * others still come; otherwise the first one stops the node.
 * @throws NodeApiError or NodeOperationError with the item's index
 */
export async function executeItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const output: INodeExecutionData[][] = context.getInputData().map(() => []);
	const pdfReader = new PdfReader();
	try {
		const tasks = itemTasks(context, pdfReader, (itemIndex, items) => {
			output[itemIndex] = items;
		});
		await runTasks(tasks, readMaxConcurrency(context));
	} finally {
		await pdfReader.close();
	}
	return [output.flat()];
}
