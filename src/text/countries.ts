/**
 * The other names of a country: `Алжир`, `Algeria`, `Əlcəzair`, `Algérie`.
 *
 * The names are the platform's own (CLDR, by `Intl.DisplayNames`; country-names.ts says why they are written down),
 * with a few by hand that it does not give. A list of how names begin spares ordinary words the look-up.
 */
import { COUNTRY_NAMES } from "./country-names.js";
import { COUNTRY_STARTS } from "./country-starts.js";
import { fold } from "./fold.js";
import { tokenize } from "./tokenize.js";

/** Where names are looked up, in the order in which alternatives are given. */
const LANGUAGES = ["en", "ru", "az", "tr", "de", "fr", "es", "ar"];
const BY_HAND = "";
const SOURCES = [...LANGUAGES, BY_HAND];

/** ISO 3166-1 alpha-2, and Kosovo. */
const REGIONS =
  "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDE" +
  "DJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJP" +
  "KEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZ" +
  "OMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTW" +
  "TZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

/** Names in use that the platform does not give, by region. */
const MORE_NAMES: Readonly<Record<string, string>> = {
  AE: "UAE, ОАЭ, Объединенные Арабские Эмираты, BƏƏ, Emirates, Эмираты",
  BA: "Bosnia, Босния, Bosniya, Bosna",
  BY: "Belarus, Беларусь, Белоруссия, Byelorussia",
  CD: "DR Congo, Democratic Republic of the Congo, Демократическая Республика Конго",
  CG: "Congo, Конго, Konqo, Kongo",
  CI: "Ivory Coast",
  CN: "PRC, КНР, ÇXR",
  CZ: "Czech Republic, Чешская Республика, Çexiya Respublikası, Çek Cumhuriyeti, Tschechische Republik",
  DE: "FRG, ФРГ, AFR",
  GB: "UK, Great Britain, Britain, Соединенное Королевство, Британия, Böyük Britaniya, Britaniya, İngiltere",
  HK: "Hong Kong, Honkonq, Hongkong",
  KG: "Kyrgyzstan, Kirghizia, Кыргызстан, Киргизия, Kırgızistan",
  KP: "DPRK, КНДР, Северная Корея, Şimali Koreya",
  KR: "Republic of Korea, Южная Корея",
  KZ: "Kazakhstan",
  MD: "Молдавия, Молдова, Moldavia",
  MK: "Macedonia, Македония, Makedoniya, Makedonya",
  MM: "Burma, Бирма, Myanmar, Мьянма",
  NL: "Holland, Голландия, Hollandiya, Hollanda",
  PS: "Palestine, Палестина, Fələstin, Filistin, Palästina, Palestina, فلسطين",
  RU: "Russian Federation, Российская Федерация, РФ, Rusiya Federasiyası",
  SZ: "Swaziland, Свазиленд",
  TL: "East Timor",
  TM: "Туркмения, Turkmenia",
  TR: "Turkey, Türkiye",
  US: "USA, United States of America, США, Соединенные Штаты Америки, ABŞ, ABD, EEUU, America, Америка, Amerika",
  VA: "Vatican, Vatikan",
  ZA: "ЮАР",
};

/** Names that are common words elsewhere: `Island` (German: Iceland), `Réunion`, `مالي` (Arabic also: financial). */
const COMMON_WORDS: ReadonlySet<string> = new Set(["island", "reunion", "maurice", "مالي", "us"]);

/** How many letters of a name's first word find it. */
const START = 4;
/** Words of so many letters must be the same to the letter. */
const SHORT = 3;

/**
 * The other names of the country that the words name, in any case form; empty if they name none. The words are as
 * `lowerCase` gives them, and so are those of each name: one of several words is a phrase.
 */
export function countryNames(words: readonly string[]): string[][] {
  const alternatives: string[][] = [];
  const seen = new Set([words.join(" ")]);
  for (const region of regionsOf(words)) {
    for (const text of SOURCES.flatMap((source) => namesIn(source)[region] ?? [])) {
      const other = wordsOf(text);
      const joined = other.join(" ");
      if (seen.has(joined) || COMMON_WORDS.has(fold(joined))) continue;
      seen.add(joined);
      alternatives.push(other);
    }
  }
  return alternatives;
}

/** The regions, by their place in REGIONS. */
function regionsOf(words: readonly string[]): Set<number> {
  const regions = new Set<number>();
  const [first] = words;
  if (first === undefined || words.length > MOST_WORDS) return regions;
  for (const bare of withoutParticles(first)) {
    const spelt = [bare, ...words.slice(1)];
    const folded = spelt.map(fold);
    const start = folded[0]?.slice(0, START) ?? "";
    if (!mayBegin(start) || COMMON_WORDS.has(folded.join(" "))) continue;
    for (const source of sourcesFor(start)) {
      const turkic = source === "az" || source === "tr" || source === BY_HAND;
      namesIn(source).forEach((texts, region) => {
        for (const text of texts) {
          if (beginsWith(text, start) && isFormOf(folded, spelt, text, turkic)) regions.add(region);
        }
      });
    }
  }
  return regions;
}

/** The sources that have names in the script of a word. */
function sourcesFor(word: string): readonly string[] {
  const unit = word.charCodeAt(0);
  if (unit >= ARABIC) return ["ar", BY_HAND];
  if (unit >= CYRILLIC) return ["ru", BY_HAND];
  return SOURCES.filter((source) => source !== "ru" && source !== "ar");
}

const CYRILLIC = 0x400;
const ARABIC = 0x600;

const tables = new Map<string, string[][]>();

