import { formatDate } from './dates';
import type { Entry, EntryGroup } from './entries';
import type { Random } from './random';

const CITIES = ['青石市', '云山市', '临河市', '白沙市', '东岭市', '南溪市'] as const;
const FIRM_NAMES = '恒远 瑞丰 天成 宏达 明辉 新锐 华康 嘉禾 安捷 长青'.split(' ');
const TRADES = ['商贸', '科技', '餐饮管理', '办公用品', '建材', '物流', '电子'] as const;
const STREETS = ['人民路', '中山路', '建设路', '和平街', '解放大道', '文化路'] as const;
const SURNAMES = '王李张刘陈杨赵黄周吴';
const GIVEN_NAMES = '伟 芳 敏 静 磊 洋 艳 建国 秀英 志强 晓梅 文博'.split(' ');
const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export type ChineseDateStyle = '2025-12-31' | '2025年12月31日' | '2025/12/31';

/** A labelled value whose field is named by its printed label, as in the service's own samples. */
export function createChineseEntry(label: string, value: string, group?: EntryGroup): Entry {
	return { key: label, label, value, group };
}

/** A made-up company in a made-up city. */
export function createChineseCompany(random: Random) {
	return random.pick(CITIES) + random.pick(FIRM_NAMES) + random.pick(TRADES) + '有限公司';
}

/** City, street and house number. */
export function createChineseAddress(random: Random) {
	return `${random.pick(CITIES)}${random.pick(STREETS)}${random.integer(1, 320)}号`;
}

/** A common surname and a common given name. */
export function createChinesePersonName(random: Random) {
	return random.pick([...SURNAMES]) + random.pick(GIVEN_NAMES);
}

/** The day as printed in the given style. */
export function formatChineseDate(day: Date, style: ChineseDateStyle) {
	const [year, month, date] = formatDate(day, '2025-12-31').split('-');
	if (style === '2025年12月31日') return `${year}年${month}月${date}日`;
	return [year, month, date].join(style === '2025/12/31' ? '/' : '-');
}

/** An 18-place unified social credit code with the right check character. */
export function createCreditCode(random: Random) {
	const body = random.fill('9111####MA#######');
	return body + creditCodeCheck(body);
}

/** The check character for the first 17 places of a unified social credit code (GB 32100-2015). */
export function creditCodeCheck(body: string) {
	const sum = [...body].reduce(
		(total, character, index) => total + CODE_ALPHABET.indexOf(character) * (3 ** index % 31),
		0,
	);
	return CODE_ALPHABET[(31 - (sum % 31)) % 31];
}
