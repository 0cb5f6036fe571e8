/** Finds the words of a vocabulary that a pattern with `*` (any letters) and `?` (one letter) matches. */
import { type Segment, type Term, termOf } from "../../index/read/segment.js";

/** Whether a word of a query is a pattern: words of texts have neither sign. */
export const isPattern = (word: string): boolean => word.includes("*") || word.includes("?");

/**
 * Calls `found` for each word that the whole pattern matches. The words are read that begin as the pattern does and have
 * its letters; see the prefilter of the index.
 */
export function wildcardWords(segment: Segment, pattern: string, found: (term: Term) => void): void {
  const start = pattern.search(/[*?]/);
  const prefix = start < 0 ? pattern : pattern.slice(0, start);
  const matches = matcherOf(pattern);
  segment.wordsWithLetters(pattern.replace(/[*?]/g, ""), prefix, (cursor) => {
    if (matches(cursor.units, cursor.length)) found(termOf(cursor));
  });
}

const STAR = 0x2a;
const QUESTION = 0x3f;

/**
 * Matches without going back more than once: of two stars the first need not be tried again once the second is reached.
 * In time proportional to the lengths of both multiplied, at the most.
 */
function matcherOf(pattern: string): (units: ArrayLike<number>, length: number) => boolean {
  const wanted = Array.from({ length: pattern.length }, (_, i) => pattern.charCodeAt(i));
  return (units, length) => {
    let at = 0;
    let p = 0;
    let star = -1;
    let retry = 0;
    while (at < length) {
      if (p < wanted.length && wanted[p] === STAR) {
        star = p++;
        retry = at;
      } else if (p < wanted.length && (wanted[p] === QUESTION || wanted[p] === units[at])) {
        p++;
        at++;
      } else if (star >= 0) {
        p = star + 1;
        at = ++retry;
      } else return false;
    }
    while (wanted[p] === STAR) p++;
    return p === wanted.length;
  };
}
