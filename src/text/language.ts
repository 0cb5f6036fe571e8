/** Tells the language of a text by its script, by its commonest words, and by letters that few languages have. */
import { type Profile, profileLines, profileOf, SCRIPT_NAMES } from "./language-profiles.js";
import { likeliestByTrigrams } from "./language-trigrams.js";
import { lowerUnits } from "./tokenize.js";

/** Characters that are looked at; only the first part of them if that is clear. */
const SAMPLE = 2_000;
const FIRST_PART = 400;
/** Letters of a script below which nothing is said; of scripts with a character a word, half of it. */
const FEWEST_LETTERS = 12;
/** Points below which nothing is said. */
const FEWEST_POINTS = 2;
/** In running text a common word is one in three; in lists of names fewer. */
const FEWEST_PER_WORD = 1 / 12;

/** A part of a text is clear if its language has so many times the points of the next. */
const CLEAR = 2;
/** Of fewer words nothing is said but by these. */
const FEWEST_WORDS = 3;
/** In running text no more words than this share are names. */
const MOST_NAMES = 0.6;
/** How much likelier a common word and a letter that few languages have make a language: the logarithm. */
const COMMON_WORD = 1.5;
const LETTER = 1;

/** Scripts, and the language that one stands for in the news where it is only one. */
const LATIN = 1;
const CYRILLIC = 2;
const ARABIC = 3;
const HAN = 4;
const KANA = 5;
const HANGUL = 6;
const ALONE = ["", "", "", "", "zh", "ja", "ko", "el", "hy", "he", "hi", "th", "ka"] as const;

/** Ranges in steps of 16 characters, which no script here shares with another: script, first, last. */
const RANGES: readonly (readonly [script: number, from: number, to: number])[] = [
  [LATIN, 0xc0, 0x2af],
  [LATIN, 0x1e00, 0x1eff],
  [CYRILLIC, 0x400, 0x52f],
  [ARABIC, 0x600, 0x77f],
  [ARABIC, 0xfb50, 0xfdff],
  [ARABIC, 0xfe70, 0xfeff],
  [HAN, 0x3400, 0x4dbf],
  [HAN, 0x4e00, 0x9fff],
  [KANA, 0x3040, 0x30ff],
  [HANGUL, 0xac00, 0xd7af],
  [HANGUL, 0x1100, 0x11ff],
  [7, 0x370, 0x3ff],
  [7, 0x1f00, 0x1fff],
  [8, 0x530, 0x58f],
  [9, 0x590, 0x5ff],
  [10, 0x900, 0x97f],
  [11, 0xe00, 0xe7f],
  [12, 0x10a0, 0x10ff],
  [12, 0x1c90, 0x1cbf],
];

/**
 * What is looked up for each character and word; languages are bits of a number, in the order of `PROFILES`. Those of
 * a script are put in when a text has it: most archives have one or two.
 */
interface Tables {
  /** By bit; empty where the script has not been met. */
  profiles: (Profile | undefined)[];
  /** 1 for scripts whose profiles are in. */
  known: Uint8Array;
  /** Script of each 16 characters. */
  scripts: Uint8Array;
  /** Languages that a letter tells of. */
  letters: Uint32Array;
  words: Map<string, number>;
  /** 1 where some word may be, by `sketch`: saves cutting out nine words of ten, which halves the time. */
  sketches: Uint8Array;
}

/** A number below 2^12 that words share rarely, from what of them is at hand without cutting them out. */
function sketch(first: number, last: number, length: number): number {
  return (first * 7 + last * 131 + length * 1031) & 0xfff;
}

let made: Tables | undefined;

function tables(): Tables {
  if (made) return made;
  const scripts = new Uint8Array(0x1000);
  for (const [script, from, to] of RANGES) scripts.fill(script, from >> 4, (to >> 4) + 1);
  made = {
    profiles: profileLines.map(() => undefined),
    known: new Uint8Array(ALONE.length),
    scripts,
    letters: new Uint32Array(0x800),
    words: new Map(),
    sketches: new Uint8Array(0x1000),
  };
  return made;
}

/** Puts the profiles of a script into the tables. */
function learn({ profiles, known, letters, words, sketches }: Tables, script: number): void {
  known[script] = 1;
  const name = SCRIPT_NAMES[script];
  profileLines.forEach((line, bit) => {
    if (!line.startsWith(`${name} `, line.indexOf(" ") + 1)) return;
    const profile = profileOf(line);
    profiles[bit] = profile;
    for (const letter of profile.letters)
      letters[letter.charCodeAt(0)] = (letters[letter.charCodeAt(0)] ?? 0) | (1 << bit);
    profile.words.forEach((word) => {
      words.set(word, (words.get(word) ?? 0) | (1 << bit));
      sketches[sketch(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length)] = 1;
    });
  });
}

/** What stands in a text: letters of each script, and points of each profile. */
class Count {
  // Plain arrays: typed ones take longer to make than to fill.
  readonly scripts: number[] = new Array<number>(ALONE.length).fill(0);
  words = 0;
  private readonly common: number[];
  private readonly telling: number[];
  /** Letters of Azerbaijani that Turkish has not; other languages have them too. */
  private qx = 0;

  constructor(private readonly tables: Tables) {
    this.common = new Array<number>(tables.profiles.length).fill(0);
    this.telling = new Array<number>(tables.profiles.length).fill(0);
  }

