/** Plans an update of an index: which segments stay, which of their articles are deleted, and which files are read. */

import type { InputFile } from "../build/input-file.js";
import { fileKey, inPathOrder } from "../format/file-key.js";
import type { SegmentEntry } from "../format/manifest.js";
import { deletedBits, deletedOf } from "../format/tombstones.js";
import type { LiveSegment } from "../read/snapshot.js";
import { type Changes, filesWithArticles, type Known, type KnownSegment, lookAt } from "./diff.js";

/** This many small segments are kept before they are made into one. */
const MOST_SMALL = 6;
const SMALL_BYTES = 4 * 1024 * 1024;

/** A segment that stays, with the articles and files that are deleted from now on. */
export interface KeptSegment extends LiveSegment {
  entry: SegmentEntry;
}

export interface Plan {
  keep: KeptSegment[];
  /** In path order. */
  read: InputFile[];
  /** Keys of the files of which the manifest has to forget what it says. */
  forget: ReadonlySet<string>;
}

/** The plan for a new index (`known` is null) or for an update. Looks at the files of segments that are compacted. */
export function plan(roots: readonly string[], known: Known | null, changes: Changes): Plan {
  const { read, drop } = changes;
  const segments = (known?.segments ?? []).flatMap((segment, at): Candidate[] => {
    const entry = known?.manifest.segments[at];
    return entry ? [candidate(segment, entry, drop)] : [];
  });
  const compacted = segmentsToCompact(segments);
  const reread = [...filesWithArticles(compacted)].flatMap((file) => lookAt(roots, file) ?? []);
  const all = inPathOrder([...read, ...reread]);
  return {
    keep: segments.filter((segment) => !compacted.includes(segment)).map(kept),
    read: all,
    forget: new Set([...drop, ...all].map(fileKey)),
  };
}

/** A segment with what the changes leave of it. */
interface Candidate extends KnownSegment {
  entry: SegmentEntry;
  deadFiles: Set<number>;
  /** A 1 for each deleted article. */
  deleted: Uint8Array;
}

function candidate(known: KnownSegment, entry: SegmentEntry, drop: Changes["drop"]): Candidate {
  const { segment } = known;
  const deadFiles = new Set(known.deadFiles);
  const deleted = deletedOf(entry) ?? new Uint8Array(entry.articles);
  for (const dropped of drop) {
    const file = segment.fileAt(dropped);
    if (!file || deadFiles.has(file.number)) continue;
    deadFiles.add(file.number);
    deleted.fill(1, file.first, file.first + file.count);
  }
  return { segment, entry, deadFiles, deleted };
}

/** Many small segments, and those of which most articles are deleted, are read again into one. */
function segmentsToCompact(segments: readonly Candidate[]): Candidate[] {
  const small = segments.filter(({ entry }) => entry.bytes < SMALL_BYTES);
  return segments.filter((segment) => {
    const { deleted } = segment;
    const dead = deleted.reduce((sum, one) => sum + one, 0);
    return dead * 2 > deleted.length || (small.length >= MOST_SMALL && small.includes(segment));
  });
}

function kept({ segment, entry, deadFiles, deleted }: Candidate): KeptSegment {
  const bits = deletedBits(deleted);
  return {
    segment,
    deleted: bits === "" ? null : deleted,
    entry: { ...entry, deleted: bits, deadFiles: [...deadFiles] },
  };
}
