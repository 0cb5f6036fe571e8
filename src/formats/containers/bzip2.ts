/** Bzip2, after the format specification by Joe Tsai (2015). */
import type { Context, InnerFile } from "../record.js";
import { BoundedOutput } from "./inflate.js";

const BLOCK_UNIT = 100_000;
const BLOCK_MAGIC = 0x314159265359;
const END_MAGIC = 0x177245385090;
/** Symbols that are coded with one Huffman table before the next selector. */
const GROUP = 50;
const LONGEST_CODE = 20;
const RUN_A = 0;
const RUN_B = 1;
const CHUNK = 64 * 1024;

const damaged = (): Error => new Error("is cut off or damaged");

/** Bits from the highest of each byte on. */
class BitReader {
  private at = 0;
  private bits = 0;
  private count = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** At most 24 bits. */
  read(width: number): number {
    while (this.count < width) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw damaged();
      this.bits = ((this.bits << 8) | byte) >>> 0;
      this.count += 8;
    }
    this.count -= width;
    const value = (this.bits >>> this.count) & ((1 << width) - 1);
    this.bits &= (1 << this.count) - 1;
    return value;
  }

  read48(): number {
    return this.read(24) * 0x1000000 + this.read(24);
  }

  read32(): number {
    return this.read(16) * 0x10000 + this.read(16);
  }

  /** Drops what is left of the current byte. */
  align(): void {
    this.count -= this.count % 8;
    this.bits &= (1 << this.count) - 1;
  }

  get hasMore(): boolean {
    return this.count >= 8 || this.at < this.bytes.length;
  }
}

let crcTable: Uint32Array | undefined;

/** CRC-32 with the highest bit first, which zlib does not have. */
function tableOfCrc(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte << 24;
    for (let i = 0; i < 8; i++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
    return crc >>> 0;
  });
}

/** Canonical Huffman codes: for each length the largest code and where its symbols begin. */
class HuffmanTable {
  private readonly limits = new Int32Array(LONGEST_CODE + 2).fill(-1);
  private readonly offsets = new Int32Array(LONGEST_CODE + 2);
  private readonly symbols: number[] = [];

  constructor(lengths: readonly number[]) {
    let code = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      const first = this.symbols.length;
      lengths.forEach((value, symbol) => {
        if (value === length) this.symbols.push(symbol);
      });
      const count = this.symbols.length - first;
      this.offsets[length] = first - code;
      code += count;
      if (count > 0) this.limits[length] = code - 1;
      code <<= 1;
    }
  }

  next(bits: BitReader): number {
    let code = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      code = (code << 1) | bits.read(1);
      if (code <= (this.limits[length] ?? -1)) {
        const symbol = this.symbols[code + (this.offsets[length] ?? 0)];
        if (symbol === undefined) throw damaged();
        return symbol;
      }
    }
    throw damaged();
  }
}

/** The bytes that occur in a block: 16 bits say which sixteenths do, 16 bits more for each of these which of its bytes. */
function readAlphabet(bits: BitReader): number[] {
  const ranges = bits.read(16);
  const alphabet: number[] = [];
  for (let range = 0; range < 16; range++) {
    if (!(ranges & (0x8000 >> range))) continue;
    const used = bits.read(16);
    for (let i = 0; i < 16; i++) if (used & (0x8000 >> i)) alphabet.push(range * 16 + i);
  }
  if (alphabet.length === 0) throw damaged();
  return alphabet;
}

/** The table of each group, as a list in which the last used one moves to the front. */
function readSelectors(bits: BitReader, tables: number): Uint8Array {
  const selectors = new Uint8Array(bits.read(15));
  if (selectors.length === 0) throw damaged();
  const order = Array.from({ length: tables }, (_, i) => i);
  for (let i = 0; i < selectors.length; i++) {
    let index = 0;
    while (bits.read(1)) if (++index >= tables) throw damaged();
    const [table = 0] = order.splice(index, 1);
    order.unshift(table);
    selectors[i] = table;
  }
  return selectors;
}

/** Lengths of codes, each as its difference from the one before. */
function readLengths(bits: BitReader, symbols: number): number[] {
  const lengths: number[] = [];
  let length = bits.read(5);
  for (let i = 0; i < symbols; i++) {
    for (;;) {
      if (length < 1 || length > LONGEST_CODE) throw damaged();
      if (!bits.read(1)) break;
      length += bits.read(1) ? -1 : 1;
    }
    lengths.push(length);
  }
  return lengths;
}

