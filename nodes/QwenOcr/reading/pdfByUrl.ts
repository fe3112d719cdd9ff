import { LEAST_OUTPUT_TOKENS } from '../dashscope/fileRequest';
import { findModel } from '../dashscope/models';
import type { ServiceCredential } from '../dashscope/regions';
import type { Operation } from '../operations/operation';
import type { ItemSettings } from '../parameters/itemSettings';

/**
 * Tells why the service cannot read a PDF by its URL for these settings, as it stands in a sentence
 * ("with the option Pages"); an empty text when it can. The Responses endpoint takes neither pages
 * nor a password, and only few of the options (contract, section 4.1).
 */
export function whyNoPdfByUrl(
	settings: ItemSettings,
	operation: Operation,
	region: ServiceCredential['region'],
): string {
	const model = findModel(settings.model);
	if (!model?.readsPdfByUrl) return `with the model ${settings.model}`;
	if (region !== 'custom' && !model.regions.includes(region)) return 'in this region';
	if (operation.needsPicture) return `with the operation ${operation.option.name}`;
	if (settings.requestMode === 'perItem') return 'with One Request per Item';
	if (settings.outputMode === 'perPage' && operation.task !== 'document_parsing') {
		return 'with One Item per Page';
	}
	const option = optionsThatNeedPictures(settings).find(([, isSet]) => isSet)?.[0];
	return option ? `with the option ${option}` : '';
}

function optionsThatNeedPictures({
	pdf,
	pixels,
	parameters,
	enableRotate,
}: ItemSettings): Array<[string, boolean]> {
	const { maxTokens, topK, repetitionPenalty, presencePenalty, seed, stop, logprobs } = parameters;
	return [
		['Pages', pdf.pages.trim() !== ''],
		['PDF Password', pdf.password !== ''],
		['Auto-Rotate', enableRotate],
		['Min Pixels', pixels.minPixels !== undefined],
		['Max Pixels', pixels.maxPixels !== undefined],
		['Max Tokens', maxTokens !== undefined && maxTokens < LEAST_OUTPUT_TOKENS],
		['Top K', topK !== undefined],
		['Repetition Penalty', repetitionPenalty !== undefined],
		['Presence Penalty', presencePenalty !== undefined],
		['Seed', seed !== undefined],
		['Stop Sequences', stop !== undefined],
		['Token Probabilities', logprobs === true],
	];
}
