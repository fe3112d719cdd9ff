import type { IExecuteFunctions } from 'n8n-workflow';
import { Budget } from '../dashscope/cost/budget';
import { PdfReader } from '../documents/pdfReader';
import { Fault } from '../fault';
import { readMaxCostOfRun } from '../parameters/maxCost';
import { createFewAtOnce } from './fewAtOnce';
import type { FewAtOnce } from './fewAtOnce';
import { sharedLimiters } from './sharedLimiters';
import { UsageSum } from './usageSum';

/** What all items of one execution share. */
export interface Run {
	context: IExecuteFunctions;
	pdfReader: PdfReader;
	/** Aborts when a person stops the run, or its first fault does. */
	signal: AbortSignal;
	/** Ends what is open and begins nothing more. */
	abort(): void;
	/** Set where Max Cost is. */
	budget?: Budget;
	/** Set where Max Cost cannot be read: no item may be sent. */
	maxCostFault?: Fault;
	/** Uploads: each is as large as pictures get, and one that hangs must not stop the others. */
	fewUploads: FewAtOnce;
	/** Of all answers. */
	used: UsageSum;
	/** Of all requests that were only estimated. */
	estimated: UsageSum;
}

const MOST_UPLOADS = 2;

/** Begins an execution. */
export function startRun(context: IExecuteFunctions): Run {
	const controller = new AbortController();
	const cancel = context.getExecutionCancelSignal();
	return {
		context,
		pdfReader: new PdfReader(),
		signal: cancel ? AbortSignal.any([cancel, controller.signal]) : controller.signal,
		abort: () => controller.abort(),
		...readBudget(context),
		fewUploads: createFewAtOnce(MOST_UPLOADS),
		used: new UsageSum(),
		estimated: new UsageSum(),
	};
}

/** Gives back what the execution held: the PDF reader, and its say about the rate of requests. */
export async function endRun(run: Run): Promise<void> {
	sharedLimiters.leave(run);
	await run.pdfReader.close();
}

/** Each item tells of the fault, as each one would have been paid for without a limit. */
function readBudget(context: IExecuteFunctions): Pick<Run, 'budget' | 'maxCostFault'> {
	try {
		const maxCost = readMaxCostOfRun(context);
		return maxCost === undefined ? {} : { budget: new Budget(maxCost) };
	} catch (error) {
		return { maxCostFault: error instanceof Fault ? error : unreadableMaxCost() };
	}
}

function unreadableMaxCost(): Fault {
	const advice = 'Check the option Max Cost, or remove it.';
	return new Fault('invalid_option', 'Max Cost cannot be read, so nothing is sent', advice);
}
