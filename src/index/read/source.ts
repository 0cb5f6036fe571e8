/** Where the bytes of a segment are: in memory, or in a file that is read page by page, each page checked. */
import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { ByteReader, ByteWriter, CorruptIndexError } from "../format/bytes.js";
import { checksumOf, checksumsOf } from "../format/checksum.js";

/** Random reading of a run of bytes. What is given must not be written to. */
export interface ByteSource {
  readonly size: number;
  /** Throws CorruptIndexError where the bytes are missing or not those that were written. */
  read(offset: number, length: number): Uint8Array;
  /** Some bytes around a place, to go through many of them: good until the next are asked for. */
  readBlock(offset: number): Block;
  /** May be called again. */
  close(): void;
}

/** Bytes and where they start. */
export interface Block {
  start: number;
  bytes: Uint8Array;
}

/** A source over bytes in memory. */
export class MemorySource implements ByteSource {
  constructor(private readonly bytes: Uint8Array) {}

  get size(): number {
    return this.bytes.length;
  }

  read(offset: number, length: number): Uint8Array {
    return this.bytes.subarray(offset, offset + length);
  }

  readBlock(offset: number): Block {
    const start = offset - (offset % PIECE);
    return { start, bytes: this.bytes.subarray(start, start + PIECE) };
  }

  close(): void {}
}

/** Bytes of a page: the least that is read and checked. */
const PAGE = 1 << 12;
/** Bytes of a piece, a whole number of pages. */
const PIECE = 1 << 16;
/** A block of checksums is a page of them: those of so many pages. */
const BLOCK = PAGE / 4;
/** Magic, varint size of the contents, zeros, checksum. */
const TAIL = 32;
const MAGIC = "AZSGTAIL";
/** Reads of more pages than this go past the cache, which they would only empty. */
const CACHED_READ = 4;
/** Bytes of such reads that are kept: a search goes through the postings of its words, then looks there for places. */
const MOST_KEPT = 1 << 22;
/** Pages kept, 32 MiB. */
const CACHED_PAGES = 8192;
/** Where all is read from front to back, pages that are read at once, and those that are kept: 64 KiB and 1 MiB. */
const READ_AHEAD = 16;
const SEQUENTIAL_PAGES = 256;

/** What stands behind the contents of a segment file, and its checksum: that of the trailer. */
interface Trailer {
  bytes: Buffer;
  checksum: number;
}

/**
 * The trailer: a checksum for each page of 4 KiB (the last may be shorter); a checksum for each block of 1024 of these;
 * then the tail: magic, varint size of the contents, zeros, and at its end the checksum of the blocks' checksums and
 * the tail. So a reader checks what it reads and no more.
 */
function trailerOf(pages: readonly number[], size: number): Trailer {
  const blocks = Math.ceil(pages.length / BLOCK);
  const bytes = Buffer.alloc((pages.length + blocks) * 4 + TAIL);
  pages.forEach((checksum, page) => {
    bytes.writeUInt32LE(checksum, page * 4);
  });
  const top = pages.length * 4;
  checksumsOf(bytes.subarray(0, top), PAGE).forEach((checksum, block) => {
    bytes.writeUInt32LE(checksum, top + block * 4);
  });
  const tail = new ByteWriter(TAIL);
  tail.raw(Buffer.from(MAGIC, "latin1"));
  tail.varint(size);
  bytes.set(tail.view(), bytes.length - TAIL);
  const checksum = checksumOf(bytes.subarray(top, bytes.length - 4));
  bytes.writeUInt32LE(checksum, bytes.length - 4);
  return { bytes, checksum };
}

/** Bytes that are gathered before they are written, a whole number of pages. */
const WRITTEN = PAGE * 256;

/** Writes the contents of a segment file piece by piece, and the trailer behind them. */
export class SegmentFileWriter {
  private readonly front = Buffer.alloc(WRITTEN);
  private readonly buffer = Buffer.alloc(WRITTEN);
  private readonly pages: number[] = [];
  length = 0;

  constructor(private readonly descriptor: number) {}

