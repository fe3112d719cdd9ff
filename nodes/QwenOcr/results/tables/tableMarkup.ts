/**
 * Rewrites the HTML of an answer so that a parser sees nothing but tables: tags that only format are
 * taken out, tags that break a line become a space, and a `<` that begins no tag of HTML is text
 * (`<LOD` in a laboratory report). Each `<table>` gets the attribute `data-start`, its place in `html`
 * in characters. This also keeps hostile formatting away, over which HTML's rules for unclosed tags take
 * quadratic time. Of more than 1,000 tables, the first are kept.
 */
export function toTableMarkup(html: string): string {
	let tables = 0;
	return html
		.replace(UNFINISHED, '')
		.replace(TAG, (tag: string, name: string, rest: string | undefined, at: number) => {
			const tagName = name.toLowerCase();
			if (tagName === 'table' && ++tables > MAX_TABLES) return ' ';
			if (tagName === 'table') return `<table data-start="${at}" ${rest ?? ''}`;
			if (rest !== undefined && FORMATTING.has(tagName)) return '';
			if (rest !== undefined && BREAKING.has(tagName)) return ' ';
			return `&lt;${tag.slice(1)}`;
		});
}

/** No answer has room for more tables; hostile nesting of them takes long. */
const MAX_TABLES = 1000;

/** What is left of a tag where an answer was cut off. */
const UNFINISHED = /<\/?[a-z]*$/i;

/**
 * A tag up to its `>`; without one (an answer that was cut off), up to the end of its name. Tags that a
 * table is made of stay as they are, but for `<table>` itself.
 */
const TAG =
	/<(?!\/table\b|\/?(?:t[dhr]|thead|tbody|tfoot|caption|col|colgroup)\b)\/?([a-z][a-z0-9]*)([^<>]*>)?/gi;

const FORMATTING = wordSet(
	'a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span ' +
		'strike strong sub sup tt u var wbr',
);

const BREAKING = wordSet(
	'address article aside blockquote body br button center dd details div dl dt fieldset figcaption ' +
		'figure footer form h1 h2 h3 h4 h5 h6 head header hr html img input li link main meta nav ol ' +
		'option p pre section select style summary textarea title ul',
);

function wordSet(words: string): ReadonlySet<string> {
	return new Set(words.split(' '));
}
