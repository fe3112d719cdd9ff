import type { OcrModel } from './models';
import { countTokens } from './tokens';
import type { ResultSchema, Task } from './nativeRequest';

/** What was asked beside the pictures. */
export interface AskedText {
	model: OcrModel;
	task: Task | null;
	prompt: string;
	schema: ResultSchema | null;
}

/** Text tokens of a task's built-in prompt, chat frame included (recordings of November 2025). */
const TASK_TOKENS: Record<Exclude<Task, 'key_information_extraction'>, number> = {
	text_recognition: 24,
	multi_lan: 24,
	formula_recognition: 28,
	advanced_recognition: 33,
	document_parsing: 55,
	table_parsing: 74,
};

/** The chat frame: "Read all the text in the image." was billed as 24 tokens, 8 of them its own. */
const FRAME_TOKENS = 16;

/** The extraction prompt: its recording has 214 tokens, of which its schema takes 86 by our count. */
const EXTRACTION_TOKENS = 128;

/** Text tokens of the input: recorded values for the tasks, estimates for prompts and schemas. */
export function textTokens({ model, task, prompt, schema }: AskedText): number {
	const own = task && model.multiTurn ? countTokens(prompt) : 0;
	if (task === 'key_information_extraction') {
		return EXTRACTION_TOKENS + own + (schema ? countTokens(JSON.stringify(schema)) : 0);
	}
	if (task) return TASK_TOKENS[task] + own;
	return prompt === '' ? TASK_TOKENS.text_recognition : FRAME_TOKENS + countTokens(prompt);
}
