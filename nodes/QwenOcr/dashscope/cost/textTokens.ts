import type { Task } from '../tasks';

/** Text tokens of a task's built-in prompt, chat frame included (recordings; older models: the larger). */
const TASK_TOKENS: Readonly<Record<Task, number>> = {
	text_recognition: 35,
	multi_lan: 35,
	formula_recognition: 39,
	advanced_recognition: 33,
	document_parsing: 66,
	table_parsing: 85,
	// 214 with a schema that takes 86 of them
	key_information_extraction: 214,
};

/** The chat frame, and the prompt that stands in for none. */
const NO_TASK_TOKENS = 35;

/** Gives the text tokens that a request has before any text of the user's. */
export function taskTokens(task: Task | undefined): number {
	return task ? TASK_TOKENS[task] : NO_TASK_TOKENS;
}

/**
 * Gives an estimate of a text's tokens that is rather too high: one for each East Asian character
 * and for each two other characters. The service's tokenizer is not at hand; recorded schemas and
 * prompts took fewer.
 */
export function textTokens(text: string): number {
	const eastAsian = text.match(EAST_ASIAN)?.length ?? 0;
	return eastAsian + Math.ceil((text.length - eastAsian) / 2);
}

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
