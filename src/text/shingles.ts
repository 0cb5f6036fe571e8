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

/** The weight of the first word of a shingle, so that it can be taken away when the next one is looked at. */
const FIRST = [1, 2, 3, 4, 5].reduce((power) => Math.imul(power, STEP), 1);

/** Calls `visit` with each shingle of a text, from the hashes of its words: each hash is made of the one before. */
function eachShingle(words: Uint32Array, visit: (shingle: number, first: number) => void): void {
  let hash = 0;
  for (let last = 0; last < words.length; last++) {
    const first = last - SHINGLE_WORDS + 1;
    if (first > 0) hash -= Math.imul(words[first - 1] ?? 0, FIRST);
    hash = (Math.imul(hash, STEP) + (words[last] ?? 0)) | 0;
    if (first >= 0) visit(mixed(hash), first);
  }
}

/** The shingles of a text, each once and ascending, from the hashes of its words. */
export function shinglesOf(words: Uint32Array): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, words.length - SHINGLE_WORDS + 1));
  eachShingle(words, (shingle, first) => {
    shingles[first] = shingle;
  });
  return distinct(shingles.sort());
}

/** The `count` smallest shingles, each once and ascending: those of `shinglesOf`, without sorting all. */
export function smallestShingles(words: Uint32Array, count: number): Uint32Array {
  const smallest = new Uint32Array(count);
  let size = 0;
  eachShingle(words, (shingle) => {
    if (size === count && shingle >= (smallest[count - 1] ?? 0)) return;
    let at = size;
    while (at > 0 && (smallest[at - 1] ?? 0) > shingle) at--;
    if (at > 0 && smallest[at - 1] === shingle) return;
    if (size < count) size++;
    for (let i = size - 1; i > at; i--) smallest[i] = smallest[i - 1] ?? 0;
    smallest[at] = shingle;
  });
  return smallest.subarray(0, size);
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