  /** Adds a part of a text, prepared; it does not end within a word. */
  add(lower: string): void {
    const { scripts, letters } = this.tables;
    let start = -1;
    let own = 0;
    for (let at = 0; at <= lower.length; at++) {
      const unit = at < lower.length ? lower.charCodeAt(at) : 0;
      const script = unit < 0x80 ? (unit >= 0x61 && unit <= 0x7a ? LATIN : 0) : (scripts[unit >> 4] ?? 0);
      if (script !== own) {
        if (own !== 0) this.word(lower, start, at, own);
        start = at;
        own = script;
        if (this.tables.known[script] === 0) learn(this.tables, script);
      }
      if (unit === 0x71 || unit === 0x78) this.qx++;
      if (unit > 0x80 && unit < 0x800) addBits(this.telling, letters[unit] ?? 0);
    }
  }

  private word(lower: string, start: number, end: number, script: number): void {
    this.words++;
    this.scripts[script] = (this.scripts[script] ?? 0) + end - start;
    const at = sketch(lower.charCodeAt(start), lower.charCodeAt(end - 1), end - start);
    if (this.tables.sketches[at] === 0) return;
    const languages = this.tables.words.get(lower.slice(start, end));
    if (languages !== undefined) addBits(this.common, languages);
  }

  /** The script that most letters have. A little kana makes Han Japanese. */
  script(): number | null {
    const kana = this.scripts[KANA] ?? 0;
    const characters = kana + (this.scripts[HAN] ?? 0);
    // A character of these says as much as a few letters.
    if (characters >= FEWEST_LETTERS / 2 && characters * 3 > (this.scripts[LATIN] ?? 0))
      return kana * 10 > characters ? KANA : HAN;
    const most = Math.max(...this.scripts);
    return most < FEWEST_LETTERS ? null : this.scripts.indexOf(most);
  }

  /** The likeliest language of a script, its points, and those of the next. */
  best(script: number): { code: string; points: number; next: number } {
    const best = { code: "", points: 0, next: 0 };
    this.tables.profiles.forEach((profile, bit) => {
      if (profile?.script !== script) return;
      const { code } = profile;
      const points = this.points(code, bit);
      if (points <= best.next) return;
      // One language may be here in several alphabets.
      if (points <= best.points) best.next = code === best.code ? best.next : points;
      else {
        if (code !== best.code) best.next = best.points;
        best.code = code;
        best.points = points;
      }
    });
    return best;
  }

  /** What common words and letters say for a language, for language-trigrams.ts. */
  support(code: string, script: number): number {
    let support = 0;
    this.tables.profiles.forEach((profile, bit) => {
      if (profile?.script !== script || profile.code !== code) return;
      support +=
        (this.common[bit] ?? 0) * COMMON_WORD + Math.min(this.telling[bit] ?? 0, this.words) * LETTER;
    });
    return support;
  }

  private points(code: string, bit: number): number {
    const common = this.common[bit] ?? 0;
    // A letter tells less than a word, and one name may have many.
    const telling = Math.min((this.telling[bit] ?? 0) / 2, this.words / 4);
    const own = code === "az" && common > 1 ? Math.min(this.qx / 2, this.words / 8) : 0;
    return common + telling + own;
  }
}

function addBits(counts: number[], bits: number): void {
  for (let left = bits; left !== 0; left &= left - 1) {
    const bit = 31 - Math.clz32(left & -left);
    counts[bit] = (counts[bit] ?? 0) + 1;
  }
}

/** Lower case, letters and their marks composed, as the tables have them. */
function prepared(text: string): string {
  const lower = lowerUnits(text);
  return /[\u0300-\u036f]/.test(lower) ? lower.normalize("NFC") : lower;
}

/** The end of the word that stands at an offset. */
function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && end < SAMPLE && text.charCodeAt(end) > 0x20) end++;
  return Math.min(end, text.length);
}

/** ISO 639-1; null where the text is too short or like nothing that is known. */
export function languageOf(text: string): string | null {
  const count = new Count(tables());
  const middle = wordEnd(text, FIRST_PART);
  const first = prepared(text.slice(0, middle));
  count.add(first);
  const clear = decide(count, CLEAR);
  if (clear !== null) return clear;
  if (middle < text.length) {
    count.add(prepared(text.slice(middle, SAMPLE)));
    return decide(count, 1) ?? secondOpinion(text.slice(0, middle), first, count);
  }
  return secondOpinion(text, first, count) ?? decide(count, 1);
}

/** What is said of a short text beside its common words. */
function secondOpinion(text: string, lower: string, count: Count): string | null {
  const script = count.script();
  if (script === null || count.words < FEWEST_WORDS || ALONE[script] !== "") return null;
  // Names alone tell nothing: in running text most words are in small letters.
  const capitals = text.match(/(?<![\p{L}\p{M}])\p{Lu}(?=\p{Ll})/gu)?.length ?? 0;
  if (capitals > count.words * MOST_NAMES) return null;
  return likeliestByTrigrams(lower, SCRIPT_NAMES[script] ?? "", (code) => count.support(code, script));
}

/** The likeliest language if it has enough points, and more than `lead` times those of the next. */
function decide(count: Count, lead: number): string | null {
  const script = count.script();
  if (script === null) return null;
  const alone = ALONE[script];
  if (alone) return alone;
  const { code, points, next } = count.best(script);
  if (points < Math.max(FEWEST_POINTS, count.words * FEWEST_PER_WORD)) return null;
  return points > lead * next ? code : null;
}
