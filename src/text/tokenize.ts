/**
 * Cuts text into words: runs of letters, digits and their marks. A hyphen, an apostrophe or a full stop ends
 * a word; the `s` of a possessive is passed over; in scripts written without spaces each character is a word,
 * so that a run of them is found as a phrase wherever it stands (a segmenter cuts the same run differently in
 * different surroundings, which loses matches).
 */
import { lowerCase } from "./fold.js";

const OTHER = 1;
const LETTER = 2;
/** Belongs to the word before it, starts none: combining marks, soft hyphen, joiners. */
const MARK = 3;
/** A word by itself: Han, kana, Thai and other scripts without spaces. */
const SOLO = 4;

/** Class of each UTF-16 unit, filled as units are met: a table made in advance costs 9 ms at every start. */
const classes = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x80; unit++) {
  const alphanumeric =
    (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
  classes[unit] = alphanumeric ? LETTER : OTHER;
}

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

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = classes[unit];
  if (known) return known;
  if (unit >= 0xd800 && unit <= 0xdfff) {
    // A pair is one character: both halves get its class, so that it is never cut.
    const high = unit < 0xdc00 ? at : at - 1;
    const code = text.codePointAt(high) ?? 0;
    const paired = code > 0xffff && (high === at || at > 0);
    return paired ? Math.min(classify(String.fromCodePoint(code)), LETTER) : OTHER;
  }
  const found = classifyFast(unit) || classify(String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}

/** Apostrophes before which a word ends and after which a lone `s` is a possessive. */
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;

/** The same text in lower case, unit for unit: `İ` is the one character that would grow. */
export function lowerUnits(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replaceAll("İ", "i").toLowerCase();
}

/**
 * Calls `emit` for each word of `lower` (as `lowerUnits` gives it) with its UTF-16 offsets, in order.
 * The word is `lower.slice(start, end)`, not yet normalised: see `surface`.
 */
export function scanWords(lower: string, emit: (start: number, end: number) => void): void {
  const length = lower.length;
  let at = 0;
  while (at < length) {
    const found = classAt(lower, at);
    if (found === OTHER || found === MARK) {
      at++;
      continue;
    }
    const start = at++;
    if (found === SOLO) {
      while (at < length && classAt(lower, at) === MARK) at++;
      emit(start, at);
      continue;
    }
    while (at < length) {
      const next = classAt(lower, at);
      if (next !== LETTER && next !== MARK) break;
      at++;
    }
    const possessive =
      at - start === 1 &&
      start > 1 &&
      lower.charCodeAt(start) === 0x73 &&
      isApostrophe(lower.charCodeAt(start - 1));
    if (!possessive || classAt(lower, start - 2) !== LETTER) emit(start, at);
  }
}

/** True for a word of plain ASCII, which needs no normalising. */
function isAscii(word: string): boolean {
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

/** All words of a text. */
export function tokenize(text: string): Token[] {
  const lower = lowerUnits(text);
  const tokens: Token[] = [];
  scanWords(lower, (start, end) => {
    const word = surface(lower.slice(start, end));
    if (word) tokens.push({ word, start, end });
  });
  return tokens;
}
