/**
 * Tells whether two words are one name in two alphabets or transliterations: `Əliyev`, `Aliyev`, `Алиев`, `Aliev`.
 *
 * A word is read as a row of sounds. Its key is the row of its consonants in coarse classes (`Qarabağ`, `Karabakh`
 * and `Карабах` all give `krbk`), which finds the candidates; what tells `Bakı` from `back` is the cheapest
 * alignment of the two rows, in which letters that one alphabet writes for the other's cost little or nothing.
 */

import { foldLower } from "../fold.js";
import { align, costsAcross, costsOfAbjad, costsWithin } from "./alignment.js";
import { firstSounds, isGlide, isVowel, LONGEST, type Reading, Row, readSounds, SOUNDS } from "./phonemes.js";

/** Shorter words are never names of one spelling here and another there that are worth the risk. */
const SHORTEST = 3;

/** The sounds that a key does not tell apart. Vowels and the glide are left out of keys. */
const CLASSES = ["bp", "dt", "gkKqGxhH", "fF", "vw", "l", "m", "n", "r", "szc", "JZ", "C", "S"];
/** The same for a last sound, which Turkish and Russian harden. */
const LAST_CLASSES = ["bp", "dt", "gkKqGxhH", "fF", "vw", "l", "m", "n", "r", "szc", "CJZ", "S"];

/** By sound the letter of its class. */
function classLetters(classes: readonly string[]): string[] {
  return [...SOUNDS].map((sound) => classes.find((of) => of.includes(sound))?.[0] ?? "");
}

let classes: string[] | undefined;
let lastClasses: string[] | undefined;

/** Letters that only Azerbaijani and its kin write: the word's c is J and its x is kh. German has ö and ü too. */
const TURKIC = /[əığşç]/;
const UMLAUT = /[öü]/;
/** Groups that Azerbaijani spelling does not have: a word with one of them reads c and x as English does. */
const NOT_TURKIC = /w|[aeiou][aeou]|[aou]i|[cgkpst]h|ck|xc|cc|c[lrst]|[ei]xt/;
/** Where English has no x. */
const SURELY_TURKIC = /^x|[rln]x[aeiou]|ux[tk]|axt|xş|q[aeo].*x|x.*q[aeo]/;
/** Letters that texts without marks write as c, s, z, t and d: `Cavusoglu`, `Kovac`. */
const PLAINER = /[çşčćšșžźżţțđ]/;

/** Turkish surnames without their marks: their c and s are mostly ç and ş. */
const PLAIN_TURKISH = /[cs].*oglu$/;
/** A last ng of Chinese is n in Cyrillic and in what is written after it: `Jinping`, `Цзиньпин`, `Cinpin`. */
const PINYIN = /^(?=.{0,8}[jqxz])(?:[zcs]h|[b-z])[aeiou]{1,3}n?g?(?:[zcs]h|[b-z])[aeiou]{1,3}ng$/;

/** Case endings with a consonant, of Russian and of Azerbaijani; those of vowels cost little in the alignment. */
const RUSSIAN_CASES = [/(?:[оеыи]м|[ыи]х|[оеы]го|[оеы]му|[ая]ми|[ая]х)$/];
/** After a consonant or any letter; after a vowel. `Naxçıvan-ın` and `Bakı-nın`: both are tried. */
const TURKIC_CASES = [/(?:[ıiuü]n|d[aə]n?)$/, /(?:n[ıiuü]n|nd[aə]n?|[yn][aəıiuü])$/];
/** What must remain of a name without its case ending. */
const SHORTEST_STEM = 4;

/** A word in one way to read it. */
interface Spelling {
  letters: string;
  reading: Reading;
  /** Tenths of a sound that this way to read it costs. */
  cost: number;
}

/** What reading c and x the Azerbaijani way costs a word without Azerbaijani letters, and what a case ending costs. */
const GUESSED = 5;
const CASE_ENDING = 1;

