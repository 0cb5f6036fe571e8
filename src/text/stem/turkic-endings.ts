/** The endings that Azerbaijani and Turkish set behind a name with an apostrophe or a hyphen: `Türkiye'de`, `BMT-nin`. */
import { foldLower } from "../fold.js";

/** Case endings, `from`, `in`, `of`, the copula, and of a person from there, as `foldLower` gives them. */
const ENDINGS =
  "a e ya ye na ne i u ni nu yi yu in un nin nun da de ta te dan den tan ten nda nde ndan nden si su sinin sina sine " +
  "sinda sinde sindan sinden dir dur tir tur li lu lilar liler larin lerin lar ler yla yle la le ci cu deki daki teki " +
  "taki ndaki ndeki ca ce";

/** Those that are no words of languages that have hyphens in words: `check-in`, `porte-de`. */
const SURE =
  "ya ye ni nu yi yu nin nun da dan den tan nda nde ndan nden sinin sina sine sinda sinde sindan sinden dir dur tir " +
  "lu lilar liler larin lerin lar ler yla yle ci cu daki deki ndaki ndeki";

let endings: ReadonlySet<string> | undefined;
let sure: ReadonlySet<string> | undefined;

/** Whether an ending, as `foldLower` gives it, may follow a name. */
export function isEnding(folded: string): boolean {
  endings ??= new Set(ENDINGS.split(" "));
  return endings.has(folded);
}

/**
 * Whether the second part, in lower case, is an ending of the first. Behind a hyphen it must be in letters that show it,
 * or be none of the words that other languages join so.
 */
export function isTurkicEnding(first: string, second: string, isHyphen: boolean): boolean {
  if (first.length < 2 || second.length > 6 || second === "") return false;
  const folded = foldLower(second);
  if (!isEnding(folded)) return false;
  if (!isHyphen || folded !== second) return true;
  sure ??= new Set(SURE.split(" "));
  return sure.has(folded);
}
