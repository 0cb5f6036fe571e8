/** Describes and removes the stored index of an archive. */

import type { ReadingOptions } from "../../api/types.js";
import { distinctRoots } from "../../corpus/roots.js";
import { hasPrivateFolder } from "../../platform/cache-folder.js";
import { fileKey } from "../format/file-key.js";
import { FORMAT_VERSION } from "../format/sections.js";
import { deletedOf, goneOf } from "../format/tombstones.js";
import { indexFolder, removeIndexFolder } from "./cache-dir.js";
import { diff } from "./diff.js";
import { closeUnused, loadStored } from "./load.js";
import { readingKey } from "./reading-key.js";
import { scan } from "./scan.js";

/** What is stored of an archive. */
export interface IndexStatus {
  folder: string;
  articles: number;
  files: number;
  segments: number;
  /** Bytes of the index. */
  bytes: number;
  /** Version of the format. */
  version: number;
  /** Files that have been added, changed or removed since; the next call reads them. */
  changed: number;
}

/** Null if nothing is stored. Changes nothing. Throws ArchiveError, CacheError, CorruptIndexError. */
export function describeStored(
  given: readonly string[],
  cache: string,
  reading?: ReadingOptions,
): IndexStatus | null {
  const { roots, real } = distinctRoots(given);
  const key = readingKey(reading);
  const folder = indexFolder(cache, real, key);
  const stored = hasPrivateFolder(cache, folder) ? loadStored(folder, real, key) : null;
  if (stored === null) return null;
  const { manifest, segments } = stored;
  try {
    const { read, drop } = diff(roots, scan(roots, { cache }), stored, true);
    const deleted = manifest.segments.map((entry) => goneOf(deletedOf(entry) ?? new Uint8Array()).length);
    return {
      folder,
      articles: sum(manifest.segments.map(({ articles }) => articles)) - sum(deleted),
      files: manifest.fileCount,
      segments: segments.length,
      bytes: sum(manifest.segments.map(({ bytes }) => bytes)),
      version: FORMAT_VERSION,
      changed: new Set([...read, ...drop].map(fileKey)).size,
    };
  } finally {
    closeUnused(segments);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Removes what is stored; false if there was nothing. Throws ArchiveError, CacheError and the system's errors. */
export function clearStored(given: readonly string[], cache: string, reading?: ReadingOptions): boolean {
  const folder = indexFolder(cache, distinctRoots(given).real, readingKey(reading));
  if (!hasPrivateFolder(cache, folder)) return false;
  removeIndexFolder(folder);
  return true;
}
