/** From files to a segment: reads and parses them, detects languages, adds articles to a builder. */

import { basename } from "node:path";
import { safeStamp } from "../../corpus/stamps.js";
import { detect, isForced, skippedMessage } from "../../formats/detect.js";
import type { SourceArticle } from "../../formats/read.js";
import type { Part } from "../../formats/record.js";
import type { ByteRange } from "../../formats/records/line-numbers.js";
import {
  isLines,
  MAX_ARTICLE,
  type RawRecord,
  type Report,
  TOO_LARGE,
} from "../../formats/records/raw-record.js";
import { plainRecord, readHead, readRecords, readWhole } from "../../formats/records/record-reader.js";
import { recordSource, sourceOf, stemOf } from "./article-source.js";
import type { InputFile } from "./input-file.js";
import type { SegmentBuilder } from "./segment-builder.js";

/**
 * Adds a file's articles to a builder, or those of a part of it. Problems are reported and the rest goes on. `progress`
 * is told of bytes read since the last time. Gives a promise only for files of formats whose readers are loaded on demand.
 */
export function addFile(
  builder: SegmentBuilder,
  file: InputFile,
  report: Report,
  progress: (bytes: number) => void,
  range?: ByteRange,
): Promise<void> | undefined {
  const { path, root, relativePath, stamp, seenAt, problem, reading } = file;
  builder.openFile({ root, relativePath, ...safeStamp(stamp, seenAt) });
  if (problem !== null) {
    report(path, problem);
    return undefined;
  }
  if (isLines(path) && !file.bytes) {
    for (const record of readRecords(path, report, range, reading)) {
      addRecord(builder, file, record, report);
      progress(record.length);
    }
    return undefined;
  }
  if (file.bytes) return addInput(builder, file, file.bytes, report).then(() => progress(stamp.size));
  return addWhole(builder, file, report, progress, range);
}

/** Adds the articles of what is no file, with their texts. */
async function addInput(
  builder: SegmentBuilder,
  file: InputFile,
  bytes: Uint8Array,
  report: Report,
): Promise<void> {
  if (bytes.length === 0) report(file.path, "is empty");
  else
    await addArticles(builder, { ...file, path: INPUT_NAME }, bytes, (_, message) =>
      report(file.path, message),
    );
}

/** What articles are named after that come from no file. */
const INPUT_NAME = "stdin";

/** Adds the articles of a file that is read as a whole. */
function addWhole(
  builder: SegmentBuilder,
  file: InputFile,
  report: Report,
  progress: (bytes: number) => void,
  range?: ByteRange,
): Promise<void> | undefined {
  const { path, stamp, reading } = file;
  const isLarge = stamp.size > MAX_ARTICLE;
  const head = isLarge ? readHead(path, report) : readWhole(path, report);
  if (!head) return undefined;
  const detected = detect(head, basename(path));
  if (detected && "unknown" in detected && !isForced(detected, reading)) {
    report(path, skippedMessage(detected));
    return undefined;
  }
  const isText = detected === null || "unknown" in detected || detected.format === "text";
  if (isText && isLarge) {
    report(path, TOO_LARGE);
    return undefined;
  }
  if (isText) {
    const record = plainRecord(head, path, report, reading);
    if (record) addRecord(builder, file, record, report);
    progress(head.length);
    return undefined;
  }
  const bytes = isLarge ? readWhole(path, report) : head;
  if (!bytes) return undefined;
  if (!range) return addArticles(builder, file, bytes, report).then(() => progress(bytes.length));
  return addPart(builder, file, bytes, report, range).then(() => progress(range.end - range.start));
}

/** Adds the articles of a part of a file. A zip file has a list of what is in it; of others, all is read and counted. */
async function addPart(
  builder: SegmentBuilder,
  file: InputFile,
  bytes: Uint8Array,
  report: Report,
  { start, end }: ByteRange,
): Promise<void> {
  const { path, reading } = file;
  const { size } = file.stamp;
  const part = { from: start / size, to: end / size };
  const detected = detect(bytes, basename(path));
  if (detected && "format" in detected && detected.format === "zip") {
    await addArticles(builder, file, bytes, report, { part });
    return;
  }
  const { readSource } = await import("../../formats/read.js");
  let count = 0;
  for await (const _ of readSource(bytes, basename(path), { report: () => {}, ...reading })) count++;
  // The last part reads to the end, and hears of all that is wrong.
  const isLast = end >= size;
  const from = Math.round(count * part.from);
  const to = isLast ? count : Math.round(count * part.to);
  await addArticles(builder, file, bytes, isLast ? report : () => {}, { from, to });
}

function addRecord(
  builder: SegmentBuilder,
  { path, reading }: InputFile,
  record: RawRecord,
  report: Report,
): void {
  const source = sourceOf(path, record, reading);
  if (source) builder.add(source);
  else if (record.known) report(path, `line ${record.line} has no text`, { line: record.line });
  else report(path, "has no text");
}

/** Adds the articles of a file of a format that has a reader of its own, with their texts. */
async function addArticles(
  builder: SegmentBuilder,
  { path, reading }: InputFile,
  bytes: Uint8Array,
  report: Report,
  { from = 0, to = Number.POSITIVE_INFINITY, part }: { from?: number; to?: number; part?: Part } = {},
): Promise<void> {
  const { readSource } = await import("../../formats/read.js");
  const articles = readSource(bytes, basename(path), {
    report: (message) => report(path, message),
    ...reading,
    part,
  });
  // Only the next article tells whether one is alone in its file.
  let held: SourceArticle | undefined;
  let isFirst = true;
  let number = 0;
  const add = (article: SourceArticle, isAlone: boolean): void => {
    const isInside = number >= from && number < to;
    number++;
    if (!isInside) return;
    const source = recordSource(path, article, isAlone, reading);
    if (source) builder.add(source);
    else report(path, `${stemOf(article.member ?? path)}: article ${article.record.position} has no text`);
  };
  for await (const article of articles) {
    const follows = held !== undefined && held.member === article.member;
    if (held) add(held, isFirst && !follows);
    isFirst = !follows;
    held = article;
    if (number >= to) break;
  }
  if (held) add(held, isFirst);
}
