import type { Service } from '../dashscope/client';
import { findPrice } from '../dashscope/cost/prices';
import { findModel } from '../dashscope/models';
import { publishedRequestsPerMinute } from '../dashscope/pace/publishedLimits';
import type { RateLimiter } from '../dashscope/pace/rateLimiter';
import { DEFAULT_RETRY_POLICY } from '../dashscope/pace/retry';
import type { RetryPolicy } from '../dashscope/pace/retry';
import type { ServiceCredential } from '../dashscope/regions';
import { checkRequestNumbers } from '../dashscope/requestParameters';
import { noFieldFits } from '../documents/binaryFields';
import type { Document } from '../documents/document';
import { listDocuments } from '../documents/readDocuments';
import { Fault } from '../fault';
import { plainPath } from '../fieldLists/fieldPath';
import type { ItemFacts } from '../items/resultItem';
import { operations } from '../operations';
import type { Operation, OperationRequest } from '../operations/operation';
import { parameterReader, readItemSettings } from '../parameters/itemSettings';
import type { ItemSettings } from '../parameters/itemSettings';
import { createService } from '../parameters/service';
import { sendAgain } from './askInPace';
import { whyNoPdfByUrl } from './pdfByUrl';
import type { Run } from './run';
import { sharedLimiters } from './sharedLimiters';

/** What is the same for all pages of one input item. */
export interface Job {
	facts: ItemFacts;
	settings: ItemSettings;
	operation: Operation;
	request: OperationRequest;
	service: Service;
	/** Largest picture that the model reads, in bytes. */
	maxFileBytes: number;
	region: ServiceCredential['region'];
	limiter: RateLimiter;
	retryPolicy: RetryPolicy;
	/** Whether the service keeps large pictures for a while, so that they need no data URL. */
	hasStorage: boolean;
}

/** An input item as it will be read; nothing is loaded yet. */
export interface ItemPlan {
	job: Job;
	documents: Document[];
	/** Set when the item has no file that a pattern fits. */
	noFile?: Fault;
}

/**
 * Reads all that an input item asks for and lists its documents.
 * @throws Fault for a setting that cannot be used, by its label, and for a missing file
 */
export async function planItem(run: Run, itemIndex: number): Promise<ItemPlan> {
	const { context, pdfReader, signal, maxCostFault } = run;
	const read = parameterReader(context, itemIndex);
	const settings = readItemSettings(read);
	if (maxCostFault) throw maxCostFault;
	const operation = findOperation(settings);
	const model = findModel(settings.model);
	checkRequestNumbers(settings.parameters, settings.pixels, settings.model, model);
	const request = operation.readRequest?.(read) ?? {};
	checkListField(settings, request);
	const credential = await context.getCredentials<ServiceCredential>('dashScopeApi', itemIndex);
	const { model: modelName, timeoutMilliseconds } = settings;
	const service = createService(context, credential, timeoutMilliseconds, { itemIndex, signal });
	const { maxFileBytes = 20 * 1024 * 1024, defaultMaxPixels = 8_388_608 } = model ?? {};
	const job: Job = {
		facts: {
			itemIndex,
			inputItem: context.getInputData()[itemIndex],
			model: modelName,
			...(operation.task && { task: operation.task }),
			price: findPrice(settings.pace.prices, modelName, credential.region),
			isCombined: context.getWorkflowSettings().binaryMode === 'combined',
		},
		settings,
		operation,
		request,
		service,
		maxFileBytes,
		region: credential.region,
		limiter: limiterFor(run, settings, service.baseUrl, credential),
		retryPolicy: { ...DEFAULT_RETRY_POLICY, maxRetries: settings.pace.maxRetries },
		hasStorage: credential.region === 'cn-beijing' || credential.region === 'custom',
	};
	const documentSettings = {
		maxFileBytes,
		minimumSize: settings.minimumSize,
		timeoutMilliseconds,
		pdf: { ...settings.pdf, maxPixels: settings.pixels.maxPixels ?? defaultMaxPixels },
		pdfReader,
		signal,
		again: async <Value>(work: () => Promise<Value>) => await sendAgain(run, job, work),
		onUnsupportedFile: settings.onUnsupportedFile,
		whyNoPdfByUrl: whyNoPdfByUrl(settings, operation, credential.region),
	};
	const documents = listDocuments(context, itemIndex, settings.input, documentSettings);
	if (documents.length > 0 || settings.input.type !== 'binary') return { job, documents };

	const noFile = noFieldFits(job.facts.inputItem, settings.input.fields);
	if (settings.onUnsupportedFile === 'stop') throw noFile;
	return { job, documents, noFile };
}

function limiterFor(
	run: Run,
	{ model, pace }: ItemSettings,
	baseUrl: string,
	{ apiKey }: ServiceCredential,
): RateLimiter {
	const { requestsPerMinute = publishedRequestsPerMinute(model) } = pace;
	return sharedLimiters.of({ baseUrl, model, apiKey: String(apiKey), requestsPerMinute }, run);
}

/** Without a field list, only the answer tells what is a list. */
function checkListField({ outputMode, listField }: ItemSettings, request: OperationRequest): void {
	const { fields = [] } = request;
	if (outputMode !== 'perListElement' || fields.length === 0) return;
	const lists = fields.flatMap(({ path }) => /^(.*?)\[\]/.exec(path)?.[1] ?? []);
	if (lists.some((list) => [list, plainPath(list)].includes(listField))) return;
	const names = [...new Set(lists.map(plainPath))].map((list) => `'${list}'`).join(', ');
	throw new Fault(
		'invalid_option',
		`List Field names '${listField}', which is not a list of the fields`,
		names ? `Enter one of them: ${names}.` : 'The fields have no list; choose another Output.',
	);
}

function findOperation({ operation: name, model: modelName }: ItemSettings): Operation {
	const operation = operations.get(name);
	if (!operation) {
		throw new Fault(
			'unknown_operation',
			`There is no operation '${name}'`,
			'Choose one from the Operation list.',
		);
	}
	const model = findModel(modelName);
	if (!operation.task || !model || model.hasTasks) return operation;
	throw new Fault(
		'model_without_tasks',
		`${modelName} has no built-in tasks, so it cannot do ${operation.option.name}`,
		'Choose another model, or the operation Custom Prompt.',
	);
}
