/**
 * Finds the words of a vocabulary within a few edits of a word.
 *
 * The vocabulary is sorted, so words stand below each other that begin alike. The matrix of edits between the
 * query's word (across) and a vocabulary word (down) has a row for each letter down, and a row depends on the rows
 * above it alone:
 *
 *            a  l  g  e  r  a
 *         0  1  2  3  4  5  6
 *     a   1  0  1  2  3  4  5     these rows are
 *     l   2  1  0  1  2  3  4     kept for `algeria`,
 *     g   3  2  1  0  1  2  3     `algiers`, `algal` ...
 *     e   4  3  2  1  0  1  2
 *     r   5  4  3  2  1  0  1
 *     i   6  5  4  3  2  1  1
 *     a   7  6  5  4  3  2  1     one edit
 *
 * So each word costs only the rows in which it differs from the word before it, and where every number of a row is
 * above the limit, all words that begin so are passed over unread. Swapped neighbours count as one edit (Damerau's
 * distance in its restricted form: no part of a word is edited twice).
 */
import type { Segment, Term } from "../index/segment.js";

/** Rows of the matrix for the words of a sorted vocabulary, one after the other. */
export class EditRows {
  private readonly rows: Uint8Array[] = [];

  constructor(
    private readonly word: string,
    private readonly most: number,
  ) {
    this.rows.push(Uint8Array.from({ length: word.length + 1 }, (_, i) => Math.min(i, 255)));
  }

  /**
   * The distance of `key`, of which the first `shared` units are those of the key before; or, if it is above the
   * limit, -n where the first n units alone rule it out, or -length - 1 if only the whole does.
   */
  distance(key: string, shared: number): number {
    const { word, most } = this;
    for (let i = shared + 1; i <= key.length; i++) {
      if (this.fillRow(i, key) > most) return -i;
    }
    const distance = this.rows[key.length]?.[word.length] ?? 255;
    return distance <= most ? distance : -key.length - 1;
  }

  /** Fills row `i` and gives its smallest number. */
  private fillRow(i: number, key: string): number {
    const { word, rows } = this;
    let row = rows[i];
    if (!row) {
      row = new Uint8Array(word.length + 1);
      rows[i] = row;
    }
    const above = rows[i - 1];
    if (!above) throw new RangeError("rows must be filled in order");
    const twoAbove = i > 1 ? rows[i - 2] : undefined;
    const unit = key.charCodeAt(i - 1);
    const unitBefore = i > 1 ? key.charCodeAt(i - 2) : -1;
    row[0] = Math.min(i, 255);
    let least = row[0] ?? 0;
    for (let j = 1; j <= word.length; j++) {
      const wordUnit = word.charCodeAt(j - 1);
      let best = (above[j - 1] ?? 0) + (wordUnit === unit ? 0 : 1);
      const drop = (above[j] ?? 0) + 1;
      if (drop < best) best = drop;
      const insert = (row[j - 1] ?? 0) + 1;
      if (insert < best) best = insert;
      if (twoAbove && j > 1 && wordUnit === unitBefore && word.charCodeAt(j - 2) === unit) {
        const swap = (twoAbove[j - 2] ?? 0) + 1;
        if (swap < best) best = swap;
      }
      row[j] = Math.min(best, 255);
      if (best < least) least = best;
    }
    return least;
  }
}

/** Edits between two words if they are at most `most`, else undefined. */
export function editDistance(a: string, b: string, most: number): number | undefined {
  const distance = new EditRows(a, most).distance(b, 0);
  return distance >= 0 && b.length > 0 ? distance : a.length <= most && b.length === 0 ? a.length : undefined;
}

const digit = /\p{N}/u;

/** Numbers and words with digits have no near words: 2025 is not a slip of 2024. */
export function canBeMistyped(word: string): boolean {
  return !digit.test(word);
}

/** Calls `found` for each word of a segment within `most` edits, those with the same first letter alone if so asked. */
export function nearWords(
  segment: Segment,
  word: string,
  most: number,
  sameFirst: boolean,
  found: (term: Term, distance: number) => void,
): void {
  const rows = new EditRows(word, most);
  const [first = ""] = word;
  segment.walkWords(sameFirst ? first : "", (key, shared, term) => {
    if (sameFirst && !key.startsWith(first)) return -1;
    const distance = rows.distance(key, shared);
    if (distance < 0) return -distance > key.length ? 0 : -distance;
    if (distance > 0 && canBeMistyped(key)) found(term(), distance);
    return 0;
  });
}
