/** How files are named inside a segment. */
import type { Stamp } from "../archive/changes.js";

/** A file as it was when it was read. */
export interface FileStamp extends Stamp {
  /** Which of the archive's roots, and the place below it with `/`; empty if the root itself is the file. */
  root: number;
  place: string;
}

/**
 * The key of a file in a segment's table. The root's number in four digits keeps the files of one root together, and
 * a zero for each `/`, which no name can have, makes the order of the keys the order of the walk.
 */
export function fileKey(root: number, place: string): string {
  return `${String(root).padStart(4, "0")}\u0000${place.replaceAll("/", "\u0000")}`;
}
