import type { Polygon } from '../reading';
import type { Page } from './page';

/** The pages of a file, at least one, as one long page: each below the one before it. */
export function stackedPages(pages: readonly Page[]): Page {
	return pages.reduce((above, page) => ({
		size: {
			width: Math.max(above.size.width, page.size.width),
			height: above.size.height + page.size.height,
		},
		lines: [
			...above.lines,
			...page.lines.map((line) => ({
				...line,
				polygon: lowered(line.polygon, above.size.height),
			})),
		],
		tables: [
			...above.tables,
			...page.tables.map((table) => ({
				...table,
				polygon: lowered(table.polygon, above.size.height),
				lineIndexes: new Set([...table.lineIndexes].map((index) => index + above.lines.length)),
			})),
		],
	}));
}

function lowered(polygon: Polygon, by: number): Polygon {
	return polygon.map(({ x, y }) => ({ x, y: y + by })) as Polygon;
}
