import { isLabelWording } from './concepts';
import { likeness } from './likeness';
import { splitAtColons } from './lineSegments';

/** What can be said about a text before its place on the page is looked at. */
export interface LabelJudge {
	/** The text is the label of a field that is asked for. */
	isAskedLabel(text: string): boolean;
	/** The text reads like some label. */
	isLabel(text: string): boolean;
	/** The text is a label, or holds a whole label with its value, so it is nobody's value. */
	ownsLabel(text: string): boolean;
	/** The text holds a label before a colon. */
	hasColonLabel(text: string): boolean;
}

/** A label this like a field's name is taken for its label wherever it stands. */
const SURE_LABEL = 0.9;

/**
 * A judge of labels for one page. `askedNames` are the names of the fields asked for; without them
 * every known label wording counts as asked for. It remembers its answers, as texts come up often.
 */
export function labelJudge(askedNames?: readonly string[]): LabelJudge {
	const isAskedLabel = remembered((text) =>
		askedNames
			? askedNames.some((name) => likeness(name, text) >= SURE_LABEL)
			: isLabelWording(text),
	);
	const isLabel = remembered((text) => isLabelWording(text) || isAskedLabel(text));
	const hasColonLabel = remembered((text) => splitAtColons(text, isLabel).length > 0);
	return {
		isAskedLabel,
		isLabel,
		hasColonLabel,
		ownsLabel: (text) => hasColonLabel(text) || isLabel(text),
	};
}

function remembered(judge: (text: string) => boolean): (text: string) => boolean {
	const answers = new Map<string, boolean>();
	return (text) => {
		const known = answers.get(text);
		if (known !== undefined) return known;
		const answer = judge(text);
		answers.set(text, answer);
		return answer;
	};
}
