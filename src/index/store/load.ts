/** Opens the index that is stored in a folder. */

import { codeOf } from "../../platform/system-error.js";
import { CorruptIndexError } from "../format/bytes.js";
import { readManifest } from "../format/manifest.js";
import { deletedOf } from "../format/tombstones.js";
import type { Segment } from "../read/segment.js";
import type { LiveSegment } from "../read/snapshot.js";
import type { Known, KnownSegment } from "./diff.js";
import { openSegment } from "./segment-io.js";

/** A stored index that is open. */
export interface Stored extends Known {
  folder: string;
  /** The manifest's first line, which tells whether another process has replaced it. */
  head: string;
  segments: readonly KnownSegment[];
}

/** How often the manifest is read again because another process replaces the index meanwhile. */
const MOST_TRIES = 3;

/**
 * Opens what is stored in a folder; null if there is nothing, or an index of other roots or of files read in another way (`readingKey`). `open` has segments of that
 * folder that are open already, by name. Throws CorruptIndexError and the system's errors.
 */
export function loadStored(
  folder: string,
  realRoots: readonly string[],
  reading: string,
  open: ReadonlyMap<string, Segment> = new Map(),
): Stored | null {
  for (let tries = 1; ; tries++) {
    const read = readManifest(folder);
    if (!read || JSON.stringify(read.manifest.roots) !== JSON.stringify(realRoots)) return null;
    if ((read.manifest.reading ?? "") !== reading) return null;
    const segments: KnownSegment[] = [];
    try {
      for (const entry of read.manifest.segments) {
        const segment = open.get(entry.name) ?? openSegment(folder, entry);
        segments.push({ segment, deadFiles: new Set(entry.deadFiles) });
      }
      return { folder, ...read, segments };
    } catch (error) {
      closeUnused(segments);
      // Another process has replaced the index since the manifest was read.
      if (codeOf(error) !== "ENOENT") throw error;
      if (tries >= MOST_TRIES) throw new CorruptIndexError("a segment file is missing");
    }
  }
}

/** Closes the segments that no reader retained. */
export function closeUnused(segments: readonly { segment: Segment }[]): void {
  for (const { segment } of segments) segment.closeUnlessRead();
}

/** The segments of an index with their deleted articles. */
export function liveSegments({ manifest, segments }: Known): LiveSegment[] {
  return segments.map(({ segment }, at) => {
    const entry = manifest.segments[at];
    return { segment, deleted: entry ? deletedOf(entry) : null };
  });
}
