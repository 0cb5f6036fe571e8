/** Finds the headline among the first lines, with the section line above it and the summary below. */
import { clean, type Line } from "./lines.js";
import { isSection } from "./sections.js";
import { isUpper } from "./tokens.js";

const LONGEST = 200;
/** UTF-16 units of a headline that ends like text. */
const LONGEST_BEFORE = 120;
const MOST_LINES = 3;
/** Lines of wrapped text are shorter; a longer one is a paragraph by itself. */
const LONGEST_WRAPPED = 110;
const LONGEST_KICKER = 40;

/** How many of the first lines are what, and the rest is text. */
export interface FoundHeadline {
  kicker: string | null;
  headline: string | null;
  lines: number;
}

/**
 * A full stop after a word and a new beginning after it: two sentences, or a sentence and a sign-off. It begins with
 * what is rare: to look for four letters first takes ten times as long.
 */
const SENTENCE_INSIDE = /[.?!](?<=[^\s.]{4}.)["»”')]? [^a-z]/;
const ENDS_TEXT = /[.,;:。،؛…।][\s"»”’')\]]{0,3}$/;
/** Dots for what is left out end a headline, not a sentence. */
const ENDS_IN_ELLIPSIS = /(?:[^.]\.\.\.|…)["»”’')]?$/;

/** Short, and no sentence: nothing that ends one stands at its end but a question or exclamation mark. */
export function isHeadline(text: string): boolean {
  return text.length >= 3 && text.length <= LONGEST && !SENTENCE_INSIDE.test(text) && !ENDS_TEXT.test(text);
}

/** `U.S.`, `Inc.`: a full stop that ends no sentence. */
const ENDS_IN_ABBREVIATION = /(?:\p{Lu}\.\p{Lu}|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|No|St))\.$/u;

/** The same where a dateline follows, which shows that the line is no text: it may end in dots or, in capitals, in one. */
export function isHeadlineBefore(text: string): boolean {
  if (isHeadline(text)) return true;
  if (text.length > LONGEST_BEFORE) return false;
  if (isUpper(text)) return text.length >= 3;
  return !SENTENCE_INSIDE.test(text) && (ENDS_IN_ELLIPSIS.test(text) || ENDS_IN_ABBREVIATION.test(text));
}

/** `ELM VƏ TƏHSİL`: a section, or a few words in capitals above a line that is not. */
export function isKicker(line: string, next: string): boolean {
  if (line.length > LONGEST_KICKER) return false;
  if (isSection(line)) return true;
  const words = line.split(/\s+/).length;
  return words <= 4 && isUpper(line) && !/[\d:!?.,"“«()]/.test(line) && next !== next.toUpperCase();
}

export function joined(lines: readonly Line[], from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) text += (text === "" ? "" : " ") + (lines[i]?.text ?? "");
  return clean(text);
}

/** The lines before the line of that number as headline and kicker; null if they read like text. */
export function headlineBefore(lines: readonly Line[], from: number, to: number): FoundHeadline | null {
  const first = lines[from]?.text ?? "";
  const hasKicker = to - from >= 2 && isKicker(first, lines[from + 1]?.text ?? "");
  if (to - from === 1 && isSection(first)) return { kicker: first, headline: null, lines: 1 };
  const start = hasKicker ? from + 1 : from;
  if (to - start > MOST_LINES) return null;
  const headline = joined(lines, start, to);
  if (!isHeadlineBefore(headline)) return null;
  return { kicker: hasKicker ? first : null, headline, lines: to - from };
}

/** The headline that the first lines are by their shape alone, where text follows it. */
export function headlineByShape(lines: readonly Line[], from: number): FoundHeadline | null {
  const end = blockEnd(lines, from);
  if (end >= lines.length) return headlineInBlock(lines, from, end);
  const first = lines[from]?.text ?? "";
  if (end - from === 1 && isSection(first) && lines.length > end) {
    const next = headlineByShape(lines, end);
    return { kicker: first, headline: next?.headline ?? null, lines: 1 + (next?.lines ?? 0) };
  }
  const secondEnd = blockEnd(lines, end);
  if (
    end - from === 1 &&
    secondEnd < lines.length &&
    isKicker(first, lines[end]?.text ?? "") &&
    secondEnd - end <= 2
  ) {
    const headline = joined(lines, end, secondEnd);
    if (isHeadline(headline) && headline.split(" ").length >= 3 && first.split(" ").length <= 3)
      return { kicker: first, headline, lines: secondEnd - from };
  }
  if (end - from > MOST_LINES) return headlineInBlock(lines, from, end);
  const headline = joined(lines, from, end);
  if (!isHeadline(headline)) return headlineInBlock(lines, from, end);
  // A list, a poem, a table: what follows is no longer than the first line.
  const isAlone = secondEnd >= lines.length;
  if (isAlone && joined(lines, end, secondEnd).length < headline.length) return null;
  return { kicker: null, headline, lines: end - from };
}

/** A first line that is a headline right above paragraphs of one long line each, without an empty line between. */
function headlineInBlock(lines: readonly Line[], from: number, end: number): FoundHeadline | null {
  if (end - from < 2) return null;
  const first = lines[from]?.text ?? "";
  if (first.length > LONGEST_WRAPPED || !isHeadline(first)) return null;
  for (let i = from + 1; i < end; i++) {
    const text = lines[i]?.text ?? "";
    if (text.length <= LONGEST_WRAPPED || !/[.!?…。][\s"»”’')]{0,3}$/.test(text)) return null;
  }
  return { kicker: null, headline: first, lines: 1 };
}

/** The number of the line after the block of lines that begins at `from`. */
export function blockEnd(lines: readonly Line[], from: number): number {
  let end = from + 1;
  while (end < lines.length && lines[end]?.opens === false) end++;
  return Math.min(end, lines.length);
}
