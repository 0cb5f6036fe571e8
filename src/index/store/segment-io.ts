/** Segments as files in the folder of an index. */
import { join } from "node:path";
import { ownName } from "../../platform/cache-folder.js";
import type { Built } from "../build/batch.js";
import { CorruptIndexError } from "../format/bytes.js";
import { type SegmentEntry, writeWhole } from "../format/manifest.js";
import { HEADER_SIZE } from "../format/sections.js";
import { Segment } from "../read/segment.js";
import { FileSource, SegmentFileWriter } from "../read/source.js";

/** Writes a segment that was built in memory. Throws the system's error if there is no room or no right to. */
export function writeSegment(folder: string, { bytes, articles }: Built): SegmentEntry {
  const name = ownName("segment");
  const written = writeWhole(folder, name, (descriptor) => {
    const writer = new SegmentFileWriter(descriptor);
    writer.append(bytes);
    return writer.finish(bytes.subarray(0, HEADER_SIZE));
  });
  return { name, ...written, articles, deleted: "", deadFiles: [] };
}

/** Opens a segment. Throws CorruptIndexError if it is not the one that was written, the system's error if it is gone. */
export function openSegment(folder: string, entry: SegmentEntry, isSequential = false): Segment {
  const source = FileSource.open(join(folder, entry.name), entry.checksum, isSequential);
  try {
    const segment = new Segment(source);
    if (segment.articleCount === entry.articles) return segment;
    throw new CorruptIndexError("a segment is not the manifest's");
  } catch (error) {
    source.close();
    throw error;
  }
}
