/** Words of a vocabulary in memory, for a process that asks for near words again and again. */
import { Numbers } from "../index/numbers.js";
import type { Segment } from "../index/segment.js";

/** Words of one length: their units behind each other, and of each its letters. */
class Words {
  private units = new Uint16Array(1 << 6);
  private readonly letters = new Numbers(1 << 4);

  constructor(private readonly length: number) {}

  add(units: readonly number[]): void {
    const start = this.letters.length * this.length;
    if (start + this.length > this.units.length) {
      const grown = new Uint16Array((start + this.length) * 2);
      grown.set(this.units);
      this.units = grown;
    }
    for (let i = 0; i < this.length; i++) this.units[start + i] = units[i] ?? 0;
    this.letters.push(lettersOf(units, this.length));
  }

  /**
   * Calls `visit` with the units of each word that lacks `most` of some letters at the most, and has as few others. They
   * are good until the next one is visited.
   */
  eachLike(wanted: number, most: number, visit: (units: readonly number[]) => void): void {
    const { items: letters, length: count } = this.letters;
    const word: number[] = new Array(this.length).fill(0);
    for (let i = 0; i < count; i++) {
      const own = letters[i] ?? 0;
      let lacking = wanted & ~own;
      let other = own & ~wanted;
      for (let edit = 0; edit < most; edit++) {
        lacking &= lacking - 1;
        other &= other - 1;
      }
      if ((lacking | other) !== 0) continue;
      for (let j = 0; j < this.length; j++) word[j] = this.units[i * this.length + j] ?? 0;
      visit(word);
    }
  }
}

/** Words that begin alike, with a sieve that most of them fall through before their edits are counted. */
export class WordList {
  private readonly byLength = new Map<number, Words>();

  constructor(segment: Segment, prefix: string) {
    segment.walkWords(prefix, (cursor) => {
      if (!cursor.startsWith(prefix)) return -1;
      const words = this.byLength.get(cursor.length) ?? new Words(cursor.length);
      this.byLength.set(cursor.length, words);
      words.add(cursor.units);
      return 0;
    });
  }

  /** Calls `visit` with the units of each word that may be within `most` edits of a word: see `Words`. */
  eachLike(word: readonly number[], most: number, visit: (units: readonly number[]) => void): void {
    const wanted = lettersOf(word, word.length);
    for (let length = word.length - most; length <= word.length + most; length++)
      this.byLength.get(length)?.eachLike(wanted, most, visit);
  }
}

/** The letters of a word as bits, several letters a bit: an edit takes one of them away at the most, and adds one. */
function lettersOf(units: readonly number[], length: number): number {
  let letters = 0;
  for (let i = 0; i < length; i++) letters |= 1 << ((units[i] ?? 0) & 31);
  return letters >>> 0;
}
