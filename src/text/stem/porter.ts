/**
 * The English stemmer of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980.
 *
 * By hand, since those to be had are made of some twenty patterns, which take 2 ms of each call to compile: more than
 * all else that is done with a query's words.
 */

/** Suffixes of the paper's steps 2 and 3, found by their ends, and what stands in their place. */
const STEP_2 =
  "ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize ation:ate " +
  "ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log";
const STEP_3 = "icate:ic ative: alize:al iciti:ic ical:ic ful: ness:";
/** Those of step 4, which are taken off. */
const STEP_4 = "al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize";

interface Suffix {
  suffix: string;
  instead: string;
}

/** By their last letters. */
type Suffixes = ReadonlyMap<string, readonly Suffix[]>;

function suffixesOf(list: string): Suffixes {
  const suffixes = new Map<string, Suffix[]>();
  for (const entry of list.split(" ")) {
    const [suffix = "", instead = ""] = entry.split(":");
    const last = suffix.slice(-1);
    const some = suffixes.get(last);
    if (some) some.push({ suffix, instead });
    else suffixes.set(last, [{ suffix, instead }]);
  }
  // The longest that a word ends with counts: `ational` before `tional`.
  for (const some of suffixes.values()) some.sort((a, b) => b.suffix.length - a.suffix.length);
  return suffixes;
}

let steps: { second: Suffixes; third: Suffixes; fourth: Suffixes } | undefined;

/** Whether the letter at a place is a vowel: y is one behind a consonant. `before` tells of the letter before it. */
function isVowel(word: string, at: number, before: boolean): boolean {
  switch (word[at]) {
    case "a":
    case "e":
    case "i":
    case "o":
    case "u":
      return true;
    case "y":
      return at > 0 && !before;
    default:
      return false;
  }
}

/** The paper's m of the first letters of a word, how often a consonant follows a vowel; -1 where there is no vowel. */
function measure(word: string, end: number): number {
  let count = -1;
  let before = false;
  for (let i = 0; i < end; i++) {
    const vowel = isVowel(word, i, before);
    if (vowel && count < 0) count = 0;
    if (!vowel && before) count++;
    before = vowel;
  }
  return count;
}

/** Whether a word is consonant, vowel, consonant at its end, and the last none of w, x, y: `hop`, not `snow`. */
function endsShort(word: string): boolean {
  const last = word.at(-1) ?? "";
  if (word.length < 3 || "wxy".includes(last)) return false;
  let [first, second, third] = [false, false, false];
  for (let i = 0; i < word.length; i++) [first, second, third] = [second, third, isVowel(word, i, third)];
  return !first && second && !third;
}

/** The stem of a word in small letters. */
export function porter(word: string): string {
  if (word.length < 3) return word;
  let stem = withoutPlural(word);
  stem = withoutPast(stem);
  if (stem.endsWith("y") && measure(stem, stem.length - 1) >= 0) stem = `${stem.slice(0, -1)}i`;
  steps ??= { second: suffixesOf(STEP_2), third: suffixesOf(STEP_3), fourth: suffixesOf(STEP_4) };
  stem = replaced(stem, steps.second, 0);
  stem = replaced(stem, steps.third, 0);
  stem = replaced(stem, steps.fourth, 1);
  return withoutLast(stem);
}

/** Step 1a. */
function withoutPlural(word: string): string {
  if (!word.endsWith("s") || word.endsWith("ss")) return word;
  if (word.endsWith("sses") || word.endsWith("ies")) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Step 1b. */
function withoutPast(word: string): string {
  if (word.endsWith("eed")) return measure(word, word.length - 3) > 0 ? word.slice(0, -1) : word;
  const end = word.length - (word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0);
  if (end === word.length || measure(word, end) < 0) return word;
  const stem = word.slice(0, end);
  if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) return `${stem}e`;
  const last = stem.at(-1) ?? "";
  if (stem.at(-2) === last && !"aeiouylsz".includes(last)) return stem.slice(0, -1);
  return measure(stem, end) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

/** Steps 2, 3 and 4: what stands before the suffix must measure more than `least`. */
function replaced(word: string, suffixes: Suffixes, least: number): string {
  const found = suffixes.get(word.slice(-1))?.find(({ suffix }) => word.endsWith(suffix));
  if (!found) return word;
  const { suffix, instead } = found;
  const end = word.length - suffix.length;
  const isPart = suffix === "ion" && word[end - 1] !== "s" && word[end - 1] !== "t";
  return isPart || measure(word, end) <= least ? word : word.slice(0, end) + instead;
}

/** Step 5. */
function withoutLast(word: string): string {
  let stem = word;
  if (word.endsWith("e")) {
    const bare = word.slice(0, -1);
    const count = measure(bare, bare.length);
    if (count > 1 || (count === 1 && !endsShort(bare))) stem = bare;
  }
  return stem.endsWith("ll") && measure(stem, stem.length) > 1 ? stem.slice(0, -1) : stem;
}
