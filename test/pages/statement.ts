import { addDays, chooseDay, formatDate } from './dates';
import type { Draft } from './draft';
import { createEntry, type Entry } from './entries';
import { drawRows } from './entryRows';
import { MARKETS, type DateStyle } from './markets';
import { createMoney, type Money } from './money';
import { createCompany, createPersonName, createStreet } from './parties';
import type { Random } from './random';
import { Sheet } from './sheet';
import { drawBlock, drawParagraph } from './textBlock';
import { createTheme } from './theme';

const WIDTH = 1240;
const HEIGHT = 1754;

interface Letter {
	subject: string;
	opening: string;
	entries: Entry[];
	closing: string;
}

/** A letter with "Label: value" rows: an account statement or the confirmation of a policy. */
export function drawStatement(random: Random): Draft {
	const market = random.pick(MARKETS);
	const money = createMoney(random, market);
	const style = random.pick(market.dates);
	const isAccount = random.chance(0.5);
	const letter = (isAccount ? createAccountLetter : createPolicyLetter)(random, money, style);
	const theme = createTheme(random, ['roboto', 'notoSerif', 'notoSerif', 'courierPrime']);
	const sheet = new Sheet(WIDTH, random.pick(['#ffffff', '#fdfcf8']));
	const x = random.integer(90, 130);
	const width = WIDTH - 2 * x;
	const gap = theme.lineHeight * 0.8;

	const sender = createCompany(random, market);
	const recipient = createPersonName(random);
	const town = createCompany(random, market).town;
	let y = drawBlock(sheet, theme, [sender.name, sender.street, sender.town], {
		x: x + width,
		y: 75,
		align: 'right',
		first: theme.strong,
	});
	y = drawBlock(sheet, theme, [recipient, createStreet(random), town], { x, y: y + gap });
	y = drawBlock(sheet, theme, [letter.subject], {
		x,
		y: y + gap * 2.5,
		first: { ...theme.strong, size: theme.body.size * 1.2 },
	});
	const surname = recipient.split(' ')[1];
	const greeting = random.pick(['Dear customer,', `Dear Ms ${surname},`, `Dear Mr ${surname},`]);
	y = drawBlock(sheet, theme, [greeting], { x, y: y + gap });
	y = drawParagraph(sheet, theme, letter.opening, { x, y: y + gap / 2, width });
	const indent = random.pick([0, 0, 60]);
	const values = random.pick(['inline', 'column', 'column'] as const);
	y = drawRows(sheet, theme, letter.entries, { x: x + indent, y: y + gap, width, values });
	y = drawParagraph(sheet, theme, letter.closing, { x, y: y + gap, width });
	y = drawBlock(sheet, theme, ['Yours sincerely'], { x, y: y + gap });
	y = drawBlock(sheet, theme, [createPersonName(random), sender.name], { x, y: y + gap * 2.5 });
	sheet.height = random.chance(0.5) ? HEIGHT : Math.ceil(y + 90);
	return { sheet, entries: letter.entries, document: isAccount ? 'statement' : 'policy' };
}

function createAccountLetter(random: Random, money: Money, style: DateStyle): Letter {
	const printed = chooseDay(random);
	const opening = random.integer(5000, 400000);
	const payments = random.integer(1000, opening);
	const charges = random.integer(2000, 250000);
	const closing = opening - payments + charges;
	const day = (offset: number) => formatDate(addDays(printed, offset), style);
	const optional = [
		createEntry(random, 'customer_reference', random.fill('@@/####'), 'customer'),
		createEntry(random, 'contact_person', createPersonName(random)),
		createEntry(random, 'due_date', day(21)),
	];
	return {
		subject: random.pick(['Statement of account', 'Your account statement']),
		opening:
			'Please find below a summary of your account with us. All payments that reached us by the last day of the period are included.',
		entries: [
			createEntry(random, 'account_number', random.fill(random.pick(['########', '##-####-##']))),
			createEntry(random, 'statement_date', day(0)),
			createEntry(random, 'statement_period', `${day(-31)} - ${day(-1)}`),
			createEntry(random, 'opening_balance', money.withCurrency(opening)),
			createEntry(random, 'payments_received', money.withCurrency(-payments)),
			createEntry(random, 'new_charges', money.withCurrency(charges)),
			createEntry(random, 'closing_balance', money.withCurrency(closing)),
			...random.sample(optional, random.integer(1, 3)),
		],
		closing:
			'If you do not agree with this statement, please let us know in writing within four weeks. If you have already paid, please disregard this letter.',
	};
}

function createPolicyLetter(random: Random, money: Money, style: DateStyle): Letter {
	const start = chooseDay(random);
	const premium = random.integer(9000, 120000);
	const tax = Math.round(premium * random.pick([0.12, 0.19, 0.05]));
	const insured = random.integer(10, 400) * 100000;
	const optional = [
		createEntry(random, 'contact_person', createPersonName(random)),
		createEntry(random, 'customer_number', random.fill('########'), 'customer'),
		createEntry(random, 'sum_insured', money.withCurrency(insured)),
	];
	return {
		subject: random.pick(['Confirmation of your policy', 'Your household insurance']),
		opening:
			'Thank you for choosing us. We are pleased to confirm your cover with the following details. Please check them and keep this letter in a safe place.',
		entries: [
			createEntry(
				random,
				'policy_number',
				random.fill(random.pick(['@@ ### ### #', '###-#######'])),
			),
			createEntry(random, 'policyholder', createPersonName(random)),
			createEntry(random, 'start_date', formatDate(start, style)),
			createEntry(random, 'end_date', formatDate(addDays(start, 364), style)),
			createEntry(random, 'net_premium', money.withCurrency(premium)),
			createEntry(random, 'insurance_tax', money.withCurrency(tax)),
			createEntry(random, 'total_premium', money.withCurrency(premium + tax)),
			...random.sample(optional, random.integer(1, 3)),
		],
		closing:
			'The premium will be collected from your account at the start of the term. You may cancel this contract within two weeks of receiving this letter.',
	};
}
