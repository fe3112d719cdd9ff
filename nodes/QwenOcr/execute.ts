import { accumulateTokenUsage } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PRICES_AS_OF } from './dashscope/cost/prices';
import type { OutputItem } from './items/documentItems';
import { readMaxConcurrency } from './parameters/itemSettings';
import { itemTasks } from './reading/itemTasks';
import { endRun, startRun } from './reading/run';
import type { Run } from './reading/run';
import { runTasks } from './reading/runTasks';

/**
 * Reads all pages of all documents of all items, some at a time, and gives their items in the order
 * of the input. With "continue on fail" a page that cannot be read becomes an error item and the
 * others still come; otherwise the first one stops the node.
 * @returns one output, or two where Needs Review Output is on: sure items, doubtful items
 * @throws NodeApiError or NodeOperationError with the item's index
 */
export async function executeItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const output: OutputItem[][] = context.getInputData().map(() => []);
	const run = startRun(context);
	try {
		const tasks = itemTasks(run, (itemIndex, items) => {
			output[itemIndex] = items;
		});
		await runTasks(tasks, readMaxConcurrency(context), run.abort);
	} finally {
		await endRun(run);
		tellUsage(run);
	}
	return toOutputs(output.flat(), hasReviewOutput(context));
}

/** The run's tokens go to n8n's own count, and into the output pane. */
function tellUsage({ context, used, estimated }: Run): void {
	const tell = (message: string) => context.addExecutionHints({ message, location: 'outputPane' });
	if (used.requests > 0) {
		accumulateTokenUsage(context, used.inputTokens, used.outputTokens);
		tell(`Read with ${used.inWords(PRICES_AS_OF.date)}`);
	}
	if (estimated.requests > 0) {
		tell(`Not sent, only estimated: at most ${estimated.inWords(PRICES_AS_OF.date)}`);
	}
}

/** As an AI tool the node has one output only. */
function hasReviewOutput(context: IExecuteFunctions): boolean {
	return !context.isToolExecution() && context.getNodeParameter('needsReview', 0, false) === true;
}

function toOutputs(items: readonly OutputItem[], hasReview: boolean): INodeExecutionData[][] {
	const itemsOf = (list: readonly OutputItem[]) => list.map(({ item }) => item);
	if (!hasReview) return [itemsOf(items)];
	return [
		itemsOf(items.filter(({ isDoubtful }) => !isDoubtful)),
		itemsOf(items.filter(({ isDoubtful }) => isDoubtful)),
	];
}