/** How the word may be read, the likeliest first. */
function spellingsOf(word: string): Spelling[] {
  const alphabet = alphabetOf(word);
  if (alphabet > 2) return otherSpellings(word, alphabet);
  if (alphabet === 2) {
    const spellings = withCases(word, RUSSIAN_CASES, "english");
    // Russian mostly leaves the dots out.
    if (word.includes("ё"))
      spellings.push({ letters: word.replaceAll("ё", "е"), reading: "english", cost: 0 });
    return spellings;
  }
  if (alphabet === 0) return plainSpellings(word);
  if (TURKIC.test(word) || (UMLAUT.test(word) && !NOT_TURKIC.test(word))) {
    const spellings = withCases(word, TURKIC_CASES, "azerbaijani");
    if (PLAINER.test(word)) spellings.push({ letters: foldLower(word), reading: "english", cost: 0 });
    return spellings;
  }
  const spellings = plainSpellings(word);
  if (alphabet === 1 && PLAINER.test(word))
    spellings.push({ letters: foldLower(word), reading: "english", cost: 0 });
  return spellings;
}

function plainSpellings(word: string): Spelling[] {
  const spelling: Spelling = { letters: word, reading: "english", cost: 0 };
  const guess =
    (word.includes("c") || word.includes("x")) && word.length > SHORTEST && !NOT_TURKIC.test(word);
  const spellings = [spelling];
  if (guess)
    spellings.push({ letters: word, reading: "azerbaijani", cost: SURELY_TURKIC.test(word) ? 0 : GUESSED });
  if (word.endsWith("oglu") && PLAIN_TURKISH.test(word)) {
    const marked = word.replaceAll("c", "ç").replaceAll("s", "ş");
    spellings.push({ letters: marked, reading: "azerbaijani", cost: 0 });
  }
  if (word.endsWith("ng") && PINYIN.test(word))
    spellings.push({ letters: word.slice(0, -1), reading: "english", cost: CASE_ENDING });
  return spellings;
}

/** Georgian, Armenian, Greek; Arabic and Hebrew. */
function otherSpellings(word: string, alphabet: number): Spelling[] {
  const as = (letters: string, cost = 0): Spelling => ({ letters, reading: "english", cost });
  const spellings = [as(word)];
  if (alphabet === GEORGIAN) {
    // ფ is p and f; a last ი is the nominative, other endings stand in its place.
    if (word.includes("ფ")) spellings.push(as(word.replaceAll("ფ", "f")));
    const end = word.search(GEORGIAN_CASES);
    if (end >= SHORTEST) {
      spellings.push(as(word.slice(0, end), CASE_ENDING));
      if (word.includes("ფ")) spellings.push(as(word.slice(0, end).replaceAll("ფ", "f"), CASE_ENDING));
    }
  } else if (alphabet === ARMENIAN) {
    const end = word.search(ARMENIAN_CASES);
    if (end >= SHORTEST) spellings.push(as(word.slice(0, end), CASE_ENDING));
  } else if (alphabet >= ABJAD) {
    // و is a consonant or a vowel; the article and particles stand before a name.
    const bare = word.replace(ARABIC_ARTICLE, "");
    for (const one of bare === word || bare.length < SHORTEST ? [word] : [word, bare]) {
      if (one !== word) spellings.push(as(one, CASE_ENDING));
      if (/.و/.test(one)) spellings.push(as(one.charAt(0) + one.slice(1).replaceAll("و", "ۆ")));
      // Names in -ov and -ev: Arabic has no letter for v.
      if (SURNAME.test(one)) {
        const name = one.charAt(0) + one.slice(1).replaceAll("و", "ۆ");
        spellings.push(as(name.replace(/ف(?=[اهة]?$)/, "ڤ")));
        if (name.indexOf("ف") < name.lastIndexOf("ف")) spellings.push(as(name.replaceAll("ف", "ڤ")));
      }
      if (one.endsWith("ه")) spellings.push(as(`${one.slice(0, -1)}ة`));
    }
  }
  return spellings;
}

