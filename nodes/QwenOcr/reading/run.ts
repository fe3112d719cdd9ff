import type { IExecuteFunctions } from 'n8n-workflow';
import { Budget } from '../dashscope/cost/budget';
import { PdfReader } from '../documents/pdfReader';
import { readMaxCost } from '../parameters/itemSettings';
import { createInTurn } from './inTurn';
import type { InTurn } from './inTurn';
import { RunTotals } from './runTotals';

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
	/** Uploads go one after another: each is as large as pictures get. */
	inTurn: InTurn;
	totals: RunTotals;
}

/** Begins an execution. */
export function startRun(context: IExecuteFunctions): Run {
	const controller = new AbortController();
	const cancel = context.getExecutionCancelSignal();
	const maxCost = readMaxCost(context);
	return {
		context,
		pdfReader: new PdfReader(),
		signal: cancel ? AbortSignal.any([cancel, controller.signal]) : controller.signal,
		abort: () => controller.abort(),
		...(maxCost !== undefined && { budget: new Budget(maxCost) }),
		inTurn: createInTurn(),
		totals: new RunTotals(),
	};
}
