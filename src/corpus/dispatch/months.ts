/** The names of months and weekdays in the languages of datelines. */
import { lowered } from "./tokens.js";

/** Twelve names a line, in the forms that occur beside a day; shortened forms have lines of their own. */
export const MONTHS: readonly string[] = [
  // English, then shortened.
  "january february march april may june july august september october november december",
  "jan feb mar apr may jun jul aug sept oct nov dec",
  "jan feb mar apr may jun jul aug sep oct nov dec",
  // Azerbaijani (also in Cyrillic), Uzbek, Turkmen, Turkish, Kazakh.
  "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
  "yan fev mar apr may iyn iyl avq sen okt noy dek",
  "јанвар феврал март апрел май ијун ијул август сентјабр октјабр нојабр декабр",
  "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
  "ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr",
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
  "oca şub mar nis may haz tem ağu eyl eki kas ara",
  "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
  "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр",
  "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри",
  // Russian, Ukrainian, Belarusian.
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
  "янв фев мар апр май июн июл авг сен окт ноя дек",
  "янв февр март апр мая июн июл авг сент окт нояб дек",
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
  "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
  "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
  // German, Dutch, the languages of Scandinavia, Finnish, Estonian.
  "januar februar märz april mai juni juli august september oktober november dezember",
  "jänner feber maerz april mai juni juli august september oktober november dezember",
  "jan feb mär apr mai jun jul aug sept okt nov dez",
  "jän febr mrz apr mai jun jul aug sep okt nov dez",
  "januari februari maart april mei juni juli augustus september oktober november december",
  "jan feb mrt apr mei jun jul aug sep okt nov dec",
  "januari februari mars april maj juni juli augusti september oktober november december",
  "januar februar marts april maj juni juli august september oktober november desember",
  "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
  "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
  // Latvian, Lithuanian.
  "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
  "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
  "saus vas kov bal geg birž liep rugp rugs spal lapkr gruod",
  // French, Spanish, Italian, Portuguese, Romanian.
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "janv fevrier mars avr mai juin juil aout sept oct nov decembre",
  "jan févr mars avr mai juin juill août sept oct nov déc",
  "jan fév mar avr mai jun jul aoû sep oct nov déc",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "ene feb mar abr may jun jul ago sept oct nov dic",
  "ene febr mzo abr may jun jul ago setiembre oct nov dic",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "gen feb mar apr mag giu lug ago set ott nov dic",
  "genn febb mar apr magg giugn lugl ago sett ott nov dic",
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "jan fev mar abr mai jun jul ago set out nov dez",
  "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
  "ian febr mart apr mai iun iul aug sept oct noi dec",
  // Polish, Czech, Slovak, Slovene, Croatian, Bosnian and Serbian, Macedonian, Bulgarian.
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
  "ledna února března dubna května června července srpna září října listopadu prosince",
  "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
  "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
  "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna _ studenoga prosinca",
  "januara februara marta aprila maja juna jula avgusta septembra oktobra studenog decembra",
  "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
  "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
  "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
  "јануари февруари март април мај јуни јули август септември октомври ноември декември",
  "януари февруари март април май юни юли август септември октомври ноември декември",
  // Hungarian, Albanian, Greek.
  "január február március április május június július augusztus szeptember október november december",
  "jan febr márc ápr máj jún júl aug szept okt nov dec",
  "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
  "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
  // Georgian, Armenian.
  "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
  "იანვარს თებერვალს მარტს აპრილს მაისს ივნისს ივლისს აგვისტოს სექტემბერს ოქტომბერს ნოემბერს დეკემბერს",
  "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի",
  "հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր",
  // Arabic of Egypt and the Gulf, of the Levant, of the Maghreb; Persian, Urdu, Hebrew, Hindi.
  "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
  "يناير فبراير مارس ابريل مايو يونيه يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
  "_ شباط آذار نيسان أيار حزيران تموز آب أيلول _ _ _",
  "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
  "يناير فبراير اذار إبريل ايار حزيران تموز اب ايلول _ _ _",
  "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
  "ژانویه فوریه مارس آوریل _ ژوئن جولای آگوست سپتامبر اکتبر نوامبر دسامبر",
  "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
  "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
  "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
  // Indonesian, Malay.
  "januari februari maret april mei juni juli agustus september oktober november desember",
  "jan feb mac april mei jun julai ogos sep okt nov disember",
];

/** Months of the Levant that are two words: the second one decides. */
const ARABIC_PAIRS = new Map([
  ["تشرين الأول", 10],
  ["تشرين الاول", 10],
  ["تشرين الثاني", 11],
  ["كانون الأول", 12],
  ["كانون الاول", 12],
  ["كانون الثاني", 1],
]);

const WEEKDAYS =
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun " +
  "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi " +
  "dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato " +
  "domenica понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс " +
  "понеділок вівторок середа четвер п'ятниця субота неділя pazartesi salı çarşamba perşembe cuma cumartesi pazar " +
  "bazar cümə şənbə hétfő kedd szerda csütörtök péntek szombat vasárnap maandag dinsdag woensdag donderdag vrijdag " +
  "zaterdag zondag mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag senin selasa rabu kamis jumat sabtu minggu الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد";

let numbers: Map<string, number> | undefined;

/** By name. Built at the first question; pairs would be as much garbage again. */
function numbered(): Map<string, number> {
  const made = new Map<string, number>();
  for (const line of MONTHS) {
    const names = line.split(" ");
    for (let i = 0; i < names.length; i++) made.set(names[i] ?? "", i + 1);
  }
  made.delete("_");
  return made;
}

/** Names longer than the longest are not looked up. */
const LONGEST = 14;

/** 1 to 12, or 0 for what is no month's name. */
export function monthOf(name: string): number {
  if (name.length < 2 || name.length > LONGEST) return 0;
  numbers ??= numbered();
  return numbers.get(lowered(name)) ?? 0;
}

/** The month of two words, 0 if they name none. */
export const monthOfPair = (first: string, second: string): number =>
  first.charCodeAt(0) >= 0x600 ? (ARABIC_PAIRS.get(`${first} ${second}`) ?? 0) : 0;

let turkic: Set<string> | undefined;

/** Names that only Azerbaijani and Turkish have: capitals beside them are lowered by their rules (`BAKI`, `Bakı`). */
export function isTurkic(name: string): boolean {
  if (!turkic) {
    const ofLine = (first: string): string[] =>
      MONTHS.find((line) => line.startsWith(first))?.split(" ") ?? [];
    const english = new Set(ofLine("january"));
    turkic = new Set([...ofLine("yanvar"), ...ofLine("ocak")].filter((month) => !english.has(month)));
  }
  return turkic.has(lowered(name));
}

let weekdays: Set<string> | undefined;

/** `Tuesday`, `вторник`, `kedd`, in any letter case. */
export function isWeekday(name: string): boolean {
  weekdays ??= new Set(WEEKDAYS.split(" "));
  return weekdays.has(lowered(name));
}
