import { isObject, type JsonObject } from '../nativeRequest';
import { invalidParameter, standinMark } from '../serviceErrors';
import { missingParameter } from './missingParameter';

/** A picture or a file by its address. */
export interface InputSource {
	kind: 'file' | 'picture';
	address: string;
}

/** What the user said in all messages. */
export interface InputContent {
	/** The texts of the last message, joined by line breaks; empty without any. */
	prompt: string;
	/** At least one. */
	sources: InputSource[];
}

interface Message {
	role: string;
	parts: JsonObject[];
}

const ROLES = ['user', 'assistant', 'system', 'developer'] as const;

/** Reads the `input` of a Responses request. Throws the service's refusal, or a marked one. */
export function readInput(input: unknown): InputContent {
	if (input === undefined || input === null) throw missingParameter('input');
	const messages = Array.isArray(input) ? input.map(readMessage) : [];
	const fromUser = messages.filter(({ role }) => role === 'user');
	const sources = fromUser.flatMap(({ parts }) => parts.flatMap(readSource));
	if (sources.length === 0) {
		throw invalidParameter(
			standinMark('it answers about files and pictures only, this request has none'),
		);
	}
	return { prompt: readPrompt(fromUser[fromUser.length - 1]), sources };
}

function readMessage(message: unknown): Message {
	const { role: name, content } = isObject(message) ? message : {};
	const role = ROLES.find((known) => known === name);
	const isEmpty = content === '' || (Array.isArray(content) && content.length === 0);
	if (!role || isEmpty || (typeof content !== 'string' && !Array.isArray(content))) {
		throw invalidParameter(
			'Role must be user or assistant and Content length must be greater than 0',
		);
	}
	if (typeof content === 'string') return { role, parts: [{ type: 'input_text', text: content }] };
	return { role, parts: content.map(readPart) };
}

const PART_TYPES = ['input_text', 'input_image', 'input_file', 'output_text'];

function readPart(part: unknown): JsonObject {
	if (isObject(part) && PART_TYPES.some((type) => type === part.type)) return part;
	throw invalidParameter('The item of content should be a message of a certain modal.');
}

function readSource({ type, file_url: fileUrl, image_url: imageUrl }: JsonObject): InputSource[] {
	if (type === 'input_file') {
		if (typeof fileUrl !== 'string' || fileUrl === '') throw missingParameter('file_url');
		return [{ kind: 'file', address: fileUrl }];
	}
	if (type !== 'input_image') return [];
	if (typeof imageUrl !== 'string' || imageUrl === '') throw missingParameter('image_url');
	return [{ kind: 'picture', address: imageUrl }];
}

function readPrompt({ parts }: Message): string {
	const texts = parts.flatMap(({ text }) => (typeof text === 'string' ? [text.trim()] : []));
	return texts.filter((text) => text !== '').join('\n');
}