/** The last column of the sorted rotations: Huffman codes, runs and moves to the front undone. Gives its length. */
function readColumn(bits: BitReader, column: Uint32Array): number {
  const alphabet = readAlphabet(bits);
  const tableCount = bits.read(3);
  if (tableCount < 2 || tableCount > 6) throw damaged();
  const selectors = readSelectors(bits, tableCount);
  const end = alphabet.length + 1;
  const tables = Array.from({ length: tableCount }, () => new HuffmanTable(readLengths(bits, end + 1)));
  let used = 0;
  let run = 0;
  let weight = 1;
  for (let i = 0; ; i++) {
    const table = tables[selectors[Math.floor(i / GROUP)] ?? -1];
    if (!table) throw damaged();
    const symbol = table.next(bits);
    if (symbol === RUN_A || symbol === RUN_B) {
      run += weight * (symbol + 1);
      weight *= 2;
      if (run > column.length) throw damaged();
      continue;
    }
    if (run > 0) {
      if (used + run > column.length) throw damaged();
      column.fill(alphabet[0] ?? 0, used, used + run);
      used += run;
      run = 0;
      weight = 1;
    }
    if (symbol === end) return used;
    if (used >= column.length) throw damaged();
    const [byte = 0] = alphabet.splice(symbol - 1, 1);
    alphabet.unshift(byte);
    column[used++] = byte;
  }
}

/** Turns the column into the text's order: the upper 24 bits of each entry point to the next one. */
function invert(column: Uint32Array, length: number): void {
  const starts = new Uint32Array(256);
  for (let i = 0; i < length; i++) {
    const byte = (column[i] ?? 0) & 0xff;
    starts[byte] = (starts[byte] ?? 0) + 1;
  }
  let sum = 0;
  for (let byte = 0; byte < 256; byte++) {
    const count = starts[byte] ?? 0;
    starts[byte] = sum;
    sum += count;
  }
  for (let i = 0; i < length; i++) {
    const byte = (column[i] ?? 0) & 0xff;
    const target = starts[byte] ?? 0;
    starts[byte] = target + 1;
    column[target] = ((column[target] ?? 0) | (i << 8)) >>> 0;
  }
}

function readBlock(bits: BitReader, column: Uint32Array, output: BoundedOutput): void {
  const checksum = bits.read32();
  if (bits.read(1)) throw new Error("is of a version of bzip2 before 0.9.5, which azertac does not read");
  const origin = bits.read(24);
  column.fill(0);
  const length = readColumn(bits, column);
  if (length === 0) return;
  if (origin >= length) throw damaged();
  invert(column, length);
  crcTable ??= tableOfCrc();
  const chunk = new Uint8Array(CHUNK);
  let filled = 0;
  let crc = 0xffffffff;
  let entry = (column[origin] ?? 0) >>> 8;
  let before = -1;
  let same = 0;
  for (let i = 0; i < length; i++) {
    const value = column[entry] ?? 0;
    const byte = value & 0xff;
    entry = value >>> 8;
    // After four equal bytes comes how many more of them there are.
    const times = same === 4 ? byte : 1;
    const written = same === 4 ? before : byte;
    if (same === 4) same = 0;
    else {
      same = byte === before ? same + 1 : 1;
      before = byte;
    }
    for (let j = 0; j < times; j++) {
      crc = ((crc << 8) ^ (crcTable[(crc >>> 24) ^ written] ?? 0)) >>> 0;
      chunk[filled++] = written;
      if (filled === CHUNK) {
        output.add(chunk);
        filled = 0;
      }
    }
    if (same === 0) before = -1;
  }
  output.add(chunk.subarray(0, filled));
  if (~crc >>> 0 !== checksum) throw damaged();
}

/** All streams of the file, one after the other. */
function decompress(bytes: Uint8Array, output: BoundedOutput, check: () => void): void {
  const bits = new BitReader(bytes);
  do {
    if (bits.read(24) !== 0x425a68) throw damaged();
    const level = bits.read(8) - 0x30;
    if (level < 1 || level > 9) throw damaged();
    const column = new Uint32Array(level * BLOCK_UNIT);
    for (;;) {
      check();
      const magic = bits.read48();
      if (magic === END_MAGIC) break;
      if (magic !== BLOCK_MAGIC) throw damaged();
      readBlock(bits, column, output);
    }
    bits.read32();
    bits.align();
  } while (bits.hasMore);
}

export function* files(bytes: Uint8Array, context: Context): Generator<InnerFile> {
  const output = new BoundedOutput(context.budget.room);
  decompress(bytes, output, () => context.budget.checkTime());
  const inner = output.finish();
  context.budget.take(inner.length);
  yield { name: "", bytes: inner };
}
