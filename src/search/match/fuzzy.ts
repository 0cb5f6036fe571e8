/**
 * Finds the words of a vocabulary within a few edits of a word.
 *
 * Most words fall through a prefilter (fuzzy-prefilter.ts); for each of the others the edits are counted.
 */

import { type Segment, type Term, termOf } from "../../index/read/segment.js";
import { EditRows } from "../../text/edit-distance.js";
import { isAscii } from "../../text/tokenize.js";

/** Numbers and words with digits have no near words: 2025 is not a slip of 2024. */
export function canBeMistyped(word: string): boolean {
  // ASCII first: a pattern with Unicode classes takes its time where it stands.
  return !/[0-9]/.test(word) && (isAscii(word) || !/\p{N}/u.test(word));
}

/** Calls `found` for each word of a segment within `most` edits, those with the same first letter alone if so asked. */
export function nearWords(
  segment: Segment,
  word: string,
  most: number,
  sameFirst: boolean,
  found: (term: Term, distance: number) => void,
): void {
  const [first = ""] = word;
  const rows = new EditRows(word, most);
  segment.wordsLike(word, most, sameFirst ? first : "", (cursor) => {
    const distance = rows.distance(cursor.units, cursor.length);
    if (distance && canBeMistyped(cursor.key)) found(termOf(cursor.entry), distance);
  });
}
