/** Tells whether a file or folder is still what it was when it was read. */
import { type Stats, statSync } from "node:fs";

/** What the file system says of a file or folder without reading it. */
export interface Stamp {
  /** Bytes; 0 for a folder. */
  size: number;
  mtimeMs: number;
  ctimeMs: number;
  inode: number;
}

/** Within this time of a change another change may leave the same stamp. */
const TICK_MS = 50;
/** The same where the file system keeps whole seconds only (FAT keeps even ones). */
const COARSE_TICK_MS = 2_000;

export function stampOfStats(stats: Stats): Stamp {
  const { mtimeMs, ctimeMs, ino: inode } = stats;
  return { size: stats.isDirectory() ? 0 : stats.size, mtimeMs, ctimeMs, inode };
}

/** The stamp of a regular file; null if there is none or it cannot be looked at. */
export function stampOf(path: string): Stamp | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stampOfStats(stats) : null;
  } catch {
    return null;
  }
}

export function isSameStamp(a: Stamp, b: Stamp): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.inode === b.inode;
}

/**
 * The stamp to remember of something looked at `now`: one that matches nothing later if the last change is so recent
 * that another could bear the same time. The cost is to read it once more.
 */
export function safeStamp(stamp: Stamp, now: number): Stamp {
  const tick = stamp.ctimeMs % 1000 === 0 ? COARSE_TICK_MS : TICK_MS;
  return Math.abs(now - stamp.ctimeMs) < tick ? { ...stamp, mtimeMs: 0 } : stamp;
}
