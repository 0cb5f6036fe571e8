/**
 * A sorted table of strings with a value each, read block by block: the vocabulary of a segment, its stems,
 * spellings, ids and files.
 *
 * Blocks of 32 entries, front-coded: each entry is the number of UTF-16 units it shares with the one before it,
 * the rest of its key as UTF-8, and its value (a run of bytes with its length). Before the blocks stand directories,
 * which say of some things where the first key and where the thing itself begins: those of 64 blocks each, and one of
 * these. A look-up is a binary search in the one of all, in one of 64 blocks, and a walk through one block: three reads.
 */

import type { ByteSource } from "../read/source.js";
import { type ByteReader, ByteWriter, CorruptIndexError, decodeUtf8, ByteReader as Reader } from "./bytes.js";

const BLOCK = 32;
/** Blocks of a directory. */
const GROUP = 64;
/** Entries, bytes of the directory of all, of the others, of the blocks: 32 bits each. */
const HEAD = 16;
/** Of a thing in a directory: where its first key and where it itself begins. */
const PLACE = 8;

/** Directories that are kept in memory. */
const MOST_GROUPS = 1 << 8;

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

/** Says of things that stand one behind the other where each and where its first key begins. */
class DirectoryWriter {
  private readonly places = new ByteWriter(1 << 8);
  private readonly keys = new ByteWriter(1 << 8);
  count = 0;

  add(key: Uint8Array, start: number): void {
    this.place(start);
    this.keys.raw(key);
    this.count++;
  }

  private place(start: number): void {
    this.places.uint32(this.keys.length);
    this.places.uint32(start);
  }

  /** Writes the directory of what ends at `end`, and begins anew. */
  finish(end: number, out: ByteWriter): void {
    this.place(end);
    out.raw(this.places.view());
    out.raw(this.keys.view());
    this.places.clear();
    this.keys.clear();
    this.count = 0;
  }
}

/** Writes a table. Keys must come in ascending order of UTF-16 units, each once. */
export class TableWriter {
  private readonly blocks = new ByteWriter(1 << 10);
  private readonly groups = new ByteWriter(1 << 8);
  private readonly group = new DirectoryWriter();
  private readonly all = new DirectoryWriter();
  private count = 0;
  private last = "";

  add(key: string, value: ByteWriter): void {
    const first = this.count % BLOCK === 0;
    if (first) this.beginBlock(Buffer.from(key));
    const shared = first ? 0 : sharedUnits(this.last, key);
    this.blocks.varint(shared);
    this.blocks.text(key.slice(shared));
    this.blocks.varint(value.length);
    this.blocks.append(value);
    this.last = key;
    this.count++;
  }

  private beginBlock(key: Uint8Array): void {
    if (this.group.count === GROUP) this.group.finish(this.blocks.length, this.groups);
    if (this.group.count === 0) this.all.add(key, this.groups.length);
    this.group.add(key, this.blocks.length);
  }

  /** The table: head, directories, blocks. */
  finish(): Uint8Array {
    if (this.group.count > 0) this.group.finish(this.blocks.length, this.groups);
    const all = new ByteWriter(1 << 8);
    this.all.finish(this.groups.length, all);
    const out = new ByteWriter(HEAD + all.length + this.groups.length + this.blocks.length);
    out.uint32(this.count);
    out.uint32(all.length);
    out.uint32(this.groups.length);
    out.uint32(this.blocks.length);
    out.raw(all.view());
    out.raw(this.groups.view());
    out.raw(this.blocks.view());
    return out.view();
  }
}

/** A directory, read. */
class Directory {
  private readonly keys: string[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    readonly count: number,
  ) {
    if (bytes.length < (count + 1) * PLACE) throw new CorruptIndexError("a directory is cut off");
  }

  /** Where a thing begins; that of the one behind the last is where it ends. */
  start(i: number): number {
    return uint32(this.bytes, i * PLACE + 4);
  }

  key(i: number): string {
    let key = this.keys[i];
    if (key === undefined) {
      const keys = (this.count + 1) * PLACE;
      const { bytes } = this;
      key = decodeUtf8(
        bytes.subarray(keys + uint32(bytes, i * PLACE), keys + uint32(bytes, (i + 1) * PLACE)),
      );
      this.keys[i] = key;
    }
    return key;
  }

