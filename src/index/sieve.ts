/**
 * A sieve for near words: of each word of a vocabulary its length and its letters as bits, through which nearly all words
 * that are not near fall before they are read. An edit makes a word longer or shorter by one at the most; of its letters,
 * each counted as often as it stands there, it takes one away and adds one at the most.
 */

/** Numbers of 32 bits of each word: letters and, above them, the length; letters that stand in it twice. */
export const SIEVE_NUMBERS = 2;
/** The bits of letters, several letters a bit: of one alphabet they are nearly all apart. */
const CLASSES = 27;
const LETTERS = 2 ** CLASSES - 1;
/** Lengths from this on are one. */
const LONGEST = 31;

/** What the sieve has of a word. */
export function sieveOf(word: string): [letters: number, twice: number] {
  let letters = 0;
  let twice = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = 1 << (word.charCodeAt(i) % CLASSES);
    twice |= letters & letter;
    letters |= letter;
  }
  return [letters | (Math.min(word.length, LONGEST) << CLASSES), twice];
}

/** The places of those that may be within `most` edits of a word. */
export function sift(sieve: Int32Array, word: string, most: number): number[] {
  const [letters, twice] = sieveOf(word);
  const shortest = Math.min(word.length - most, LONGEST);
  const longest = Math.min(word.length + most, LONGEST);
  const places: number[] = [];
  for (let i = 0; i < sieve.length; i += SIEVE_NUMBERS) {
    const own = sieve[i] ?? 0;
    const length = own >>> CLASSES;
    if (length < shortest || length > longest) continue;
    const lacking = countBits(letters & ~own & LETTERS, most);
    const added = countBits(own & ~letters & LETTERS, most);
    if (lacking > most || added > most) continue;
    const ownTwice = sieve[i + 1] ?? 0;
    if (lacking + countBits(twice & ~ownTwice, most) > most) continue;
    if (added + countBits(ownTwice & ~twice, most) <= most) places.push(i / SIEVE_NUMBERS);
  }
  return places;
}

/** How many bits are set; of more than `most` only that. */
function countBits(bits: number, most: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0 && count <= most; rest &= rest - 1) count++;
  return count;
}
