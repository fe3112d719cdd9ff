/**
 * Gives the currencies (ISO 4217) that all currency names in a text allow: `¥` alone allows two, `¥` with `元`
 * one. `text` is what stands around the digits; without names it gives an empty list. Gives undefined where
 * something is no currency or the names contradict each other.
 */
export function readCurrencies(text: string): readonly string[] | undefined {
	return readNames(text) ?? readNames(text.replace(SPACE_BESIDE_SIGN, ''));
}

/** `US $`; between letters it stays, because `S CR` is no `SCR`. */
const SPACE_BESIDE_SIGN = /(?<=\P{L}) +| +(?=\P{L})/gu;

function readNames(text: string): readonly string[] | undefined {
	let allowed: readonly string[] | undefined;
	for (const word of text.split(' ')) {
		let rest = word;
		while (rest !== '') {
			const name = longestName(rest);
			const named = name === undefined ? undefined : currenciesOf(name);
			if (name === undefined || named === undefined) return undefined;
			allowed = allowed?.filter((code) => named.includes(code)) ?? named;
			rest = rest.slice(name.length);
		}
	}
	return allowed?.length === 0 ? undefined : (allowed ?? []);
}

const CODES = new Set(
	`AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
	CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD
	HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD
	MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
	PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD
	TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW`.split(/\s+/),
);

const DOLLARS_AND_PESOS = `USD ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP DOP FJD GYD HKD JMD KYD LRD MOP MXN NAD
	NZD SBD SGD SRD TTD TWD UYU XCD`;
const YUAN = 'CNY TWD HKD MOP SGD USD AUD CAD NZD';

/** What signs and words may mean, in lower case but for `Ft`: `5 ft` is a length. */
const NAMES = new Map(
	[
		[DOLLARS_AND_PESOS, '$'],
		['USD', 'us$ usd$ $us u$s 美元 美金'],
		['AUD', 'a$ au$ $au'],
		['CAD NIO', 'c$'],
		['CAD', 'ca$ $ca'],
		['HKD', 'hk$ 港元 港币 港幣'],
		['MOP', 'mop$'],
		['MXN', 'mx$'],
		['NAD', 'n$'],
		['TWD', 'nt$ 新台币 新台幣 新臺幣 ntd'],
		['NZD', 'nz$'],
		['BRL', 'r$'],
		['DOP', 'rd$'],
		['SGD', 's$ sg$'],
		['TTD', 'tt$'],
		['EUR', '€ eur euro euros 欧元 歐元'],
		['GBP', '£ 英镑'],
		['CNY JPY', '¥'],
		['CNY', 'cn¥ rmb rmb¥ 人民币 人民幣 yuan'],
		['JPY', 'jp¥ 日元 円 yen'],
		[YUAN, '元 圆 圓'],
		['KRW', '韩元 원 ₩'],
		['INR', '₹'],
		['INR PKR LKR NPR MUR SCR', 'rs rs. ₨'],
		['VND', '₫ đ vnđ đồng'],
		['THB', '฿ บาท'],
		['MYR', 'rm'],
		['IDR', 'rp rp.'],
		['PHP', '₱'],
		['LAK', '₭'],
		['KHR', '៛'],
		['BDT', '৳'],
		['MNT', '₮'],
		['KZT', '₸'],
		['PLN', 'zł zl'],
		['CZK', 'kč kc'],
		['HUF', 'Ft'],
		['SEK NOK DKK ISK', 'kr kr.'],
		['RON MDL', 'lei leu'],
		['BGN', 'лв лв.'],
		['RUB', '₽'],
		['RUB BYN', 'руб руб.'],
		['UAH', '₴ грн грн.'],
		['TRY', '₺ tl'],
		['GEL', '₾'],
		['AZN', '₼'],
		['ILS', '₪'],
		['NGN', '₦'],
		['GHS', '₵'],
		['CRC', '₡'],
		['PYG', '₲'],
		['PEN', 's/ s/.'],
		['CHF', 'sfr sfr. fr fr.'],
	].flatMap(([codes, names]) =>
		names.split(' ').map((name) => [name, codes.split(/\s+/)] as const),
	),
);

const LONGEST_NAME = 5;

/** The longest currency name that the text begins with; part of a longer Latin word is none. */
function longestName(text: string): string | undefined {
	for (let length = Math.min(LONGEST_NAME, text.length); length > 0; length -= 1) {
		const name = text.slice(0, length);
		const cutsWord =
			/\p{L}$/u.test(name) && /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(text.slice(length));
		if (!cutsWord && currenciesOf(name)) return name;
	}
	return undefined;
}

function currenciesOf(name: string): readonly string[] | undefined {
	if (CODES.has(name)) return [name];
	return NAMES.get(name) ?? NAMES.get(name.toLowerCase());
}
