/** How wide text is on a terminal, and text cut and wrapped to a width. */

/** Columns of a text that `safe` has made printable. */
export type Measure = (text: string) => number;

/** Characters of one column each: ASCII, the alphabets of Europe, punctuation, signs of currency. */
const PLAIN = /^[ -~\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;

/**
 * Measures these texts: by their length if all are plain, else by string-width, which is loaded only for that, a
 * character at a time: for a long text its time grows with the square of the length.
 */
export async function measureFor(texts: Iterable<string>): Promise<Measure> {
  for (const text of texts) if (!PLAIN.test(text)) return measureBy((await import("string-width")).default);
  return (text) => text.length;
}

/** Widths that are remembered: those of the characters of a newspaper in any script. */
const REMEMBERED = 20_000;

function measureBy(widthOf: Measure): Measure {
  const known = new Map<string, number>();
  const one = (character: string): number => {
    let width = known.get(character);
    if (width === undefined) {
      width = widthOf(character);
      if (known.size < REMEMBERED) known.set(character, width);
    }
    return width;
  };
  return (text) => {
    if (PLAIN.test(text)) return text.length;
    let sum = 0;
    for (const character of characters(text)) sum += one(character);
    return sum;
  };
}

/**
 * A flag, an emoji with its skin, a character with its marks, or marks alone. Not Intl.Segmenter: on a text without
 * spaces its time grows with the square of the length, 16 s for 80,000 characters.
 */
function matchCharacters(text: string): IterableIterator<RegExpMatchArray> {
  // A pattern with Unicode classes takes its time where it stands, so it stands only on the way of text that needs it.
  return text.matchAll(/\p{RI}\p{RI}|\P{M}\p{EMod}?\p{M}{0,8}|\p{M}{1,8}/gsu);
}

/** What a reader sees as one character each, in text that `safe` has made printable. */
export function* characters(text: string): Generator<string> {
  for (const [character] of matchCharacters(text)) yield character;
}

/** A text that fits, its end replaced by an ellipsis if need be. */
export function cut(text: string, columns: number, measure: Measure): string {
  if (columns <= 0) return "";
  // Most text is plain, and the pattern for characters takes 10 ms to compile.
  if (PLAIN.test(text)) return text.length <= columns ? text : `${text.slice(0, columns - 1).trimEnd()}…`;
  let kept = 0;
  let at = 0;
  let used = 0;
  for (const character of characters(text)) {
    used += measure(character);
    if (used > columns) return `${text.slice(0, kept).trimEnd()}…`;
    at += character.length;
    if (used < columns) kept = at;
  }
  return text;
}

export function pad(text: string, columns: number, measure: Measure): string {
  return text + " ".repeat(Math.max(0, columns - measure(text)));
}

/** A line of a wrapped text, as UTF-16 offsets in it. */
export type Line = [start: number, end: number];

/** Calls `found` for each word of a text with where it starts: no-break spaces are part of it. */
function eachWord(text: string, found: (word: string, start: number) => void): void {
  if (!PLAIN.test(text)) {
    for (const { 0: word, index } of text.matchAll(/[\S\u00a0\u202f]+/gu)) found(word, index);
    return;
  }
  // The one character between words there; most text is plain, and matches are much garbage.
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf(" ", start);
    if (end < 0) end = text.length;
    if (end > start) found(text.slice(start, end), start);
  }
}

/** Scripts that are written without spaces may be broken anywhere, */
function isUnspaced(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]/u.test(text);
}

/** but not before marks that close and not behind those that open. */
const isClosing = (character: string): boolean => /^[\p{Pe}\p{Pf}、。，．：；！？・ー…]/u.test(character);
const isOpening = (character: string): boolean => /[\p{Ps}\p{Pi}]$/u.test(character);

/** The parts of a word between which a line may end. */
function parts(word: string): Iterable<string> {
  return PLAIN.test(word) || !isUnspaced(word) ? [word] : unspacedParts(word);
}

function* unspacedParts(word: string): Generator<string> {
  let part = "";
  let last = "";
  for (const character of characters(word)) {
    const unspaced = isUnspaced(character) || isUnspaced(last) || isClosing(last);
    if (part !== "" && unspaced && !isClosing(character) && !isOpening(last)) {
      yield part;
      part = "";
    }
    part += character;
    last = character;
  }
  yield part;
}

/** Breaks a text into lines of at most so many columns: between words, and inside a word that is wider than a line. */
export function wrap(text: string, columns: number, measure: Measure): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  let used = 0;
  const place = (from: number, to: number, width: number, gap: number): void => {
    if (line && used + gap + width <= columns) {
      line[1] = to;
      used += gap + width;
    } else {
      line = [from, to];
      lines.push(line);
      used = width;
    }
  };
  let end = 0;
  eachWord(text, (word, index) => {
    let gap = measure(text.slice(end, index));
    let at = index;
    for (const part of parts(word)) {
      const width = measure(part);
      for (const piece of width > columns ? characters(part) : [part]) {
        place(at, at + piece.length, piece === part ? width : measure(piece), gap);
        at += piece.length;
        gap = 0;
      }
    }
    end = at;
  });
  return lines.length > 0 ? lines : [[0, 0]];
}
