import type { Answer } from './answers/answer';
import type { Picture } from './pictureChecks';
import { textTokens, type AskedText } from './textOverhead';
import { imageTokens, turnedCanvas } from './tokens';

/** Tokens of a request by their kind. */
export interface InputTokens {
	image: number;
	text: number;
}

/**
 * Counts a request's tokens. Before the answer the pages' angles are not known: then the pictures
 * count as they are.
 */
export function countInput(asked: AskedText, pictures: Picture[], answer?: Answer): InputTokens {
	const { factor } = asked.model;
	const image = pictures.map((picture, index) => {
		const angle = picture.enableRotate ? (answer?.angles?.[index] ?? 0) : 0;
		return imageTokens(turnedCanvas(picture, angle), { ...picture, factor });
	});
	return { image: image.reduce((sum, tokens) => sum + tokens, 0), text: textTokens(asked) };
}
