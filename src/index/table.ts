/**
 * A sorted table of strings with a value each, read block by block: the vocabulary of a segment, its stems,
 * spellings, ids and files.
 *
 * Blocks of 32 entries, front-coded: each entry is the number of UTF-16 units it shares with the one before it,
 * the rest of its key as UTF-8, and its value (a run of bytes with its length). Before the blocks stands the
 * directory: for each block where its first key and where it itself begins, then the first keys. A look-up is a
 * binary search in the directory, which reads no more keys than it compares, and a walk through one block.
 */
import { type ByteReader, ByteWriter, CorruptIndexError, decodeUtf8, ByteReader as Reader } from "./bytes.js";
import type { ByteSource } from "./source.js";

const BLOCK = 32;
/** Entries, blocks, bytes of the first keys, bytes of the blocks: 32 bits each. */
const HEAD = 16;
/** Of a block in the directory: where its first key and where it itself begins. */
const PLACE = 8;

/** First keys that are kept in memory. */
const MOST_KEYS = 1 << 12;

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
  private readonly places = new ByteWriter(1 << 8);
  private readonly firstKeys = new ByteWriter(1 << 8);
  private count = 0;
  private last = "";

  add(key: string, value: Uint8Array): void {
    const first = this.count % BLOCK === 0;
    if (first) {
      this.place();
      this.firstKeys.raw(Buffer.from(key));
    }
    const shared = first ? 0 : sharedUnits(this.last, key);
    this.blocks.varint(shared);
    this.blocks.text(key.slice(shared));
    this.blocks.varint(value.length);
    this.blocks.raw(value);
    this.last = key;
    this.count++;
  }

  private place(): void {
    this.places.uint32(this.firstKeys.length);
    this.places.uint32(this.blocks.length);
  }

  /** The table: head, directory, blocks. */
  finish(): Uint8Array {
    const out = new ByteWriter(
      this.blocks.length + this.firstKeys.length + this.places.length + HEAD + PLACE,
    );
    out.uint32(this.count);
    out.uint32(Math.ceil(this.count / BLOCK));
    out.uint32(this.firstKeys.length);
    out.uint32(this.blocks.length);
    this.place();
    out.raw(this.places.view());
    out.raw(this.firstKeys.view());
    out.raw(this.blocks.view());
    return out.view();
  }
}

/**
 * Goes through the entries of a block. The key of the entry it stands on is UTF-16 units, not a string: most
 * entries are only passed over.
 */
export class Cursor {
  /** The key's units; those from `length` on mean nothing. A plain array: a typed one takes a microsecond to make. */
  readonly units: number[] = [];
  length = 0;
  /** How many leading units are as in the entry before. */
  shared = 0;
  ordinal: number;
  private valueAt = 0;
  private valueEnd = 0;
  private readonly end: number;

  constructor(
    private readonly bytes: Uint8Array,
    firstOrdinal: number,
  ) {
    this.ordinal = firstOrdinal - 1;
    this.end = bytes.length;
  }

  /** Goes to the next entry; false behind the last. */
  next(): boolean {
    let at = this.valueEnd;
    if (at >= this.end) return false;
    const { bytes } = this;
    // Numbers below 128 are one byte, and these nearly always are.
    let shared = bytes[at++] ?? 0;
    let size = bytes[at] ?? 0x80;
    if (shared < 0x80 && size < 0x80) at++;
    else {
      const reader = new Reader(bytes, at - 1);
      shared = reader.varint();
      size = reader.varint();
      at = reader.at;
    }
    if (shared > this.length || at + size > this.end) throw new CorruptIndexError("an entry is cut off");
    this.decode(shared, at, at + size);
    at += size;
    let valueSize = bytes[at++] ?? 0x80;
    if (valueSize >= 0x80) {
      const reader = new Reader(bytes, at - 1);
      valueSize = reader.varint();
      at = reader.at;
    }
    this.valueAt = at;
    this.valueEnd = at + valueSize;
    if (this.valueEnd > this.end) throw new CorruptIndexError("an entry is cut off");
    this.shared = shared;
    this.ordinal++;
    return true;
  }

  /** Puts the UTF-8 from `at` to `end` behind the first `shared` units. */
  private decode(shared: number, at: number, end: number): void {
    const { bytes, units } = this;
    let length = shared;
    for (let i = at; i < end; ) {
      const byte = bytes[i++] ?? 0;
      if (byte < 0x80) units[length++] = byte;
      else if (byte < 0xe0) units[length++] = ((byte & 0x1f) << 6) | ((bytes[i++] ?? 0) & 0x3f);
      else if (byte < 0xf0) {
        const middle = (bytes[i++] ?? 0) & 0x3f;
        units[length++] = ((byte & 0x0f) << 12) | (middle << 6) | ((bytes[i++] ?? 0) & 0x3f);
      } else {
        const high = ((byte & 0x07) << 18) | (((bytes[i++] ?? 0) & 0x3f) << 12);
        const code = (high | (((bytes[i++] ?? 0) & 0x3f) << 6) | ((bytes[i++] ?? 0) & 0x3f)) - 0x10000;
        units[length++] = 0xd800 | (code >> 10);
        units[length++] = 0xdc00 | (code & 0x3ff);
      }
    }
    this.length = length;
  }

  get key(): string {
    return this.start(this.length);
  }

