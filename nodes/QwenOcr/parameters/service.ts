import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { Service } from '../dashscope/client';
import { REGIONS, placeName, serviceBaseUrl } from '../dashscope/regions';
import type { ServiceCredential } from '../dashscope/regions';
import { createSecretHider } from '../dashscope/secrets';
import { Fault } from '../fault';
import { createSend, createSendWithoutKey } from './send';
import type { Sender } from './send';

/**
 * Gives the service that the DashScope API credential points to; the key itself stays with n8n's
 * sender.
 * @throws Fault `invalid_credential` when Region, Workspace ID or Base URL cannot be used
 */
export function createService(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	credential: ServiceCredential,
	timeoutMilliseconds: number,
	sender: Sender = {},
): Service {
	checkCredential(credential);
	return {
		baseUrl: serviceBaseUrl(credential),
		place: placeName(credential),
		timeoutMilliseconds,
		send: createSend(context, sender),
		sendWithoutKey: createSendWithoutKey(context, sender),
		hideSecrets: createSecretHider(String(credential.apiKey ?? '')),
	};
}

function checkCredential(credential: ServiceCredential): void {
	if (credential.region === 'custom') return checkBaseUrl(serviceBaseUrl(credential));
	if (!Object.hasOwn(REGIONS, String(credential.region))) {
		throw invalid('has no region that this node knows', 'Choose one in Region.');
	}
	// The workspace becomes part of the host that the key is sent to.
	if (!/^[\w-]*$/.test(credential.workspaceId?.trim() ?? '')) {
		throw invalid(
			'has a Workspace ID that is not one',
			'A workspace ID has letters, digits and dashes only, such as ws-1a2b3c4d5e6f7a8b.',
		);
	}
}

function checkBaseUrl(baseUrl: string): void {
	const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
	const isWebAddress = url !== undefined && /^https?:$/.test(url.protocol);
	if (isWebAddress && !url.username && !url.password && !url.search && !url.hash) return;
	throw invalid(
		'has a Base URL that cannot be used',
		'Enter an address that begins with https:// or http://, without user name, ? or #; or choose a region.',
	);
}

function invalid(what: string, advice: string): Fault {
	return new Fault('invalid_credential', `The DashScope API credential ${what}`, advice);
}
