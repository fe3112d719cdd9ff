import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { recognize } from './dashscope/client';
import type { Service } from './dashscope/client';
import { findModel } from './dashscope/models';
import type { ServiceCredential } from './dashscope/regions';
import { checkRequestNumbers } from './dashscope/requestParameters';
import type { Document, OpenDocument, Page, Source } from './documents/document';
import { PdfReader } from './documents/pdfReader';
import { listDocuments } from './documents/readDocuments';
import { Fault } from './fault';
import { errorItem, toNodeError } from './items/errorItem';
import { resultItem } from './items/resultItem';
import { parameterReader, readItemSettings } from './parameters/itemSettings';
import type { ItemSettings } from './parameters/itemSettings';
import { createService } from './parameters/service';
import { markIncomplete } from './results/completeness';
import { operations } from './operations';
import type { Operation, OperationRequest } from './operations/operation';

/** What is the same for all pages of one item. */
interface Job {
	itemIndex: number;
	settings: ItemSettings;
	operation: Operation;
	request: OperationRequest;
	service: Service;
}

interface ItemPlan {
	job: Job;
	documents: Document[];
}

/**
 * Reads all pages of all documents of all items and gives their items in the order of the input.
 * With "continue on fail" a page that cannot be read becomes an error item and the others still
 * come; otherwise the first one stops the node.
 * @throws NodeApiError or NodeOperationError with the item's index
 */
export async function executeItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const pdfReader = new PdfReader();
	try {
		const output: INodeExecutionData[] = [];
		for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex++) {
			output.push(...(await readItem(context, itemIndex, pdfReader)));
		}
		return [output];
	} finally {
		await pdfReader.close();
	}
}

async function readItem(
	context: IExecuteFunctions,
	itemIndex: number,
	pdfReader: PdfReader,
): Promise<INodeExecutionData[]> {
	let plan: ItemPlan;
	try {
		plan = await prepareItem(context, itemIndex, pdfReader);
	} catch (error) {
		return [failedItem(context, error, itemIndex)];
	}
	const items: INodeExecutionData[] = [];
	for (const document of plan.documents) {
		items.push(...(await readDocument(context, plan.job, document)));
	}
	return items;
}

async function readDocument(
	context: IExecuteFunctions,
	job: Job,
	document: Document,
): Promise<INodeExecutionData[]> {
	let opened: OpenDocument;
	try {
		opened = await document.open();
	} catch (error) {
		return [failedItem(context, error, job.itemIndex, document.source)];
	}
	try {
		const items: INodeExecutionData[] = [];
		for (const page of opened.pages) items.push(await readPage(context, job, page));
		return items;
	} finally {
		opened.close();
	}
}

async function prepareItem(
	context: IExecuteFunctions,
	itemIndex: number,
	pdfReader: PdfReader,
): Promise<ItemPlan> {
	const read = parameterReader(context, itemIndex);
	const settings = readItemSettings(read);
	const operation = operations.get(settings.operation);
	if (!operation) {
		throw new Fault(
			'unknown_operation',
			`There is no operation '${settings.operation}'`,
			'Choose one from the Operation list.',
		);
	}
	const model = findModel(settings.model);
	if (operation.task && model && !model.hasTasks) {
		throw new Fault(
			'model_without_tasks',
			`${settings.model} has no built-in tasks, so it cannot do ${operation.option.name}`,
			'Choose another model, or the operation Custom Prompt.',
		);
	}
	checkRequestNumbers(settings.parameters, settings.pixels, settings.model, model);
	const { timeoutMilliseconds } = settings;
	const request = operation.readRequest?.(read) ?? {};
	const credential = await context.getCredentials<ServiceCredential>('dashScopeApi', itemIndex);
	const service = createService(context, credential, timeoutMilliseconds);
	const documents = listDocuments(context, itemIndex, settings.input, {
		maxFileBytes: model?.maxFileBytes ?? 20 * 1024 * 1024,
		timeoutMilliseconds,
		pdf: {
			...settings.pdf,
			maxPixels: settings.pixels.maxPixels ?? model?.defaultMaxPixels ?? 8_388_608,
		},
		pdfReader,
	});
	return { job: { itemIndex, settings, operation, request, service }, documents };
}

async function readPage(
	context: IExecuteFunctions,
	job: Job,
	page: Page,
): Promise<INodeExecutionData> {
	let source = page.source;
	try {
		const picture = await page.read();
		source = picture.source;
		const { itemIndex, settings, operation, request, service } = job;
		const { model, pixels, parameters, enableRotate } = settings;
		const { task } = operation;
		const answer = await recognize(service, {
			...request,
			model,
			image: picture.image,
			task,
			pixels,
			parameters,
			enableRotate,
		});
		const question = { source, model, enableRotate, request };
		const result = markIncomplete(operation.readResult(answer, question), answer.finishReason);
		const warnings = [...picture.warnings, ...result.warnings];
		return resultItem(
			{ itemIndex, source, result: { ...result, warnings }, answer, model, task },
			settings,
		);
	} catch (error) {
		return failedItem(context, error, job.itemIndex, source);
	}
}

function failedItem(
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
	if (context.continueOnFail()) return errorItem(error, itemIndex, source);
	throw toNodeError(node, error, itemIndex);
}
