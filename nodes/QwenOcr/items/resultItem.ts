import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Answer } from '../dashscope/nativeAnswer';
import type { Source } from '../documents/document';
import type { Result } from '../results/result';

/** Everything that is known when a picture has been read. */
export interface Reading {
	itemIndex: number;
	source: Source;
	result: Result;
	answer: Answer;
	model: string;
	/** Absent for a free prompt. */
	task?: string;
}

/** Which parts of the item a person asked for. */
export interface OutputSettings {
	simplify: boolean;
	includeRawResponse: boolean;
}

/**
 * Makes the item of one picture, in the one shape that all operations share; with Simplify only
 * what was read, where it comes from, and doubts.
 */
export function resultItem(reading: Reading, settings: OutputSettings): INodeExecutionData {
	const { result, answer, itemIndex } = reading;
	const json = {
		text: result.text,
		...result.parts,
		source: settings.simplify ? shortSource(reading.source) : reading.source,
		review: { needed: result.reasons.length > 0, reasons: result.reasons },
		...(!settings.simplify && details(reading)),
		...((!settings.simplify || result.warnings.length > 0) && { warnings: result.warnings }),
		...(settings.includeRawResponse && { rawResponse: answer.raw }),
	};
	// The parts are plain JSON; IDataObject only lacks the names of their types.
	return { json: json as IDataObject, pairedItem: { item: itemIndex } };
}

function details({ model, task, answer }: Reading) {
	return {
		model,
		...(task && { task }),
		requestId: answer.requestId,
		finishReason: answer.finishReason,
		usage: answer.usage,
		...(answer.tokens && { logprobs: answer.tokens }),
	};
}

function shortSource({ fileName, page }: Source): Pick<Source, 'fileName' | 'page'> {
	return { ...(fileName !== undefined && { fileName }), page };
}
