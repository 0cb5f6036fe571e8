/** Reads files into records: a plain file is one, a JSONL file has one a line. */
import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { DayOrderVote } from "../formats/dates.js";
import { DateReader, dateValueOf } from "../formats/fields.js";
import type { FieldMap } from "../formats/record.js";
import { decode, type WideEncoding, wideEncoding } from "./decode.js";
import {
  type FileEncoding,
  type Known,
  parseLine,
  type RecordOptions,
  type Said,
  textOf,
} from "./json-line.js";
import { explain, type Report } from "./walk.js";

export type { Known, RecordOptions } from "./json-line.js";

/** The largest article, in bytes; a dispatch has a few thousand. */
export const MAX_ARTICLE = 16 * 1024 * 1024;
const TOO_LARGE = "is larger than 16 MiB";
/** So many bad lines of a file are named one by one. */
const NAMED_LINES = 3;
const BRACE = 0x7b;
const CHUNK = 4 * 1024 * 1024;

/** One article as it was found, not yet taken apart. */
export interface RawRecord {
  text: string;
  /** Null for a plain file. */
  known: Known | null;
  /** Where it is in the file, in bytes. */
  offset: number;
  length: number;
  /** From 1. */
  line: number;
}

/** A part of a JSONL file, in bytes: the lines that begin in it. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Files of a record a line, told by their names. */
export function isLines(path: string): boolean {
  const lower = path.toLowerCase();
  return lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
}

/** Opens a regular file and nothing else: a pipe that took its place must not hang the run. */
function openRegular(path: string): number {
  const descriptor = openSync(
    path,
    constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0),
  );
  try {
    if (fstatSync(descriptor).isFile()) return descriptor;
  } catch {
    // Told like anything else that is not a file.
  }
  closeSync(descriptor);
  throw new Error("not a regular file");
}

function readFully(descriptor: number, into: Uint8Array, offset: number): number {
  let at = 0;
  while (at < into.length) {
    const got = readSync(descriptor, into, at, into.length - at, offset + at);
    if (got === 0) break;
    at += got;
  }
  return at;
}

/** The records of a file. What can't be read is reported and the rest goes on; nothing is thrown. */
export function* readRecords(
  path: string,
  report: Report,
  range?: ByteRange,
  options: RecordOptions = {},
): Generator<RawRecord> {
  let descriptor: number;
  try {
    descriptor = openRegular(path);
  } catch (error) {
    report(path, `cannot be read: ${explain(error)}`);
    return;
  }
  try {
    const { size } = fstatSync(descriptor);
    if (size === 0) report(path, "is empty");
    else if (isLines(path))
      yield* readLines(descriptor, path, report, range ?? { start: 0, end: size }, options);
    else yield* readPlain(descriptor, size, path, report);
  } catch (error) {
    report(path, `cannot be read: ${explain(error)}`);
  } finally {
    closeSync(descriptor);
  }
}

function* readPlain(descriptor: number, size: number, path: string, report: Report): Generator<RawRecord> {
  if (size > MAX_ARTICLE) {
    report(path, TOO_LARGE);
    return;
  }
  const bytes = Buffer.allocUnsafe(size);
  const length = readFully(descriptor, bytes, 0);
  const decoded = decode(bytes.subarray(0, length));
  if ("problem" in decoded) report(path, decoded.problem);
  else if (decoded.text.trim() === "") report(path, "is empty");
  else {
    if (decoded.warning !== undefined) report(path, decoded.warning);
    yield { text: decoded.text, known: null, offset: 0, length, line: 1 };
  }
}

/** Counts the lines of a file that are not used, names the first few, and says the rest in one. */
class BadLines {
  private count = 0;
  constructor(
    private readonly path: string,
    private readonly report: Report,
  ) {}

  add(line: number, problem: string): void {
    if (++this.count <= NAMED_LINES) this.report(this.path, `line ${line} ${problem}`);
  }

