/**
 * The other names of a country: `Алжир`, `Algeria`, `Əlcəzair`, `Algérie`; and of a city: `Пекин`, `Beijing`.
 *
 * The names are the platform's own (CLDR, by `Intl.DisplayNames`), with a few by hand that it does not give, cities among them;
 * country-names.ts says why they are written down. How names begin is looked up first: most words begin as none.
 */

import { foldLower } from "../fold.js";
import { COUNTRY_NAMES, COUNTRY_STARTS } from "./country-names.js";
import { isSameForm } from "./name-forms.js";

/** What names are taken from, in the order in which alternatives are given: a language, or by hand. */
const SOURCES = ["en", "ru", "az", "tr", "de", "fr", "es", "ar", "zh", "fa", "ka", ""];
/** Names that may carry Turkic case endings. */
const TURKIC_SOURCES: ReadonlySet<string> = new Set(["az", "tr", ""]);

/** Names that are common words elsewhere: `Island` (German: Iceland), `Réunion`, `مالي` (Arabic also: financial). */
const COMMON_WORDS: ReadonlySet<string> = new Set(["island", "reunion", "maurice", "مالي"]);

/** How many letters of a name's first word find it. */
const START = 4;
/** Of shorter names these letters. */
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
        return names.some((name) => isSameForm(folded, spelt, name, turkic));
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

/** Whether the words (as `lowerCase` gives them) name a country, in any case form. */
export function isCountryName(words: readonly string[]): boolean {
  return regionsOf(words).size > 0;
}
