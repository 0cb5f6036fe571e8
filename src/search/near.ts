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
import { type Segment, type Term, termOf } from "../index/segment.js";
import { WordList } from "./word-list.js";

/** Above every limit, and it can be counted on from. */
const FAR = 200;

/**
 * Rows of the matrix for the words of a sorted vocabulary, one after the other. Words are UTF-16 units.
 *
 * A number farther than the limit from the diagonal is above the limit, so only a band around it is filled.
 */
export class EditRows {
  /** The rows, one behind the other, each as long as the word and one; what lies outside the band is FAR. */
  private rows: Uint8Array;
  private readonly width: number;
  private readonly word: readonly number[];

  constructor(
    word: string,
    private readonly most: number,
  ) {
    this.word = unitsOf(word);
    this.width = word.length + 1;
    // More letters than this are farther than the limit already.
    this.rows = new Uint8Array((word.length + most + 2) * this.width).fill(FAR);
    for (let j = 0; j <= Math.min(word.length, most); j++) this.rows[j] = j;
  }

  /**
   * The distance of the word in the first `length` of `units`, of which the first `shared` are those of the word
   * before; or, if it is above the limit, -n where the first n units alone rule it out, or -length - 1 if only the
   * whole does.
   */
  distance(units: readonly number[], length: number, shared: number): number {
    const { most } = this;
    const longest = this.width - 1 + most;
    for (let i = shared + 1; i <= length; i++) {
      if (i > longest || this.fillRow(i, units) > most) return -i;
    }
    const distance = this.rows[length * this.width + this.width - 1] ?? FAR;
    return distance <= most ? distance : -length - 1;
  }

  /** Fills the band of row `i` and gives its smallest number. */
  private fillRow(i: number, units: readonly number[]): number {
    const { word, rows, width, most } = this;
    const row = i * width;
    const above = row - width;
    const unit = units[i - 1] ?? 0;
    const unitBefore = i > 1 ? (units[i - 2] ?? 0) : -1;
    const first = Math.max(1, i - most);
    const last = Math.min(width - 1, i + most);
    let left = i <= most ? i : FAR;
    rows[row + first - 1] = left;
    let least = left;
    for (let j = first; j <= last; j++) {
      const wordUnit = word[j - 1];
      let best = (rows[above + j - 1] ?? FAR) + (wordUnit === unit ? 0 : 1);
      const drop = (rows[above + j] ?? FAR) + 1;
      if (drop < best) best = drop;
      if (left + 1 < best) best = left + 1;
      if (j > 1 && wordUnit === unitBefore && word[j - 2] === unit) {
        const swap = (rows[above - width + j - 2] ?? FAR) + 1;
        if (swap < best) best = swap;
      }
      rows[row + j] = best;
      left = best;
      if (best < least) least = best;
    }
    return least;
  }
}

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

/** Edits between two words if they are at most `most`, else undefined. */
export function editDistance(a: string, b: string, most: number): number | undefined {
  const units = unitsOf(b);
  const distance = new EditRows(a, most).distance(units, units.length, 0);
  return distance >= 0 && b.length > 0 ? distance : a.length <= most && b.length === 0 ? a.length : undefined;
}

/** Numbers and words with digits have no near words: 2025 is not a slip of 2024. */
export function canBeMistyped(word: string): boolean {
  // ASCII first: a pattern with Unicode classes takes its time where it stands.
  return !/[0-9]/.test(word) && (/^[a-z]*$/.test(word) || !/\p{N}/u.test(word));
}

/** For each beginning that a segment was asked for: the words, from the second time on. */
const asked = new WeakMap<Segment, Map<string, WordList | null>>();

/** The words that begin so, null at the first time: to walk the vocabulary once is quicker than to keep it. */
function wordList(segment: Segment, prefix: string): WordList | null {
  const lists = asked.get(segment) ?? new Map<string, WordList | null>();
  asked.set(segment, lists);
  const list = lists.has(prefix) ? (lists.get(prefix) ?? new WordList(segment, prefix)) : null;
  lists.set(prefix, list);
  return list;
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
  const prefix = sameFirst ? first : "";
  const rows = new EditRows(word, most);
  const list = wordList(segment, prefix);
  if (!list) {
    walkNear(segment, prefix, rows, found);
    return;
  }
  const near: { word: string; distance: number }[] = [];
  list.eachLike(unitsOf(word), most, (units) => {
    const distance = rows.distance(units, units.length, 0);
    if (distance > 0) near.push({ word: String.fromCharCode(...units), distance });
  });
  // In the order of the vocabulary, as they are walked.
  near.sort((a, b) => (a.word < b.word ? -1 : 1));
  for (const { word, distance } of near) {
    const term = canBeMistyped(word) ? segment.term(word) : undefined;
    if (term) found(term, distance);
  }
}

function walkNear(
  segment: Segment,
  prefix: string,
  rows: EditRows,
  found: (term: Term, distance: number) => void,
): void {
  segment.walkWords(prefix, (cursor, known) => {
    const { length } = cursor;
    if (!cursor.startsWith(prefix)) return -1;
    const distance = rows.distance(cursor.units, length, known);
    if (distance < 0) return -distance > length ? 0 : -distance;
    if (distance > 0 && canBeMistyped(cursor.key)) found(termOf(cursor.entry), distance);
    return 0;
  });
}
