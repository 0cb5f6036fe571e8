/** What an update of a stored index keeps, and what it reads again. */
import { fileKey } from "./files.js";
import type { Manifest, Watched } from "./manifest.js";
import { type Changes, isWatched, type KnownSegment, liveFiles, type PlacedWarning } from "./survey.js";

/** So many small segments are borne before they are made into one. */
const MOST_SMALL = 6;
const SMALL_BYTES = 4 * 1024 * 1024;

/** The segments to be read again into one: many small ones, and those of which most is gone. */
export function smallOnes(
  manifest: Manifest,
  segments: readonly KnownSegment[],
  deleted: readonly Uint8Array[],
): ReadonlySet<number> {
  const chosen = new Set<number>();
  const small = manifest.segments.flatMap(({ bytes }, at) => (bytes < SMALL_BYTES ? [at] : []));
  if (small.length >= MOST_SMALL) for (const at of small) chosen.add(at);
  deleted.forEach((gone, at) => {
    const live = gone.length - gone.reduce((sum, one) => sum + one, 0);
    if (live * 2 < gone.length) chosen.add(at);
  });
  // A file of which other parts are in other segments can't be read by itself.
  for (const at of chosen) if (hasSharedFile(segments, at)) chosen.delete(at);
  return chosen;
}

/** Whether a segment has a part of a file of which another has another part. */
function hasSharedFile(segments: readonly KnownSegment[], at: number): boolean {
  const here = segments[at];
  for (const file of here ? liveFiles([here]) : []) {
    if (!isWatched(file)) continue;
    const elsewhere = segments.some(({ segment, deadFiles }, other) => {
      const same = other === at ? undefined : segment.fileAt(file.root, file.place);
      return same !== undefined && !deadFiles.has(same.number);
    });
    if (elsewhere) return true;
  }
  return false;
}

export function distinctFiles(files: readonly Watched[]): Watched[] {
  const byKey = new Map(files.map((file) => [fileKey(file.root, file.place), file]));
  return [...byKey.values()].map(({ root, place, size, mtimeMs, ctimeMs, inode }) => ({
    root,
    place,
    size,
    mtimeMs,
    ctimeMs,
    inode,
  }));
}

/** The warnings that changes leave as they are. */
export function stillTrue(
  warnings: readonly PlacedWarning[],
  changes: Changes,
  segments: readonly KnownSegment[],
): PlacedWarning[] {
  const touched = new Set([...changes.drop, ...changes.read].map(({ root, place }) => fileKey(root, place)));
  const folders = new Set(
    [...changes.folders, ...changes.goneFolders].map(({ root, place }) => fileKey(root, place)),
  );
  return warnings.filter(({ root, path }) => {
    if (touched.has(fileKey(root, path))) return false;
    const parent = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
    if (path === "" || !folders.has(fileKey(root, parent))) return true;
    return segments.some(({ segment, deadFiles }) => {
      const file = segment.fileAt(root, path);
      return file !== undefined && !deadFiles.has(file.number);
    });
  });
}