  /** The last thing whose first key is not above `key`, or 0. */
  find(key: string): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.key(middle) <= key) low = middle;
      else high = middle - 1;
    }
    return low;
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
    let key = "";
    for (let i = 0; i < this.length; i++) key += String.fromCharCode(this.units[i] ?? 0);
    return key;
  }

  get value(): ByteReader {
    return new Reader(this.bytes, this.valueAt, this.valueEnd);
  }

  get entry(): Entry {
    return { ordinal: this.ordinal, key: this.key, value: this.value };
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
  private groupsAt = 0;
  private blocksAt = 0;
  private all = new Directory(new Uint8Array(PLACE), 0);
  private readonly groups = new Map<number, Directory>();

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
    const blocks = Math.ceil(entries / BLOCK);
    const allAt = this.offset + HEAD;
    this.groupsAt = allAt + uint32(head, 4);
    this.blocksAt = this.groupsAt + uint32(head, 8);
    if (this.blocksAt + uint32(head, 12) !== this.offset + this.length)
      throw new CorruptIndexError("a table has the wrong size");
    this.all = new Directory(this.source.read(allAt, this.groupsAt - allAt), Math.ceil(blocks / GROUP));
    this.blocks = blocks;
    this.entries = entries;
  }

  /** The directory of 64 blocks, the last of fewer. */
  private group(number: number): Directory {
    let group = this.groups.get(number);
    if (!group) {
      const start = this.all.start(number);
      const bytes = this.source.read(this.groupsAt + start, this.all.start(number + 1) - start);
      group = new Directory(bytes, Math.min(GROUP, this.blocks - number * GROUP));
      if (this.groups.size >= MOST_GROUPS) this.groups.clear();
      this.groups.set(number, group);
    }
    return group;
  }

  private groupOf(block: number): Directory {
    return this.group(Math.floor(block / GROUP));
  }

  /** The last block whose first key is not above `key`, or 0. */
  private blockOf(key: string): number {
    const number = this.all.find(key);
    return number * GROUP + this.group(number).find(key);
  }

  private cursor(block: number): Cursor {
    const group = this.groupOf(block);
    const start = group.start(block % GROUP);
    const end = group.start((block % GROUP) + 1);
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
    let entry: Entry | undefined;
    this.visit([ordinal], (cursor) => {
      entry = cursor.entry;
    });
    if (!entry) throw new CorruptIndexError("a table has no such entry");
    return entry;
  }

  /** Calls `visit` for the entries at some places in the order, ascending. */
  visit(ordinals: readonly number[], visit: (cursor: Cursor) => void): void {
    this.load();
    let cursor: Cursor | undefined;
    let block = -1;
    for (const ordinal of ordinals) {
      const wanted = Math.floor(ordinal / BLOCK);
      if (!cursor || wanted !== block) {
        if (ordinal >= this.entries) throw new CorruptIndexError("a table has no such entry");
        cursor = this.cursor(wanted);
        block = wanted;
      }
      while (cursor.ordinal < ordinal)
        if (!cursor.next()) throw new CorruptIndexError("a table has no such entry");
      visit(cursor);
    }
  }

  /** The places of the entries that begin with `prefix`: of the first and behind the last. */
  range(prefix: string): [first: number, end: number] {
    this.load();
    if (prefix === "") return [0, this.entries];
    const last = prefix.length - 1;
    const behind = prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1);
    return [this.placeOf(prefix), this.placeOf(behind)];
  }

  /** The place of the first entry whose key is not below `key`. */
  private placeOf(key: string): number {
    if (this.entries === 0) return 0;
    const block = this.blockOf(key);
    const cursor = this.cursor(block);
    while (cursor.next()) if (cursor.compare(key) >= 0) return cursor.ordinal;
    return Math.min((block + 1) * BLOCK, this.entries);
  }

  /** The entries that begin with `prefix`, in order. */
  *prefixed(prefix: string): Generator<Entry> {
    for (const entry of this.from(prefix)) {
      if (!entry.key.startsWith(prefix)) return;
      yield entry;
    }
  }
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
