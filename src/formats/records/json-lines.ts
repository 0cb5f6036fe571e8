/** Reads JSON Lines: a record a line, each by the bytes that it has in its file. */

import { isUtf8 } from "node:buffer";
import { readSync } from "node:fs";
import type { ReadingOptions } from "../../api/types.js";
import { decode, type WideEncoding } from "../../corpus/decode.js";
import { readFully } from "../../corpus/open-file.js";
import { DateReader } from "../fields.js";
import { dayOrderIn, type FileDayOrder } from "./day-order.js";
import { type FileEncoding, parseLine, type Said, textOf } from "./json-line.js";
import { type ByteRange, firstLineIn, wideFile } from "./line-numbers.js";
import {
  MAX_ARTICLE,
  moreBadLines,
  NAMED_LINES,
  type RawRecord,
  type Report,
  TOO_LARGE,
} from "./raw-record.js";

const CHUNK = 4 * 1024 * 1024;

/** Counts the lines of a file that cannot be used, names the first few and gives the number of the rest. */
class BadLines {
  private count = 0;
  constructor(
    private readonly path: string,
    private readonly report: Report,
  ) {}

  add(line: number, problem: string): void {
    if (++this.count <= NAMED_LINES) this.report(this.path, `line ${line} ${problem}`, { line });
  }

  finish(): void {
    const moreLines = this.count - NAMED_LINES;
    if (moreLines > 0) this.report(this.path, moreBadLines(moreLines), { moreLines });
  }
}

interface Line {
  /** Null for a line that is too long to hold. */
  bytes: Buffer | null;
  offset: number;
  length: number;
}

/** Where the next line ends, -1 if not before `end`. */
type FindEnd = (buffer: Buffer, from: number, end: number) => number;

const findByte: FindEnd = (buffer, from, end) => {
  const at = buffer.indexOf(10, from);
  return at < end ? at : -1;
};

/** The line ends of UTF-16 lie at even places: 00 0A also stands astride two characters. */
function findPair(wide: WideEncoding): FindEnd {
  const pair = Buffer.from(wide === "utf-16le" ? [10, 0] : [0, 10]);
  return (buffer, from, end) => {
    let at = buffer.indexOf(pair, from & ~1);
    while (at >= 0 && at % 2 !== 0) at = buffer.indexOf(pair, at + 1);
    return at + 1 < end ? at : -1;
  };
}

/** Lines of a file in bytes, read through one buffer. Those that begin behind the range are not given. */
function* linesOf(descriptor: number, range: ByteRange, wide: WideEncoding | null): Generator<Line> {
  const findEnd = wide ? findPair(wide) : findByte;
  const width = wide ? 2 : 1;
  let buffer = Buffer.allocUnsafe(CHUNK);
  let held = 0;
  let offset = range.start;
  let skipped = 0;
  const line = (start: number, end: number): Line => {
    const length = skipped + end - start;
    return { bytes: length > MAX_ARTICLE ? null : buffer.subarray(start, end), offset, length };
  };
  for (let at = range.start; ; ) {
    if (held === buffer.length) {
      if (held > MAX_ARTICLE) {
        skipped += held;
        held = 0;
      } else buffer = Buffer.concat([buffer], Math.min(held * 2, MAX_ARTICLE + CHUNK));
    }
    const got = readSync(descriptor, buffer, held, buffer.length - held, at);
    at += got;
    const end = held + got;
    let start = 0;
    for (let stop = findEnd(buffer, held, end); stop >= 0; stop = findEnd(buffer, start, end)) {
      if (offset >= range.end) return;
      const found = line(start, stop);
      yield found;
      offset += found.length + width;
      skipped = 0;
      start = stop + width;
    }
    if (got === 0) {
      if (skipped + end > start && offset < range.end) yield line(start, end);
      return;
    }
    buffer.copyWithin(0, start, end);
    held = end - start;
  }
}