const GEORGIAN_CASES = /(?:ისთვის|იდან|დან|თან|ში|ზე|მა|ის|ით|ად|ს|მ|ი)$/;
const ARMENIAN_CASES = /(?:ներ|ից|ով|ում|ին|ի|ը|ն)$/;
const SURNAME = /[اويی]ف[اهة]?$/;
const ARABIC_ARTICLE = /^[وفبلك]?ال/;

const CYRILLIC = 0x400;

/** The word as it is and without what may be a case ending. */
function withCases(word: string, cases: readonly RegExp[], reading: Reading): Spelling[] {
  const spellings: Spelling[] = [{ letters: word, reading, cost: 0 }];
  for (const endings of cases) {
    const end = word.search(endings);
    if (end < SHORTEST_STEM) continue;
    const stem = word.slice(0, end);
    spellings.push({ letters: stem.endsWith("ск") ? `${stem}ий` : stem, reading, cost: CASE_ENDING });
  }
  return spellings;
}

const rowOfKey = new Row();

/**
 * The keys under which other spellings of a word are found: the word is as `lowerCase` gives it. Mostly one key, two
 * or three where c and x can be read in two ways or the word may carry a case ending; none for words of one or two
 * letters, with digits, or of scripts that are no alphabets.
 */
export function spellingKeys(word: string): string[] {
  if (word.length < SHORTEST || word.length > LONGEST) return [];
  const keys: string[] = [];
  for (const { letters, reading } of spellingsOf(word)) {
    if (!readSounds(letters, reading, rowOfKey)) return [];
    const key = keyOf(rowOfKey);
    if (key !== "" && !keys.includes(key)) keys.push(key);
  }
  return keys;
}

function keyOf(row: Row): string {
  let key = "";
  let consonants = 0;
  classes ??= classLetters(CLASSES);
  lastClasses ??= classLetters(LAST_CLASSES);
  for (let i = 0; i < row.length; i++) {
    const sound = row.at(i);
    if (isVowel(sound) || isGlide(sound)) {
      if (i === 0) key = "a";
      continue;
    }
    key += (i === row.length - 1 ? lastClasses : classes)[sound] ?? "";
    consonants++;
  }
  return consonants > 0 ? key : "";
}

/** What all keys begin with, for words of which the first letter may be silent. */
const ANY_START = [...new Set([...CLASSES, ...LAST_CLASSES].map((of) => of.charAt(0))), "a"].join("");
const knownStarts = new Map<string, string>();

/** The letters that the keys of a word may begin with, by its own first letter. */
export function keyStarts(word: string): string {
  const letter = word.slice(0, 1);
  let starts = knownStarts.get(letter);
  if (starts === undefined) {
    starts = startsOf(letter);
    knownStarts.set(letter, starts);
  }
  return starts;
}

const LOST_MARKS: Readonly<Record<string, string>> = { c: "ç", s: "ş", ფ: "f" };

function startsOf(letter: string): string {
  // Arabic words have an article and particles before them.
  if (letter.charCodeAt(0) >= 0x600 && letter.charCodeAt(0) < 0x700) return ANY_START;
  // A word is also read without its marks, or with marks that it may have lost: see spellingsOf.
  const letters = new Set([letter, foldLower(letter), LOST_MARKS[letter] ?? letter]);
  const sounds = [...letters].flatMap((one) => [
    ...firstSounds(one, "english"),
    ...firstSounds(one, "azerbaijani"),
  ]);
  if (sounds.includes(0)) return ANY_START;
  classes ??= classLetters(CLASSES);
  lastClasses ??= classLetters(LAST_CLASSES);
  const starts = new Set<string>();
  for (const sound of sounds)
    if (isVowel(sound) || isGlide(sound)) starts.add("a");
    else starts.add(classes[sound] ?? "").add(lastClasses[sound] ?? "");
  return [...starts].join("");
}

