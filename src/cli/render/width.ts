/** How wide text is on a terminal, and text cut and wrapped to a width. */

/** Columns of a text. */
export type Measure = (text: string) => number;

/** Characters of one column each: ASCII, the alphabets of Europe, punctuation. */
const PLAIN = /^[ -~\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;

/** A measure for these texts: their length if they are plain ASCII, else by string-width, which is loaded for that. */
export async function measureFor(texts: Iterable<string>): Promise<Measure> {
  for (const text of texts) {
    if (!PLAIN.test(text)) {
      const { default: stringWidth } = await import("string-width");
      return (one) => (PLAIN.test(one) ? one.length : stringWidth(one));
    }
  }
  return (text) => text.length;
}

let segmenter: Intl.Segmenter | undefined;

/** What a reader sees as one character each. */
export function characters(text: string): string[] {
  if (PLAIN.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** A text that fits, its end replaced by an ellipsis if need be. */
export function cut(text: string, columns: number, measure: Measure): string {
  if (measure(text) <= columns) return text;
  let out = "";
  let used = 0;
  for (const character of characters(text)) {
    const width = measure(character);
    if (used + width > columns - 1) break;
    out += character;
    used += width;
  }
  return columns > 0 ? `${out.trimEnd()}…` : "";
}

export function pad(text: string, columns: number, measure: Measure): string {
  return text + " ".repeat(Math.max(0, columns - measure(text)));
}

/** A line of a wrapped text, as offsets in it. */
export type Line = [start: number, end: number];

/** Scripts that are written without spaces may be broken anywhere. */
const ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The pieces of a text between which a line may end. */
function* pieces(text: string): Generator<string> {
  for (const word of text.match(/\s+|[^\s]+/gu) ?? []) {
    if (ANYWHERE.test(word)) yield* characters(word);
    else yield word;
  }
}

/** Breaks a text into lines of at most so many columns: between words, and inside a word that is wider than a line. */
export function wrap(text: string, columns: number, measure: Measure): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let end = 0;
  let used = 0;
  let at = 0;
  const close = (): void => {
    if (end > start) lines.push([start, end]);
    used = 0;
  };
  const place = (piece: string, width: number): void => {
    if (used > 0 && used + width > columns) close();
    if (used === 0) start = at;
    used += width;
    end = at + piece.length;
  };
  for (const piece of pieces(text)) {
    const space = piece.trim() === "";
    if (space) {
      if (used > 0) used += 1;
    } else {
      const width = measure(piece);
      if (width <= columns) {
        place(piece, width);
      } else {
        for (const character of characters(piece)) {
          place(character, measure(character));
          at += character.length;
        }
        continue;
      }
    }
    at += piece.length;
  }
  close();
  return lines.length > 0 ? lines : [[0, 0]];
}
