/** From files to a segment: reads, takes apart, tells the language, adds. */
import { basename, parse } from "node:path";
import { safeStamp, stampOf } from "../archive/changes.js";
import { type ByteRange, type RawRecord, readRecords } from "../archive/read.js";
import { type KnownFields, parseDispatch } from "../article/dispatch.js";
import { idOfFile, numberOfFile } from "../article/id.js";
import type { Dispatch } from "../article/model.js";
import { titleOf } from "../article/title.js";
import { languageOf } from "../text/language.js";
import { wellFormed } from "../text/well-formed.js";
import type { SegmentBuilder } from "./build.js";
import { numberKey } from "./ids.js";

/** Says what is wrong with a file, in words for a person. */
export type Report = (path: string, message: string) => void;

/** A file to be read: its path as the folder was given, and where it is below which of the archive's roots. */
export interface InputFile {
  path: string;
  root: number;
  place: string;
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
 * Adds a file's articles to a builder, or those of a part of it. What can't be read is reported and the rest goes on.
 * `progress` is told of bytes read since the last time.
 */
export function addFile(
  builder: SegmentBuilder,
  file: InputFile,
  report: Report,
  progress: (bytes: number) => void,
  range?: ByteRange,
): void {
  const now = Date.now();
  const stamp = stampOf(file.path);
  if (!stamp) {
    report(file.path, "is gone");
    return;
  }
  const { root, place } = file;
  builder.openFile(Object.assign(safeStamp(stamp, now), { root, place }));
  for (const record of readRecords(file.path, report, range)) {
    addRecord(builder, file, record, report);
    progress(record.length);
  }
}

function addRecord(builder: SegmentBuilder, file: InputFile, record: RawRecord, report: Report): void {
  const dispatch = dispatchOf(record);
  const { title, titleFrom } = titleOf(dispatch);
  if (title === "" && dispatch.paragraphs.length === 0) {
    report(file.path, record.known ? `line ${record.line} has no text` : "has no text");
    return;
  }
  const name = wellFormed(basename(file.path));
  const ownId = record.known?.id;
  const numberedId = (): string => `${parse(name).name}-${record.line}`;
  builder.add({
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
  });
}

/** Enough of the text to tell its language by. */
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
