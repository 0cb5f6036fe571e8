/** The index of an archive as it lies in its folder: opened, described, removed. */
import { hasIndexFolder, indexFolder, removeIndexFolder } from "./folder.js";
import { FORMAT_VERSION } from "./format.js";
import { deletedOf, goneOf } from "./gone.js";
import { type Manifest, readManifest } from "./manifest.js";
import { distinctRoots } from "./roots.js";
import { openSegment } from "./segment-file.js";
import { changesSince, type KnownSegment } from "./survey.js";

/** An open stored index. */
export interface Stored {
  folder: string;
  manifest: Manifest;
  segments: KnownSegment[];
}

/**
 * Opens what is stored in a folder. Null if there is nothing or it is of other roots, `gone` if another process has
 * just replaced it. Throws CorruptIndexError, and the system's errors.
 */
export function loadStored(folder: string, realRoots: readonly string[]): Stored | null | "gone" {
  const manifest = readManifest(folder);
  if (!manifest || JSON.stringify(manifest.roots) !== JSON.stringify(realRoots)) return null;
  const segments: KnownSegment[] = [];
  try {
    for (const entry of manifest.segments) {
      segments.push({ segment: openSegment(folder, entry), deadFiles: new Set(entry.deadFiles) });
    }
  } catch (error) {
    for (const { segment } of segments) segment.close();
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (missing) return "gone";
    throw error;
  }
  return { folder, manifest, segments };
}

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

/** Null if nothing is stored. Throws ArchiveError, CacheError, CorruptIndexError. */
export function describeStored(given: readonly string[], cache: string): IndexStatus | null {
  const { roots, real } = distinctRoots(given);
  const folder = indexFolder(cache, real);
  const stored = hasIndexFolder(cache, folder) ? loadStored(folder, real) : null;
  if (stored === null || stored === "gone") return null;
  const { manifest, segments } = stored;
  const { read, drop } = changesSince(roots, manifest, segments, true);
  const changed = new Set([...read, ...drop].map(({ root, place }) => `${root} ${place}`));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const gone = sum(manifest.segments.map((entry) => goneOf(deletedOf(entry) ?? new Uint8Array()).length));
  for (const { segment } of segments) segment.close();
  return {
    folder,
    articles: sum(manifest.segments.map(({ articles }) => articles)) - gone,
    files: manifest.fileCount,
    segments: segments.length,
    bytes: sum(manifest.segments.map(({ bytes }) => bytes)),
    version: FORMAT_VERSION,
    changed: changed.size,
  };
}

/** Removes what is stored; false if there was nothing. Throws ArchiveError, CacheError and the system's errors. */
export function clearStored(given: readonly string[], cache: string): boolean {
  const folder = indexFolder(cache, distinctRoots(given).real);
  if (!hasIndexFolder(cache, folder)) return false;
  removeIndexFolder(folder);
  return true;
}
