import { indexNames } from './monthNames';

/** A text without the weekdays that it names. */
export interface TextWithoutWeekdays {
	text: string;
	/** Weekdays that the text allows, Sunday as 0: one list for each that it names. */
	weekdays: Array<readonly number[]>;
}

/**
 * Gives the weekdays (Sunday as 0) that a folded word can name: `tor` is Thursday in Norwegian and Tuesday in
 * Slovenian. Abbreviations of two letters mean too many and are left out.
 */
export function weekdaysNamed(word: string): readonly number[] {
	return (WEEKDAYS.get(word) ?? []).map((number) => number - 1);
}

/** Takes out weekdays that no space parts from the date: `14日(木)`, `14日星期四`, `Thứ Năm, ngày 14`. */
export function takeAttachedWeekdays(text: string): TextWithoutWeekdays {
	const weekdays: Array<readonly number[]> = [];
	let rest = text;
	for (const { form, days } of ATTACHED) {
		rest = rest.replace(form, (...match: string[]) => {
			weekdays.push([days.indexOf(match[1]) % 7]);
			return ' ';
		});
	}
	return { text: rest, weekdays };
}

const ATTACHED: ReadonlyArray<{ form: RegExp; days: readonly string[] }> = [
	{ form: /(?:星期|周|週|[礼禮]拜)([日一二三四五六])/g, days: [...'日一二三四五六'] },
	{ form: /(?:星期|[礼禮]拜)(天)/g, days: ['天'] },
	{ form: /([日月火水木金土])曜日?/g, days: [...'日月火水木金土'] },
	{ form: /\(([日月火水木金土])\)/g, days: [...'日月火水木金土'] },
	{ form: /\(([一二三四五六])\)/g, days: [...'日一二三四五六'] },
	{ form: /([일월화수목금토])요일/g, days: [...'일월화수목금토'] },
	{ form: /\(([일월화수목금토])\)/g, days: [...'일월화수목금토'] },
	{
		form: /(?<!\p{L})(chu nhat|thu (?:hai|ba|tu|nam|sau|bay))(?!\p{L})/gu,
		days: ['chu nhat', 'thu hai', 'thu ba', 'thu tu', 'thu nam', 'thu sau', 'thu bay'],
	},
];

/**
 * Sunday to Saturday with their abbreviations, as Unicode's CLDR has them; without `čet`, which without its
 * mark is the time zone CET.
 */
const NAMES: Record<string, string> = {
	English: `sunday sun | monday mon | tuesday tue | wednesday wed | thursday thu | friday fri
		| saturday sat`,
	German: `sonntag | montag | dienstag | mittwoch | donnerstag | freitag | samstag`,
	French: `dimanche dim | lundi lun | mardi mar | mercredi mer | jeudi jeu | vendredi ven
		| samedi sam`,
	Spanish: `domingo dom | lunes lun | martes mar | miércoles mié | jueves jue | viernes vie
		| sábado sáb`,
	Italian: `domenica dom | lunedì lun | martedì mar | mercoledì mer | giovedì gio | venerdì ven
		| sabato sab`,
	Portuguese: `domingo dom | segunda seg | terça ter | quarta qua | quinta qui | sexta sex
		| sábado sáb`,
	Dutch: `zondag | maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag`,
	Polish: `niedziela niedz | poniedziałek pon | wtorek | środa | czwartek czw | piątek
		| sobota sob`,
	Russian: `воскресенье | понедельник | вторник | среда | четверг | пятница | суббота`,
	Turkish: `pazar paz | pazartesi pzt | salı sal | çarşamba çar | perşembe per | cuma cum
		| cumartesi cmt`,
	Swedish: `söndag sön | måndag mån | tisdag tis | onsdag ons | torsdag tors | fredag fre
		| lördag lör`,
	Czech: `neděle | pondělí | úterý | středa | čtvrtek | pátek | sobota`,
	Danish: `søndag søn | mandag man | tirsdag tirs | onsdag ons | torsdag tors | fredag fre
		| lørdag lør`,
	Norwegian: `søndag søn | mandag man | tirsdag tir | onsdag ons | torsdag tor | fredag fre
		| lørdag lør`,
	Finnish: `sunnuntai | maanantai | tiistai | keskiviikko | torstai | perjantai | lauantai`,
	Hungarian: `vasárnap | hétfő | kedd | szerda sze | csütörtök | péntek | szombat szo`,
	Romanian: `duminică dum | luni lun | marți mar | miercuri mie | joi | vineri vin | sâmbătă sâm`,
	Ukrainian: `неділя | понеділок | вівторок | середа | четвер | п'ятниця | субота`,
	Greek: `κυριακή κυρ | δευτέρα δευ | τρίτη τρί | τετάρτη τετ | πέμπτη πέμ | παρασκευή παρ
		| σάββατο σάβ`,
	Bulgarian: `неделя | понеделник | вторник | сряда | четвъртък | петък | събота`,
	Croatian: `nedjelja ned | ponedjeljak pon | utorak uto | srijeda sri | četvrtak | petak pet
		| subota sub`,
	Slovak: `nedeľa | pondelok | utorok | streda | štvrtok | piatok | sobota`,
	Slovenian: `nedelja ned | ponedeljek pon | torek tor | sreda sre | četrtek | petek pet
		| sobota sob`,
	Serbian: `nedelja ned | ponedeljak pon | utorak uto | sreda sre | četvrtak | petak pet
		| subota sub`,
	Catalan: `diumenge | dilluns | dimarts | dimecres | dijous | divendres | dissabte`,
	Estonian: `pühapäev | esmaspäev | teisipäev | kolmapäev | neljapäev | reede | laupäev`,
	Latvian: `svētdiena svētd | pirmdiena pirmd | otrdiena otrd | trešdiena trešd
		| ceturtdiena ceturtd | piektdiena piektd | sestdiena sestd`,
	Lithuanian: `sekmadienis | pirmadienis | antradienis | trečiadienis | ketvirtadienis
		| penktadienis | šeštadienis`,
	Indonesian: `minggu min | senin sen | selasa sel | rabu rab | kamis kam | jumat jum | sabtu sab`,
	Malay: `ahad ahd | isnin isn | selasa sel | rabu rab | khamis kha | jumaat jum | sabtu sab`,
	Thai: `อาทิตย์ | จันทร์ | อังคาร | พุธ | พฤหัสบดี พฤหัส | ศุกร์ | เสาร์`,
};

const WEEKDAYS = indexNames(NAMES);
