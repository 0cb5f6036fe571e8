/** How the files of an archive are named inside an index. */
import type { Stamp } from "../../corpus/stamps.js";

/** A file or folder of an archive. */
export interface FileRef {
  /** Which of the archive's roots. */
  root: number;
  /** Below the root, with `/`; empty if it is the root itself. */
  relativePath: string;
}

/** A file as it was when it was read. */
export interface FileStamp extends FileRef, Stamp {}

/**
 * The key of a file in a segment's table. The root's number in four digits keeps the files of one root together, and
 * a NUL for each `/`, which no name can contain, makes the order of the keys the order of the walk.
 */
export function fileKey({ root, relativePath }: FileRef): string {
  return `${String(root).padStart(4, "0")}\u0000${relativePath.replaceAll("/", "\u0000")}`;
}

/** The folder that holds a file; null for a root that is a file itself. */
export function folderOf(relativePath: string): string | null {
  if (relativePath === "") return null;
  return relativePath.slice(0, Math.max(0, relativePath.lastIndexOf("/")));
}

/** Files in the order of their keys. */
export function inPathOrder<T extends FileRef>(files: readonly T[]): T[] {
  const keyed = files.map((file) => ({ file, key: fileKey(file) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ file }) => file);
}
