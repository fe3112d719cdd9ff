import { fenceLanguage, readAnswerText } from './answerText';
import type { AnswerTexts } from './answerText';
import type { Result } from './result';

/** Gives a formula_recognition answer: LaTeX without its fence or `$$` (both seen from the service). */
export function readFormula(answer: AnswerTexts): Result {
	const text = readAnswerText(answer);
	return { text, parts: { latex: withoutMathSigns(text) }, reasons: [], warnings: [] };
}

/**
 * Gives a document_parsing answer: LaTeX from the qwen-vl-ocr models, which fence it as `latex`,
 * Markdown from qwen3.5-ocr, told apart by the fence or by the commands of a LaTeX document.
 */
export function readDocument(answer: AnswerTexts): Result {
	const text = readAnswerText(answer);
	const isLatex =
		fenceLanguage(answer.text) === 'latex' || /\\(begin\{|section\*?\{|documentclass)/.test(text);
	return { text, parts: isLatex ? { latex: text } : { markdown: text }, reasons: [], warnings: [] };
}

function withoutMathSigns(text: string): string {
	const trimmed = text.trim();
	const display = /^\$\$([\s\S]*)\$\$$/.exec(trimmed) ?? /^\\\[([\s\S]*)\\\]$/.exec(trimmed);
	// Several formulas in one answer keep their signs: they are what tells them apart.
	return display && !display[1].includes('$$') ? display[1].trim() : trimmed;
}
