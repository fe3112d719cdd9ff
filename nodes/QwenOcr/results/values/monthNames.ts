import { foldWords } from './printedText';

/**
 * Gives the months (1 to 12) that a word can name; `listopad` is two, November in Polish and Czech and October in
 * Croatian. The word is folded, without points and apostrophes.
 */
export function monthsNamed(word: string): readonly number[] {
	return MONTHS.get(word) ?? [];
}

/** January to December with their forms within a date and their abbreviations, as Unicode's CLDR has them. */
const NAMES: Record<string, string> = {
	English: `january jan | february feb | march mar | april apr | may | june jun | july jul
		| august aug | september sep | october oct | november nov | december dec`,
	German: `januar jan jänner | februar feb feber | märz mär mrz | april apr | mai | juni jun
		| juli jul | august aug | september sep | oktober okt | november nov | dezember dez`,
	French: `janvier janv | février févr fév | mars | avril avr | mai | juin | juillet juil
		| août | septembre sept | octobre oct | novembre nov | décembre déc`,
	Spanish: `enero ene | febrero feb | marzo mar | abril abr | mayo may | junio jun | julio jul
		| agosto ago | septiembre sept sep set | octubre oct | noviembre nov | diciembre dic`,
	Italian: `gennaio gen | febbraio feb | marzo mar | aprile apr | maggio mag | giugno giu
		| luglio lug | agosto ago | settembre set sett | ottobre ott | novembre nov
		| dicembre dic`,
	Portuguese: `janeiro jan | fevereiro fev | março mar | abril abr | maio mai | junho jun
		| julho jul | agosto ago | setembro set | outubro out | novembro nov | dezembro dez`,
	Dutch: `januari jan | februari feb febr | maart mrt | april apr | mei | juni jun | juli jul
		| augustus aug | september sep sept | oktober okt | november nov | december dec`,
	Polish: `styczeń stycznia sty | luty lutego lut | marzec marca mar | kwiecień kwietnia kwi
		| maj maja | czerwiec czerwca cze | lipiec lipca lip | sierpień sierpnia sie
		| wrzesień września wrz | październik października paź | listopad listopada lis
		| grudzień grudnia gru`,
	Russian: `январь января янв | февраль февраля февр фев | март марта мар | апрель апреля апр
		| май мая | июнь июня июн | июль июля июл | август августа авг
		| сентябрь сентября сент сен | октябрь октября окт | ноябрь ноября нояб ноя
		| декабрь декабря дек`,
	Turkish: `ocak oca ock | şubat şub şbt | mart mar mrt | nisan nis | mayıs may mys
		| haziran haz hzr | temmuz tem tmz | ağustos ağu ağs | eylül eyl | ekim eki
		| kasım kas ksm | aralık ara arl`,
	Swedish: `januari jan | februari feb | mars mar | april apr | maj | juni jun | juli jul
		| augusti aug | september sep | oktober okt | november nov | december dec`,
	Czech: `leden ledna led | únor února úno | březen března bře | duben dubna dub
		| květen května kvě | červen června čvn | červenec července čvc | srpen srpna srp
		| září zář | říjen října říj | listopad listopadu lis | prosinec prosince pro`,
	Danish: `januar jan | februar feb | marts mar | april apr | maj | juni jun | juli jul
		| august aug | september sep | oktober okt | november nov | december dec`,
	Norwegian: `januar jan | februar feb | mars mar | april apr | mai | juni jun | juli jul
		| august aug | september sep | oktober okt | november nov | desember des`,
	Finnish: `tammikuu tammikuuta tammi | helmikuu helmikuuta helmi | maaliskuu maaliskuuta maalis
		| huhtikuu huhtikuuta huhti | toukokuu toukokuuta touko | kesäkuu kesäkuuta kesä
		| heinäkuu heinäkuuta heinä | elokuu elokuuta elo | syyskuu syyskuuta syys
		| lokakuu lokakuuta loka | marraskuu marraskuuta marras | joulukuu joulukuuta joulu`,
	Hungarian: `január jan | február febr feb | március márc már | április ápr | május máj
		| június jún | július júl | augusztus aug | szeptember szept szep | október okt
		| november nov | december dec`,
	Romanian: `ianuarie ian | februarie feb | martie mar | aprilie apr | mai | iunie iun
		| iulie iul | august aug | septembrie sept | octombrie oct | noiembrie nov
		| decembrie dec`,
	Ukrainian: `січень січня січ | лютий лютого лют | березень березня бер | квітень квітня квіт
		| травень травня трав | червень червня черв | липень липня лип | серпень серпня серп
		| вересень вересня вер | жовтень жовтня жовт | листопад листопада лист
		| грудень грудня груд`,
	Greek: `ιανουαρίου ιαν ιανουάριος | φεβρουαρίου φεβ φεβρουάριος | μαρτίου μαρ μάρτιος
		| απριλίου απρ απρίλιος | μαΐου μαΐ μάιος | ιουνίου ιουν ιούνιος
		| ιουλίου ιουλ ιούλιος | αυγούστου αυγ αύγουστος | σεπτεμβρίου σεπ σεπτέμβριος
		| οκτωβρίου οκτ οκτώβριος | νοεμβρίου νοε νοέμβριος | δεκεμβρίου δεκ δεκέμβριος`,
	Bulgarian: `януари | февруари | март | април | май | юни | юли | август | септември | октомври
		| ноември | декември`,
	Croatian: `siječanj siječnja sij | veljača veljače velj | ožujak ožujka ožu
		| travanj travnja tra | svibanj svibnja svi | lipanj lipnja lip | srpanj srpnja srp
		| kolovoz kolovoza kol | rujan rujna ruj | listopad listopada lis
		| studeni studenoga stu studenog | prosinac prosinca pro`,
	Slovak: `január januára jan | február februára feb | marec marca mar | apríl apríla apr
		| máj mája | jún júna | júl júla | august augusta aug | september septembra sep
		| október októbra okt | november novembra nov | december decembra dec`,
	Slovenian: `januar jan | februar feb | marec mar | april apr | maj | junij jun | julij jul
		| avgust avg | september sep | oktober okt | november nov | december dec`,
	Serbian: `januar jan | februar feb | mart mar | april apr | maj | jun | jul | avgust avg
		| septembar sep | oktobar okt | novembar nov | decembar dec`,
	Catalan: `gener gen | febrer febr | març | abril abr d'abril | maig | juny | juliol jul
		| agost ag d'agost | setembre set | octubre oct d'octubre | novembre nov
		| desembre des`,
	Estonian: `jaanuar jaan | veebruar veebr | märts | aprill apr | mai | juuni | juuli
		| august aug | september sept | oktoober okt | november nov | detsember dets`,
	Latvian: `janvāris janv | februāris febr | marts | aprīlis apr | maijs | jūnijs jūn
		| jūlijs jūl | augusts aug | septembris sept | oktobris okt | novembris nov
		| decembris dec`,
	Lithuanian: `sausis sausio | vasaris vasario | kovas kovo | balandis balandžio | gegužė gegužės
		| birželis birželio | liepa liepos | rugpjūtis rugpjūčio | rugsėjis rugsėjo
		| spalis spalio | lapkritis lapkričio | gruodis gruodžio`,
	Indonesian: `januari jan | februari feb pebruari | maret mar | april apr | mei | juni jun
		| juli jul | agustus agu | september sep | oktober okt | november nov nopember
		| desember des`,
	Malay: `januari jan | februari feb | mac | april apr | mei | jun | julai jul | ogos ogo
		| september sep | oktober okt | november nov | disember dis`,
	Thai: `มกราคม มค | กุมภาพันธ์ กพ | มีนาคม มีค | เมษายน เมย | พฤษภาคม พค | มิถุนายน มิย
		| กรกฎาคม กค | สิงหาคม สค | กันยายน กย | ตุลาคม ตค | พฤศจิกายน พย | ธันวาคม ธค`,
};

const MONTHS = indexNames(NAMES);

/** Turns lists of names, parted by `|`, into the numbers (from 1) that each folded name stands for. */
export function indexNames(names: Record<string, string>): ReadonlyMap<string, readonly number[]> {
	const numbers = new Map<string, number[]>();
	for (const list of Object.values(names)) {
		for (const [index, forms] of list.split('|').entries()) {
			for (const form of forms.trim().split(/\s+/)) {
				const key = foldWords(form).replace(/'/g, '');
				const known = numbers.get(key) ?? [];
				if (!known.includes(index + 1)) numbers.set(key, [...known, index + 1]);
			}
		}
	}
	return numbers;
}
