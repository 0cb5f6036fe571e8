/** Finds the paragraphs of a dispatch again in its text, without parsing what stands before and after them. */
import { linesOf } from "./lines.js";
import { paragraphsOf } from "./paragraphs.js";

/** Where in a text its paragraphs are, in UTF-16 units, and a hash that tells whether it is still that text. */
export interface TextRange {
  start: number;
  /** Units after the end. */
  rest: number;
  /** 32 bits. */
  hash: number;
}

/** Units of a paragraph's beginning or end by which it is looked for. */
const SAMPLE = 40;
/** How many places are tried. */
const MOST_TRIES = 4;

/** Null if the paragraphs cannot be made again from a part of the text. */
export function rangeOf(text: string, paragraphs: readonly string[]): TextRange | null {
  const hash = hashOf(text);
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (first === undefined || last === undefined) return { start: text.length, rest: 0, hash };
  const end = endOf(text, last);
  if (end === -1) return null;
  const word = first.slice(0, Math.max(1, first.indexOf(" ")));
  const sample = squeezed(first.slice(0, SAMPLE));
  let start = text.indexOf(word);
  for (let tries = 0; start !== -1 && tries < MOST_TRIES; start = text.indexOf(word, start + 1), tries++) {
    if (!squeezed(text.slice(start, start + 2 * SAMPLE)).startsWith(sample)) continue;
    const range = { start, rest: text.length - end, hash };
    if (isSame(paragraphsIn(text, range), paragraphs)) return range;
  }
  return null;
}

/** The paragraphs in that part of a text. */
export function paragraphsIn(text: string, { start, rest }: Pick<TextRange, "start" | "rest">): string[] {
  return paragraphsOf(linesOf(text.slice(start, text.length - rest)), 0);
}

/** Where the last paragraph ends in a text, -1 if it is not found. */
function endOf(text: string, paragraph: string): number {
  const word = paragraph.slice(paragraph.lastIndexOf(" ") + 1);
  const sample = squeezed(paragraph.slice(-SAMPLE));
  let at = text.lastIndexOf(word);
  for (let tries = 0; at !== -1 && tries < MOST_TRIES; tries++) {
    const end = at + word.length;
    if (squeezed(text.slice(Math.max(0, end - 2 * SAMPLE), end)).endsWith(sample)) return end;
    at = at > 0 ? text.lastIndexOf(word, at - 1) : -1;
  }
  return -1;
}

/** Text without what wrapping changes: white space and hyphens. */
const squeezed = (text: string): string => text.replace(/[\s\u00ad-]+/g, "");

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((paragraph, i) => paragraph === b[i]);
}

/** FNV-1a over UTF-16 units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
