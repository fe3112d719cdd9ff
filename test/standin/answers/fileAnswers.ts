import type { Task } from '../nativeRequest';
import { formatPiece, type Answer, type Question } from './answer';
import { documentAnswer } from './document';
import { fieldsAnswer } from './fields';
import { formulaAnswer } from './formula';
import type { Page } from './page';
import { stackedPages } from './stackedPages';
import { tablesAnswer } from './tables';
import { textAnswer } from './text';

/**
 * What a task answers about all pages of one file: fields and tables from all of them together, and
 * words as text only, as `words_info` does not tell pages apart.
 */
export const FILE_ANSWERS: Record<
	Exclude<Task, 'text_recognition' | 'multi_lan'>,
	(pages: Page[], question: Question) => Answer
> = {
	key_information_extraction: (pages, question) => fieldsAnswer(stackedPages(pages), question),
	document_parsing: documentOfPages,
	table_parsing: (pages) => tablesAnswer(stackedPages(pages)),
	formula_recognition: formulaAnswer,
	advanced_recognition: (pages, question) => ({
		...textAnswer(pages, { ...question, prompt: '' }),
		note: 'words of a file with several pages have no places',
	}),
};

/** One text, the pages told apart by the `pageNum` of the layouts only (seen in live calls). */
function documentOfPages(pages: Page[], question: Question): Answer {
	const answers = pages.map((page) => documentAnswer(page, question));
	const written = answers.filter(({ pieces }) => pieces.length > 0);
	return {
		pieces: written.flatMap(({ pieces }, index) =>
			index === 0 ? pieces : [formatPiece('\n\n'), ...pieces],
		),
		ocrResult: {
			layouts: answers.flatMap(({ ocrResult }, pageNum) =>
				(ocrResult?.layouts ?? []).map((layout) => ({ ...layout, pageNum })),
			),
		},
	};
}
