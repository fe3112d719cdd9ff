import type { Source } from '../documents/document';
import type { Size } from '../results/lines';
import { readLocatedText } from '../results/locatedText';
import type { Operation } from './operation';

/** Lines of text with their places on the picture. */
export const locateText: Operation = {
	option: {
		name: 'Locate Text',
		value: 'locateText',
		action: 'Locate text',
		description: 'Read each line of text with its position in pixels and its angle',
	},
	task: 'advanced_recognition',
	needsPicture: true,
	properties: [],
	readResult: (answer, { source, enableRotate }) => {
		const result = readLocatedText(answer, enableRotate ? undefined : picturePlane(source));
		if (!enableRotate) return result;
		const warning =
			'With Auto-Rotate the positions belong to the straightened picture, which is larger.';
		return { ...result, warnings: [...result.warnings, warning] };
	},
};

/**
 * The area that positions may lie in. A phone photo with an EXIF turn may be read upright or as
 * stored; the service does not say which, so both are allowed.
 */
function picturePlane({ width, height, orientation = 1 }: Source): Size | undefined {
	if (width === undefined || height === undefined) return undefined;
	const longer = Math.max(width, height);
	return orientation >= 5 ? { width: longer, height: longer } : { width, height };
}
