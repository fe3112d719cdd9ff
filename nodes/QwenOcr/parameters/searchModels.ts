import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { listModelNames } from '../dashscope/client';
import { MODELS, findModel } from '../dashscope/models';
import type { ServiceCredential } from '../dashscope/regions';
import { createService } from './service';

const TIMEOUT_MILLISECONDS = 10_000;

/**
 * Fills the model list: the Qwen-OCR models of the service's documents, then what else the account
 * has of them. Without a usable credential the built-in list is shown alone.
 */
export async function searchModels(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const builtIn: INodeListSearchItems[] = MODELS.map(({ name, description }) => ({
		name,
		value: name,
		description,
	}));
	const own = (await readAccountModels(this))
		.filter((name) => /ocr/i.test(name) && !findModel(name))
		.sort()
		.map((name) => ({ name, value: name, description: 'From the list of your account' }));
	const wanted = filter.trim().toLowerCase();
	return {
		results: [...builtIn, ...own].filter(({ name }) => name.toLowerCase().includes(wanted)),
	};
}

async function readAccountModels(context: ILoadOptionsFunctions): Promise<string[]> {
	try {
		const credential = await context.getCredentials<ServiceCredential>('dashScopeApi');
		return await listModelNames(createService(context, credential, TIMEOUT_MILLISECONDS));
	} catch (error) {
		context.logger.debug(
			`Qwen OCR shows its built-in model list: ${error instanceof Error ? error.message : 'no answer'}`,
		);
		return [];
	}
}
