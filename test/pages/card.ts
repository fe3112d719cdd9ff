import { createCardContent } from './cardContent';
import type { Draft } from './draft';
import { drawColumns } from './entryColumns';
import { drawRows } from './entryRows';
import type { Random } from './random';
import { Sheet } from './sheet';
import { createTheme, type Theme } from './theme';

const WIDTH = 1060;

/** A staff, member or travel card: a coloured head, sometimes a portrait, and a few values. */
export function drawCard(random: Random): Draft {
	const { issuer, title, entries, hasPortrait, language } = createCardContent(random);
	const theme = createTheme(random, language === 'zh' ? ['notoSansSC'] : ['roboto', 'notoSerif']);
	const sheet = new Sheet(WIDTH, random.pick(['#ffffff', '#f4f8fb', '#fbf8f0']));
	const margin = 60;
	const headHeight = theme.body.size * 4;

	const dark = random.chance(0.5);
	const colour = dark ? '#ffffff' : theme.body.colour;
	const baseline = headHeight / 2 + theme.body.size * 0.4;
	// Wider than the card, so that a skewed one shows no wedge of paper beside its head.
	sheet.box(-50, -50, WIDTH + 100, headHeight + 50, { fill: dark ? theme.accent : theme.tint });
	sheet.text(issuer, margin, baseline, { ...theme.strong, colour });
	const titleStyle = { ...theme.strong, size: theme.body.size * 1.3, colour };
	sheet.text(theme.above(title), WIDTH - margin, baseline, titleStyle, 'right');

	const top = headHeight + theme.lineHeight;
	const portraitWidth = hasPortrait ? 220 : 0;
	if (hasPortrait) drawPortrait(sheet, theme, margin, top + 6, portraitWidth);
	const x = hasPortrait ? margin + portraitWidth + 50 : margin;
	const place = { x, y: top, width: WIDTH - margin - x };
	const bottom = random.chance(0.5)
		? drawRows(sheet, theme, entries, { ...place, values: random.pick(['column', 'inline']) })
		: drawColumns(sheet, theme, entries, place);
	sheet.height = Math.ceil(Math.max(bottom, hasPortrait ? top + portraitWidth * 1.35 : 0) + 60);
	return { sheet, entries, document: language === 'zh' ? '证件' : 'card' };
}

function drawPortrait(sheet: Sheet, theme: Theme, x: number, y: number, width: number) {
	const grey = '#b9bec6';
	const head = width * 0.4;
	sheet.box(x, y, width, width * 1.3, { fill: theme.tint, stroke: grey });
	sheet.box(x + (width - head) / 2, y + width * 0.22, head, head * 1.2, {
		fill: grey,
		radius: head / 2,
	});
	sheet.box(x + width * 0.15, y + width * 0.85, width * 0.7, width * 0.45, {
		fill: grey,
		radius: width * 0.15,
	});
}
