/** Looks after the stored index of an archive: updates, describes and removes it. */

import { clearStored, describeStored, type IndexStatus } from "../index/store/index-admin.js";
import { openSearcher } from "../index/store/open.js";
import { cacheFolder } from "../platform/cache-folder.js";
import { abortable } from "./abort.js";
import type { StoredOptions, UpdateOptions } from "./archive.js";
import { checkArchive, OPTIONS, readingOf } from "./arguments.js";
import type { Warning } from "./types.js";

export type { IndexStatus } from "../index/store/index-admin.js";

/** What `updateIndex` did. */
export interface IndexReport {
  /**
   * `built`: the whole archive was read. `updated`: changed files were read. `current`: nothing had changed. `memory`:
   * nothing could be stored; the warnings say why.
   */
  outcome: "built" | "updated" | "current" | "memory";
  /** The folder of the index; null if nothing is stored. */
  folder: string | null;
  /** The number of articles. */
  articles: number;
  /** The number of files, those without articles included. */
  files: number;
  /** The number of files that were read. */
  read: number;
  /** The number of files that left the index: they were deleted, or changed and read again. */
  dropped: number;
  /** The size of the stored index in bytes; 0 if nothing is stored. */
  bytes: number;
  /** What could not be read, in path order. */
  warnings: Warning[];
}

function cacheOf({ cache }: StoredOptions): string | null {
  return cache === false ? null : (cache ?? cacheFolder());
}

function rootsOf({ dir }: StoredOptions): readonly string[] {
  return typeof dir === "string" ? [dir] : dir;
}

/**
 * Builds the index of an archive or updates it, however small the archive is. Looks at every file, not only at what
 * the times of folders say has changed.
 *
 * Rejects with a TypeError or RangeError that names the wrong option, with {@link ArchiveError} if a path cannot be
 * read at all, and with the reason of `signal` once that is aborted, which leaves a usable index.
 */
export async function updateIndex(options: UpdateOptions): Promise<IndexReport> {
  const {
    rebuild = false,
    onProgress,
    signal,
    ...where
  } = checkArchive("updateIndex", OPTIONS.update, options);
  const { searcher, outcome } = await abortable(signal, onProgress, (progress) =>
    openSearcher(rootsOf(where), {
      cache: cacheOf(where),
      progress,
      thorough: true,
      isAboutIndex: true,
      rebuild,
      signal,
      reading: readingOf(where),
    }),
  );
  try {
    signal?.throwIfAborted();
    const { stored, snapshot, fileCount, warnings } = searcher;
    return {
      outcome: stored ? outcome.kind : "memory",
      folder: stored?.folder ?? null,
      articles: snapshot.articleCount,
      files: fileCount,
      read: outcome.read,
      dropped: outcome.dropped,
      bytes: stored?.bytes ?? 0,
      warnings: [...warnings],
    };
  } finally {
    searcher.release();
  }
}

/**
 * Describes the stored index of an archive; null if there is none. Changes nothing.
 *
 * Rejects with a TypeError or RangeError that names the wrong option, with {@link ArchiveError} if a path cannot be
 * read at all, with {@link CacheError} if the cache folder is not safe to use, with {@link CorruptIndexError} if the
 * index is damaged, and with the reason of an aborted `signal`.
 */
export async function indexStatus(options: StoredOptions): Promise<IndexStatus | null> {
  const wanted = checkArchive("indexStatus", OPTIONS.stored, options);
  wanted.signal?.throwIfAborted();
  const cache = cacheOf(wanted);
  return cache === null ? null : describeStored(rootsOf(wanted), cache, readingOf(wanted));
}

/**
 * Removes the stored index of an archive; false if there was none. The archive itself is not touched.
 *
 * Rejects with a TypeError or RangeError that names the wrong option, with {@link ArchiveError} if a path cannot be
 * read at all, with {@link CacheError} if the cache folder is not safe to use, with the system's error if a file cannot
 * be removed, and with the reason of an aborted `signal`.
 */
export async function clearIndex(options: StoredOptions): Promise<boolean> {
  const wanted = checkArchive("clearIndex", OPTIONS.stored, options);
  wanted.signal?.throwIfAborted();
  const cache = cacheOf(wanted);
  return cache !== null && clearStored(rootsOf(wanted), cache, readingOf(wanted));
}
