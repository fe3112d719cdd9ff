import type { Source } from '../documents/document';

/** Gives the source of pictures that go together: they have no page or size in common, only names. */
export function joinedSource(sources: readonly Source[]): Source {
	const [first, ...others] = sources;
	if (others.length === 0) return first;
	const names = (name: 'field' | 'fileName') => [
		...new Set(sources.flatMap((source) => source[name] ?? [])),
	];
	const fields = names('field').join(', ');
	const fileNames = names('fileName').join(', ');
	return {
		...(fields && { field: fields }),
		...(fileNames && { fileName: fileNames }),
		page: 1,
		pageCount: sources.length,
	};
}