  finish(): void {
    const more = this.count - NAMED_LINES;
    if (more > 0)
      this.report(this.path, `has ${more} more ${more === 1 ? "line" : "lines"} that can't be used`);
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

/** UTF-16 or not, told by the head of a file: a line alone may not say. */
function wideFile(descriptor: number): WideEncoding | null {
  const head = Buffer.allocUnsafe(4096);
  const bytes = head.subarray(0, readFully(descriptor, head, 0));
  const [a, b] = bytes;
  if (a === BRACE && b === 0) return "utf-16le";
  return a === 0 && b === BRACE ? "utf-16be" : wideEncoding(bytes);
}

function* readLines(
  descriptor: number,
  path: string,
  report: Report,
  range: ByteRange,
  { map }: RecordOptions,
): Generator<RawRecord> {
  const bad = new BadLines(path, report);
  const wide = wideFile(descriptor);
  // UTF-16 is rare: its lines all go to the part with the first byte, which needs no search for a line's beginning.
  if (wide && range.start > 0) return;
  const part = wide ? { start: 0, end: Number.POSITIVE_INFINITY } : range;
  const [start, firstLine] = firstLineIn(descriptor, part.start);
  let line = firstLine - 1;
  const encoding = encodingOf(descriptor, wide);
  const vote = dayOrder(descriptor, encoding, map);
  if (vote.warning && range.start === 0) report(path, vote.warning);
  const dates = new DateReader(vote.order);
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

/** Lines that are looked at before it is known that the file writes its dates so that nothing is left open. */
const FIRST_LINES = 20;

/** What all lines say about the order of day and month. Where the first ones write it plainly, no other is read. */
function dayOrder(descriptor: number, encoding: FileEncoding, map: FieldMap | undefined): DayOrderVote {
  const vote = new DayOrderVote();
  let count = 0;
  for (const { bytes } of linesOf(descriptor, { start: 0, end: Number.POSITIVE_INFINITY }, encoding.wide)) {
    if (++count > FIRST_LINES && !vote.isNeeded) break;
    if (!bytes) continue;
    try {
      vote.add(dateValueOf(JSON.parse(textOf(bytes, encoding)?.trim() ?? ""), map));
    } catch {
      // Named when the records are read.
    }
  }
  return vote;
}

/** Where the first line at or after an offset begins, and its number. */
function firstLineIn(descriptor: number, start: number): [offset: number, line: number] {
  if (start === 0) return [0, 1];
  const buffer = Buffer.allocUnsafe(CHUNK);
  let line = 1;
  for (let at = 0; ; ) {
    const got = readSync(descriptor, buffer, 0, buffer.length, at);
    if (got === 0) return [at, line];
    for (
      let newline = buffer.indexOf(10);
      newline >= 0 && newline < got;
      newline = buffer.indexOf(10, newline + 1)
    ) {
      line++;
      if (at + newline + 1 >= start) return [at + newline + 1, line];
    }
    at += got;
  }
}

/** Spelled out: a spread here takes as long as parsing the JSON does. */
function located({ text, known }: Said, offset: number, length: number, line: number): RawRecord {
  return { text, known, offset, length, line };
}

const HEAD = 64 * 1024;

/** What the file is in: the head of it has enough letters to tell. */
function encodingOf(descriptor: number, wide = wideFile(descriptor)): FileEncoding {
  if (wide) return { wide, declared: undefined };
  const head = Buffer.allocUnsafe(HEAD);
  const bytes = head.subarray(0, readFully(descriptor, head, 0));
  const decoded = isUtf8(bytes) ? null : decode(bytes);
  const declared =
    decoded && "text" in decoded && decoded.encoding !== "utf-8" ? decoded.encoding : undefined;
  return { wide, declared };
}

/** Reads records again, for their texts. The file of the last one stays open until another is asked for. */
export class RecordReader {
  private last: { path: string; descriptor: number } | null = null;

  constructor(private readonly options: RecordOptions = {}) {}

  /** Null if the record is gone or no longer one of its own at that place. Its `line` is 0: nothing else is read. */
  read(path: string, offset: number, length: number): RawRecord | null {
    if (length > MAX_ARTICLE) return null;
    try {
      const descriptor = this.descriptorOf(path);
      return isLines(path)
        ? lineAt(descriptor, offset, length, this.options.map)
        : plainAt(descriptor, offset, length);
    } catch {
      return null;
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

function plainAt(descriptor: number, offset: number, length: number): RawRecord | null {
  // One byte more shows a file that has grown.
  const bytes = Buffer.allocUnsafe(length + 1);
  if (offset !== 0 || readFully(descriptor, bytes, 0) !== length) return null;
  const decoded = decode(bytes.subarray(0, length));
  return "text" in decoded ? { text: decoded.text, known: null, offset, length, line: 0 } : null;
}

function lineAt(
  descriptor: number,
  offset: number,
  length: number,
  map: FieldMap | undefined,
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
    isUtf8(bytes) && !wide ? { wide, declared: undefined } : encodingOf(descriptor, wide),
    new DateReader(),
    map,
  );
  return record && "text" in record ? located(record, offset, length, 0) : null;
}