  append(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      const at = this.length % WRITTEN;
      const piece = bytes.subarray(from, from + WRITTEN - at);
      // What stands at the front is kept: its first bytes are known last.
      (this.length < WRITTEN ? this.front : this.buffer).set(piece, at);
      from += piece.length;
      this.length += piece.length;
      if (this.length % WRITTEN === 0) this.flush(this.length - WRITTEN);
    }
  }

  /** Writes what has been gathered since `start`. */
  private flush(start: number): void {
    const size = this.length - start;
    const bytes = (start === 0 ? this.front : this.buffer).subarray(0, size);
    checksumsOf(bytes, PAGE).forEach((checksum, page) => {
      this.pages[start / PAGE + page] = checksum;
    });
    writeAll(this.descriptor, bytes, start);
  }

  /** Puts `header` over the first bytes and writes the rest and the trailer. Returns the trailer's checksum. */
  finish(header: Uint8Array): { checksum: number; bytes: number } {
    const rest = this.length % WRITTEN;
    if (rest > 0 && this.length > WRITTEN) this.flush(this.length - rest);
    this.front.set(header);
    const { length } = this;
    this.length = Math.min(length, WRITTEN);
    this.flush(0);
    this.length = length;
    const { bytes, checksum } = trailerOf(this.pages, length);
    writeAll(this.descriptor, bytes, length);
    return { checksum, bytes: length + bytes.length };
  }
}

function writeAll(descriptor: number, bytes: Uint8Array, position: number): void {
  for (let at = 0; at < bytes.length; )
    at += writeSync(descriptor, bytes, at, bytes.length - at, position + at);
}

/** A source over a file that was written with its trailer. Trusts no byte of it. */
export class FileSource implements ByteSource {
  readonly size: number;
  private readonly pages: number;
  /** Checksums of the blocks of checksums. */
  private readonly blocks: Uint32Array;
  private readonly checksums = new Map<number, Uint32Array>();
  private readonly cache = new Map<number, Uint8Array>();
  /** The last large reads, by their first page. */
  private readonly kept = new Map<number, Uint8Array>();
  private keptBytes = 0;
  private isOpen = true;
  /** Where pieces are read to: to touch fresh memory takes longer than to read. */
  private piece: Uint8Array<ArrayBuffer> | undefined;

  private constructor(
    private readonly descriptor: number,
    fileSize: number,
    wanted: number,
    private readonly isSequential: boolean,
  ) {
    if (fileSize < TAIL) throw new CorruptIndexError("a segment file is cut off");
    const reader = new ByteReader(this.readRaw(fileSize - TAIL, TAIL));
    if (Buffer.from(reader.raw(MAGIC.length)).toString("latin1") !== MAGIC)
      throw new CorruptIndexError("a segment file has no tail");
    this.size = reader.varint();
    this.pages = Math.ceil(this.size / PAGE);
    const blocks = Math.ceil(this.pages / BLOCK);
    const top = this.size + this.pages * 4;
    if (top + blocks * 4 + TAIL !== fileSize)
      throw new CorruptIndexError("a segment file has the wrong size");
    const behind = this.readRaw(top, blocks * 4 + TAIL);
    const checksum = new DataView(behind.buffer).getUint32(behind.length - 4, true);
    if (checksum !== wanted || checksumOf(behind.subarray(0, -4)) !== checksum)
      throw new CorruptIndexError("a segment file is not the one that was written");
    this.blocks = new Uint32Array(behind.buffer, 0, blocks);
  }

