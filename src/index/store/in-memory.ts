/** Reads an archive into memory, where no index is stored. */
import { batches, joinReports, readFiles } from "../build/batch.js";
import { type InputFile, totalSize } from "../build/input-file.js";
import type { SegmentBuilder } from "../build/segment-builder.js";
import { inPathOrder } from "../format/file-key.js";
import type { PlacedWarning } from "../format/manifest.js";
import type { CommitOptions } from "./commit.js";
import { warningsOf } from "./file-warnings.js";

/** Text in bytes for which compiled loops are worth loading. */
const LONG = 384 * 1024;

/** Rejects with the signal's reason. */
export async function readIntoMemory(
  files: readonly InputFile[],
  { progress, signal }: Pick<CommitOptions, "progress" | "signal">,
): Promise<{ builders: SegmentBuilder[]; warnings: PlacedWarning[] }> {
  let read = 0;
  const advance = (bytes: number): void => {
    read += bytes;
    progress(read, 0);
  };
  const isLong = totalSize(files) > LONG;
  // A builder has room for as much text as a batch has.
  const parts: Awaited<ReturnType<typeof readFiles>>[] = [];
  for (const batch of batches(inPathOrder(files), 1)) {
    signal?.throwIfAborted();
    parts.push(await readFiles(batch, advance, isLong));
  }
  return {
    builders: parts.map(({ builder }) => builder),
    warnings: joinReports(parts.flatMap(({ reports }) => reports)).flatMap(warningsOf),
  };
}
