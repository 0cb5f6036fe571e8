/**
 * Opens an archive: scan, diff, plan, commit. The index is stored in the user's cache folder and brought up to date; it
 * stays in memory where nothing may be stored.
 *
 * The files are the truth and the index is a cache of them. Whatever is wrong with the stored index (damaged, foreign,
 * unreadable, no room to write), the answers are the same, only later, and one warning says why.
 */

import type { ReadingOptions, Warning } from "../../api/types.js";
import { distinctRoots } from "../../corpus/roots.js";
import { joinPath } from "../../corpus/walk.js";
import { isLines } from "../../formats/records/raw-record.js";
import { loadLines } from "../../formats/records/record-reader.js";
import { CacheError, hasPrivateFolder, makePrivateFolder } from "../../platform/cache-folder.js";
import { explain } from "../../platform/system-error.js";
import { type InputFile, totalSize } from "../build/input-file.js";
import { CorruptIndexError } from "../format/bytes.js";
import { fileKey } from "../format/file-key.js";
import { type PlacedWarning, type SegmentEntry, storedHead } from "../format/manifest.js";
import { Searcher, type StoredIndex } from "../read/searcher.js";
import type { Segment } from "../read/segment.js";
import { indexFolder } from "./cache-dir.js";
import type { CommitOptions, Committed } from "./commit.js";
import { type Changes, diff } from "./diff.js";
import { closeUnused, liveSegments, loadStored, type Stored } from "./load.js";
import { readingKey } from "./reading-key.js";
import { type Scan, scan } from "./scan.js";

/** Archives with less text than this, in bytes, are read in no time, whether their index can be stored or not. */
export const QUICKLY_READ = 384 * 1024;

/** How often an update starts again because another process has written the index meanwhile. */
const MOST_TRIES = 3;

export interface StoreOptions extends CommitOptions {
  /** The folder for stored indexes; null keeps everything in memory. */
  cache: string | null;
  /** Look at every file, however many there are. */
  thorough?: boolean;
  /** Build the index from scratch. */
  rebuild?: boolean;
  /** Build it from scratch because it turned out to be damaged. */
  damage?: CorruptIndexError | undefined;
  /** The call is about the index itself: say also of a small archive why its index can't be stored. */
  isAboutIndex?: boolean;
  /** The contents of the only root, which is no file then. Nothing is stored. */
  input?: Uint8Array | undefined;
  reading?: ReadingOptions | undefined;
}

/** What opening an archive did. */
export interface Outcome {
  /** `memory`: nothing is stored. */
  kind: "memory" | "current" | "updated" | "built";
  /** Files that were read, and known files that were changed or removed. */
  read: number;
  dropped: number;
}

export interface Opened {
  searcher: Searcher;
  outcome: Outcome;
}

/**
 * Opens the archive of these roots. Segments that `previous` has open are used again. Rejects with ArchiveError if a root
 * cannot be read, and with the signal's reason.
 */
export async function openSearcher(
  given: readonly string[],
  options: StoreOptions,
  previous: Searcher | null = null,
): Promise<Opened> {
  if (options.input)
    return new Opening(given, given, { ...options, cache: null }, null).ofInput(options.input);
  const { roots, real } = distinctRoots(given);
  return new Opening(roots, real, options, previous).run();
}

class Opening {
  /** Why the stored index was not used, or why nothing is stored although it should be. */
  private trouble: string | null = null;
  private readonly folder: string | null;
  private readonly readingKey: string;

  constructor(
    private readonly roots: readonly string[],
    private readonly realRoots: readonly string[],
    private readonly options: StoreOptions,
    private readonly previous: Searcher | null,
  ) {
    this.readingKey = readingKey(options.reading);
    this.folder = options.cache === null ? null : indexFolder(options.cache, realRoots, this.readingKey);
  }

