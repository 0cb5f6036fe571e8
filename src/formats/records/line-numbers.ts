/** Numbers the lines of a file that is read in parts. */
import { closeSync, readSync } from "node:fs";
import { type WideEncoding, wideEncoding } from "../../corpus/decode.js";
import { openRegular, readFully } from "../../corpus/open-file.js";
import type { FileDayOrder } from "./day-order.js";

/** A part of a JSONL file, in bytes: the lines that begin in it. */
export interface ByteRange {
  start: number;
  end: number;
  /** How many lines begin before `start`. Where it is not given, all that stands before is read to count them. */
  linesBefore?: number;
  /** The order of day and month in the whole file. Where it is not given, the whole file may be read to find out. */
  dayOrder?: FileDayOrder;
}

const BRACE = 0x7b;
/** Bytes that are read at a time to count lines, and to find the end of one. */
const CHUNK = 4 * 1024 * 1024;
const LOOK = 1 << 16;

/** Where the first line at or after the start of a range begins, and its number. */
export function firstLineIn(
  descriptor: number,
  { start, linesBefore }: ByteRange,
): [offset: number, line: number] {
  if (start === 0) return [0, 1];
  const before = linesBefore ?? linesBeginning(descriptor, [start])[0] ?? 1;
  const buffer = Buffer.allocUnsafe(LOOK);
  // The line end just before makes a line begin at the start itself.
  for (let at = start - 1; ; ) {
    const got = readSync(descriptor, buffer, 0, buffer.length, at);
    if (got === 0) return [at, before + 1];
    const newline = buffer.indexOf(10);
    if (newline >= 0 && newline < got) return [at + newline + 1, before + 1];
    at += got;
  }
}

/** How many lines begin before each of some offsets, which ascend: all is read once, up to the last of them. */
export function linesBeginning(descriptor: number, offsets: readonly number[]): number[] {
  const buffer = Buffer.allocUnsafe(CHUNK);
  const counts: number[] = [];
  let at = 0;
  let lines = 1;
  for (const offset of offsets) {
    // A line end at `offset - 1` makes a line begin at the offset, not before it.
    while (at < offset - 1) {
      const got = readSync(descriptor, buffer, 0, Math.min(buffer.length, offset - 1 - at), at);
      if (got === 0) break;
      const bytes = buffer.subarray(0, got);
      for (let newline = bytes.indexOf(10); newline >= 0; newline = bytes.indexOf(10, newline + 1)) lines++;
      at += got;
    }
    counts.push(offset === 0 ? 0 : lines);
  }
  return counts;
}

/** UTF-16 or not, told by the head of a file: a line alone may not say. */
export function wideFile(descriptor: number): WideEncoding | null {
  const head = Buffer.allocUnsafe(4096);
  const bytes = head.subarray(0, readFully(descriptor, head, 0));
  const [a, b] = bytes;
  if (a === BRACE && b === 0) return "utf-16le";
  return a === 0 && b === BRACE ? "utf-16be" : wideEncoding(bytes);
}

/**
 * The parts of a JSONL file, which ascend, with `linesBefore`: the file is read once for all of them, so that not each part
 * has to read what stands before it. They are given back as they are if the file can't be read, which is said by who
 * reads its records, and for UTF-16, which is read in one part.
 */
export function numberLines(path: string, ranges: readonly ByteRange[]): ByteRange[] {
  try {
    const descriptor = openRegular(path);
    try {
      if (wideFile(descriptor)) return [...ranges];
      const counts = linesBeginning(
        descriptor,
        ranges.map(({ start }) => start),
      );
      return ranges.map((range, i) => ({ ...range, linesBefore: counts[i] ?? 0 }));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return [...ranges];
  }
}
