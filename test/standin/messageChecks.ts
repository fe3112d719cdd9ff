import type { OcrModel } from './models';
import { isObject, type JsonObject, type PicturePart } from './nativeRequest';
import { invalidParameter, standinMark } from './serviceErrors';

/** What the user said in the messages that the model looks at. */
export interface MessageContent {
	/** The texts, joined by line breaks; empty without any. */
	prompt: string;
	pictures: PicturePart[];
}

interface Message {
	role: string;
	parts: JsonObject[];
}

/**
 * The pictures and the prompt of a native request's messages; only the multi-turn model looks
 * beyond the last user message. Throws the service's refusal of messages that break its rules.
 */
export function readMessages(messages: unknown, model: OcrModel): MessageContent {
	if (!Array.isArray(messages) || messages.length === 0) throw emptyMessages();
	const fromUser = messages.map(readMessage).filter(({ role }) => role === 'user');
	if (fromUser.length === 0) {
		throw invalidParameter('The input messages do not contain elements with the role of user.');
	}
	const seen = model.multiTurn ? fromUser : fromUser.slice(-1);
	const pictures = seen.flatMap(({ parts }) => readPictures(parts, model));
	if (pictures.length === 0) {
		throw invalidParameter(standinMark('it answers about pictures only, this request has none'));
	}
	return { prompt: readPrompt(fromUser[fromUser.length - 1]), pictures };
}

function readMessage(message: unknown): Message {
	const { role, content } = isObject(message) ? message : {};
	// A system message is not refused: the model has an inner one and ignores the caller's.
	if (role !== 'user' && role !== 'assistant' && role !== 'system') throw emptyMessages();
	if (typeof content === 'string' && content !== '') return { role, parts: [{ text: content }] };
	if (!Array.isArray(content) || content.length === 0) throw emptyMessages();
	return { role, parts: content.map(readPart) };
}

function readPart(part: unknown): JsonObject {
	if (isObject(part) && (typeof part.image === 'string' || typeof part.text === 'string')) {
		return part;
	}
	throw invalidParameter('The item of content should be a message of a certain modal.');
}

function emptyMessages(): Error {
	return invalidParameter(
		'Role must be user or assistant and Content length must be greater than 0',
	);
}

function readPrompt({ parts }: Message): string {
	const texts = parts.flatMap(({ text }) => (typeof text === 'string' ? [text.trim()] : []));
	return texts.filter((text) => text !== '').join('\n');
}

function readPictures(parts: JsonObject[], model: OcrModel): PicturePart[] {
	return parts.flatMap((part) => {
		if (typeof part.image !== 'string') return [];
		const { image, min_pixels, max_pixels, enable_rotate } = part;
		const minPixels = readPixels('min_pixels', min_pixels, model) ?? model.minPixels;
		const maxPixels = readPixels('max_pixels', max_pixels, model);
		if (maxPixels !== null && maxPixels < minPixels) {
			throw invalidParameter('max_pixels should not be less than min_pixels');
		}
		return {
			image,
			minPixels,
			maxPixels: maxPixels ?? Math.max(minPixels, model.maxPixels),
			enableRotate: readSwitch('enable_rotate', enable_rotate),
		};
	});
}

/** Numbers may come as texts: the guide's Java sample sends them so. */
function readPixels(name: string, value: unknown, model: OcrModel): number | null {
	if (value === undefined || value === null) return null;
	const pixels = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	const { minPixels, maxPixelsLimit } = model;
	const inRange =
		typeof pixels === 'number' &&
		Number.isInteger(pixels) &&
		pixels >= minPixels &&
		pixels <= maxPixelsLimit;
	if (!inRange) {
		throw invalidParameter(`Range of ${name} should be [${minPixels}, ${maxPixelsLimit}]`);
	}
	return pixels;
}

function readSwitch(name: string, value: unknown): boolean {
	if (value === undefined || value === null) return false;
	if (typeof value === 'boolean') return value;
	throw invalidParameter(`${name} should be true or false`);
}