  /** The first units of the key. */
  start(units: number): string {
    let key = "";
    for (let i = 0; i < units; i++) key += String.fromCharCode(this.units[i] ?? 0);
    return key;
  }

  get value(): ByteReader {
    return new Reader(this.bytes, this.valueAt, this.valueEnd);
  }

  get entry(): Entry {
    return { ordinal: this.ordinal, key: this.key, value: this.value };
  }

  startsWith(prefix: string): boolean {
    if (this.length < prefix.length) return false;
    for (let i = 0; i < prefix.length; i++) if (this.units[i] !== prefix.charCodeAt(i)) return false;
    return true;
  }

  /** Below zero, zero or above as the entry's key stands before `key`, is it, or stands behind it. */
  compare(key: string): number {
    const { units, length } = this;
    const most = Math.min(length, key.length);
    for (let i = 0; i < most; i++) {
      const difference = (units[i] ?? 0) - key.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length - key.length;
  }
}

/** Reads a table that lies at `offset` of a source; nothing is read before the first question. */
export class Table {
  private entries = -1;
  private blocks = 0;
  private keysAt = 0;
  private blocksAt = 0;
  /** First keys that were asked for: a binary search begins with the same ones every time. */
  private readonly firstKeys = new Map<number, string>();

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
    const head = this.source.read(this.offset, Math.min(HEAD, this.length));
    if (head.length < HEAD) throw new CorruptIndexError("a table is cut off");
    const entries = uint32(head, 0);
    const blocks = uint32(head, 4);
    this.keysAt = this.offset + HEAD + (blocks + 1) * PLACE;
    this.blocksAt = this.keysAt + uint32(head, 8);
    if (this.blocksAt + uint32(head, 12) !== this.offset + this.length)
      throw new CorruptIndexError("a table has the wrong size");
    this.blocks = blocks;
    this.entries = entries;
  }

  /** The place of a block and of the next. */
  private place(block: number): Uint8Array {
    return this.source.read(this.offset + HEAD + block * PLACE, 2 * PLACE);
  }

  private firstKey(block: number): string {
    let key = this.firstKeys.get(block);
    if (key === undefined) {
      const place = this.place(block);
      const start = uint32(place, 0);
      key = decodeUtf8(this.source.read(this.keysAt + start, uint32(place, PLACE) - start));
      if (this.firstKeys.size < MOST_KEYS) this.firstKeys.set(block, key);
    }
    return key;
  }

  /** The last block whose first key is not above `key`, or 0. */
  private blockOf(key: string): number {
    let low = 0;
    let high = this.blocks - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.firstKey(middle) <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private cursor(block: number): Cursor {
    const place = this.place(block);
    const start = uint32(place, 4);
    const end = uint32(place, PLACE + 4);
    return new Cursor(this.source.read(this.blocksAt + start, end - start), block * BLOCK);
  }

  /** The entries from `from` on, in order, as long as the caller asks. */
  *from(from: string): Generator<Entry> {
    this.load();
    if (this.entries === 0) return;
    for (let block = this.blockOf(from); block < this.blocks; block++) {
      const cursor = this.cursor(block);
      while (cursor.next()) if (cursor.compare(from) >= 0) yield cursor.entry;
    }
  }

  /** The entry of exactly this key. */
  get(key: string): Entry | undefined {
    this.load();
    if (this.entries === 0) return undefined;
    const cursor = this.cursor(this.blockOf(key));
    while (cursor.next()) {
      const order = cursor.compare(key);
      if (order === 0) return cursor.entry;
      if (order > 0) return undefined;
    }
    return undefined;
  }

  /** The entry at a place in the order. */
  at(ordinal: number): Entry {
    this.load();
    if (ordinal < this.entries) {
      const cursor = this.cursor(Math.floor(ordinal / BLOCK));
      while (cursor.next()) if (cursor.ordinal === ordinal) return cursor.entry;
    }
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
   * Walks the keys from `from` on. `visit` gets a cursor and how many leading units of its key are as they were at
   * the last call, and answers how many leading units already rule the key out (keys that share them are passed
   * over), 0 for none, -1 to stop.
   */
  walk(from: string, visit: (cursor: Cursor, known: number) => number): void {
    this.load();
    if (this.entries === 0) return;
    let dead = "";
    for (let block = this.blockOf(from); block < this.blocks; block++) {
      // Between two keys that begin as a ruled-out one all keys do.
      if (dead !== "" && block + 1 < this.blocks && this.firstKey(block + 1).startsWith(dead)) continue;
      const ruledOut = walkBlock(this.cursor(block), from, visit);
      if (ruledOut === null) return;
      dead = ruledOut;
    }
  }
}

/** One block of a walk; how the ruled-out keys at its end begin, null if the visitor wants no more. */
function walkBlock(
  cursor: Cursor,
  from: string,
  visit: (cursor: Cursor, known: number) => number,
): string | null {
  let known = 0;
  let dead = 0;
  let before = true;
  while (cursor.next()) {
    const { shared } = cursor;
    if (shared < known) known = shared;
    if (dead > 0 && shared >= dead) continue;
    before &&= cursor.compare(from) < 0;
    if (before) continue;
    dead = visit(cursor, known);
    if (dead < 0) return null;
    known = cursor.length;
  }
  return cursor.start(dead);
}

/** 32 bits, the lowest byte first. By hand: a DataView for each takes longer to make than to ask. */
function uint32(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)) >>>
    0
  );
}
