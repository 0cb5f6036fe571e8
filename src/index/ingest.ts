/** From files to a segment: reads, parses, detects the language, adds to a builder. */
import { basename, parse } from "node:path";
import { type Stamp, safeStamp } from "../archive/changes.js";
import { type ByteRange, type RawRecord, type Report, readRecords } from "../archive/read.js";
import { type KnownFields, parseDispatch } from "../article/dispatch.js";
import { idOfFile, numberOfFile } from "../article/id.js";
import type { Dispatch } from "../article/model.js";
import { titleOf } from "../article/title.js";
import { languageOf } from "../text/language.js";
import { wellFormed } from "../text/well-formed.js";
import type { SegmentBuilder, Source } from "./build.js";
import type { FileRef } from "./files.js";
import { numberKey } from "./ids.js";

/** A file to be read. */
export interface InputFile extends FileRef {
  /** As the root was given, joined with the path below it. */
  path: string;
  /** What it was like at `seenAt`, in milliseconds since 1970: just before it is read. */
  stamp: Stamp;
  seenAt: number;
  /** Why it cannot be read, if that is known. */
  problem: string | null;
}

/** The text of a record, parsed. This is where texts come in from all formats: none has half a character from here on. */
export function dispatchOf({ text, known }: RawRecord): Dispatch {
  if (!known) return parseDispatch(wellFormed(text));
  const fields: KnownFields = {};
  for (const name of ["date", "place", "agency", "title"] as const) {
    const field = known[name];
    if (field !== undefined) fields[name] = wellFormed(field);
  }
  return parseDispatch(wellFormed(text), fields);
}

/**
 * Adds a file's articles to a builder, or those of a part of it. Problems are reported and the rest goes on. `progress`
 * is told of bytes read since the last time.
 */
export function addFile(
  builder: SegmentBuilder,
  file: InputFile,
  report: Report,
  progress: (bytes: number) => void,
  range?: ByteRange,
): void {
  const { path, root, relativePath, stamp, seenAt, problem } = file;
  builder.openFile({ root, relativePath, ...safeStamp(stamp, seenAt) });
  if (problem !== null) {
    report(path, problem);
    return;
  }
  for (const record of readRecords(path, report, range)) {
    const source = sourceOf(path, record);
    if (source) builder.add(source);
    else if (record.known) report(path, `line ${record.line} has no text`, { line: record.line });
    else report(path, "has no text");
    progress(record.length);
  }
}

/** What a builder is told of the article in a record; null if the record says nothing. */
export function sourceOf(path: string, record: RawRecord): Source | null {
  const dispatch = dispatchOf(record);
  const { title, titleFrom } = titleOf(dispatch);
  if (title === "" && dispatch.paragraphs.length === 0) return null;
  const name = wellFormed(basename(path));
  const ownId = record.known?.id;
  const numberedId = (): string => `${parse(name).name}-${record.line}`;
  return {
    dispatch,
    id: record.known ? (ownId === undefined ? numberedId() : wellFormed(ownId)) : idOfFile(name),
    date: dispatch.date,
    place: dispatch.place,
    agency: dispatch.agency,
    language: languageOf(sample(dispatch)),
    title,
    titleFrom,
    offset: record.offset,
    length: record.length,
    names: record.known ? [`f${name}`] : namesOf(name),
  };
}

/** Enough of the text to detect its language. */
function sample({ headline, paragraphs }: Dispatch): string {
  let text = headline ?? "";
  for (const paragraph of paragraphs) {
    if (text.length > 2_000) break;
    text += `\n${paragraph.slice(0, 2_000)}`;
  }
  return text;
}

function namesOf(fileName: string): string[] {
  const number = numberOfFile(fileName);
  return number === null ? [`f${fileName}`] : [`f${fileName}`, `n${numberKey(number)}`];
}
