/**
 * Edits between words.
 *
 * The matrix of edits between a word (across) and another (down) is filled, a row for each letter down, as long as a row
 * has a number that is not above the limit:
 *
 *            a  l  g  e  r  a
 *         0  1  2  3  4  5  6
 *     a   1  0  1  2  3  4  5
 *     l   2  1  0  1  2  3  4
 *     g   3  2  1  0  1  2  3
 *     e   4  3  2  1  0  1  2
 *     r   5  4  3  2  1  0  1
 *     i   6  5  4  3  2  1  1
 *     a   7  6  5  4  3  2  1     one edit
 *
 * Swapped neighbours count as one edit (Damerau's distance in its restricted form: no part of a word is edited twice).
 */

/** Longer texts (UTF-16 units) are compared to the letter. */
const LONGEST = 256;
/** Above every limit, and it can be counted on from. */
const FAR = 200;

/**
 * The matrix for one word after the other. Words are UTF-16 units.
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

  /** The distance of the word in the first `length` of `units`, undefined if it is above the limit. */
  distance(units: readonly number[], length: number): number | undefined {
    const { most, width } = this;
    if (length - width + 1 > most) return undefined;
    for (let i = 1; i <= length; i++) if (this.fillRow(i, units) > most) return undefined;
    const distance = this.rows[length * width + width - 1] ?? FAR;
    return distance <= most ? distance : undefined;
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
  // The matrix takes memory that grows with the square of a text's length.
  if (Math.abs(a.length - b.length) > most || a.length > LONGEST) return a === b ? 0 : undefined;
  return new EditRows(a, most).distance(unitsOf(b), b.length);
}
