import { createHash } from 'node:crypto';
import type { StorageRules } from '../control/storageRules';
import { standinMark } from '../serviceErrors';
import { accountIn } from './account';
import type { FormPart } from './multipart';
import { againstPolicy, invalidArgument, OssError, tooLarge } from './ossError';
import type { PostedForm } from './postedForm';
import type { TemporaryStorage } from './temporaryStorage';
import { ACCESS_KEY_ID, brokenTerm, signPolicy } from './uploadPolicy';

/** A POST to the storage. */
export interface Post {
	hasAuthorization: boolean;
	hasContentLength: boolean;
	/** `null` when the body is no well-formed form. */
	form: PostedForm | null;
	/** When it came, milliseconds since 1970. */
	now: number;
}

/** How the storage answers to a file that it keeps. */
export interface Kept {
	status: 200 | 204;
	/** MD5 of the content, upper case, quoted. */
	etag: string;
}

const REQUIRED_FIELDS = ['OSSAccessKeyId', 'policy', 'Signature'];

const KNOWN_FIELDS = [
	...REQUIRED_FIELDS,
	'key',
	'x-oss-object-acl',
	'x-oss-forbid-overwrite',
	'success_action_status',
	'x-oss-content-type',
	'file',
];

/**
 * Keeps the file of a form, by the rules of the storage's PostObject and of its policy.
 * Throws an OssError: in the storage's words, marked where only the stand-in is so strict.
 */
export function postObject(post: Post, storage: TemporaryStorage, rules: StorageRules): Kept {
	if (post.hasAuthorization) {
		throw invalidArgument(standinMark('the storage must not be sent the API key'));
	}
	if (!post.hasContentLength) {
		const message = 'You must provide the Content-Length HTTP header.';
		throw new OssError(411, 'MissingContentLength', message);
	}
	if (rules.refuseUpload !== undefined) {
		throw new OssError(rules.refuseUpload, 'Refused', standinMark('as the test asked for'));
	}
	const { form } = post;
	if (!form) {
		const message = 'The body of your POST request is not well-formed multipart/form-data.';
		throw new OssError(400, 'MalformedPOSTRequest', message);
	}
	const file = checkFields(form);
	checkPolicy(form, file.content.length, storage.secret, post.now);
	const key = form.values.get('key') ?? '';
	const model = storage.modelOf(key);
	const account = accountIn(key);
	if (model === undefined || account === null) {
		throw invalidArgument(standinMark('the key must be upload_dir, a slash and a file name'));
	}
	if (storage.get(key) && form.values.get('x-oss-forbid-overwrite') === 'true') {
		const message = 'The object you specified already exists and can not be overwritten.';
		throw new OssError(409, 'FileAlreadyExists', message);
	}
	storage.put(key, { account, model, bytes: Buffer.from(file.content), storedAt: post.now });
	const md5 = createHash('md5').update(file.content).digest('hex').toUpperCase();
	return {
		status: form.values.get('success_action_status') === '200' ? 200 : 204,
		etag: `"${md5}"`,
	};
}

function checkFields({ names, values, file }: PostedForm): FormPart {
	const unknown = names.find((name) => !KNOWN_FIELDS.includes(name));
	if (unknown !== undefined) {
		throw invalidArgument(standinMark(`it knows no field "${unknown}" in an upload`));
	}
	if (!file || names.filter((name) => name === 'file').length !== 1) {
		const message = 'POST requires exactly one file upload per request.';
		throw new OssError(400, 'IncorrectNumberOfFilesInPOSTRequest', message);
	}
	const last = names[names.length - 1];
	if (last !== 'file') {
		throw invalidArgument(standinMark(`"file" must be the last field, "${last}" is behind it`));
	}
	const missing = ['key', ...REQUIRED_FIELDS].find((name) => !values.get(name));
	if (missing !== undefined) {
		throw invalidArgument(
			`The bucket POST must contain the specified '${missing}'. If it is specified, please check the order of the fields.`,
		);
	}
	return file;
}

function checkPolicy({ values }: PostedForm, bytes: number, secret: Buffer, now: number): void {
	const policy = values.get('policy') ?? '';
	if (values.get('OSSAccessKeyId') !== ACCESS_KEY_ID) {
		const message = 'The OSS Access Key Id you provided does not exist in our records.';
		throw new OssError(403, 'InvalidAccessKeyId', message);
	}
	if (values.get('Signature') !== signPolicy(policy, secret)) {
		const message =
			'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
		throw new OssError(403, 'SignatureDoesNotMatch', message);
	}
	const broken = brokenTerm(policy, { values, bytes }, now);
	if (broken === 'fileIsTooLarge') throw tooLarge();
	if (broken) throw againstPolicy(broken);
}
