import type { RetryAdvice } from './pace/retryAdvice';

/** What to tell a person about one of the service's error codes. */
export interface FaultText {
	/** Stable name of the case, in the words of this node. */
	code: string;
	message: string;
	description: string;
	/** Whether the service's documents say that the same request may succeed later. */
	retryable: boolean;
	/** How it may be sent again, where that differs from the usual. */
	retry?: RetryAdvice;
}

/** When a text is the right one. */
export interface FaultRule extends FaultText {
	/** The service's codes without dots, dashes, underscores and capitals. */
	codes?: readonly string[];
	/** Or what its message holds, where the code says too little. */
	says?: RegExp;
	/** Or the HTTP status, whatever else the answer holds. */
	status?: number;
	/** The only HTTP status with which the code or the message means this. */
	onlyWith?: number;
}

/** First match wins: the special case stands before the general one (contract, section 7). */
export const FAULT_RULES: readonly FaultRule[] = [
	{
		status: 401,
		code: 'invalid_api_key',
		message: 'The API key was not accepted {place}',
		description:
			'A key works only in the region where it was made, and a workspace host takes only keys of that workspace. Choose that region in the DashScope API credential, or enter a key of this one.',
		retryable: false,
	},
	{
		codes: ['arrearage', 'prepaidbilloverdue', 'postpaidbilloverdue', 'commoditynotpurchased'],
		code: 'account_in_arrears',
		message: 'The Alibaba Cloud account has an unpaid bill or no active plan',
		description: 'Settle the bill in the Alibaba Cloud console, then run the item again.',
		retryable: false,
	},
	{
		codes: ['allocationquotafreetieronly'],
		says: /free (tier|allocated quota)/i,
		code: 'free_quota_used_up',
		message: 'The free quota of {model} is used up',
		description:
			'Switch off "use free tier only" for this model in the Model Studio console, or choose another model.',
		retryable: false,
	},
	{
		// with HTTP 429 the same code means tokens per minute
		onlyWith: 403,
		codes: ['insufficientquota'],
		code: 'free_quota_used_up',
		message: 'The free quota of {model} is used up',
		description:
			'Complete the payment information in the Model Studio console, or choose another model.',
		retryable: false,
	},
	{
		codes: ['accessdeniedunpurchased'],
		code: 'model_not_activated',
		message: 'The account has not activated {model}',
		description: 'Activate the model in the Model Studio console, or choose another one.',
		retryable: false,
	},
	{
		codes: ['modelnotfound', 'modelnotsupported'],
		says: /model not exist/i,
		code: 'model_not_found',
		message: '{model} does not exist {place}, or the account may not use it',
		description: '{offer} Choose another model, or a credential of another region.',
		retryable: false,
	},
	{
		codes: ['workspacenotfound'],
		code: 'workspace_not_found',
		message: 'The workspace was not found {place}',
		description: 'Check Workspace ID in the DashScope API credential, or leave it empty.',
		retryable: false,
	},
	{
		status: 403,
		code: 'access_denied',
		message: 'The account may not use {model} {place}',
		description: 'Check the rights of the key and of its workspace in the Model Studio console.',
		retryable: false,
	},
	{
		status: 404,
		code: 'address_not_found',
		message: 'The address of the service was not found {place}',
		description:
			'Check Base URL in the DashScope API credential: it stands without /api/v1 or /compatible-mode.',
		retryable: false,
	},
	{
		codes: ['throttlingallocationquota', 'insufficientquota'],
		says: /allocated quota exceeded/i,
		code: 'token_rate_exceeded',
		message: 'The account has used its tokens per minute for {model}',
		description: 'This passes within a minute: send fewer pictures at once, or lower Max Pixels.',
		retryable: true,
		retry: { throttle: 'tokens' },
	},
	{
		codes: ['throttlingburstrate', 'limitburstrate'],
		says: /request rate increased too quickly/i,
		code: 'rate_limited',
		message: 'The requests of this account came too quickly one after another',
		description: 'This passes within a minute: send fewer pictures at once.',
		retryable: true,
		retry: { throttle: 'burst' },
	},
	{
		status: 429,
		codes: ['throttling', 'throttlingratequota', 'limitrequests'],
		says: /requests? rate limit exceeded|exceeded your request limit/i,
		code: 'rate_limited',
		message: 'The service receives too many requests from this account',
		description: 'This passes within a minute: send fewer pictures at once.',
		retryable: true,
		retry: { throttle: 'requests' },
	},
	{
		codes: ['modelservingerror'],
		says: /throttled due to system capacity/i,
		code: 'service_busy',
		message: 'The service has no room for more requests to {model} at present',
		description: 'This passes: run the item again in a few minutes.',
		retryable: true,
		retry: { throttle: 'requests' },
	},
	{
		codes: ['datainspectionfailed', 'ipinfringementsuspect', 'customroleblocked', 'faqruleblocked'],
		code: 'content_refused',
		message: 'The service refused the content of the picture or of the answer',
		description:
			'Its content check found something it does not allow. Other pictures are not affected.',
		retryable: false,
	},
	{
		says: /larger than 10\]|aspect ratio|length and width do not meet/i,
		code: 'picture_size',
		message: 'The picture is too small or too narrow for the service',
		description:
			'Each side needs at least 10 pixels, and one side may be at most 200 times the other.',
		retryable: false,
	},
	{
		status: 413,
		codes: ['badrequesttoolarge'],
		says: /max bytes per data-uri|file size is too large|payload too large/i,
		code: 'picture_too_large',
		message: 'The picture is too large for the service',
		description: 'Make the picture smaller, or give it as a public URL.',
		retryable: false,
	},
	{
		says: /content-(length|type) of multimodal/i,
		code: 'url_not_usable',
		message: 'The server of the URL does not say how long the picture is, or of which type',
		description:
			'The service needs both. Set the option URL Handling to Download, or use another server.',
		retryable: false,
	},
	{
		says: /url error|does not appear to be valid/i,
		code: 'url_not_reachable',
		message: 'The service does not take the URL of the picture',
		description:
			'It must begin with https:// or http:// and be open to the internet. For private addresses set the option URL Handling to Download.',
		retryable: false,
	},
	{
		codes: ['invalidurl', 'badrequestinputdownloadfailed'],
		says: /download/i,
		code: 'url_not_reachable',
		message: 'The service could not fetch the picture from its URL',
		description:
			'The URL must be open to the internet and answer with a picture. For private addresses set the option URL Handling to Download.',
		retryable: true,
		retry: { mostRetries: 1, leastWaitMilliseconds: 1000 },
	},
	{
		codes: ['badrequestunsupportedfileformat'],
		says: /decode the image|image format is illegal|file format is illegal|files format not supported|media format is not supported/i,
		code: 'picture_unreadable',
		message: 'The service could not open the picture',
		description: 'The file may be damaged. Save it again as JPEG or PNG.',
		retryable: false,
	},
	{
		says: /range of input length/i,
		code: 'picture_too_large',
		message: 'The picture and the prompt are too long for {model}',
		description: 'Lower Max Pixels, or shorten the prompt.',
		retryable: false,
	},
	{
		says: /range of max_tokens/i,
		code: 'invalid_option',
		message: '{model} does not accept this number of tokens',
		description: 'Lower the option Max Tokens, or remove it.',
		retryable: false,
	},
	{
		says: /(temperature|penalty) should be|range of top_p|parameter top_k/i,
		code: 'invalid_option',
		message: '{model} does not accept the value of an option',
		description: 'Change the option that the service names, or remove it.',
		retryable: false,
	},
	{
		status: 504,
		codes: ['requesttimeout', 'responsetimeout', 'internalerrortimeout'],
		code: 'service_timeout',
		message: 'The service did not finish in time',
		description: 'Run the item again; for dense pages lower Max Pixels or split the page.',
		retryable: true,
		retry: { mostRetries: 2 },
	},
	...[301, 302, 303, 307, 308].map((status) => ({
		status,
		code: 'redirected',
		message: 'The service sends the request on to another address (HTTP {status})',
		description:
			'The key is not sent there. Enter the final address in Base URL of the DashScope API credential.',
		retryable: false,
	})),
	{
		// the service also reports these with HTTP 200
		codes: [
			'internalerror',
			'internalerroralgo',
			'internalerrorfileupload',
			'modelservicefailed',
			'modelunavailable',
			'servererror',
			'systemerror',
		],
		code: 'service_unavailable',
		message: 'The service could not answer (HTTP {status})',
		description: 'This usually passes: run the item again in a minute.',
		retryable: true,
	},
];
