/** Russian: Snowball's stemmer, with vowels that fall out of a stem and words that have two stems. */
import { stemmer as snowball } from "@orama/stemmers/russian";

/** The stem that stands for a word's others, and these: what Snowball makes of their forms. */
const STEMS =
  "дн:ден,дня,дню,днем,дне,дни,дней,дням,днями,днях имен:имя время:времен,врем сыновья:сын " +
  "люд:людьм,люди ребенк:ребенок дет:детьми,дети " +
  "мат:матер,мать доч:дочер,дочь брат:брат,братья друг:друз,друзья лист:листья " +
  "хот:хоч,хоте может:мог ид:идт,идти ехат:ед " +
  "лев:льва,льв лед:льд лоб:лб рот:рт сон:сн угол:угл уголь:угл узел:узл посол:посл котел:котл козел:козл орел:орл " +
  "огон:огн кам:камен,камн корен:корн ветер:ветр пес:пс хребет:хребт сестр:сестер войн:воин окн:окон письм:писем " +
  "денг:денег,деньг земл:земел семь:сем,семья семе:семей копейк:копеек кресл:кресел числ:чисел стекл:стекол " +
  "церков:церкв любов:любв заем:займ наем:найм";

let made: ReadonlyMap<string, string> | undefined;

function stems(): ReadonlyMap<string, string> {
  if (made) return made;
  const map = new Map<string, string>();
  for (const entry of STEMS.split(" ")) {
    const [stem = "", others = ""] = entry.split(":");
    for (const other of others.split(",")) map.set(other, stem);
  }
  made = map;
  return map;
}

export function russian(word: string): string {
  const stem = snowball(word.replaceAll("ё", "е"));
  const known = stems().get(stem);
  return known ?? withoutFleetingVowel(stem);
}

/** о and е before a last к or ц fall out where an ending follows: `рынок`, `рынка`; `боец`, `бойца`. */
function withoutFleetingVowel(stem: string): string {
  if (stem.length < 4) return stem;
  const last = stem.at(-1);
  if (last !== "к" && last !== "ц") return stem;
  const vowel = stem.at(-2);
  if (vowel !== "е" && !(vowel === "о" && last === "к")) return stem;
  const before = stem.at(-3) ?? "";
  const start = stem.slice(0, -2);
  if ("аеиоуыэюя".includes(before)) return `${start}й${last}`;
  return before === "л" && last === "ц" ? `${start}ь${last}` : start + last;
}
