import { dataInspection, UNABLE_TO_DOWNLOAD } from '../dataInspection';
import {
	internalError,
	modelUnavailable,
	rateQuota,
	ServiceError,
	standinMark,
} from '../serviceErrors';
import { againstPolicy, OssError } from '../storage/ossError';
import type { Fault } from './fault';

/** Errors of the service's error page; of the storage only where it is said so. */
export const REFUSALS = {
	/** Requests a minute: clears. */
	throttled_requests: refusal(rateQuota()),
	/** The rate grew too quickly: clears. */
	throttled_burst: refusal(
		new ServiceError(
			429,
			'Throttling.BurstRate',
			'Request rate increased too quickly. To ensure system stability, please adjust your client logic to scale requests more smoothly over time.',
		),
	),
	/** Tokens a minute: clears. */
	throttled_tokens: refusal(
		new ServiceError(
			429,
			'Throttling.AllocationQuota',
			'Allocated quota exceeded, please increase your quota limit.',
		),
	),
	/** Tokens a minute as well, in other words: clears. */
	insufficient_quota: refusal(
		new ServiceError(
			429,
			'insufficient_quota',
			'You exceeded your current quota, please check your plan and billing details. For details, see: https://help.aliyun.com/zh/model-studio/error-code#token-limit',
		),
	),
	/** Does not clear, though its status and code are those of a throttle. */
	free_quota_gone: refusal(
		new ServiceError(429, 'Throttling.AllocationQuota', 'Free allocated quota exceeded.'),
	),
	/** Does not clear. */
	free_tier_only: refusal(
		new ServiceError(
			403,
			'AllocationQuota.FreeTierOnly',
			'The free tier of the model has been exhausted. If you wish to continue access the model on a paid basis, please disable the "use free tier only" mode in the management console.',
		),
	),
	/** Does not clear. */
	arrearage: refusal(
		new ServiceError(
			400,
			'Arrearage',
			'Access denied, please make sure your account is in good standing.',
		),
	),
	/** The picture's content is refused. */
	inspection_failed: refusal(
		new ServiceError(400, 'DataInspectionFailed', 'Input data may contain inappropriate content.'),
		{ stages: ['answer'] },
	),
	/** 500, also of the storage. */
	server_error: refusal(internalError(), {
		storage: new OssError(
			500,
			'InternalError',
			'We encountered an internal error. Please try again.',
		),
	}),
	/** The service gave up after its own 300 seconds. */
	server_timeout: refusal(
		new ServiceError(500, 'InternalError.Timeout', 'Request timed out, please try again later.'),
	),
	/** 503, also of the storage. */
	unavailable: refusal(modelUnavailable(), {
		storage: new OssError(503, 'ServiceUnavailable', standinMark('as the test asked for')),
	}),
	/** 503 of a service that has no capacity left. */
	overloaded: refusal(
		new ServiceError(
			503,
			'ModelServingError',
			'Too many requests. Your requests are being throttled due to system capacity limits. Please try again later.',
		),
	),
	/** The service cannot get at the picture behind its address, as when a stored one is gone. */
	picture_unreachable: refusal(dataInspection(UNABLE_TO_DOWNLOAD), { stages: ['answer'] }),
	/** The upload came too late. */
	policy_expired: {
		stages: ['upload'],
		isBilled: false,
		destroysAnswer: false,
		serve: async (scene) => await scene.send(scene.refusal(againstPolicy('Policy expired.'))),
	},
} satisfies Record<string, Fault>;

function refusal(
	service: ServiceError,
	{ stages = ['answer', 'policy'], storage }: { stages?: Fault['stages']; storage?: OssError } = {},
): Fault {
	return {
		stages: storage ? [...stages, 'upload'] : stages,
		isBilled: false,
		destroysAnswer: false,
		serve: async (scene) => {
			const error = scene.stage === 'upload' && storage ? storage : service;
			await scene.send(scene.refusal(error));
		},
	};
}
