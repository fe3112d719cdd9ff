import { createReader, decodePicture, readTables, type Pixels } from '../reading';
import type { Picture } from '../pictureChecks';
import { invalidParameter, standinMark } from '../serviceErrors';
import type { Answer, AnswerSource, Question } from './answer';
import { documentAnswer } from './document';
import { fieldsAnswer } from './fields';
import { FILE_ANSWERS } from './fileAnswers';
import { formulaAnswer } from './formula';
import type { Page } from './page';
import { pageAngle } from './pageAngle';
import { RecentPages } from './recentPages';
import { tablesAnswer } from './tables';
import { textAnswer } from './text';
import { wordsAnswer } from './words';

/** Tasks whose answer is about one picture; the service says nothing of several that are no file. */
const PAGE_ANSWERS = {
	key_information_extraction: fieldsAnswer,
	document_parsing: documentAnswer,
	table_parsing: tablesAnswer,
	formula_recognition: formulaAnswer,
	advanced_recognition: wordsAnswer,
} as const;

/** Answers from what stands on the pictures. Rejects when the OCR models are missing. */
export async function openReading(): Promise<AnswerSource> {
	const reader = await createReader();
	const recent = new RecentPages(async (picture: Picture): Promise<Page> => {
		const pixels = await decode(picture);
		const lines = await reader.read(pixels);
		const { width, height } = pixels;
		return { size: { width, height }, lines, tables: readTables(lines, pixels) };
	});
	return {
		answer: async (question) => {
			const pages = await recent.pages(question.pictures, question.signal);
			return { ...answerFor(pages, question), angles: pages.map(pageAngle) };
		},
		close: async () => {
			await recent.idle();
			await reader.dispose();
		},
	};
}

function answerFor(pages: Page[], question: Question): Answer {
	const { task, prompt, model } = question;
	if (task === null || task === 'text_recognition' || task === 'multi_lan') {
		return textAnswer(pages, question);
	}
	if (pages.length > 1 && !question.isOneFile) {
		throw invalidParameter(standinMark('it takes one picture a request with this task'));
	}
	const answer =
		pages.length > 1 ? FILE_ANSWERS[task](pages, question) : PAGE_ANSWERS[task](pages[0], question);
	const leftAside = model.multiTurn && prompt !== '';
	return leftAside ? { ...answer, note: 'prompts are not followed' } : answer;
}

/** Formats that the service reads and the stand-in's decoder does not. */
const UNDECODABLE = ['image/bmp', 'image/heic'];

async function decode({ content, mediaType }: Picture): Promise<Pixels> {
	if (typeof content === 'function') return await content();
	try {
		return await decodePicture(content);
	} catch {
		if (UNDECODABLE.includes(mediaType)) {
			throw invalidParameter(standinMark(`its decoder cannot read ${mediaType}`));
		}
		throw invalidParameter('Failed to decode the image during the data inspection.');
	}
}
