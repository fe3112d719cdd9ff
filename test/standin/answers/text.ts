import { readingText, type ReadLine } from '../reading';
import { standinMark } from '../serviceErrors';
import { formatPiece, type Answer, type AnswerPiece, type Question } from './answer';
import { confidenceIn } from './confidence';
import type { Page } from './page';

/** Below this a line is of a script that the engine has not learnt, as trials showed. */
const READABLE_CONFIDENCE = 0.8;

/** Letters of any script but the two that the engine has learnt. */
const OTHER_SCRIPT = /(?=\p{L})[^\p{Script=Latin}\p{Script=Han}]/u;

const UNREADABLE = standinMark('a line here is in a script its engine cannot read');

/** Prompts that ask for what the stand-in gives anyway (guide and recordings). */
const PLAIN_PROMPTS = [
	'Please output only the text content from the image without any additional descriptions or formatting.',
	'请输出图片中的文本内容，不要输出其他内容。',
	'Read all the text in the image.',
];

/** The text of all pages, one after the other; prompts of the user's own are openly left aside. */
export function textAnswer(pages: Page[], { prompt, task, model }: Question): Answer {
	const ignoresPrompt = task !== null && !model.multiTurn;
	const followed = ignoresPrompt || prompt === '' || PLAIN_PROMPTS.includes(prompt);
	const mark = standinMark('prompts are not followed; this is the text of the picture');
	const lines = pages.flatMap(pageLines);
	const all = followed ? lines : [formatPiece(mark), ...lines];
	const lineBreak = formatPiece('\n');
	return {
		pieces: all.flatMap((line, index) => (index === 0 ? [line] : [lineBreak, line])),
		note: task === 'multi_lan' ? 'the engine reads English and Chinese only' : undefined,
	};
}

function pageLines({ lines }: Page): AnswerPiece[] {
	const confidenceOf = confidenceIn(lines);
	const text = readingText(lines.map(markUnreadable));
	if (text === '') return [];
	return text.split('\n').map((line) => ({ text: line, confidence: confidenceOf(line) }));
}

function markUnreadable(line: ReadLine): ReadLine {
	const readable = line.confidence >= READABLE_CONFIDENCE && !OTHER_SCRIPT.test(line.text);
	return readable ? line : { ...line, text: UNREADABLE };
}
