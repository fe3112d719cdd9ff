/** What the DashScope API credential holds. */
export interface ServiceCredential {
	apiKey: string;
	region: Region | 'custom';
	workspaceId?: string;
	baseUrl?: string;
}

/** Regions that offer Qwen-OCR models, with their shared hosts (service's base URL overview). */
export const REGIONS = {
	'ap-southeast-1': { name: 'Singapore', host: 'dashscope-intl.aliyuncs.com' },
	'cn-beijing': { name: 'China (Beijing)', host: 'dashscope.aliyuncs.com' },
	'us-east-1': { name: 'US (Virginia)', host: 'dashscope-us.aliyuncs.com' },
} as const;

export type Region = keyof typeof REGIONS;

/**
 * Gives the address that all paths of the service are appended to, without a slash at its end:
 * the custom base URL, the workspace's own host, or the region's shared host.
 */
export function serviceBaseUrl(credential: ServiceCredential): string {
	if (credential.region === 'custom') {
		return (credential.baseUrl ?? '').trim().replace(/\/+$/, '');
	}
	const workspaceId = credential.workspaceId?.trim();
	if (workspaceId) return `https://${workspaceId}.${credential.region}.maas.aliyuncs.com`;
	return `https://${REGIONS[credential.region].host}`;
}

/** The same rule as `serviceBaseUrl`, as an n8n expression for the credential's test request. */
export const SERVICE_BASE_URL_EXPRESSION = [
	'={{ $credentials.region === "custom"',
	'? ($credentials.baseUrl || "").trim().replace(/\\/+$/, "")',
	': ($credentials.workspaceId || "").trim()',
	'? "https://" + $credentials.workspaceId.trim() + "." + $credentials.region + ".maas.aliyuncs.com"',
	`: "https://" + (${JSON.stringify(sharedHosts())})[$credentials.region] }}`,
].join(' ');

/** Says where a credential leads, as it stands in a sentence: `in the region …` or `at the custom base URL …`. */
export function placeName(credential: ServiceCredential): string {
	if (credential.region === 'custom')
		return `at the custom base URL ${withoutSecrets(serviceBaseUrl(credential))}`;
	return `in the region ${REGIONS[credential.region].name} (${credential.region})`;
}

/** A base URL may hold a password or a token; only its host and path are shown. */
function withoutSecrets(baseUrl: string): string {
	if (!URL.canParse(baseUrl)) return '';
	const { origin, pathname } = new URL(baseUrl);
	return `${origin}${pathname}`.replace(/\/+$/, '');
}

function sharedHosts(): Record<string, string> {
	return Object.fromEntries(Object.entries(REGIONS).map(([region, { host }]) => [region, host]));
}
