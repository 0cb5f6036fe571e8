/** Shingles: the runs of six words of a text, as hashes. Texts that share many of them say the same in the same words. */

/** Words of a shingle. */
export const SHINGLE_WORDS = 6;

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
/** An odd number whose powers set the words of a shingle apart by their order. */
const STEP = 0x9e3779b1;

/** A hash of a word, 32 bits. */
export function hashOfWord(word: string): number {
  let hash = BASIS;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return mixed(hash);
}

/** Spreads every bit of a number over all (the end of MurmurHash3). */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The shingle that begins with a word, from the hashes of the words. */
function shingleAt(words: ArrayLike<number>, first: number): number {
  let hash = 0;
  for (let i = first; i < first + SHINGLE_WORDS; i++) hash = Math.imul(hash, STEP) + (words[i] ?? 0);
  return mixed(hash);
}

/** The shingles of a text, each once and ascending, from the hashes of its words. */
export function shinglesOf(words: ArrayLike<number>): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, words.length - SHINGLE_WORDS + 1));
  for (let first = 0; first < shingles.length; first++) shingles[first] = shingleAt(words, first);
  return distinct(shingles.sort());
}

/** The `count` smallest shingles, each once and ascending: those of `shinglesOf`, without sorting all. */
export function smallestShingles(words: ArrayLike<number>, count: number): number[] {
  const smallest: number[] = [];
  for (let first = 0; first + SHINGLE_WORDS <= words.length; first++) {
    const hash = shingleAt(words, first);
    if (smallest.length === count && hash >= (smallest[count - 1] ?? 0)) continue;
    let at = smallest.length;
    while (at > 0 && (smallest[at - 1] ?? 0) > hash) at--;
    if (smallest[at - 1] === hash) continue;
    smallest.splice(at, 0, hash);
    if (smallest.length > count) smallest.pop();
  }
  return smallest;
}

/** The numbers of an ascending array, each once. */
export function distinct(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i] ?? 0;
    if (kept === 0 || value !== sorted[kept - 1]) sorted[kept++] = value;
  }
  return sorted.subarray(0, kept);
}

/** How many numbers two ascending arrays have in common. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared;
}
