/** Cuts the files of an archive into batches and reads each into a segment. */

import { safeStamp } from "../../corpus/stamps.js";
import type { ByteRange } from "../../formats/records/line-numbers.js";
import { isLines, type ProblemDetail, type Report } from "../../formats/records/raw-record.js";
import { loadLines, prepareParts } from "../../formats/records/record-reader.js";
import { type FileStamp, fileKey } from "../format/file-key.js";
import { addFile } from "./ingest.js";
import { type InputFile, totalSize } from "./input-file.js";
import { SegmentBuilder } from "./segment-builder.js";
import type { Lexicon } from "./term-analyzer.js";

/** A file, or a part of one, to be read into a segment. */
export interface BatchFile extends InputFile {
  /** Of a file that holds files, the articles that are as far from its beginning as these bytes are. */
  range?: ByteRange;
}

/** Files that hold files, by their names. */
const HOLDS_FILES = /\.(?:gz|tgz|zst|zstd|bz2|tbz2?|xz|txz|zip|tar|mbox|warc|arc)$/i;
/** Bytes of such a file whose articles are worth dividing: each part unpacks the whole file. */
const WORTH_DIVIDING = 2 * 1024 * 1024;

/** Bytes of text in one segment at the most: building takes about three times that in memory. */
const LARGEST = 128 * 1024 * 1024;
/** Less text than this is read faster than a worker starts. */
const WORTH_WORKERS = 6 * 1024 * 1024;

export interface Problem extends ProblemDetail {
  message: string;
}

/** What became of a file, or of a part of one, that has problems or no article. */
export interface FileReport {
  file: FileStamp;
  articles: number;
  problems: Problem[];
}

/** A segment's bytes and what is to be said of its files. */
export interface Built {
  bytes: Buffer;
  articles: number;
  reports: FileReport[];
}

/** Told how many bytes of how many have been read. */
export type Progress = (done: number, total: number) => void;

/** Text in bytes for which compiled loops are not worth loading. */
const SHORT = 384 * 1024;

/** Builds one segment. `progress` is told of bytes read since the last time. */
export async function buildSegment(
  files: readonly BatchFile[],
  progress: (bytes: number) => void,
  lexicon: Lexicon,
): Promise<Built> {
  const { builder, reports } = await readFiles(files, progress, totalSize(files) > SHORT);
  return { bytes: builder.finish(lexicon), articles: builder.articleCount, reports };
}

/** Reads files into a builder; `long`: see TokenStream. */
export async function readFiles(
  files: readonly BatchFile[],
  progress: (bytes: number) => void,
  long: boolean,
): Promise<{ builder: SegmentBuilder; reports: FileReport[] }> {
  const builder = new SegmentBuilder(long);
  const reports: FileReport[] = [];
  if (files.some(({ path }) => isLines(path))) await loadLines();
  for (const file of files) {
    const before = builder.articleCount;
    const problems: Problem[] = [];
    const report: Report = (_, message, detail) => problems.push({ message, ...detail });
    const pending = addFile(builder, file, report, progress, file.range);
    // To await what is there already would take a turn for each file.
    if (pending) await pending;
    const articles = builder.articleCount - before;
    if (articles > 0 && problems.some(({ isTransient }) => isTransient)) builder.distrustFile();
    // A part without articles says nothing of the whole file, so that each part reports.
    if (articles === 0 || problems.length > 0 || file.range) {
      const { root, relativePath, stamp, seenAt } = file;
      reports.push({ file: { root, relativePath, ...safeStamp(stamp, seenAt) }, articles, problems });
    }
  }
  return { builder, reports };
}

/** One report a file, where parts of one have a report each. */
export function joinReports(reports: Iterable<FileReport>): FileReport[] {
  const joined = new Map<string, FileReport>();
  for (const { file, articles, problems } of reports) {
    const key = fileKey(file);
    const before = joined.get(key);
    joined.set(key, {
      file,
      articles: articles + (before?.articles ?? 0),
      problems: [...(before?.problems ?? []), ...problems],
    });
  }
  return [...joined.values()];
}

/**
 * Cuts files into batches of about equal size, in order. A large file of lines is cut into parts, and so are the articles
 * of a large file that holds others.
 */
export function batches(files: readonly InputFile[], workers: number): BatchFile[][] {
  const total = totalSize(files);
  const parts = total < WORTH_WORKERS ? 1 : Math.max(workers, Math.ceil(total / LARGEST));
  if (parts === 1) return files.length > 0 ? [[...files]] : [];
  const share = Math.ceil(total / parts);
  const out: BatchFile[][] = [[]];
  let room = share;
  const openBatch = (): void => {
    if (room > 0) return;
    out.push([]);
    room = share;
  };
  for (const file of files) {
    const { size } = file.stamp;
    const isDivided = HOLDS_FILES.test(file.path) && size >= WORTH_DIVIDING;
    if (size <= room || !(isLines(file.path) || isDivided)) {
      openBatch();
      out.at(-1)?.push(file);
      room -= size;
      continue;
    }
    const ranges = cut(size, room, share);
    for (const range of isDivided ? ranges : prepareParts(file.path, ranges, file.reading)) {
      openBatch();
      out.at(-1)?.push({ ...file, range });
      room -= range.end - range.start;
    }
  }
  return out;
}

/** Cuts a file into parts: the first fills a batch that has `room`, if it has any, the others one of `share` bytes each. */
function cut(size: number, room: number, share: number): ByteRange[] {
  const ranges: ByteRange[] = [];
  for (let start = 0; start < size; ) {
    const end = Math.min(size, start + (start === 0 && room > 0 ? room : share));
    ranges.push({ start, end });
    start = end;
  }
  return ranges;
}
