import { isBinaryValue } from 'n8n-workflow';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { costOf } from '../dashscope/cost/prices';
import type { Price } from '../dashscope/cost/prices';
import type { Answer, Usage } from '../dashscope/nativeAnswer';
import { asRecord } from '../dashscope/record';
import { filesOf } from '../documents/binaryFields';
import type { Source } from '../documents/document';
import type { Entry } from './layOut';
import { withoutOwnParts } from './ownParts';
import type { Reading } from './reading';

/** What of the input item goes on with a result, as in n8n's Extract From File. */
export type KeepSource = 'none' | 'json' | 'binary' | 'both';

/** What all results of one input item share. */
export interface ItemFacts {
	itemIndex: number;
	inputItem: INodeExecutionData;
	model: string;
	/** Absent for a free prompt. */
	task?: string;
	/** Absent where it is not known. */
	price?: Price;
	/** Whether the workflow keeps the files of its items in their JSON, under `_files`. */
	isCombined: boolean;
}

/** Which parts of the item a person asked for. */
export interface OutputSettings {
	simplify: boolean;
	includeRawResponse: boolean;
	keepSource: KeepSource;
}

/**
 * Makes the item of one entry. A reading has the one shape that all operations share; with Simplify
 * only what was read, where it comes from, and doubts. A row has its columns at the top, and all else
 * under `_document`, of which Simplify keeps the doubts, if there are any, and the raw response. What
 * belongs to the whole answer stands with the first row only: many rows that repeat it would outgrow
 * n8n's memory.
 */
export function resultItem(
	entry: Entry,
	facts: ItemFacts,
	settings: OutputSettings,
): INodeExecutionData {
	const { reading, columns } = entry;
	const shape = commonShape(reading, facts, settings);
	if (!columns) return toItem(shape, facts, settings);

	const beside = settings.simplify
		? simplifiedDocument(entry, settings)
		: { _document: ofRow(shape, entry) };
	const item = toItem({ ...columns, ...beside }, facts, settings);
	if (!looksLikeError(item)) return item;
	const _document = { source: shortSource(reading.source) };
	return { ...item, json: { ...item.json, _document } };
}

/** The parts are plain JSON; IDataObject only lacks the names of their types. */
function toItem(json: object, facts: ItemFacts, { keepSource }: OutputSettings) {
	return outputItem(json as IDataObject, facts, keepSource);
}

/**
 * Whether n8n would send the item to the error output: it does so with every item that has a value
 * under `error` and no keys but these, be it a table with such a column.
 */
function looksLikeError({ json }: INodeExecutionData): boolean {
	const isErrorKey = (key: string) => ['error', 'message', 'details'].includes(key);
	return Object.hasOwn(json, 'error') && Object.keys(json).every(isErrorKey);
}

/** What grows with the whole answer. */
const OF_ANSWER: ReadonlySet<string> = new Set(['text', 'rawResponse', 'logprobs']);

function ofRow(shape: object, { isFurtherRow = false }: Entry): object {
	if (!isFurtherRow) return shape;
	return Object.fromEntries(Object.entries(shape).filter(([name]) => !OF_ANSWER.has(name)));
}

function commonShape(
	{ result, answers, source }: Reading,
	facts: ItemFacts,
	settings: OutputSettings,
) {
	const { parts, text, reasons, warnings } = result;
	const hasParts = Object.keys(parts).length > 0;
	// What was asked for comes first, then doubt; the text of fields or tables is only what they were read from.
	return {
		...(hasParts ? parts : { text }),
		review: { needed: reasons.length > 0, reasons },
		...((!settings.simplify || warnings.length > 0) && { warnings }),
		source: settings.simplify ? shortSource(source) : source,
		...(hasParts && { text }),
		...(!settings.simplify && details(answers, facts)),
		...(settings.includeRawResponse && { rawResponse: rawOf(answers) }),
	};
}

/** What a person must see of a row's document, or asked for; nothing for one without doubts. */
function simplifiedDocument(
	{ reading: { result, answers }, isFurtherRow = false }: Entry,
	{ includeRawResponse }: OutputSettings,
): { _document?: object } {
	const { reasons, warnings, text } = result;
	const hasRaw = includeRawResponse && !isFurtherRow;
	if (reasons.length === 0 && warnings.length === 0 && !hasRaw) return {};
	const isWhole = reasons.some(({ field }) => field === '');
	return {
		_document: {
			review: { needed: reasons.length > 0, reasons },
			...(warnings.length > 0 && { warnings }),
			...(isWhole && !isFurtherRow && { text }),
			...(hasRaw && { rawResponse: rawOf(answers) }),
		},
	};
}

/** Makes an item that is paired to its input item and carries on what Keep Source says. */
export function outputItem(
	json: IDataObject,
	facts: Pick<ItemFacts, 'itemIndex' | 'inputItem' | 'isCombined'>,
	keepSource: KeepSource,
): INodeExecutionData {
	const { itemIndex, inputItem } = facts;
	const keepsJson = keepSource === 'json' || keepSource === 'both';
	const files = keepSource === 'binary' || keepSource === 'both' ? filesOf(inputItem) : {};
	return {
		json: keepsJson ? { ...withoutOwnParts(jsonOf(facts)), ...json } : json,
		...(Object.keys(files).length > 0 && { binary: files }),
		pairedItem: { item: itemIndex },
	};
}

/** The JSON of an item without its files; what else a person keeps under `_files` stays. */
function jsonOf({
	inputItem,
	isCombined,
}: Pick<ItemFacts, 'inputItem' | 'isCombined'>): IDataObject {
	const { json } = inputItem;
	if (!isCombined) return json;
	return Object.fromEntries(
		Object.entries(json).flatMap(([name, value]) => {
			const kept = name === '_files' ? withoutFiles(value) : value;
			return kept === undefined ? [] : [[name, kept]];
		}),
	) as IDataObject;
}

function withoutFiles(value: IDataObject[string]): IDataObject[string] {
	const entries = Object.entries(asRecord(value));
	const others = entries.filter(([, entry]) => !isBinaryValue(entry));
	if (others.length === entries.length) return value;
	return others.length > 0 ? (Object.fromEntries(others) as IDataObject) : undefined;
}

function details(answers: readonly Answer[], { model, task, price }: ItemFacts) {
	const [first] = answers;
	const tokens = answers.flatMap((answer) => answer.tokens ?? []);
	return {
		model,
		...(task && { task }),
		requestId: first.requestId,
		...(answers.length > 1 && { requestIds: answers.map(({ requestId }) => requestId) }),
		finishReason:
			answers.find(({ finishReason }) => finishReason !== 'stop')?.finishReason ?? 'stop',
		usage: totalUsage(answers),
		...(price && {
			cost: { amount: costOf(totalUsage(answers), price), currency: price.currency },
		}),
		...(tokens.length > 0 && { logprobs: tokens }),
	};
}

function totalUsage(answers: readonly Answer[]): Usage {
	const sum = (name: keyof Usage) => answers.reduce((total, { usage }) => total + usage[name], 0);
	return {
		inputTokens: sum('inputTokens'),
		outputTokens: sum('outputTokens'),
		imageTokens: sum('imageTokens'),
		totalTokens: sum('totalTokens'),
	};
}

/** One answer as it came; of several a list. */
function rawOf(answers: readonly Answer[]): unknown {
	return answers.length === 1 ? answers[0].raw : answers.map(({ raw }) => raw);
}

/** What of a source stands in simplified items. */
export function shortSource({ fileName, page }: Source): Pick<Source, 'fileName' | 'page'> {
	return { ...(fileName !== undefined && { fileName }), page };
}
