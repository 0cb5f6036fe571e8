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

  view(): Uint32Array {
    return this.items.subarray(0, this.length);
  }

  /** The numbers as bytes, in the machine's order. */
  bytes(): Uint8Array {
    return new Uint8Array(this.items.buffer, 0, this.length * 4);
  }
}
