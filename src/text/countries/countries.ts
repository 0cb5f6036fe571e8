/**
 * The other names of a country: `Алжир`, `Algeria`, `Əlcəzair`, `Algérie`; and of a city: `Пекин`, `Beijing`.
 *
 * The names are the platform's own (CLDR, by `Intl.DisplayNames`), with a few by hand that it does not give, cities among them;
 * country-names.ts says why they are written down. How names begin is looked up first: most words begin as none.
 */

import { foldLower } from "../fold.js";
import { isEnding } from "../stem/turkic-endings.js";
import { COUNTRY_NAMES, COUNTRY_STARTS } from "./country-names.js";

/** What names are taken from, in the order in which alternatives are given: a language, or by hand. */
const SOURCES = ["en", "ru", "az", "tr", "de", "fr", "es", "ar", ""];
/** Names that may carry Turkic case endings. */
const TURKIC_SOURCES: ReadonlySet<string> = new Set(["az", "tr", ""]);

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
    for (const name of namesOf(region).flat()) {
      if (seen.has(name) || COMMON_WORDS.has(foldLower(name))) continue;
      seen.add(name);
      alternatives.push(name.split(" "));
    }
  }
  return alternatives;
}

/** The regions, by where their lines begin in COUNTRY_NAMES. */
function regionsOf(words: readonly string[]): Set<number> {
  const regions = new Set<number>();
  const [first] = words;
  if (first === undefined || words.length > MOST_WORDS) return regions;
  for (const bare of withoutParticles(first)) {
    const spelt = [bare, ...words.slice(1)];
    const folded = spelt.map(foldLower);
    if (COMMON_WORDS.has(folded.join(" "))) continue;
    for (const region of beginningWith(folded[0] ?? "")) {
      const isNamed = namesOf(region).some((names, at) => {
        const turkic = TURKIC_SOURCES.has(SOURCES[at] ?? "");
        return names.some((name) => isFormOf(folded, spelt, name, turkic));
      });
      if (isNamed) regions.add(region);
    }
  }
  return regions;
}

/** The names of a region: a list for each of SOURCES. */
function namesOf(region: number): string[][] {
  const end = COUNTRY_NAMES.indexOf("\n", region);
  const line = COUNTRY_NAMES.slice(region, end < 0 ? undefined : end);
  return line.split("|").map((names) => (names === "" ? [] : names.split(",")));
}

/** The regions of which a name begins as the word does; most words begin as none. */
function beginningWith(word: string): number[] {
  const start = word.slice(0, START);
  const shorter = start.slice(0, SHORT);
  return [...regionsAt(start), ...(shorter === start ? [] : regionsAt(shorter))];
}

/** Looked for in the text itself: to make a table of it takes longer than all that one query asks of it. */
function regionsAt(start: string): number[] {
  const entry = `,${start} `;
  const at = COUNTRY_STARTS.indexOf(entry);
  if (start === "" || at < 0) return [];
  const from = at + entry.length;
  return COUNTRY_STARTS.slice(from, COUNTRY_STARTS.indexOf(",", from))
    .split(" ")
    .map((region) => Number.parseInt(region, 36));
}

const ARABIC = 0x600;

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
  const spelt = name.split(" ");
  if (folded.length !== spelt.length) return false;
  return folded.every((word, i) => {
    const other = spelt[i] ?? "";
    const plain = foldLower(other);
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

const vowel = /[aeiouöüəı]/g;

function isTurkicForm(word: string, spelt: string): boolean {
  const name = foldLower(spelt);
  if (!word.startsWith(name)) return false;
  const ending = word.slice(name.length);
  if (name.length < (ending.length > 1 ? SHORT : SHORT + 1) || !isEnding(ending)) return false;
  // Harmony, as far as folding leaves it: `Butan-a`, never `butane`.
  const isBack = "aıou".includes(spelt.match(vowel)?.at(-1) ?? "");
  return !ending.includes(isBack ? "e" : "a");
}

/** Whether the words (as `lowerCase` gives them) name a country, in any case form. */
export function isCountryName(words: readonly string[]): boolean {
  return regionsOf(words).size > 0;
}
