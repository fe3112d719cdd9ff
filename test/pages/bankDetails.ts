import { createEntry, type Entry } from './entries';
import type { Market } from './markets';
import type { Random } from './random';

/** The rows that tell where to pay, as the market prints them; bank and accounts are invented. */
export function createBankDetails(
	random: Random,
	market: Market,
	accountName: string,
	reference: string,
): Entry[] {
	const bank = random.pick([
		'Northmere Bank',
		'First Harbour Bank',
		'Union Savings Bank',
		'Bank of Westvale',
		'Commercial Trust Bank',
	]);
	const accounts = market.iban
		? [
				createEntry(random, 'iban', createIban(random, market.iban), 'payment'),
				createEntry(random, 'bic', random.fill(`@@@@${market.iban.country}##`), 'payment'),
			]
		: [
				createEntry(random, 'account_number', random.fill('##########'), 'payment'),
				...(market.currency === 'USD'
					? [createEntry(random, 'routing_number', random.fill('0########'), 'payment')]
					: [createEntry(random, 'sort_code', random.fill('##-##-##'), 'payment')]),
			];
	const optional = [
		createEntry(random, 'account_name', accountName, 'payment'),
		createEntry(random, 'payment_reference', reference, 'payment'),
	];
	return [
		createEntry(random, 'bank_name', bank, 'payment'),
		...accounts,
		...random.sample(optional, random.integer(0, 2)),
	];
}

/** An IBAN with right check digits (ISO 13616: the rearranged number is 1 modulo 97). */
export function createIban(random: Random, iban: { country: string; account: string }) {
	const account = random.fill(iban.account);
	const rearranged = `${account}${iban.country}00`.replace(/[A-Z]/g, (letter) =>
		String(letter.charCodeAt(0) - 55),
	);
	const check = String(98n - (BigInt(rearranged) % 97n)).padStart(2, '0');
	return `${iban.country}${check}${account}`.replace(/(.{4})(?=.)/g, '$1 ');
}
