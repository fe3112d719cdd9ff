import { fenceLanguage, readAnswerText } from './answerText';
import type { AnswerTexts } from './answerText';
import type { Result } from './result';

/** Gives a formula_recognition answer: LaTeX without its fence or `$$` (both seen from the service). */
export function readFormula(answer: AnswerTexts): Result {
	const text = readAnswerText(answer);
	return { text, parts: { latex: withoutMathSigns(text) }, reasons: [], warnings: [] };
}

/**
 * Gives a document_parsing answer as LaTeX or Markdown: as its fence says, else as the model is
 * known to answer, else by the commands of a LaTeX document outside of formulas.
 */
export function readDocument(answer: AnswerTexts, modelMarkup?: 'latex' | 'markdown'): Result {
	const text = readAnswerText(answer);
	const markup = fencedMarkup(answer.text) ?? modelMarkup ?? guessMarkup(text);
	return { text, parts: { [markup]: text }, reasons: [], warnings: [] };
}

function fencedMarkup(text: string): 'latex' | 'markdown' | undefined {
	const language = fenceLanguage(text);
	if (language === 'latex' || language === 'tex') return 'latex';
	return language === 'markdown' || language === 'md' ? 'markdown' : undefined;
}

function guessMarkup(text: string): 'latex' | 'markdown' {
	const outsideFormulas = text.replace(/\$\$[^$]*\$\$/g, '');
	return /\\(begin\{|section\*?\{|documentclass)/.test(outsideFormulas) ? 'latex' : 'markdown';
}

function withoutMathSigns(text: string): string {
	const trimmed = text.trim();
	const display = /^\$\$([\s\S]*)\$\$$/.exec(trimmed) ?? /^\\\[([\s\S]*)\\\]$/.exec(trimmed);
	// Several formulas in one answer keep their signs: they are what tells them apart.
	return display && !display[1].includes('$$') ? display[1].trim() : trimmed;
}