/** What a pair may cost in all, by the number of sounds of the shorter word: the fewer, the likelier by chance. */
const ACROSS_LIMITS = [0, 0, 0, 0, 4, 7, 8, 12, 14, 16];
const WITHIN_LIMITS = [0, 0, 0, 0, 0, 4, 5, 6, 8, 10, 12];
/** The same where short vowels are not written, by the sounds of the shorter word. */
const ABJAD_LIMITS = [0, 0, 0, 2, 3, 4, 5, 6, 7, 8];
/** For two words of one alphabet of which one is written as only names are. */
const NAME_LIMITS = [0, 0, 0, 0, 4, 8, 10, 16, 20, 20, 22];

/** What English spelling hardly has and transliterated names do. */
const NAME = /kh|zh|gh[aeiou]|q(?!u[aeio])|j|[eo]va?$|[aeiou]y[aeou]|[^aeiou]ya|[iy]an$/;

/** Numbers of alphabets; those from ABJAD on leave short vowels out. */
const GEORGIAN = 3;
const ARMENIAN = 4;
const GREEK = 5;
const ABJAD = 6;
const HEBREW = 7;

/** 0 for plain Latin, 1 for Latin with more letters, 2 for Cyrillic, else one of the others. */
function alphabetOf(word: string): number {
  let kind = 0;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit >= CYRILLIC) return unit < 0x530 ? 2 : beyondCyrillic(unit);
    if (unit >= 0x370) return GREEK;
    if (unit >= 0x80) kind = 1;
  }
  return kind;
}

function beyondCyrillic(unit: number): number {
  if (unit < 0x590) return ARMENIAN;
  if (unit < 0x600) return HEBREW;
  if (unit < 0x700) return ABJAD;
  return unit >= 0x10a0 && unit < 0x1100 ? GEORGIAN : 2;
}

const rowA = new Row();
const rowB = new Row();

/** Words of fewer sounds have no case endings taken off: `Баку` is not `bak`. */
const FEWEST_WITH_CASES = 5;

/**
 * How far two words are from being one name in two spellings: 0 for letters that stand for each other, else tenths
 * of a sound, Infinity for words that are two names. The words are as `lowerCase` gives them.
 */
export function spellingDistance(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length > LONGEST || b.length > LONGEST || a.length < SHORTEST || b.length < SHORTEST) return Infinity;
  const alphabetA = alphabetOf(a);
  const alphabetB = alphabetOf(b);
  const isSame = alphabetA === alphabetB;
  const isAbjad = !isSame && (alphabetA >= ABJAD || alphabetB >= ABJAD);
  const costs = isSame ? costsWithin() : isAbjad ? costsOfAbjad() : costsAcross();
  const limits = isAbjad
    ? ABJAD_LIMITS
    : !isSame
      ? ACROSS_LIMITS
      : NAME.test(a) || NAME.test(b)
        ? NAME_LIMITS
        : WITHIN_LIMITS;
  let best = Infinity;
  for (const spellingA of spellingsOf(a)) {
    if (!readSounds(spellingA.letters, spellingA.reading, rowA)) return Infinity;
    for (const spellingB of spellingsOf(b)) {
      if (!readSounds(spellingB.letters, spellingB.reading, rowB)) return Infinity;
      const sounds = Math.min(rowA.length, rowB.length);
      rowA.hasCases = alphabetA > 0 && sounds >= FEWEST_WITH_CASES;
      rowB.hasCases = alphabetB > 0 && sounds >= FEWEST_WITH_CASES;
      rowA.isAbjad = alphabetA >= ABJAD;
      rowB.isAbjad = alphabetB >= ABJAD;
      const guessed = isSame ? Math.abs(spellingA.cost - spellingB.cost) : 0;
      const cost = align(rowA, rowB, costs) + guessed;
      if (cost <= (limits[Math.min(sounds, limits.length - 1)] ?? 0) && cost < best) best = cost;
    }
  }
  return best;
}

/** Whether two words are one name in two spellings. */
export function isSameSpelling(a: string, b: string): boolean {
  return spellingDistance(a, b) < Infinity;
}
