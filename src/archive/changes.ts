/** Tells whether a file or folder is still what it was when it was read. */
import { statSync } from "node:fs";

/** What the file system says of a file or folder without reading it. */
export interface Stamp {
  size: number;
  mtimeMs: number;
  ctimeMs: number;
  inode: number;
}

/** Within this time of a change another change may leave the same stamp. */
const TICK_MS = 50;
/** The same where the file system keeps whole seconds only (FAT keeps even ones). */
const COARSE_TICK_MS = 2_000;

/** The stamp of a file (or folder, if so asked); null if there is none. */
export function stampOf(path: string, folder = false): Stamp | null {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat || !(folder ? stat.isDirectory() : stat.isFile())) return null;
    return { size: folder ? 0 : stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs, inode: stat.ino };
  } catch {
    return null;
  }
}

export function isSameStamp(a: Stamp, b: Stamp): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.inode === b.inode;
}

/**
 * The stamp to remember of something read at `now`: one that matches nothing later if the change before it is so
 * recent that the next could bear the same time. The cost is to look at it once more.
 */
export function safeStamp(stamp: Stamp, now: number): Stamp {
  const tick = stamp.ctimeMs % 1000 === 0 ? COARSE_TICK_MS : TICK_MS;
  return Math.abs(now - stamp.ctimeMs) < tick ? { ...stamp, mtimeMs: 0 } : stamp;
}
