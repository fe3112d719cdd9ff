import type { Exchange, ServiceReply, Services } from '../exchange';
import { findModel, OTHER_MODEL_NAMES } from '../models';
import {
	internalError,
	invalidParameter,
	modelUnavailable,
	rateQuota,
	ServiceError,
	standinMark,
} from '../serviceErrors';
import { accountOf } from './account';
import { ACCESS_KEY_ID, signPolicy, writePolicy } from './uploadPolicy';

/** Where the stand-in plays the object storage; the service names a host of its own. */
export const STORAGE_PREFIX = '/standin-oss';

/** Serves GET /api/v1/uploads?action=getPolicy&model=… as recorded. Throws a ServiceError. */
export async function getPolicy(exchange: Exchange, { storage }: Services): Promise<ServiceReply> {
	const { query, key, headers, requestId, arrived, storageRules: rules } = exchange;
	if (query.get('action') !== 'getPolicy') {
		throw invalidParameter(standinMark('it knows no action here but getPolicy'));
	}
	const model = readModel(query.get('model'));
	if (rules.refusePolicy !== undefined) throw refusal(rules.refusePolicy);
	const day = new Date(arrived).toISOString().slice(0, 10);
	const uploadDir = `dashscope-instant/${accountOf(key)}/${day}/${requestId}`;
	const policy = writePolicy({
		uploadDir,
		expires: arrived + rules.policySeconds * 1000,
		maxBytes: Math.floor(rules.maxFileMegabytes * 1024 * 1024),
	});
	storage.allow(uploadDir, model);
	const data = {
		policy,
		signature: signPolicy(policy, storage.secret),
		upload_dir: uploadDir,
		upload_host: `http://${headers.host}${STORAGE_PREFIX}`,
		expire_in_seconds: rules.policySeconds,
		max_file_size_mb: rules.maxFileMegabytes,
		capacity_limit_mb: 999_999_999,
		oss_access_key_id: ACCESS_KEY_ID,
		x_oss_object_acl: 'private',
		x_oss_forbid_overwrite: 'true',
	};
	return { status: 200, body: { data, request_id: requestId }, billed: false };
}

function readModel(name: string | null): string {
	if (!name) {
		throw new ServiceError(400, 'BadRequest.EmptyModel', 'you must provide a model parameter');
	}
	const known = findModel(name)?.name ?? OTHER_MODEL_NAMES.find((other) => other === name);
	if (known) return known;
	throw invalidParameter('Model not exist.');
}

/** The service's own words for the refusals that its error page lists. */
const REFUSALS: Record<number, ServiceError> = {
	401: new ServiceError(401, 'InvalidApiKey', 'Invalid API-key provided.'),
	403: new ServiceError(403, 'AccessDenied', 'Access denied.'),
	429: rateQuota(),
	500: internalError(),
	503: modelUnavailable(),
};

function refusal(status: number): ServiceError {
	const known = REFUSALS[status];
	return known ?? new ServiceError(status, 'Refused', standinMark('as the test asked for'));
}
