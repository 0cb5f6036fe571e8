/** The names of the months in the languages of datelines. */

/** Twelve names a language, in the forms that stand beside a day; a name is told by its first letters as well. */
const MONTHS: readonly string[] = [
  "january february march april may june july august september october november december",
  "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
  "januar februar märz april mai juni juli august september oktober november dezember",
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
  "jan feb mar apr may jun jul aug sep oct nov dec",
  "jan feb mar apr may jun jul aug sept oct nov dec",
  "янв фев мар апр май июн июл авг сен окт ноя дек",
];

let numbers: Map<string, number> | undefined;

function numbered(): Map<string, number> {
  const made = new Map<string, number>();
  for (const line of MONTHS)
    line.split(" ").forEach((word, i) => {
      made.set(word, i + 1);
    });
  return made;
}

/** 1 to 12, or 0 for what is no month's name. */
export function monthOf(name: string): number {
  numbers ??= numbered();
  return numbers.get(name.replaceAll("İ", "i").toLowerCase()) ?? 0;
}

let turkic: Set<string> | undefined;

/** Names that only Azerbaijani and Turkish have: capitals beside them are lowered by their rules (`BAKI`, `Bakı`). */
export function isTurkic(name: string): boolean {
  if (!turkic) {
    const [english = [], azerbaijani = [], , , turkish = []] = MONTHS.map((line) => line.split(" "));
    turkic = new Set([...azerbaijani, ...turkish].filter((month) => !english.includes(month)));
  }
  return turkic.has(name.replaceAll("İ", "i").toLowerCase());
}
