import type { Random } from './seededRandom';

/** Gives an IBAN of a country whose accounts are all digits, in groups of four as printed. */
export function generateIban(random: Random): string {
	const [country, digits] = random.pick([
		['DE', 18],
		['AT', 16],
		['BE', 12],
		['ES', 20],
		['PL', 24],
		['NO', 11],
	] as const);
	const account = random.digits(digits);
	const number = [...`${account}${country}00`].map((sign) => parseInt(sign, 36)).join('');
	const check = String(98n - (BigInt(number) % 97n)).padStart(2, '0');
	return `${country}${check}${account}`.replace(/.{4}(?=.)/g, '$& ');
}

/** Gives a card number of 16 or 19 digits in groups of four, as printed. */
export function generateCardNumber(random: Random): string {
	const digits = `${random.pick(['4', '51', '62'])}${random.digits(18)}`.slice(
		0,
		random.pick([15, 18]),
	);
	const sum = [...digits].reverse().reduce((total, sign, place) => {
		const digit = Number(sign);
		return total + (place % 2 === 1 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9);
	}, 0);
	return `${digits}${(10 - (sum % 10)) % 10}`.replace(/.{4}(?=.)/g, '$& ');
}

/** Gives a Chinese ID number: region, date of birth, sequence and check character. */
export function generateChineseIdNumber(random: Random): string {
	const region = random.pick(['110105', '310115', '440304', '510107', '654226']);
	const month = String(random.whole(1, 12)).padStart(2, '0');
	const day = String(random.whole(1, 28)).padStart(2, '0');
	const number = `${region}${random.whole(1940, 2010)}${month}${day}${random.digits(3)}`;
	const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
	const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
	return number + ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum % 11];
}

/** Gives a unified social credit code of a company. */
export function generateCreditCode(random: Random): string {
	const characters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
	const own = Array.from({ length: 9 }, () => random.pick(characters)).join('');
	const code = `91${random.pick(['110000', '310115', '440300'])}${own}`;
	const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
	const sum = weights.reduce(
		(total, weight, place) => total + weight * characters.indexOf(code[place]),
		0,
	);
	return code + characters[(31 - (sum % 31)) % 31];
}
