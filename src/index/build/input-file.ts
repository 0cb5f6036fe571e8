/** The files that are to be read into an index. */
import type { ReadingOptions } from "../../api/types.js";
import type { Stamp } from "../../corpus/stamps.js";
import type { FileRef } from "../format/file-key.js";

/** A file to be read. */
export interface InputFile extends FileRef {
  /** As the root was given, joined with the path below it. */
  path: string;
  /** What it was like at `seenAt`, in milliseconds since 1970: just before it is read. */
  stamp: Stamp;
  seenAt: number;
  /** Why it cannot be read, if that is known. */
  problem: string | null;
  /** Its contents, if it is no file. */
  bytes?: Uint8Array;
  /** How it is read, if the user says anything of it. */
  reading?: ReadingOptions | undefined;
}

/** Bytes of text in files together. */
export function totalSize(files: readonly InputFile[]): number {
  return files.reduce((sum, { stamp }) => sum + stamp.size, 0);
}
