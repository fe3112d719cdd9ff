import { foldPrinted } from './printedText';
import { type ReadValue, unreadable } from './value';

/**
 * Reads yes or no: a word, a check box, or boxes with words (`☑ Yes ☐ No`). A lone `X` is doubtful, because it
 * ticks a box on one form and strikes it out on another; so is an empty box beside a single word.
 */
export function readBoolean(printed: string): ReadValue {
	const text = foldPrinted(printed).toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');
	const value = WORDS.get(text) ?? BOXES.get(text) ?? readBoxes(text);
	if (value === undefined) return unreadable(printed, 'is neither a clear yes nor a clear no');
	return { kind: 'read', value };
}

/** In lower case, with accents, because `nữ` is no `nu`; spelled without them only where capitals often lack them. */
const WORDS = new Map([
	...wordsFor(
		true,
		`yes y true checked ja oui si sí sì sim tak да evet ano áno da kyllä kylla igen так ναι jah jā taip ya có
		はい 是 有 对 對 真 あり 有り 예 네 있음 ใช่ vrai wahr vero verdadero verdadeiro`,
	),
	...wordsFor(
		false,
		`no n false unchecked nein nee non não nao nie нет hayır hayir ne nej nei ei nem nu ні не όχι nē tidak không
		いいえ 否 无 無 错 錯 假 なし 無し 아니오 아니요 없음 ไม่ใช่ faux falsch falso`,
	),
]);

const CHECKED = '☑✓✔✅√🗹';
const EMPTY = '☐';
const STRUCK_OUT = '✗✘❌';

const BOXES = new Map([
	...[...CHECKED, '[x]'].map((box) => [box, true] as const),
	...[...EMPTY, ...STRUCK_OUT, '[ ]', '[]'].map((box) => [box, false] as const),
]);

const BOX_WITH_WORD = new RegExp(
	`([${CHECKED}]|\\[x\\]|${EMPTY}|\\[ ?\\]) ?([^${CHECKED}${EMPTY}[\\]]+)`,
	'gu',
);

/** Reads boxes that each stand before a word: exactly one is to be checked, and its word counts. */
function readBoxes(text: string): boolean | undefined {
	const boxes = [...text.matchAll(BOX_WITH_WORD)];
	if (boxes.map(([whole]) => whole).join('') !== text) return undefined;
	const answers = boxes.map(([, box, word]) => ({ isChecked: BOXES.get(box), word: word.trim() }));
	if (answers.some(({ word }) => !WORDS.has(word))) return undefined;
	const checked = answers.filter(({ isChecked }) => isChecked);
	return checked.length === 1 ? WORDS.get(checked[0].word) : undefined;
}

function wordsFor(value: boolean, words: string): Array<readonly [string, boolean]> {
	return words.split(/\s+/).map((word) => [word, value] as const);
}
