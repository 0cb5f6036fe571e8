/** Numbers the lines of a file that is read in parts. */
import { readSync } from "node:fs";

/** A part of a JSONL file, in bytes: the lines that begin in it. */
export interface ByteRange {
  start: number;
  end: number;
  /** How many lines begin before `start`. Where it is not given, all that stands before is read to count them. */
  linesBefore?: number;
}

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
