const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;

/** An amount (whole cents, below 100 million yuan) in the capital numerals of Chinese papers. */
export function inCapitalNumerals(cents: number) {
	const yuan = Math.floor(cents / 100);
	const jiao = Math.floor(cents / 10) % 10;
	const fen = cents % 10;
	const whole = yuan > 0 ? `${wholeNumber(yuan)}圆` : '';
	if (jiao === 0 && fen === 0) return `${whole}整`;
	if (fen === 0) return `${whole}${DIGITS[jiao]}角整`;
	const middle = jiao > 0 ? `${DIGITS[jiao]}角` : yuan > 0 ? DIGITS[0] : '';
	return `${whole}${middle}${DIGITS[fen]}分`;
}

function wholeNumber(value: number): string {
	if (value < 10000) return belowTenThousand(value);
	const rest = value % 10000;
	const zero = rest > 0 && rest < 1000 ? DIGITS[0] : '';
	const tail = rest > 0 ? belowTenThousand(rest) : '';
	return `${belowTenThousand(Math.floor(value / 10000))}万${zero}${tail}`;
}

function belowTenThousand(value: number) {
	const digits = [...String(value)].map(Number);
	let text = '';
	digits.forEach((digit, index) => {
		if (digit > 0) text += DIGITS[digit] + PLACES[digits.length - 1 - index];
		else if (!text.endsWith(DIGITS[0])) text += DIGITS[0];
	});
	return text.endsWith(DIGITS[0]) ? text.slice(0, -1) : text;
}