/** The names that a source has, by region. */
function namesIn(source: string): string[][] {
  let table = tables.get(source);
  if (!table) {
    const names = COUNTRY_NAMES[source]?.split("|");
    table = [];
    for (let i = 0; i < REGIONS.length; i += 2) {
      const name = names?.[i / 2];
      table.push(names ? (name ? [name] : []) : (MORE_NAMES[REGIONS.slice(i, i + 2)]?.split(", ") ?? []));
    }
    tables.set(source, table);
  }
  return table;
}

const firstLetters = new Map<string, string>();

/** Whether a name's first word begins so. Most names are passed over by their first letter. */
function beginsWith(text: string, start: string): boolean {
  const first = text[0] ?? "";
  let letter = firstLetters.get(first);
  if (letter === undefined) {
    letter = fold(first)[0] ?? "";
    firstLetters.set(first, letter);
  }
  if (letter !== start[0]) return false;
  const begins = startOf(text);
  return begins === start || begins === start.slice(0, SHORT);
}

/** The first letters of a name's first word, without an ending that the cases change: `Куба`, `Кубе`. */
function startOf(text: string): string {
  const folded = fold(text.slice(0, START + 1));
  const end = folded.search(/[^\p{L}]/u);
  const word = end < 0 ? folded : folded.slice(0, end);
  return /^[а-я]{3}[ая]$/.test(word) ? word.slice(0, SHORT) : word.slice(0, START);
}

const parenthesis = /\([^()]*\)/g;

function wordsOf(text: string): string[] {
  return tokenize(text.replaceAll(parenthesis, " ").replaceAll("&", "and")).map(({ word }) => word);
}

let starts: Set<string> | undefined;

/** False for what no name of a country begins with. */
function mayBegin(start: string): boolean {
  starts ??= new Set(COUNTRY_STARTS.split(" "));
  return start.charCodeAt(0) >= ARABIC || starts.has(start) || starts.has(start.slice(0, SHORT));
}

/** More words no name has that is asked for. */
const MOST_WORDS = 6;

/** An Arabic word may carry and, in, to, as before it. */
function withoutParticles(word: string): string[] {
  const unit = word.charCodeAt(0);
  if (unit < ARABIC || unit > 0x6ff) return [word];
  if (word.startsWith("لل")) return [word, `ال${word.slice(2)}`];
  return "وفبلك".includes(word[0] ?? "") ? [word, word.slice(1)] : [word];
}

/** Whether words, as they are and folded, are the name in some case. */
function isFormOf(
  folded: readonly string[],
  words: readonly string[],
  name: string,
  turkic: boolean,
): boolean {
  const spelt = wordsOf(name);
  if (folded.length !== spelt.length) return false;
  return folded.every((word, i) => {
    const other = spelt[i] ?? "";
    const plain = fold(other);
    // In short words the diacritics matter: `abs` is not `ABŞ`.
    if (word === plain && (word.length > SHORT || words[i] === other)) return true;
    const isLast = i === folded.length - 1;
    return isRussianForm(word, plain, folded.length > 1) || (turkic && isLast && isTurkicForm(word, other));
  });
}

const RUSSIAN_NOUN = new Set([
  "",
  "а",
  "я",
  "ы",
  "и",
  "у",
  "ю",
  "е",
  "ой",
  "ей",
  "ом",
  "ем",
  "ью",
  "ов",
  "ам",
  "ами",
  "ах",
  "ям",
  "ями",
  "ях",
]);
const RUSSIAN_ADJECTIVE = new Set([
  "ая",
  "ой",
  "ую",
  "ей",
  "юю",
  "ое",
  "ого",
  "ому",
  "ым",
  "ом",
  "ый",
  "ий",
  "ого",
  "его",
  "ые",
  "ие",
  "ых",
  "их",
  "ими",
  "ыми",
]);
const SHORTEST_STEM = 4;

function isRussianForm(word: string, name: string, inPhrase: boolean): boolean {
  const unit = name.charCodeAt(0);
  if (unit < 0x430 || unit > 0x44f) return false;
  if (inPhrase && RUSSIAN_ADJECTIVE.has(name.slice(-2))) {
    const stem = name.slice(0, -2);
    if (word.startsWith(stem) && RUSSIAN_ADJECTIVE.has(word.slice(stem.length))) return true;
  }
  const last = name.at(-1) ?? "";
  if ("оеиую".includes(last)) return false;
  const stem = "аяыйь".includes(last) ? name.slice(0, -1) : name;
  const shortest = "ая".includes(last) ? SHORTEST_STEM - 1 : SHORTEST_STEM;
  if (stem.length < shortest || !word.startsWith(stem)) return false;
  const ending = word.slice(stem.length);
  return ending !== "" && RUSSIAN_NOUN.has(ending);
}

/** Case endings, `from`, `in`, `of`, and of a person from there, as `fold` gives them. */
const TURKIC_ENDINGS = new Set(
  (
    "a e ya ye na ne i u ni nu yi yu in un nin nun da de ta te dan den tan ten nda nde ndan nden si su sinin sina sine " +
    "sinda sinde sindan sinden dir dur li lu lilar liler larin lerin yla yle la le"
  ).split(" "),
);

const vowel = /[aeiouöüəı]/g;

function isTurkicForm(word: string, spelt: string): boolean {
  const name = fold(spelt);
  if (!word.startsWith(name)) return false;
  const ending = word.slice(name.length);
  if (name.length < (ending.length > 1 ? SHORT : SHORT + 1) || !TURKIC_ENDINGS.has(ending)) return false;
  // Harmony, as far as folding leaves it: `Butan-a`, never `butane`.
  const isBack = "aıou".includes(spelt.match(vowel)?.at(-1) ?? "");
  return !ending.includes(isBack ? "e" : "a");
}

/** Whether the words (as `lowerCase` gives them) name a country, in any case form. */
export function isCountryName(words: readonly string[]): boolean {
  return regionsOf(words).size > 0;
}
