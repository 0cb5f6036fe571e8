/**
 * The English stemmer of Snowball ("Porter 2", https://snowballstem.org/algorithms/english/stemmer.html), with its list of
 * exceptions made longer: irregular forms, and British spellings beside American ones.
 *
 * By hand, since those to be had are made of some twenty patterns, which take 2 ms of each call to compile: more than
 * all else that is done with a query's words.
 */
import { american, exceptionalStem } from "./english-words.js";

/** Suffixes of the steps 2 and 3, and what stands in their place. */
const STEP_2 =
  "ational:ate tional:tion enci:ence anci:ance izer:ize abli:able bli:ble alli:al entli:ent eli:e ousli:ous ization:ize " +
  "ation:ate ator:ate alism:al iveness:ive fulness:ful fulli:ful ousness:ous aliti:al iviti:ive biliti:ble lessli:less " +
  "ogist:og ogi:og li:";
const STEP_3 = "ational:ate tional:tion icate:ic ative: alize:al iciti:ic ical:ic ful: ness:";
/** Those of step 4, which are taken off. */
const STEP_4 = "al ance ence er ic able ible ant ement ment ent ion ism ate iti ous ive ize";

/** Behind these a word's first region begins, that words of other meanings may keep their endings. */
const STARTS = "arsen author commun emerg experim gener inter later organ past univers";

const STARTS_WITH = /^[aceghiopul]/;

const DOUBLES = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"];
const VALID_LI = "cdeghkmnrt";

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

interface Steps {
  second: Suffixes;
  third: Suffixes;
  fourth: Suffixes;
  starts: readonly string[];
}

let made: Steps | undefined;

function steps(): Steps {
  made ??= {
    second: suffixesOf(STEP_2),
    third: suffixesOf(STEP_3),
    fourth: suffixesOf(STEP_4),
    starts: STARTS.split(" "),
  };
  return made;
}

/** Whether a letter is a vowel; a y that is a consonant has been written Y. */
function isVowel(letter: string | undefined): boolean {
  switch (letter) {
    case "a":
    case "e":
    case "i":
    case "o":
    case "u":
    case "y":
      return true;
    default:
      return false;
  }
}

/** Where the region behind the first consonant that follows a vowel begins, from a place on. */
function region(word: string, from: number): number {
  let at = from;
  while (at < word.length && !isVowel(word[at])) at++;
  while (at < word.length && isVowel(word[at])) at++;
  return Math.min(at + 1, word.length);
}

/** Whether a word ends in a short syllable: consonant, vowel, consonant other than w, x and Y; or vowel, consonant alone. */
function endsShort(word: string): boolean {
  const last = word.at(-1);
  if (isVowel(last) || !isVowel(word.at(-2))) return word === "past";
  if (word.length === 2) return true;
  return !isVowel(word.at(-3)) && !"wxY".includes(last ?? "");
}

function hasVowel(word: string, end = word.length): boolean {
  for (let i = 0; i < end; i++) if (isVowel(word[i])) return true;
  return false;
}

/** The stem of a word in small letters. */
export function english(typed: string): string {
  if (typed.length < 3) return typed;
  const known = exceptionalStem(typed);
  if (known !== undefined) return known;
  const spelt = american(typed);
  const again = spelt === typed ? undefined : exceptionalStem(spelt);
  return again ?? new Stemming(spelt).stem();
}

class Stemming {
  private word: string;
  private readonly first: number;
  private readonly second: number;

  constructor(word: string) {
    this.word = withConsonantY(word);
    const start = STARTS_WITH.test(word)
      ? steps().starts.find((one) => this.word.startsWith(one))
      : undefined;
    this.first = start === undefined ? region(this.word, 0) : start.length;
    this.second = region(this.word, this.first);
  }

  stem(): string {
    const { word: typed } = this;
    this.plural();
    const whole = this.word;
    const single = whole === typed ? undefined : exceptionalStem(whole.toLowerCase());
    if (single !== undefined) return single;
    this.past();
    if (whole !== this.word) {
      const bare = this.word.toLowerCase();
      if (exceptionalStem(bare) === bare) return bare;
      // The e that an ending has taken: `choosing`.
      if (exceptionalStem(`${bare}e`) === `${bare}e`) return `${bare}e`;
    }
    const { word } = this;
    const last = word.at(-1);
    if ((last === "y" || last === "Y") && word.length > 2 && !isVowel(word.at(-2)))
      this.word = `${word.slice(0, -1)}i`;
    this.replace(steps().second, this.first);
    this.replace(steps().third, this.first);
    this.replace(steps().fourth, this.second);
    this.lastLetter();
    return this.word.toLowerCase();
  }

  /** Step 1a. */
  private plural(): void {
    const { word } = this;
    if (word.endsWith("sses")) this.word = word.slice(0, -2);
    else if (word.endsWith("ies") || word.endsWith("ied"))
      this.word = word.slice(0, word.length > 4 ? -2 : -1);
    else if (
      word.endsWith("s") &&
      !word.endsWith("us") &&
      !word.endsWith("ss") &&
      hasVowel(word, word.length - 2)
    )
      this.word = word.slice(0, -1);
  }

  /** Step 1b. */
  private past(): void {
    const { word } = this;
    for (const suffix of ["eedly", "eed"])
      if (word.endsWith(suffix)) {
        if (word.length - suffix.length >= this.first) this.word = `${word.slice(0, -suffix.length)}ee`;
        return;
      }
    const last = word.at(-1);
    if (last !== "d" && last !== "g" && last !== "y") return;
    const suffix = ["ingly", "edly", "ing", "ed"].find((one) => word.endsWith(one));
    if (suffix === undefined) return;
    const bare = word.slice(0, -suffix.length);
    if (!hasVowel(bare)) return;
    if (bare.endsWith("at") || bare.endsWith("bl") || bare.endsWith("iz")) this.word = `${bare}e`;
    else if (DOUBLES.includes(bare.slice(-2)))
      this.word = bare.length === 3 && "aeo".includes(bare.charAt(0)) ? bare : bare.slice(0, -1);
    else this.word = bare.length <= this.first && endsShort(bare) ? `${bare}e` : bare;
  }

  /** Steps 2, 3 and 4: the suffix must stand behind the beginning of a region. */
  private replace(suffixes: Suffixes, from: number): void {
    const { word } = this;
    const found = suffixes.get(word.slice(-1))?.find(({ suffix }) => word.endsWith(suffix));
    if (!found) return;
    const { suffix, instead } = found;
    const end = word.length - suffix.length;
    const before = word[end - 1] ?? "";
    if (end < from) return;
    if (suffix === "ion" && before !== "s" && before !== "t") return;
    if (suffix === "ogi" && before !== "l") return;
    if (suffix === "li" && !VALID_LI.includes(before)) return;
    if (suffix === "ative" && end < this.second) return;
    this.word = word.slice(0, end) + instead;
  }

  /** Step 5. */
  private lastLetter(): void {
    const { word } = this;
    const end = word.length - 1;
    if (word.endsWith("e")) {
      if (end >= this.second || (end >= this.first && !endsShort(word.slice(0, -1))))
        this.word = word.slice(0, -1);
    } else if (word.endsWith("ll") && end >= this.second) this.word = word.slice(0, -1);
  }
}

/** A y at the beginning of a word and behind a vowel is a consonant. */
function withConsonantY(word: string): string {
  if (!word.includes("y")) return word;
  let result = "";
  for (let i = 0; i < word.length; i++) {
    const letter = word[i] ?? "";
    result += letter === "y" && (i === 0 || isVowel(result[i - 1])) ? "Y" : letter;
  }
  return result;
}
