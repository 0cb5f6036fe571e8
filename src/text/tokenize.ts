/**
 * Cuts text into words: runs of letters, digits and their marks. A hyphen, an apostrophe or a full stop ends
 * a word, but `U.S.` and `1,000` are one word each; the `s` of a possessive is passed over; in scripts written without spaces each character is a word,
 * so that a run of them is found as a phrase wherever it stands (a segmenter cuts the same run differently in
 * different surroundings, which loses matches).
 */
import { Arena, PlainMemory } from "../kernel/arena.js";
import * as tokenLoops from "../kernel/token-loops.js";
import { lowerCase } from "./fold.js";
import { withJoints } from "./joined-units.js";

const { LETTER, MARK, OTHER, STATE, WORD } = tokenLoops;
/** A class that the loops take as any other: a word by itself, in Han, kana, Thai and other scripts without spaces. */
const SOLO = 4;

/** The commonest characters beyond ASCII by their ranges: compiling the patterns costs a millisecond or two. */
function classifyFast(unit: number): number {
  if (unit >= 0x2010 && unit <= 0x2027) return OTHER;
  if (unit >= 0xc0 && unit <= 0x24f) return unit === 0xd7 || unit === 0xf7 ? OTHER : LETTER;
  return unit >= 0x400 && unit <= 0x481 ? LETTER : 0;
}

/** A pattern with Unicode classes costs its time where it stands, used or not: here, only if such a character is met. */
function classify(char: string): number {
  if (/[\p{L}\p{N}]/u.test(char)) return isSolo(char) ? SOLO : LETTER;
  return /[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/u.test(char) ? MARK : OTHER;
}

function isSolo(char: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u.test(
    char,
  );
}

/** The class of a character by one of its units. */
function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (!isSurrogate(unit)) return classifyFast(unit) || classify(String.fromCharCode(unit));
  // A pair is one character: both halves get its class, so that it is never cut.
  const high = unit < 0xdc00 ? at : at - 1;
  const code = text.codePointAt(high) ?? 0;
  const paired = code > 0xffff && (high === at || at > 0);
  return paired ? Math.min(classify(String.fromCodePoint(code)), LETTER) : OTHER;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

function classOfAscii(unit: number): number {
  const alphanumeric =
    (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
  return alphanumeric ? LETTER : OTHER;
}

/** Words that are written down at a time, with one more at the end of a text. */
const MOST = 1 << 12;

/**
 * Cuts texts into words, some at a time, which stand in the memory of the loops. A class is kept for each UTF-16 unit,
 * found out as units are met: a table made in advance costs 9 ms at every start.
 */
export class Cutter {
  /** Where the units of the text stand. */
  text = 0;
  /** Where the words stand, see token-loops.ts. */
  readonly words: number;
  private readonly classes: number;
  private readonly state: number;
  private room = 0;
  private lower = "";
  private at = 0;

  constructor(
    private readonly loops: Pick<typeof tokenLoops, "cut">,
    private readonly arena: Arena,
  ) {
    this.classes = arena.room(0x10000);
    this.state = arena.room(STATE);
    this.words = arena.room((MOST + 1) * WORD);
    for (let unit = 0; unit < 0x80; unit++) arena.bytes[this.classes + unit] = classOfAscii(unit);
  }

  /** Takes up a text, as `wordUnits` gives it. */
  open(lower: string): void {
    const { arena, state } = this;
    if (lower.length > this.room) {
      this.room = lower.length * 2;
      this.text = arena.room(this.room * 2);
    }
    arena.setText(lower, this.text);
    arena.ints.fill(0, state >>> 2, (state + STATE) >>> 2);
    this.lower = lower;
    this.at = 0;
  }

  /** Cuts the next words off; gives how many there are, 0 at the end of the text. */
  cut(): number {
    const { loops, arena, lower, state } = this;
    const { length } = lower;
    arena.use();
    for (let given = 0; this.at < length; given = this.classAt(this.at)) {
      this.at = loops.cut(this.text, this.at, length, given, this.classes, state, this.words, MOST);
      const count = arena.ints[state >>> 2] ?? 0;
      if (count < MOST && this.at < length) continue;
      arena.ints[state >>> 2] = 0;
      return count;
    }
    return 0;
  }

  /** Where a word of those that were cut last starts in the text, and where it ends. */
  start(word: number): number {
    return this.arena.ints[(this.words + word * WORD) >>> 2] ?? 0;
  }

  end(word: number): number {
    return this.arena.ints[((this.words + word * WORD) >>> 2) + 1] ?? 0;
  }

  private classAt(at: number): number {
    const found = classAt(this.lower, at);
    const unit = this.lower.charCodeAt(at);
    if (!isSurrogate(unit)) this.arena.bytes[this.classes + unit] = found;
    return found;
  }
}

/** The same text in lower case, unit for unit: `İ` is the one character that would grow. */
export function lowerUnits(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replaceAll("İ", "i").toLowerCase();
}

/** A text as its words are cut: in lower case, unit for unit, with acronyms and large numbers held together. */
export function wordUnits(text: string): string {
  return withJoints(lowerUnits(text));
}

let shared: Cutter | undefined;

/**
 * Calls `emit` for each word of `lower` (as `wordUnits` gives it) with its UTF-16 offsets, in order.
 * The word is `lower.slice(start, end)`, not yet normalised: see `surface`.
 */
export function scanWords(lower: string, emit: (start: number, end: number) => void): void {
  shared ??= new Cutter(tokenLoops, new Arena(new PlainMemory()));
  const cutter = shared;
  cutter.open(lower);
  for (let count = cutter.cut(); count > 0; count = cutter.cut())
    for (let word = 0; word < count; word++) emit(cutter.start(word), cutter.end(word));
}

/** True for a word of plain ASCII, which needs no normalising. */
export function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** The form in which a scanned word stands in the vocabulary. */
export function surface(word: string): string {
  return isAscii(word) ? word : lowerCase(word);
}

/** A word of a text with its UTF-16 offsets there. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/** All words of a text, or those that are wanted. */
export function tokenize(text: string, isWanted = (_word: string): boolean => true): Token[] {
  const lower = wordUnits(text);
  const tokens: Token[] = [];
  scanWords(lower, (start, end) => {
    const word = surface(lower.slice(start, end));
    if (word && isWanted(word)) tokens.push({ word, start, end });
  });
  return tokens;
}
