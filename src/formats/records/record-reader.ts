/** Reads the files whose articles can be found again by their bytes: plain text, and JSON Lines. */

import { closeSync, fstatSync } from "node:fs";
import type { ReadingOptions } from "../../api/types.js";
import { decode } from "../../corpus/decode.js";
import { openRegular, readFully } from "../../corpus/open-file.js";
import { isSameStamp, type Stamp, stampOfStats } from "../../corpus/stamps.js";
import { explain } from "../../platform/system-error.js";
import { type ByteRange, numberLines } from "./line-numbers.js";
import { isLines, MAX_ARTICLE, type RawRecord, type Report } from "./raw-record.js";

let loaded: typeof import("./json-lines.js") | undefined;

/** Loads what reads JSON Lines: most archives have none. To be called before records of lines are read. */
export async function loadLines(): Promise<void> {
  loaded ??= await import("./json-lines.js");
}

function lines(): typeof import("./json-lines.js") {
  if (!loaded) throw new Error("loadLines() was not called");
  return loaded;
}

/** The records of a file of lines. What cannot be read is reported and the rest goes on; nothing is thrown. */
export function* readRecords(
  path: string,
  report: Report,
  range?: ByteRange,
  options: ReadingOptions = {},
): Generator<RawRecord> {
  let descriptor: number;
  try {
    descriptor = openRegular(path);
  } catch (error) {
    report(path, `cannot be read: ${explain(error)}`, { isTransient: true });
    return;
  }
  try {
    const { size } = fstatSync(descriptor);
    if (size === 0) report(path, "is empty");
    else yield* lines().readLines(descriptor, path, report, range ?? { start: 0, end: size }, options);
  } catch (error) {
    report(path, `cannot be read: ${explain(error)}`, { isTransient: true });
  } finally {
    closeSync(descriptor);
  }
}

/** Parts of a file of lines with what is the same for all of them, so that not each part reads the whole file for it. */
export function prepareParts(
  path: string,
  parts: readonly ByteRange[],
  reading: ReadingOptions = {},
): ByteRange[] {
  const numbered = numberLines(path, parts);
  if (!loaded) return numbered;
  try {
    const descriptor = openRegular(path);
    try {
      const dayOrder = loaded.dayOrderOf(descriptor, reading);
      return numbered.map((part) => ({ ...part, dayOrder }));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Whoever reads the records says that the file can't be read.
    return numbered;
  }
}

/** Bytes at the beginning of a file that are enough to detect its format. */
const HEAD = 256 * 1024;

/** All bytes of a file. Null if it is empty or cannot be read, which is reported. */
export function readWhole(path: string, report: Report): Buffer | null {
  return readBytes(path, report, Number.POSITIVE_INFINITY);
}

/** The beginning of a file. Null if it is empty or cannot be read, which is reported. */
export function readHead(path: string, report: Report): Buffer | null {
  return readBytes(path, report, HEAD);
}

function readBytes(path: string, report: Report, most: number): Buffer | null {
  try {
    const descriptor = openRegular(path);
    try {
      const size = Math.min(fstatSync(descriptor).size, most);
      const bytes = Buffer.allocUnsafe(size);
      const length = readFully(descriptor, bytes, 0);
      if (length > 0) return bytes.subarray(0, length);
      report(path, "is empty");
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    report(path, `cannot be read: ${explain(error)}`, { isTransient: true });
  }
  return null;
}

/** The only record of a file of plain text. Null if the bytes are no text, which is reported. */
export function plainRecord(
  bytes: Buffer,
  path: string,
  report: Report,
  { encoding }: ReadingOptions = {},
): RawRecord | null {
  const decoded = decode(bytes, { encoding });
  if ("problem" in decoded) {
    report(path, decoded.problem);
    return null;
  }
  if (decoded.warning !== undefined) report(path, decoded.warning);
  if (decoded.text.trim() !== "")
    return { text: decoded.text, known: null, offset: 0, length: bytes.length, line: 1 };
  report(path, "is empty");
  return null;
}

/** Reads records again, for their texts. The file of the last one stays open until another is asked for. */
export class RecordReader {
  private last: { path: string; descriptor: number } | null = null;

  constructor(private readonly options: ReadingOptions = {}) {}

  /** Null if the record is gone or no longer one of its own at that place. Its `line` is 0: nothing else is read. */
  read(path: string, offset: number, length: number): RawRecord | null {
    if (length > MAX_ARTICLE) return null;
    // Outside the try: that loadLines() was not called must not look like a record that is gone.
    const lineAt = isLines(path) ? lines().lineAt : null;
    try {
      const descriptor = this.descriptorOf(path);
      return lineAt
        ? lineAt(descriptor, offset, length, this.options)
        : plainAt(descriptor, offset, length, this.options);
    } catch {
      return null;
    }
  }

  /** True if the file that was read last has this stamp. */
  isUnchanged(stamp: Stamp): boolean {
    try {
      return this.last !== null && isSameStamp(stampOfStats(fstatSync(this.last.descriptor)), stamp);
    } catch {
      return false;
    }
  }

  private descriptorOf(path: string): number {
    if (this.last?.path !== path) {
      this.close();
      this.last = { path, descriptor: openRegular(path) };
    }
    return this.last.descriptor;
  }

  close(): void {
    if (this.last) closeSync(this.last.descriptor);
    this.last = null;
  }
}

function plainAt(
  descriptor: number,
  offset: number,
  length: number,
  { encoding }: ReadingOptions,
): RawRecord | null {
  // One byte more shows a file that has grown.
  const bytes = Buffer.allocUnsafe(length + 1);
  if (offset !== 0 || readFully(descriptor, bytes, 0) !== length) return null;
  const decoded = decode(bytes.subarray(0, length), { encoding });
  return "text" in decoded ? { text: decoded.text, known: null, offset, length, line: 0 } : null;
}
