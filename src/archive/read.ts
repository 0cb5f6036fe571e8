/** Reads files into records: a plain file is one, a JSONL file has one a line. */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { decode } from "./decode.js";
import { explain, type Report } from "./walk.js";

/** The largest article, in bytes; a dispatch has a few thousand. */
export const MAX_ARTICLE = 16 * 1024 * 1024;
/** So many bad lines of a file are named one by one. */
const NAMED_LINES = 3;
const CHUNK = 4 * 1024 * 1024;

/** What a JSONL record says besides its text. */
export interface Known {
  id?: string;
  date?: string;
  place?: string;
  agency?: string;
  title?: string;
}

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
  return /\.(jsonl|ndjson)$/i.test(path);
}

/** Opens a regular file and nothing else: a pipe that took its place must not hang the run. */
function openRegular(path: string): number {
  const descriptor = openSync(
    path,
    constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0),
  );
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync(descriptor);
  throw new Error("is no longer a file");
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
export function* readRecords(path: string, report: Report, range?: ByteRange): Generator<RawRecord> {
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
    else if (isLines(path)) yield* readLines(descriptor, path, report, range ?? { start: 0, end: size });
    else yield* readPlain(descriptor, size, path, report);
  } catch (error) {
    report(path, `cannot be read: ${explain(error)}`);
  } finally {
    closeSync(descriptor);
  }
}

function* readPlain(descriptor: number, size: number, path: string, report: Report): Generator<RawRecord> {
  if (size > MAX_ARTICLE) {
    report(path, "is larger than 16 MiB");
    return;
  }
  const bytes = Buffer.allocUnsafe(size);
  const length = readFully(descriptor, bytes, 0);
  const decoded = decode(bytes.subarray(0, length));
  if ("problem" in decoded) report(path, decoded.problem);
  else if (decoded.text.trim() === "") report(path, "is empty");
  else yield { text: decoded.text, known: null, offset: 0, length, line: 1 };
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

/** Lines of a file in bytes, read through one buffer; `bytes` is null for a line that is too long to hold. */
function* linesOf(
  descriptor: number,
  range: ByteRange,
): Generator<{ bytes: Buffer | null; offset: number; length: number }> {
  let buffer = Buffer.allocUnsafe(CHUNK);
  let held = 0;
  let offset = range.start;
  let skipped = 0;
  for (let at = range.start; ; ) {
    if (held === buffer.length) {
      if (buffer.length > MAX_ARTICLE) {
        skipped += held;
        held = 0;
      } else {
        buffer = Buffer.concat([buffer], buffer.length * 2);
      }
    }
    const got = readSync(descriptor, buffer, held, buffer.length - held, at);
    at += got;
    const end = held + got;
    let start = 0;
    for (
      let newline = buffer.indexOf(10, held);
      newline >= 0 && newline < end;
      newline = buffer.indexOf(10, start)
    ) {
      if (offset >= range.end) return;
      const length = skipped + newline - start;
      yield { bytes: skipped > 0 ? null : buffer.subarray(start, newline), offset, length };
      offset += length + 1;
      skipped = 0;
      start = newline + 1;
    }
    if (got === 0) {
      const length = skipped + end - start;
      if (length > 0 && offset < range.end) {
        yield { bytes: skipped > 0 ? null : buffer.subarray(start, end), offset, length };
      }
      return;
    }
    buffer.copyWithin(0, start, end);
    held = end - start;
  }
}

function* readLines(
  descriptor: number,
  path: string,
  report: Report,
  range: ByteRange,
): Generator<RawRecord> {
  const bad = new BadLines(path, report);
  const [from, firstLine] = firstLineIn(descriptor, range.start);
  let line = firstLine - 1;
  for (const { bytes, offset, length } of linesOf(descriptor, { start: from, end: range.end })) {
    line++;
    if (!bytes) {
      bad.add(line, "is larger than 16 MiB");
      continue;
    }
    const record = parseLine(bytes, offset === 0);
    if (record === null) continue;
    if ("problem" in record) bad.add(line, record.problem);
    else yield { ...record, offset, length, line };
  }
  bad.finish();
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

type Parsed = { text: string; known: Known } | { problem: string } | null;

/** A line as a record, null if it is blank. */
function parseLine(bytes: Buffer, first: boolean): Parsed {
  const decoded = decode(bytes);
  if ("problem" in decoded) return decoded;
  const line = decoded.text.trim();
  if (line === "" || (first && line === "\ufeff")) return null;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: "is not JSON" };
  }
  if (typeof value !== "object" || value === null || !("text" in value) || typeof value.text !== "string")
    return { problem: 'has no "text"' };
  if (value.text.trim() === "") return { problem: 'has an empty "text"' };
  return { text: value.text, known: knownOf(value) };
}

/** A record's fields that are strings and say something; a numeric id is as good as a string. */
function knownOf(value: object): Known {
  const known: Known = {};
  for (const name of ["id", "date", "place", "agency", "title"] as const) {
    const field: unknown = name in value ? Reflect.get(value, name) : undefined;
    const text =
      typeof field === "string" ? field.trim() : name === "id" && typeof field === "number" ? `${field}` : "";
    if (text !== "") known[name] = text;
  }
  return known;
}

/** One record again, for its text; null if it is gone or no longer a record. */
export function readRecordAt(path: string, offset: number, length: number): RawRecord | null {
  let descriptor: number | undefined;
  try {
    descriptor = openRegular(path);
    const bytes = Buffer.allocUnsafe(length);
    if (readFully(descriptor, bytes, offset) < length) return null;
    if (isLines(path)) {
      const record = parseLine(bytes, offset === 0);
      return record && "text" in record ? { ...record, offset, length, line: 0 } : null;
    }
    const decoded = decode(bytes);
    return "text" in decoded ? { text: decoded.text, known: null, offset, length, line: 1 } : null;
  } catch {
    return null;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