export function* readLines(
  descriptor: number,
  path: string,
  report: Report,
  range: ByteRange,
  { map, encoding: forced }: ReadingOptions,
): Generator<RawRecord> {
  const bad = new BadLines(path, report);
  const wide = wideFile(descriptor);
  // UTF-16 is rare: its lines all go to the part with the first byte, which needs no search for a line's beginning.
  if (wide && range.start > 0) return;
  const part = wide ? { start: 0, end: Number.POSITIVE_INFINITY } : range;
  const [start, firstLine] = firstLineIn(descriptor, part);
  let line = firstLine - 1;
  const encoding = encodingOf(descriptor, wide, forced);
  const { order, warning } = range.dayOrder ?? dayOrder(descriptor, encoding, map);
  if (warning !== null && range.start === 0) report(path, warning);
  const dates = new DateReader(order);
  for (const { bytes, offset, length } of linesOf(descriptor, { start, end: part.end }, wide)) {
    line++;
    if (!bytes) {
      bad.add(line, TOO_LARGE);
      continue;
    }
    const record = parseLine(bytes, encoding, dates, map);
    if (record === null) continue;
    if ("problem" in record) bad.add(line, record.problem);
    else yield located(record, offset, length, line);
  }
  bad.finish();
  dates.finish((message) => report(path, message));
}

/** What all lines of a file say about the order of day and month. */
function dayOrder(descriptor: number, encoding: FileEncoding, map: ReadingOptions["map"]): FileDayOrder {
  const texts = function* (): Generator<string | null> {
    const whole = { start: 0, end: Number.POSITIVE_INFINITY };
    for (const { bytes } of linesOf(descriptor, whole, encoding.wide)) yield bytes && textOf(bytes, encoding);
  };
  return dayOrderIn(texts(), map);
}

/** The same of a file that is to be read in parts, so that not each of them has to find out. */
export function dayOrderOf(descriptor: number, { map, encoding: forced }: ReadingOptions): FileDayOrder {
  const wide = wideFile(descriptor);
  return dayOrder(descriptor, encodingOf(descriptor, wide, forced), map);
}

/** Spelled out: a spread here takes as long as parsing the JSON does. */
function located({ text, known }: Said, offset: number, length: number, line: number): RawRecord {
  return { text, known, offset, length, line };
}

const HEAD = 64 * 1024;

function encodingOf(descriptor: number, wide: WideEncoding | null, forced?: string): FileEncoding {
  if (wide) return { wide, declared: undefined };
  if (forced !== undefined) return { wide, declared: undefined, forced };
  const head = Buffer.allocUnsafe(HEAD);
  const bytes = head.subarray(0, readFully(descriptor, head, 0));
  const decoded = isUtf8(bytes) ? null : decode(bytes);
  const declared =
    decoded && "text" in decoded && decoded.encoding !== "utf-8" ? decoded.encoding : undefined;
  return { wide, declared };
}

/** The record at a place of a file; null if there is none any more. */
export function lineAt(
  descriptor: number,
  offset: number,
  length: number,
  { map, encoding }: ReadingOptions,
): RawRecord | null {
  // With the ends of the line before and of this one.
  const margin = Math.min(offset, 2);
  const around = Buffer.allocUnsafe(margin + length + 2);
  const got = readFully(descriptor, around, offset - margin);
  const end = margin + length;
  if (got < end) return null;
  const bytes = around.subarray(margin, end);
  // Only UTF-16 has zero bytes.
  const wide = bytes.includes(0) ? wideFile(descriptor) : null;
  const isEnd = (at: number): boolean =>
    wide ? findPair(wide)(around.subarray(0, at + 2), at, at + 2) === at : around[at] === 10;
  const begins = offset === 0 || isEnd(margin - (wide ? 2 : 1));
  if (!begins || (got > end && !isEnd(end))) return null;
  const record = parseLine(
    bytes,
    isUtf8(bytes) && !wide && encoding === undefined
      ? { wide, declared: undefined }
      : encodingOf(descriptor, wide, encoding),
    new DateReader(),
    map,
  );
  return record && "text" in record ? located(record, offset, length, 0) : null;
}
