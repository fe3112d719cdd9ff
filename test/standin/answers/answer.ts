import type { OcrModel } from '../models';
import type { ResultSchema, Task } from '../nativeRequest';
import type { Picture } from '../pictureChecks';
import type { WordInfo } from '../wordsInfo';

/** What the answers need to know of a request. */
export interface Question {
	model: OcrModel;
	task: Task | null;
	schema: ResultSchema | null;
	/** The user's text; empty without any. */
	prompt: string;
	/** At least one. */
	pictures: Picture[];
	/** Whether the pictures are the pages of one file. */
	isOneFile?: boolean;
	/** Aborted when nobody waits for the answer any more. */
	signal?: AbortSignal;
}

/** A part of an answer's text, with the certainty of the line it was read from. */
export interface AnswerPiece {
	text: string;
	/** 0 to 1; 1 for signs that belong to the answer's format. */
	confidence: number;
}

/** The structured part of an answer; each task fills in its own member. */
export interface OcrResult {
	kv_result?: object;
	words_info?: WordInfo[];
	layouts?: Layout[];
}

/** A part of a document. */
export interface Layout {
	/** Counted from 0; a picture has one page. */
	pageNum: number;
	type: 'title' | 'text' | 'table';
	/** A table's is its Markdown. */
	text: string;
	/** Corners in pixels. */
	pos: Array<{ x: number; y: number }>;
	/** The part's passages; for a table its cells, row by row. */
	blocks: Array<{ text: string }>;
	markdownContent: string;
}

/** An answer before it is cut to its limits. */
export interface Answer {
	/** Together they are the text. */
	pieces: AnswerPiece[];
	ocrResult?: OcrResult;
	/** What of the request the stand-in left aside; sent as a header. */
	note?: string;
	/** How the pages lie, degrees clockwise from level, one a picture; absent when not looked at. */
	angles?: number[];
}

/** Gives the answer to a checked request. Throws a ServiceError. */
export type Answerer = (question: Question) => Promise<Answer>;

/** A source of answers that holds what it needs until it is closed. */
export interface AnswerSource {
	answer: Answerer;
	close(): Promise<void>;
}

/** Text of the answer's own format. */
export function formatPiece(text: string): AnswerPiece {
	return { text, confidence: 1 };
}
