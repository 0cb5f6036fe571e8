/** Cuts the files of an archive into batches and reads each into a segment. */
import { statSync } from "node:fs";
import { type ByteRange, isLines } from "../archive/read.js";
import type { Warning } from "../article/model.js";
import { SegmentBuilder } from "./build.js";
import { addFile, type InputFile } from "./ingest.js";
import type { Lexicon } from "./lexicon.js";

/** A file, or a part of one, to be read into a segment. */
export interface BatchFile extends InputFile {
  range?: ByteRange;
}

/** Bytes of text in one segment at the most: building takes about three times that in memory. */
const LARGEST = 128 * 1024 * 1024;
/** Less text than this is read faster than a worker starts. */
const WORTH_WORKERS = 6 * 1024 * 1024;

/** Segments' bytes and what could not be read. */
export interface Built {
  bytes: Buffer;
  articles: number;
  warnings: Warning[];
}

/** Told how many bytes of how many have been read. */
export type Progress = (done: number, total: number) => void;

/** Builds one segment. `progress` is told of bytes read since the last time. */
export function buildSegment(
  files: readonly BatchFile[],
  progress: (bytes: number) => void,
  lexicon: Lexicon,
): Built {
  const { builder, warnings } = readFiles(files, progress, true);
  return { bytes: builder.finish(lexicon), articles: builder.articleCount, warnings };
}

/** Reads files into a builder; `long`: see TokenStream. */
export function readFiles(
  files: readonly BatchFile[],
  progress: (bytes: number) => void,
  long: boolean,
): { builder: SegmentBuilder; warnings: Warning[] } {
  const builder = new SegmentBuilder(long);
  const warnings: Warning[] = [];
  const report = (path: string, message: string): void => {
    warnings.push({ path, message });
  };
  for (const file of files) addFile(builder, file, report, progress, file.range);
  return { builder, warnings };
}

/** True if files have more bytes than a limit together. */
export function isLarger(files: readonly InputFile[], limit: number): boolean {
  let bytes = 0;
  return files.some((file) => {
    bytes += sizeOf(file);
    return bytes > limit;
  });
}

/** 0 for a file that is gone. */
function sizeOf({ path }: InputFile): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Cuts files into batches of about equal size, in order. */
export function batches(
  files: readonly InputFile[],
  workers: number,
): { batches: BatchFile[][]; total: number } {
  const sizes = files.map(sizeOf);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const parts = total < WORTH_WORKERS ? 1 : Math.max(workers, Math.ceil(total / LARGEST));
  const share = Math.ceil(total / parts);
  const out: BatchFile[][] = [[]];
  let room = share;
  files.forEach((file, i) => {
    const size = sizes[i] ?? 0;
    if (size > room && isLines(file.path) && parts > 1) {
      for (let start = 0; start < size; ) {
        if (room <= 0) {
          out.push([]);
          room = share;
        }
        const end = Math.min(size, start + room);
        out.at(-1)?.push({ ...file, range: { start, end } });
        room -= end - start;
        start = end;
      }
      return;
    }
    if (room <= 0) {
      out.push([]);
      room = share;
    }
    out.at(-1)?.push(file);
    room -= size;
  });
  return { batches: out, total };
}

/** Builds segments one after the other and hands each to `done`. */
export function buildInTurn(
  tasks: readonly BatchFile[][],
  total: number,
  progress: Progress,
  lexicon: Lexicon,
  done: (number: number, built: Built) => void,
): void {
  let read = 0;
  tasks.forEach((batch, number) => {
    const built = buildSegment(
      batch,
      (bytes) => {
        read += bytes;
        progress(read, total);
      },
      lexicon,
    );
    done(number, built);
  });
}
