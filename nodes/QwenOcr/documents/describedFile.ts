import type { IBinaryData } from 'n8n-workflow';
import { asRecord } from '../dashscope/record';
import type { BinaryField } from './binaryFields';

/**
 * Finds the files of an item that an object describes: `$binary.scan` comes without the file's
 * content. They are several where files are alike in all that it says.
 */
export function findDescribed(present: readonly BinaryField[], wanted: object): BinaryField[] {
	const own = present.filter(({ binary }) => binary === wanted);
	if (own.length > 0) return own;
	const described = asRecord(wanted);
	const facts = [...FACTS, ...Object.keys(described)];
	return present.filter(({ binary }) => isDescribed(binary, described, facts));
}

/**
 * Chooses among files that fit one description: the one that the expression names; all of them where
 * as many descriptions fit them; any where their content is the same. None where it cannot be told.
 * @param expression the text of the parameter
 * @param alike how many of the objects that were given fit these files
 */
export function chooseDescribed(
	fitting: readonly BinaryField[],
	expression: string,
	alike: number,
): readonly BinaryField[] {
	if (fitting.length < 2) return fitting;
	const names = namesIn(expression);
	const named = fitting.filter(({ field }) => names.has(field));
	if (named.length === 1) return named;
	if (alike >= fitting.length) return fitting;
	const contents = new Set(fitting.map(({ binary }) => binary.id ?? binary.data));
	return contents.size === 1 ? fitting.slice(0, 1) : [];
}

const FACTS = ['fileName', 'mimeType', 'fileExtension', 'fileSize', 'bytes'];

function isDescribed(
	binary: IBinaryData,
	described: Record<string, unknown>,
	facts: readonly string[],
): boolean {
	if (described.id !== undefined) return binary.id === described.id;
	if (described.data !== undefined) return binary.data === described.data;
	const own = asRecord(binary);
	return described.mimeType !== undefined && facts.every((fact) => own[fact] === described[fact]);
}

/** Names of files, as in `$binary.scan` and `$json._files['scan']`; none where one is computed. */
function namesIn(expression: string): Set<string> {
	if (COMPUTED_NAME.test(expression)) return new Set();
	const found = expression.matchAll(PLAIN_NAME);
	return new Set([...found].map(([, plain, , quoted]) => plain ?? quoted));
}

const FILES = '(?:\\$binary|\\.binary|_files)\\b(?:\\?\\.)?';
const COMPUTED_NAME = new RegExp(`${FILES}\\[(?!\\s{0,9}['"\`])`);
const PLAIN_NAME = new RegExp(
	`${FILES}(?:\\.?([\\p{L}_$][\\p{L}\\p{N}_$]*)|\\[\\s{0,9}(['"\`])(.*?)\\2\\s{0,9}\\])`,
	'gu',
);
