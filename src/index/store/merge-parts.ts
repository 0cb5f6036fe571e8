/** Merges the parts of a build into one segment file. */
import { ownName } from "../../platform/cache-folder.js";
import { mergeSegments } from "../build/merge.js";
import type { Fingerprints } from "../format/fingerprints.js";
import type { Link } from "../format/links.js";
import { type SegmentEntry, writeWhole } from "../format/manifest.js";
import type { Segment } from "../read/segment.js";
import { SegmentFileWriter } from "../read/source.js";
import { openSegment } from "./segment-io.js";

/** A segment to merge: in memory, or in a file if it has an entry. */
interface Mergeable {
  segment: Segment;
  entry: SegmentEntry | null;
}

/**
 * Writes segments, whose files are in ascending order from one to the next, as one. `linksAmong` finds the copies in
 * different segments.
 */
export function mergeParts(
  folder: string,
  parts: readonly Mergeable[],
  linksAmong: (segments: readonly Segment[], fingerprints: Fingerprints) => Link[],
): SegmentEntry {
  const opened: Segment[] = [];
  const reopen = (entry: SegmentEntry): Segment => {
    const segment = openSegment(folder, entry, true);
    opened.push(segment);
    return segment;
  };
  try {
    const segments = parts.map(({ segment, entry }) => (entry === null ? segment : reopen(entry)));
    const name = ownName("segment");
    const written = writeWhole(folder, name, (descriptor) => {
      const writer = new SegmentFileWriter(descriptor);
      return writer.finish(
        mergeSegments(segments, writer, (fingerprints) => linksAmong(segments, fingerprints)),
      );
    });
    const articles = segments.reduce((sum, { articleCount }) => sum + articleCount, 0);
    return { name, ...written, articles, deleted: "", deadFiles: [] };
  } finally {
    for (const segment of opened) segment.close();
  }
}
