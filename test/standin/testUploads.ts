import type { TestClient } from './testClient';

/** What the service answers to getPolicy. */
export interface UploadPolicy {
	policy: string;
	signature: string;
	upload_dir: string;
	upload_host: string;
	expire_in_seconds: number;
	max_file_size_mb: number;
	oss_access_key_id: string;
}

/** A form's fields in their order; a `file` is a Blob with its name. */
export type FormFields = Array<[name: string, value: string | File]>;

/** Path and query that ask for a permission to upload. */
export function policyPath(model: string): string {
	return `/api/v1/uploads?action=getPolicy&model=${model}`;
}

/** Gets the permission to upload a file for a model. */
export async function getPolicy(client: TestClient, model = 'qwen-vl-ocr'): Promise<UploadPolicy> {
	const reply = await client.send('GET', policyPath(model));
	return ((await reply.json()) as { data: UploadPolicy }).data;
}

/** The fields as the service's SDK for Python sends them. */
export function uploadFields(policy: UploadPolicy, file: File): FormFields {
	return [
		['OSSAccessKeyId', policy.oss_access_key_id],
		['Signature', policy.signature],
		['policy', policy.policy],
		['key', `${policy.upload_dir}/${file.name}`],
		['x-oss-object-acl', 'private'],
		['x-oss-forbid-overwrite', 'true'],
		['success_action_status', '200'],
		['x-oss-content-type', file.type],
		['file', file],
	];
}

/** Posts a form to the storage; without the API key, as it must be. */
export async function postForm(
	host: string,
	fields: FormFields,
	headers: Record<string, string> = {},
): Promise<Response> {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	return await fetch(`${host}/`, { method: 'POST', headers, body: form });
}

/** Uploads a file for a model and gives its `oss://` address. */
export async function upload(client: TestClient, file: File, model?: string): Promise<string> {
	const policy = await getPolicy(client, model);
	const { status } = await postForm(policy.upload_host, uploadFields(policy, file));
	if (status !== 200) throw new Error(`The upload was answered with ${status}`);
	return `oss://${policy.upload_dir}/${file.name}`;
}

/** Bytes as a file to upload. */
export function fileOf(bytes: Buffer, name: string, type: string): File {
	return new File([new Uint8Array(bytes)], name, { type });
}