  async run(): Promise<Opened> {
    const { damage, rebuild } = this.options;
    let rebuilds = rebuild || damage !== undefined;
    if (damage) this.note(damage);
    for (let tries = 1; ; tries++) {
      this.options.signal?.throwIfAborted();
      const stored = rebuilds ? null : this.load();
      try {
        const opened = await this.update(stored, tries >= MOST_TRIES);
        if (opened) return opened;
      } catch (error) {
        // A segment that cannot be read; or one whose file is gone from under the index.
        if (!(error instanceof CorruptIndexError) || stored === null) throw error;
        this.note(error);
        rebuilds = true;
      } finally {
        closeUnused(stored?.segments ?? []);
      }
    }
  }

  /** An archive that is no file. */
  ofInput(bytes: Uint8Array): Promise<Opened> {
    const path = this.roots[0] ?? "";
    const stamp = { size: bytes.length, mtimeMs: 0, ctimeMs: 0, inode: 0 };
    const read = [{ path, root: 0, relativePath: "", stamp, seenAt: 0, problem: null, bytes }];
    const scanned: Scan = { folders: [], fileRoots: [], warnings: [] };
    return this.inMemory(scanned, { read, drop: [], foldersChanged: true });
  }

  /** The stored index, null if there is none that can be used. */
  private load(): Stored | null {
    const { folder, previous } = this;
    try {
      if (folder === null || !hasPrivateFolder(this.options.cache ?? "", folder)) return null;
      const open = previous?.stored?.folder === folder ? previous.stored.segments : undefined;
      return loadStored(folder, this.realRoots, this.readingKey, open);
    } catch (error) {
      this.note(error);
      return null;
    }
  }

  /** Says in one line what is wrong with the cache; the work goes on. */
  private note(error: unknown): void {
    if (error instanceof CacheError) this.trouble = error.message;
    else if (error instanceof CorruptIndexError)
      this.trouble = `the stored index was damaged and has been rebuilt (${error.message})`;
    else this.trouble = `the stored index can't be used: ${explain(error)}`;
  }

  /** Null if another process has replaced the index meanwhile and `overwrites` is false. */
  private async update(stored: Stored | null, overwrites: boolean): Promise<Opened | null> {
    const { roots, options } = this;
    const remembered = new Map(stored?.manifest.folders.map((folder) => [fileKey(folder), folder]));
    const scanned = scan(roots, {
      cache: options.cache,
      remembered: (folder) => remembered.get(fileKey(folder)),
    });
    const changes = diff(roots, scanned, stored, options.thorough ?? false);
    // The texts of articles are read from their files, whether a worker or an earlier call indexed them.
    const known = stored?.manifest.watched ?? [];
    const hasLines =
      changes.read.some(({ path }) => isLines(path)) ||
      known.some(({ root, relativePath }) => isLines(relativePath || (roots[root] ?? "")));
    if (hasLines) await loadLines();
    if (stored && isUnchanged(changes)) return this.current(stored, scanned);
    const warns = options.isAboutIndex === true || totalSize(changes.read) > QUICKLY_READ;
    const folder = stored?.folder ?? this.target(changes, warns);
    if (folder === null) return this.inMemory(scanned, changes);
    const head = overwrites ? undefined : (stored?.head ?? storedHead(folder));
    const target = { folder, realRoots: this.realRoots, reading: this.readingKey, head };
    const [{ commit }, { plan }] = await Promise.all([import("./commit.js"), import("./plan.js")]);
    const planned = plan(roots, stored, changes);
    this.tellHowToRead(planned.read);
    const committed = await commit(target, stored, planned, scanned, options);
    if (!committed) return null;
    const isSame = stored !== null && changes.read.length + changes.drop.length === 0;
    const kind = isSame ? "current" : stored ? "updated" : "built";
    if (committed.trouble && warns) this.note(committed.trouble);
    return this.opened(this.committed(folder, committed, scanned), { kind, ...counts(changes) });
  }

