/** The stem of a word in its language: Snowball's stemmers, and suffix grammars for languages that these lack or find too little in. */
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import { foldLower } from "../fold.js";
import { english } from "./english.js";
import { arabic, armenian, georgian, kazakh, persian, ukrainian } from "./grammars.js";
import { russian } from "./russian.js";
import type { StemmedLanguage } from "./stemmed-languages.js";
import { azerbaijani, turkish } from "./turkic.js";

const stemmers: Readonly<Record<StemmedLanguage, (word: string) => string>> = {
  en: english,
  ru: russian,
  tr: turkish,
  de: german,
  fr: french,
  es: spanish,
  ar: arabic,
  az: azerbaijani,
  fa: persian,
  ka: georgian,
  hy: armenian,
  kk: kazakh,
  uk: ukrainian,
};

const LATIN = ["en", "tr", "de", "fr", "es", "az"];
const CYRILLIC = ["ru", "uk", "kk"];
const ARABIC = ["ar", "fa"];
const GEORGIAN = ["ka"];
const ARMENIAN = ["hy"];

/** The languages (ISO 639-1) in which a word of its letters may have a stem. */
export function stemmingLanguages(word: string): readonly string[] {
  const unit = word.charCodeAt(0);
  if (unit < 0x370 || (unit >= 0x1e00 && unit < 0x1f00)) return LATIN;
  if (unit >= 0x400 && unit < 0x530) return CYRILLIC;
  if ((unit >= 0x600 && unit < 0x780) || unit >= 0xfb50) return ARABIC;
  if (unit >= 0x530 && unit < 0x590) return ARMENIAN;
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