  /**
   * Opens a segment file, if so asked for being read from front to back. Throws CorruptIndexError, or the system's error
   * if it can't be opened.
   */
  static open(path: string, checksum: number, isSequential = false): FileSource {
    const descriptor = openSync(path, "r");
    try {
      return new FileSource(descriptor, fstatSync(descriptor).size, checksum, isSequential);
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  }

  // An array buffer of its own, so that columns of numbers can be laid over it.
  private readRaw(offset: number, length: number, bytes = new Uint8Array(length)): Uint8Array {
    for (let at = 0; at < length; ) {
      const got = readSync(this.descriptor, bytes, at, length - at, offset + at);
      if (got === 0) throw new CorruptIndexError("a segment file is cut off");
      at += got;
    }
    return bytes;
  }

  /** Whole pages, checked. */
  private readPages(first: number, count: number, into?: Uint8Array<ArrayBuffer>): Uint8Array {
    const start = first * PAGE;
    const length = Math.min(count * PAGE, this.size - start);
    const bytes = this.readRaw(start, length, into?.subarray(0, length));
    // Mostly it is one.
    const found = count === 1 ? [checksumOf(bytes)] : checksumsOf(bytes, PAGE);
    for (let i = 0; i < count; i++) {
      if (found[i] !== this.checksum(first + i))
        throw new CorruptIndexError("a page of a segment file is damaged");
    }
    return bytes;
  }

  /** What the checksum of a page must be. */
  private checksum(page: number): number {
    const block = Math.floor(page / BLOCK);
    let checksums = this.checksums.get(block);
    if (!checksums) {
      const count = Math.min(BLOCK, this.pages - block * BLOCK);
      const bytes = this.readRaw(this.size + block * PAGE, count * 4);
      if (checksumOf(bytes) !== this.blocks[block])
        throw new CorruptIndexError("the checksums of a segment file are damaged");
      checksums = new Uint32Array(bytes.buffer);
      this.checksums.set(block, checksums);
    }
    return checksums[page % BLOCK] ?? -1;
  }

  private page(number: number): Uint8Array {
    let page = this.cache.get(number);
    if (!page) {
      const count = this.isSequential ? Math.min(READ_AHEAD, this.pages - number) : 1;
      if (this.cache.size >= (this.isSequential ? SEQUENTIAL_PAGES : CACHED_PAGES)) this.cache.clear();
      const pages = this.readPages(number, count);
      page = pages.subarray(0, PAGE);
      this.cache.set(number, page);
      for (let i = 1; i < count; i++) this.cache.set(number + i, pages.subarray(i * PAGE, (i + 1) * PAGE));
    }
    return page;
  }

  read(offset: number, length: number): Uint8Array {
    if (offset < 0 || offset + length > this.size) throw new CorruptIndexError("a segment file is cut off");
    if (length === 0) return new Uint8Array();
    const first = Math.floor(offset / PAGE);
    const count = Math.floor((offset + length - 1) / PAGE) - first + 1;
    const start = offset - first * PAGE;
    if (count === 1) return this.page(first).subarray(start, start + length);
    if (count > CACHED_READ) return this.readLarge(first, count).subarray(start, start + length);
    const joined = new Uint8Array(length);
    joined.set(this.page(first).subarray(start));
    for (let at = PAGE - start; at < length; at += PAGE)
      joined.set(this.page((offset + at) / PAGE).subarray(0, length - at), at);
    return joined;
  }

  readBlock(offset: number): Block {
    if (offset < 0 || offset >= this.size) throw new CorruptIndexError("a segment file is cut off");
    const start = offset - (offset % PIECE);
    const count = Math.ceil(Math.min(PIECE, this.size - start) / PAGE);
    this.piece ??= new Uint8Array(PIECE);
    return { start, bytes: this.readPages(start / PAGE, count, this.piece) };
  }

  private readLarge(first: number, count: number): Uint8Array {
    const kept = this.kept.get(first);
    if (kept && kept.length >= Math.min(count * PAGE, this.size - first * PAGE)) return kept;
    const pages = this.readPages(first, count);
    if (this.isSequential || pages.length > MOST_KEPT / 2) return pages;
    if (this.keptBytes + pages.length > MOST_KEPT) {
      this.kept.clear();
      this.keptBytes = 0;
    }
    this.kept.set(first, pages);
    this.keptBytes += pages.length;
    return pages;
  }

  /** May be called again. */
  close(): void {
    if (this.isOpen) closeSync(this.descriptor);
    this.isOpen = false;
  }
}
