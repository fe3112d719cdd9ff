import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Answer } from '../dashscope/nativeAnswer';
import type { ResultSchema } from '../dashscope/resultSchema';
import type { Task } from '../dashscope/tasks';
import type { Field } from '../fieldLists/field';
import type { Source } from '../documents/document';
import type { ReadParameter } from '../parameters/itemSettings';
import type { ValueSettings } from '../parameters/valueSettings';
import type { Result } from '../results/result';

/** What an operation adds to a request. */
export interface OperationRequest {
	prompt?: string;
	resultSchema?: ResultSchema;
	/** The field list that types and checks the answer. */
	fields?: readonly Field[];
}

/** What was asked, for making sense of the answer. */
export interface Question {
	source: Source;
	model: string;
	enableRotate: boolean;
	request: OperationRequest;
	values: ValueSettings;
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
	/** Makes sense of the answer to one request. */
	readResult(answer: Answer, question: Question): Result;
	/** Completes the result of a document whose pages have been joined: types and checks its values. */
	finishResult?(result: Result, question: Question): Result;
}
