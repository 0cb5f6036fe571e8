/** Numbers in growing arrays, and words as numbers. */

/** A growing array of whole numbers from 0 to 2^32 - 1. */
export class Numbers {
  items: Uint32Array;
  length = 0;

  constructor(capacity = 1 << 7) {
    this.items = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.items.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.items);
      this.items = grown;
    }
    this.items[this.length++] = value;
  }

  get(at: number): number {
    return this.items[at] ?? 0;
  }

  /** The numbers as bytes, in the machine's order. */
  bytes(): Uint8Array {
    return new Uint8Array(this.items.buffer, 0, this.length * 4);
  }
}

/**
 * A hash table from words to numbers that is asked with a place in a text, so that no string is made for a word
 * that is known: with a Map, making and hashing 22 million of them was half of the time that indexing takes.
 * Open addressing, linear probing, at most half full.
 */
export class WordNumbers {
  /** Entry plus one; 0 is free. */
  private slots = new Uint32Array(1 << 10);
  private units = new Uint16Array(1 << 11);
  private used = 0;
  private readonly starts = new Numbers();
  private readonly hashes = new Numbers();
  private readonly values = new Numbers();

  /** The number of `text.slice(start, end)`, or -1. */
  find(text: string, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.slots[slot] ?? 0) - 1;
      if (entry < 0) return -1;
      if (this.hashes.items[entry] === hash && this.isEntry(entry, text, start, end))
        return this.values.get(entry);
    }
  }

  private isEntry(entry: number, text: string, start: number, end: number): boolean {
    const from = this.starts.items[entry] ?? 0;
    const to = entry + 1 < this.starts.length ? (this.starts.items[entry + 1] ?? 0) : this.used;
    if (to - from !== end - start) return false;
    const { units } = this;
    for (let i = from, j = start; i < to; i++, j++) if (units[i] !== text.charCodeAt(j)) return false;
    return true;
  }

  /** Adds a word that is not there yet. */
  add(word: string, value: number): void {
    if ((this.starts.length + 1) * 2 > this.slots.length) this.grow();
    if (this.used + word.length > this.units.length) {
      const grown = new Uint16Array((this.used + word.length) * 2);
      grown.set(this.units);
      this.units = grown;
    }
    const hash = hashOf(word, 0, word.length);
    this.starts.push(this.used);
    this.hashes.push(hash);
    this.values.push(value);
    for (let i = 0; i < word.length; i++) this.units[this.used++] = word.charCodeAt(i);
    this.place(hash, this.starts.length);
  }

  private place(hash: number, entryPlusOne: number): void {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    while (this.slots[slot]) slot = (slot + 1) & mask;
    this.slots[slot] = entryPlusOne;
  }

  private grow(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    for (let entry = 0; entry < this.hashes.length; entry++) this.place(this.hashes.get(entry), entry + 1);
  }
}

/** FNV-1a over UTF-16 units, 32 bits, mixed once more at the end so that the low bits serve as a slot. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
