import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { Service } from '../dashscope/client';
import { placeName, serviceBaseUrl } from '../dashscope/regions';
import type { ServiceCredential } from '../dashscope/regions';
import { createSend } from '../dashscope/send';
import { Fault } from '../fault';

/**
 * Gives the service that the DashScope API credential points to; the key itself stays with n8n's
 * sender.
 * @throws Fault `invalid_base_url` when the credential's Base URL is no web address
 */
export function createService(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	credential: ServiceCredential,
	timeoutMilliseconds: number,
): Service {
	const baseUrl = serviceBaseUrl(credential);
	if (!/^https?:\/\/./i.test(baseUrl) || !URL.canParse(baseUrl)) {
		throw new Fault(
			'invalid_base_url',
			'Base URL in the DashScope API credential is not a web address',
			'Enter an address that begins with https:// or http://, or choose a region.',
		);
	}
	return { baseUrl, place: placeName(credential), timeoutMilliseconds, send: createSend(context) };
}
