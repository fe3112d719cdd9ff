import { createHash } from 'node:crypto';
import { accountIn } from './account';
import type { FormPart } from './multipart';

/** An upload form as it was posted. */
export interface PostedForm {
	/** Field names in their order. */
	names: string[];
	/** The plain fields. */
	values: Map<string, string>;
	file: FormPart | null;
}

/** A form by its fields; the last of several files counts. */
export function readForm(parts: FormPart[]): PostedForm {
	const isFile = ({ name }: FormPart) => name === 'file';
	const fields = parts.filter((part) => !isFile(part));
	return {
		names: parts.map(({ name }) => name),
		values: new Map(fields.map(({ name, content }) => [name, content.toString('utf8')])),
		file: parts.filter(isFile).at(-1) ?? null,
	};
}

/** The account that a form belongs to, by its policy, else by its key; it carries no API key. */
export function accountOfForm({ values }: PostedForm): string | null {
	const policy = Buffer.from(values.get('policy') ?? '', 'base64').toString('utf8');
	return accountIn(policy) ?? accountIn(values.get('key') ?? '');
}

/** A form for the log, its content replaced by its hash; the permissions in it are left out. */
export function recordedForm({ names, values, file }: PostedForm, hasContentLength: boolean) {
	return {
		fields: names,
		key: values.get('key') ?? null,
		file: file && {
			name: file.fileName,
			mediaType: file.mediaType,
			bytes: file.content.length,
			sha256: createHash('sha256').update(file.content).digest('hex'),
		},
		hasContentLength,
	};
}