  private tellHowToRead(files: readonly InputFile[]): void {
    const { reading } = this.options;
    if (this.readingKey !== "") for (const file of files) file.reading = reading;
  }

  private opened(searcher: Searcher, outcome: Outcome): Opened {
    try {
      // Ids that several articles share are looked up now, so that no damage shows later.
      void searcher.warnings;
      return { searcher, outcome };
    } catch (error) {
      searcher.release();
      throw error;
    }
  }

  private current(stored: Stored, scanned: Scan): Opened {
    const warnings = this.warnings([...scanned.warnings, ...stored.manifest.warnings]);
    return this.opened(searcherOf(stored, this.roots, this.options.reading, warnings), {
      kind: "current",
      read: 0,
      dropped: 0,
    });
  }

  private committed(folder: string, committed: Committed, scanned: Scan): Searcher {
    const { parts, manifest, head } = committed;
    try {
      return new Searcher({
        roots: this.roots,
        segments: parts,
        reading: this.options.reading,
        shared: new Map(manifest.shared),
        links: manifest.links,
        fileCount: manifest.fileCount,
        warnings: this.warnings([...scanned.warnings, ...manifest.warnings]),
        stored: head === null ? null : storedIndex(folder, manifest.segments, parts),
      });
    } catch (error) {
      closeUnused(parts);
      throw error;
    }
  }

  /** The folder to store the index in, made if needed; null if it is to stay in memory. `warns`: say why. */
  private target(changes: Changes, warns: boolean): string | null {
    const { folder, options } = this;
    // Of an empty archive there is nothing to store.
    if (folder === null || changes.read.length === 0) return null;
    try {
      makePrivateFolder(options.cache ?? "", folder);
      return folder;
    } catch (error) {
      if (warns) this.note(error);
      return null;
    }
  }

  private async inMemory(scanned: Scan, changes: Changes): Promise<Opened> {
    const { readIntoMemory } = await import("./in-memory.js");
    this.tellHowToRead(changes.read);
    const { builders, warnings } = await readIntoMemory(changes.read, this.options);
    const searcher = new Searcher({
      roots: this.roots,
      builders,
      reading: this.options.reading,
      shared: null,
      fileCount: changes.read.length,
      warnings: this.warnings([...scanned.warnings, ...warnings]),
      stored: null,
    });
    return this.opened(searcher, { kind: "memory", ...counts(changes) });
  }

  private warnings(placed: readonly PlacedWarning[]): Warning[] {
    const list = placed.map(({ root, relativePath, message }) => ({
      path: joinPath(this.roots[root] ?? "", relativePath),
      message,
    }));
    list.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    if (this.trouble !== null) list.unshift({ path: this.options.cache ?? "", message: this.trouble });
    return list;
  }
}

/** The articles of a stored index as it is on disk. */
export function searcherOf(
  stored: Stored,
  roots: readonly string[],
  reading?: ReadingOptions,
  warnings: readonly Warning[] = [],
): Searcher {
  const { manifest, folder, segments } = stored;
  return new Searcher({
    roots,
    segments: liveSegments(stored),
    reading,
    shared: new Map(manifest.shared),
    links: manifest.links,
    fileCount: manifest.fileCount,
    warnings,
    stored: storedIndex(folder, manifest.segments, segments),
  });
}

function isUnchanged({ read, drop, foldersChanged }: Changes): boolean {
  return read.length + drop.length === 0 && !foldersChanged;
}

function counts({ read, drop }: Changes): Pick<Outcome, "read" | "dropped"> {
  return { read: read.length, dropped: drop.length };
}

/** The segments of an index by the names of their files. */
function storedIndex(
  folder: string,
  entries: readonly SegmentEntry[],
  segments: readonly { segment: Segment }[],
): StoredIndex {
  const named = entries.flatMap(({ name }, at): [string, Segment][] => {
    const segment = segments[at]?.segment;
    return segment ? [[name, segment]] : [];
  });
  return { folder, segments: new Map(named), bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) };
}
