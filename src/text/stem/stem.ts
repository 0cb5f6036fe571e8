/** The stem of a word in its language: Porter's and Snowball's stemmers, and short suffix lists for Azerbaijani, Persian, Georgian. */
import { stemmer as arabic } from "@orama/stemmers/arabic";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as russian } from "@orama/stemmers/russian";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import { stemmer as turkish } from "@orama/stemmers/turkish";
import { foldLower } from "../fold.js";
import { porter } from "./porter.js";
import type { StemmedLanguage } from "./stemmed-languages.js";

const stemmers: Readonly<Record<StemmedLanguage, (word: string) => string>> = {
  en: porter,
  ru: russian,
  tr: turkish,
  de: german,
  fr: french,
  es: spanish,
  ar: definite,
  az: azerbaijani,
  fa: persian,
  ka: georgian,
};

const LATIN = ["en", "tr", "de", "fr", "es", "az"];
const CYRILLIC = ["ru"];
const ARABIC = ["ar", "fa"];
const GEORGIAN = ["ka"];

/** The languages (ISO 639-1) in which a word of its letters may have a stem. */
export function stemmingLanguages(word: string): readonly string[] {
  const unit = word.charCodeAt(0);
  if (unit < 0x370 || (unit >= 0x1e00 && unit < 0x1f00)) return LATIN;
  if (unit >= 0x400 && unit < 0x530) return CYRILLIC;
  if ((unit >= 0x600 && unit < 0x780) || unit >= 0xfb50) return ARABIC;
  return unit >= 0x10a0 && unit < 0x1100 ? GEORGIAN : [];
}

/** Longer words are no words of a language; the stemmers' patterns are not made for them. */
const LONGEST = 40;

/**
 * The stem of a word as `lowerCase` gives it, in a language (ISO 639-1); the word itself in any other language.
 * A stem is a key and need not be a word.
 */
export function stem(word: string, language: string): string {
  return word.length <= LONGEST && isStemmed(language) ? stemmers[language](word) : word;
}

function isStemmed(language: string): language is StemmedLanguage {
  return Object.hasOwn(stemmers, language);
}

/** Words of the Arabic script, which have prefixes. */
const PREFIXED = "ا";

/**
 * What a word and its stem have in common, in whatever language it is stemmed: the first letter without its marks, or
 * that both are of the Arabic script.
 */
export function stemStart(word: string): string {
  const unit = word.charCodeAt(0);
  if (unit < 0x80) return word.slice(0, 1);
  return stemmingLanguages(word) === ARABIC ? PREFIXED : foldLower(word.slice(0, 1)).slice(0, 1);
}

/** The Arabic article, with the particles that are written with it. */
const ARTICLE = /^[وف]?(?:ال|بال|كال|لل)/;
const SHORTEST_ARABIC = 3;

/**
 * Snowball takes particles and endings from a noun with the article that it leaves on one without (`المشاورات` gives
 * `مشاور`, `مشاورات` gives `مشاورا`) and takes the first letter of `وزير` for "and": so every word gets the article.
 */
function definite(word: string): string {
  const bare = word.replace(ARTICLE, "");
  return arabic(`ال${bare.length < SHORTEST_ARABIC ? word : bare}`);
}

/** Persian plural, comparative and what links a noun to the next word; keyboards for Arabic have other ye and kaf. */
const PERSIAN_SUFFIX = /(?:ها(?:یی|ی)?|تر(?:ین)?)$/;
const SHORTEST_PERSIAN = 3;

function persian(word: string): string {
  const written = word.replaceAll("ي", "ی").replaceAll("ك", "ک").replaceAll("آ", "ا");
  const end = written.search(PERSIAN_SUFFIX);
  return end < SHORTEST_PERSIAN ? written : written.slice(0, end);
}

/** Georgian postpositions and case endings, the longest first; then the vowel of the nominative. */
const GEORGIAN_SUFFIXES =
  "ისთვის იდან დან თან თვის მდე ებში ებზე ებით ების ებმა ებს ები ში ზე მა ის ით ად მ ს ი".split(" ");
const SHORTEST_GEORGIAN = 4;

function georgian(word: string): string {
  let rest = word;
  for (;;) {
    const suffix = GEORGIAN_SUFFIXES.find(
      (one) => rest.endsWith(one) && rest.length - one.length >= SHORTEST_GEORGIAN,
    );
    if (suffix === undefined) return rest;
    rest = rest.slice(0, -suffix.length);
  }
}

