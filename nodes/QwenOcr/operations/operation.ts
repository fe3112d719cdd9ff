import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Answer } from '../dashscope/nativeAnswer';
import type { ResultSchema } from '../dashscope/resultSchema';
import type { Task } from '../dashscope/tasks';
import type { Source } from '../documents/document';
import type { ReadParameter } from '../parameters/itemSettings';
import type { Result } from '../results/result';

/** What an operation adds to a request. */
export interface OperationRequest {
	prompt?: string;
	resultSchema?: ResultSchema;
}

/** What was asked, for making sense of the answer. */
export interface Question {
	source: Source;
	model: string;
	enableRotate: boolean;
	request: OperationRequest;
}

/** One entry of the Operation dropdown: its fields, its request, how its answer becomes a result. */
export interface Operation {
	option: INodePropertyOptions;
	/** The service's built-in task; absent for a free prompt. */
	task?: Task;
	/** Whether its answer makes sense only together with a picture whose size is known. */
	needsPicture?: boolean;
	/** Fields that only this operation has. */
	properties: INodeProperties[];
	/** Reads those fields for one item; throws a Fault before anything is sent. */
	readRequest?(read: ReadParameter): OperationRequest;
	readResult(answer: Answer, question: Question): Result;
}
