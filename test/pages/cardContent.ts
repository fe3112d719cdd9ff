import {
	createChineseCompany,
	createChineseEntry,
	createChinesePersonName,
	formatChineseDate,
} from './chineseWords';
import { addDays, chooseDay, chooseTime, formatDate } from './dates';
import { createEntry, type Entry } from './entries';
import { MARKETS } from './markets';
import { createMoney } from './money';
import { choosePlaceName, createPersonName } from './parties';
import type { Random } from './random';

export interface CardContent {
	issuer: string;
	title: string;
	entries: Entry[];
	hasPortrait: boolean;
	language: 'en' | 'zh';
}

/** Makes up what stands on a card. */
export function createCardContent(random: Random): CardContent {
	return random.pick([createStaffCard, createMemberCard, createTicket, createChineseStaffCard])(
		random,
	);
}

function createStaffCard(random: Random): CardContent {
	const style = random.pick(random.pick(MARKETS).dates);
	const issued = chooseDay(random);
	const jobs = ['Technician', 'Accountant', 'Site manager', 'Analyst', 'Engineer'];
	const departments = ['Facilities', 'Finance', 'Research', 'Logistics'];
	const born = formatDate(addDays(issued, -random.integer(8000, 20000)), style);
	const optional = [
		createEntry(random, 'date_of_birth', born),
		createEntry(random, 'cost_center', random.fill('####')),
	];
	return {
		issuer: `${choosePlaceName(random)} Group`,
		title: random.pick(['Staff card', 'Employee card']),
		hasPortrait: true,
		language: 'en',
		entries: [
			createEntry(random, 'name', createPersonName(random)),
			createEntry(random, 'employee_id', random.fill(random.pick(['######', '@-####']))),
			createEntry(random, 'job_title', random.pick(jobs)),
			createEntry(random, 'department', random.pick(departments)),
			...random.sample(optional, random.integer(0, 2)),
			createEntry(random, 'issue_date', formatDate(issued, style)),
			createEntry(random, 'expiry_date', formatDate(addDays(issued, 1095), style)),
		],
	};
}

function createMemberCard(random: Random): CardContent {
	const style = random.pick(random.pick(MARKETS).dates);
	const issued = chooseDay(random);
	const types = ['Adult', 'Family', 'Student', 'Gold', 'Annual'];
	const number = createEntry(
		random,
		'member_number',
		random.fill(random.pick(['#### ####', 'M#####'])),
	);
	return {
		issuer: `${choosePlaceName(random)} ${random.pick(['Library', 'Sports Club', 'Museum'])}`,
		title: random.pick(['Member card', 'Membership']),
		hasPortrait: random.chance(0.4),
		language: 'en',
		entries: [
			createEntry(random, 'name', createPersonName(random)),
			number,
			createEntry(random, 'membership_type', random.pick(types)),
			createEntry(random, 'member_since', String(random.integer(2001, 2022))),
			createEntry(random, 'issue_date', formatDate(issued, style)),
			createEntry(random, 'expiry_date', formatDate(addDays(issued, 365), style)),
		],
	};
}

function createTicket(random: Random): CardContent {
	const market = random.pick(MARKETS);
	const money = createMoney(random, market);
	const day = formatDate(chooseDay(random), random.pick(market.dates));
	const seat = random.fill(random.pick(['##@', '#@', '@##']));
	return {
		issuer: `${choosePlaceName(random)} ${random.pick(['Railways', 'Coaches', 'Ferries'])}`,
		title: random.pick(['Ticket', 'Travel ticket', 'Boarding card']),
		hasPortrait: false,
		language: 'en',
		entries: [
			createEntry(random, 'passenger_name', createPersonName(random)),
			createEntry(random, 'ticket_number', random.fill(random.pick(['### #######', '@@######']))),
			createEntry(random, 'booking_reference', random.fill('@@#@#@')),
			createEntry(random, 'departure_date', day),
			createEntry(random, 'departure_time', chooseTime(random).slice(0, 5)),
			createEntry(random, random.pick(['gate', 'platform']), String(random.integer(1, 24))),
			createEntry(random, 'seat', seat),
			createEntry(random, 'price', money.withCurrency(random.integer(900, 15000))),
		],
	};
}

function createChineseStaffCard(random: Random): CardContent {
	const issued = chooseDay(random);
	const style = random.pick(['2025-12-31', '2025年12月31日'] as const);
	return {
		issuer: createChineseCompany(random),
		title: random.pick(['工作证', '员工证']),
		hasPortrait: true,
		language: 'zh',
		entries: [
			createChineseEntry('姓名', createChinesePersonName(random)),
			createChineseEntry('性别', random.pick(['男', '女'])),
			createChineseEntry('部门', random.pick(['财务部', '技术部', '市场部', '行政部'])),
			createChineseEntry('职务', random.pick(['经理', '工程师', '会计', '主管'])),
			createChineseEntry(random.pick(['工号', '编号']), random.fill('######')),
			createChineseEntry('发证日期', formatChineseDate(issued, style)),
			createChineseEntry('有效期至', formatChineseDate(addDays(issued, 1095), style)),
		],
	};
}
