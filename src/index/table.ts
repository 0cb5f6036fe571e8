/**
 * A sorted table of strings with a value each, read block by block: the vocabulary of a segment, its stems,
 * spellings, ids and files.
 *
 * Blocks of 32 entries, front-coded: each entry is the number of UTF-16 units it shares with the one before it,
 * the rest of its key as UTF-8, and its value (a run of bytes with its length). Behind the blocks stands the
 * directory: for each block its first key and where it begins. A look-up is a binary search in the directory
 * and a walk through one block.
 */
import { type ByteReader, ByteWriter, CorruptIndexError, decodeUtf8, ByteReader as Reader } from "./bytes.js";
import type { ByteSource } from "./source.js";

const BLOCK = 32;

/** An entry: its place in the order, its key, and a reader on its value. */
export interface Entry {
  ordinal: number;
  key: string;
  value: ByteReader;
}

function sharedUnits(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let n = 0;
  while (n < most && a.charCodeAt(n) === b.charCodeAt(n)) n++;
  // A pair of surrogates is never cut: half of one has no UTF-8.
  const last = a.charCodeAt(n - 1);
  return n > 0 && last >= 0xd800 && last < 0xdc00 ? n - 1 : n;
}

/** Writes a table. Keys must come in ascending order of UTF-16 units, each once. */
export class TableWriter {
  private readonly blocks = new ByteWriter(1 << 10);
  private readonly directory = new ByteWriter(1 << 8);
  private count = 0;
  private last = "";
  private lastBlock = 0;

  add(key: string, value: Uint8Array): void {
    const first = this.count % BLOCK === 0;
    if (first) {
      this.directory.text(key);
      this.directory.varint(this.blocks.length - this.lastBlock);
      this.lastBlock = this.blocks.length;
    }
    const shared = first ? 0 : sharedUnits(this.last, key);
    this.blocks.varint(shared);
    this.blocks.text(key.slice(shared));
    this.blocks.varint(value.length);
    this.blocks.raw(value);
    this.last = key;
    this.count++;
  }

  /** The table: counts, directory, blocks. */
  finish(): Uint8Array {
    const out = new ByteWriter(this.blocks.length + this.directory.length + 32);
    out.varint(this.count);
    out.varint(this.directory.length);
    out.varint(this.blocks.length);
    out.raw(this.directory.view());
    out.raw(this.blocks.view());
    return out.view();
  }
}

/** Reads a table that lies at `offset` of a source; nothing is read before the first question. */
export class Table {
  private firstKeys: string[] = [];
  private starts: number[] = [];
  private entries = -1;
  private blocksAt = 0;

  constructor(
    private readonly source: ByteSource,
    private readonly offset: number,
    private readonly length: number,
  ) {}

  /** How many entries there are. */
  get size(): number {
    this.load();
    return this.entries;
  }

  private load(): void {
    if (this.entries >= 0) return;
    const head = new Reader(this.source.read(this.offset, Math.min(24, this.length)));
    const entries = head.varint();
    const directorySize = head.varint();
    const blocksSize = head.varint();
    if (head.at + directorySize + blocksSize !== this.length)
      throw new CorruptIndexError("a table has the wrong size");
    const directory = new Reader(this.source.read(this.offset + head.at, directorySize));
    this.blocksAt = this.offset + head.at + directorySize;
    let at = 0;
    while (!directory.done) {
      this.firstKeys.push(directory.text());
      at += directory.varint();
      this.starts.push(at);
    }
    this.starts.push(blocksSize);
    this.entries = entries;
  }

  /** The last block whose first key is not above `key`, or 0. */
  private blockOf(key: string): number {
    let low = 0;
    let high = this.firstKeys.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.firstKeys[middle] ?? "") <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private readBlock(block: number): ByteReader {
    const start = this.starts[block] ?? 0;
    const end = this.starts[block + 1] ?? start;
    return new Reader(this.source.read(this.blocksAt + start, end - start));
  }

  /** The entries from `from` on, in order, as long as the caller asks. */
  *from(from: string): Generator<Entry> {
    this.load();
    if (this.entries === 0) return;
    for (let block = this.blockOf(from); block < this.firstKeys.length; block++) {
      for (const entry of this.entriesOf(block)) if (entry.key >= from) yield entry;
    }
  }

  private *entriesOf(block: number): Generator<Entry> {
    const reader = this.readBlock(block);
    let key = "";
    for (let ordinal = block * BLOCK; !reader.done; ordinal++) {
      key = key.slice(0, reader.varint()) + reader.text();
      const size = reader.varint();
      yield { ordinal, key, value: new Reader(reader.bytes, reader.at, reader.at + size) };
      reader.raw(size);
    }
  }

  /** The entry of exactly this key. */
  get(key: string): Entry | undefined {
    this.load();
    if (this.entries === 0) return undefined;
    for (const entry of this.entriesOf(this.blockOf(key))) {
      if (entry.key === key) return entry;
      if (entry.key > key) return undefined;
    }
    return undefined;
  }

  /** The entry at a place in the order. */
  at(ordinal: number): Entry {
    this.load();
    for (const entry of this.entriesOf(Math.floor(ordinal / BLOCK)))
      if (entry.ordinal === ordinal) return entry;
    throw new CorruptIndexError("a table has no such entry");
  }

  /** The entries that begin with `prefix`, in order. */
  *prefixed(prefix: string): Generator<Entry> {
    for (const entry of this.from(prefix)) {
      if (!entry.key.startsWith(prefix)) return;
      yield entry;
    }
  }

  /**
   * Walks the keys from `from` on without making strings of those that the visitor rules out: `visit` gets the
   * key's units as far as they are needed and how many of them are as they were at the last call, and answers
   * how many leading units already rule a key out (such keys are passed over), 0 for none, -1 to stop.
   */
  walk(
    from: string,
    visit: (key: string, shared: number, value: ByteReader, ordinal: number) => number,
  ): void {
    this.load();
    if (this.entries === 0) return;
    for (let block = this.blockOf(from); block < this.firstKeys.length; block++) {
      if (walkBlock(this.readBlock(block), block * BLOCK, from, visit)) return;
    }
  }
}

/** One block of a walk; true if the visitor wants no more. */
function walkBlock(
  reader: ByteReader,
  firstOrdinal: number,
  from: string,
  visit: (key: string, shared: number, value: ByteReader, ordinal: number) => number,
): boolean {
  let key = "";
  let known = 0;
  let dead = 0;
  for (let ordinal = firstOrdinal; !reader.done; ordinal++) {
    const shared = reader.varint();
    const rest = reader.raw(reader.varint());
    const size = reader.varint();
    const value = reader.at;
    reader.raw(size);
    if (dead > 0 && shared >= dead) continue;
    dead = 0;
    key = key.slice(0, shared) + decodeUtf8(rest);
    known = Math.min(known, shared);
    if (key < from) continue;
    dead = visit(key, known, new Reader(reader.bytes, value, value + size), ordinal);
    if (dead < 0) return true;
    known = key.length;
  }
  return false;
}