/**
 * Suffixes of Azerbaijani nouns, the longest first: `A` stands for a/ə, `I` for ı/i/u/ü as vowel harmony asks,
 * `Q` for q after a back vowel and k after a front one; `W` and `Y` are A and I without harmony, for loans. The number
 * is how many letters must remain.
 *
 * A suffix that begins with n or s may be a stem's last letter and a shorter suffix (`Azərbaycan-ın`, `Bakı-nın`):
 * both readings end in the same stem because -Wn and a last vowel are taken off too.
 */
const SUFFIXES: readonly (readonly [pattern: string, remain: number])[] = [
  ["dIrlAr", 3], // are
  ["ndAn", 4], // from its
  ["dIr", 3], // is
  ["lAr", 2], // plural
  ["lIQ", 3], // -ness, -ship
  ["ImIz", 3], // our
  ["mIz", 4],
  ["dAn", 2], // from
  ["ndA", 4], // in its
  ["nIn", 4], // of, after a vowel
  ["sIz", 3], // without
  ["dA", 2], // in
  ["lI", 3], // with, of a place
  ["sI", 3], // its, after a vowel
  ["yA", 3], // to, after a vowel
  ["nA", 4], // to its
  ["nI", 4], // accusative after a vowel
  ["Yn", 3], // of
  ["Wn", 3], // participle
  ["Y", 3], // its, accusative
  ["W", 3], // to
];

/** Suffixes that only follow a vowel, and those that only follow the vowel of a possessive. */
const AFTER_VOWEL: ReadonlySet<string> = new Set(["mIz", "nIn", "sI", "yA", "nI"]);
const AFTER_POSSESSIVE: ReadonlySet<string> = new Set(["ndA", "ndAn", "nA"]);
/** The most suffixes that a word carries: plural, possessive, case, predicative and one of derivation. */
const MOST_SUFFIXES = 5;

/** For the last vowel of a stem: the vowels that A and I become after it, and the letter that Q becomes. */
const HARMONY: Readonly<Record<string, { A: string; I: string; Q: string }>> = {
  a: { A: "a", I: "ı", Q: "q" },
  ı: { A: "a", I: "ı", Q: "q" },
  o: { A: "a", I: "u", Q: "q" },
  u: { A: "a", I: "u", Q: "q" },
  e: { A: "ə", I: "i", Q: "k" },
  ə: { A: "ə", I: "i", Q: "k" },
  i: { A: "ə", I: "i", Q: "k" },
  ö: { A: "ə", I: "ü", Q: "k" },
  ü: { A: "ə", I: "ü", Q: "k" },
};

function azerbaijani(word: string): string {
  let rest = hardened(word);
  for (let i = 0; i < MOST_SUFFIXES; i++) {
    const shorter = withoutSuffix(rest);
    if (shorter === rest) break;
    rest = hardened(shorter);
  }
  return rest;
}

/** A last q and k soften to ğ and y before a vowel: `uşaq`, `uşağı`; `çörək`, `çörəyi`. */
function hardened(stem: string): string {
  const last = stem.at(-1);
  if (last === "ğ" && stem.length > 1) return `${stem.slice(0, -1)}q`;
  const before = stem.at(-2);
  return last === "y" && (before === "ə" || before === "i" || before === "ü")
    ? `${stem.slice(0, -1)}k`
    : stem;
}

function withoutSuffix(word: string): string {
  for (const [pattern, remain] of SUFFIXES) {
    const end = word.length - pattern.length;
    if (end < remain || !matchesEnd(word, end, pattern)) continue;
    const last = word[end - 1] ?? "";
    // Native words end neither in e nor in o: the s of `proses-i` belongs to the stem.
    if (AFTER_POSSESSIVE.has(pattern) && !"ıiuü".includes(last)) continue;
    if (AFTER_VOWEL.has(pattern) && (!Object.hasOwn(HARMONY, last) || last === "e" || last === "o")) continue;
    return word.slice(0, end);
  }
  return word;
}

/** Whether the word from `end` on is the suffix in harmony with the vowels before it. */
function matchesEnd(word: string, end: number, pattern: string): boolean {
  let harmony: { A: string; I: string; Q: string } | undefined;
  for (let i = end - 1; i >= 0 && !harmony; i--) {
    const letter = word[i] ?? "";
    if (Object.hasOwn(HARMONY, letter)) harmony = HARMONY[letter];
  }
  if (!harmony) return false;
  for (let i = 0; i < pattern.length; i++) {
    const wanted = pattern[i];
    const letter = word[end + i] ?? "";
    if (wanted === "W" || wanted === "Y") {
      if (!(wanted === "W" ? "aə" : "ıiuü").includes(letter)) return false;
    } else if (wanted === "A" || wanted === "I" || wanted === "Q") {
      if (letter !== harmony[wanted]) return false;
      harmony = HARMONY[letter] ?? harmony;
    } else if (letter !== wanted) return false;
  }
  return true;
}
