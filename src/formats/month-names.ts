/** Months by name in the languages of news agencies, full, inflected and cut short. */

/** One line a set of names, January to December; `/` divides forms of one month. */
const NAMES: readonly string[] = [
  "january february march april may june july august september october november december",
  "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
  "января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль августа/август сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь",
  "січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень",
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
  "januar/jänner februar/feber märz/maerz april mai juni juli august september oktober november dezember",
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "januari februari maart april mei juni juli augustus/augusti september oktober november december",
  "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień",
  "januar/januari februar/februari marts/mars april maj juni juli august/augusti september oktober november december/desember",
  "يناير فبراير مارس أبريل/ابريل/إبريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر",
  "ژانویه فوریه مارس آوریل مه/می ژوئن ژوئیه/جولای اوت/آگوست سپتامبر اکتبر نوامبر دسامبر",
  "იანვარი/იანვარს თებერვალი/თებერვალს მარტი/მარტს აპრილი/აპრილს მაისი/მაისს ივნისი/ივნისს ივლისი/ივლისს აგვისტო/აგვისტოს სექტემბერი/სექტემბერს ოქტომბერი/ოქტომბერს ნოემბერი/ნოემბერს დეკემბერი/დეკემბერს",
  "jan feb mar apr may jun jul aug sep/sept oct nov dec",
  "janv févr mars avr mai juin juil août sept oct nov déc",
  "ene fev mrz abr/avr mag/mei giu/haz lug/tem ago/ağu set/eyl ott/okt/ekm kas/noy dic/dez/ara/des",
  "янв фев мар апр мая июн июл авг сен/сент окт ноя/нояб дек",
  "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
];

const SHORTEST = 3;

let numbers: Map<string, number> | undefined;

/** Names with their beginnings: `сентя` is September. A beginning of two months is neither, a whole name wins. */
function numbered(): Map<string, number> {
  const whole = new Map<string, number>();
  const beginnings = new Map<string, number>();
  for (const line of NAMES)
    line.split(" ").forEach((forms, i) => {
      for (const name of forms.split("/")) {
        // Listopad is November in Polish and Ukrainian, October in Croatian, which is not read.
        if (!whole.has(name)) whole.set(name, i + 1);
        for (let length = SHORTEST; length < name.length; length++) {
          const beginning = name.slice(0, length);
          const before = beginnings.get(beginning);
          beginnings.set(beginning, before === undefined || before === i + 1 ? i + 1 : 0);
        }
      }
    });
  return new Map([...beginnings, ...whole]);
}

/** 1 to 12, or 0 for a word that is no month's name. */
export function monthNumber(word: string): number {
  numbers ??= numbered();
  const name = word.replaceAll("İ", "i").toLowerCase();
  const found = numbers.get(name);
  if (found !== undefined) return found;
  // Case endings: Azerbaijani `aprelin`, Turkish `nisanda`.
  for (let length = name.length - 1; length >= 5; length--) {
    const stem = numbers.get(name.slice(0, length));
    if (stem) return stem;
  }
  return 0;
}
