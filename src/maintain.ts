/** The stored index of an archive, looked after by hand: brought up to date, described, removed. */

import type { OpenOptions } from "./archive/types.js";
import type { Warning } from "./article/model.js";
import { cacheFolder } from "./index/folder.js";
import { Store } from "./index/store.js";
import { clearStored, describeStored, type IndexStatus } from "./index/stored.js";

export type { IndexStatus } from "./index/stored.js";

/** What `updateIndex` did. */
export interface IndexReport {
  /** `memory`: nothing could be stored; the warnings say why. */
  outcome: "built" | "updated" | "current" | "memory";
  /** The folder of the index, null if nothing is stored. */
  folder: string | null;
  articles: number;
  files: number;
  /** Files that were read, and those that are gone or were read again. */
  read: number;
  dropped: number;
  /** Size of the stored index. */
  bytes: number;
  warnings: Warning[];
}

function cacheOf({ cache }: OpenOptions): string | null {
  return cache === false ? null : (cache ?? cacheFolder());
}

function rootsOf({ dir }: OpenOptions): readonly string[] {
  return typeof dir === "string" ? [dir] : dir;
}

/**
 * Builds the index of an archive or brings it up to date, looking at every file, and stores it however small the
 * archive is. Throws ArchiveError if a folder can't be read at all.
 */
export async function updateIndex(options: OpenOptions & { rebuild?: boolean }): Promise<IndexReport> {
  const store = await Store.open(rootsOf(options), {
    cache: cacheOf(options),
    progress: options.onProgress ?? (() => {}),
    thorough: true,
    always: true,
    rebuild: options.rebuild ?? false,
  });
  const { outcome, place, bytes, warnings, snapshot, fileCount } = store;
  const report: IndexReport = {
    outcome: place === null ? "memory" : outcome.kind,
    folder: place,
    articles: snapshot.articleCount,
    files: fileCount,
    read: outcome.read,
    dropped: outcome.dropped,
    bytes,
    warnings,
  };
  store.close();
  return report;
}

/** What is stored of an archive, null if nothing is. Changes nothing. Throws ArchiveError and CorruptIndexError. */
export function indexStatus(options: OpenOptions): IndexStatus | null {
  const cache = cacheOf(options);
  return cache === null ? null : describeStored(rootsOf(options), cache);
}

/** Removes what is stored of an archive; false if there was nothing. Throws ArchiveError and CacheError. */
export function clearIndex(options: OpenOptions): boolean {
  const cache = cacheOf(options);
  return cache !== null && clearStored(rootsOf(options), cache);
}
