/**
 * The index of an archive: in memory for a small one, else stored in the user's cache folder and brought up to date.
 *
 * The files are the truth and the index a cache of them. Whatever is wrong with what is stored (damaged, foreign,
 * unreadable, no room to write), the answer is the same, only later, and one warning says why.
 */

import { ArchiveError } from "../api/errors.js";
import { isSameStamp, stampOf } from "../archive/changes.js";
import { explain, joinPath } from "../archive/walk.js";
import type { Warning } from "../article/model.js";
import {
  type Built,
  batches,
  buildInTurn,
  buildSegment,
  isLarger,
  type Progress,
  readFiles,
} from "./batch.js";
import type { SegmentBuilder } from "./build.js";
import { CorruptIndexError } from "./bytes.js";
import { fileKey } from "./files.js";
import { CacheError, hasIndexFolder, indexFolder, makeIndexFolder, sweep } from "./folder.js";
import { deletedBits, deletedOf } from "./gone.js";
import { type SharedIds, sharedIds, sharedIdsAfter } from "./ids.js";
import type { InputFile } from "./ingest.js";
import type { Lexicon } from "./lexicon.js";
import { MANIFEST, type Manifest, readManifest, type SegmentEntry, writeManifest } from "./manifest.js";
import { distinctRoots } from "./roots.js";
import { Segment, type SegmentFile } from "./segment.js";
import { mergeParts, openSegment, writeSegment } from "./segment-file.js";
import { Snapshot } from "./snapshot.js";
import { MemorySource } from "./source.js";
import { loadStored, type Stored } from "./stored.js";
import {
  type Changes,
  changesSince,
  isUnchanged,
  isWatched,
  type KnownSegment,
  liveFiles,
  type PlacedWarning,
  type Survey,
  surveyAll,
} from "./survey.js";
import { distinctFiles, smallOnes, stillTrue } from "./update.js";

/** Archives of less text than this are read anew on every call: that is quicker than looking after an index. */
export const WORTH_STORING = 384 * 1024;

/** So many bytes of the parts of a build wait in memory until they are merged; further ones are written and read again. */
const MOST_HELD = 256 * 1024 * 1024;

/** What bringing an index up to date did. */
export interface Outcome {
  /** `memory`: nothing is stored. */
  kind: "memory" | "current" | "updated" | "built";
  /** Files that were read, and those that were dropped (gone or changed). */
  read: number;
  dropped: number;
}

interface StoreOptions {
  /** Null keeps everything in memory. */
  cache: string | null;
  progress: Progress;
  /** Look at every file, however many there are. */
  thorough?: boolean;
  /** Build anew even if there is an index. */
  rebuild?: boolean;
  /** Store even a small archive. */
  always?: boolean;
}

export class Store {
  private current = new Snapshot([]);
  private knownShared: SharedIds | null = null;
  outcome: Outcome = { kind: "memory", read: 0, dropped: 0 };
  private placed: PlacedWarning[] = [];
  /** Why nothing is stored although it should be; said once. */
  private trouble: string | null = null;
  private stored: Stored | null = null;
  private readonly folder: string | null;
  private lexicon: Lexicon | null = null;
  private heldBytes = 0;
  /** False once the cache could not be written to: the rest stays in memory. */
  private writable = true;
  /** What was read into memory, until it can be searched. */
  private unfinished: readonly SegmentBuilder[] = [];

  private constructor(
    /** As they were given: what paths begin with. */
    readonly roots: readonly string[],
    private readonly realRoots: readonly string[],
    private readonly options: StoreOptions,
  ) {
    this.folder = options.cache === null ? null : indexFolder(options.cache, realRoots);
  }

  /** Opens the index of these roots, made or brought up to date as needed. Throws ArchiveError if a root can't be read. */
  static async open(given: readonly string[], options: StoreOptions): Promise<Store> {
    const { roots, real } = distinctRoots(given);
    const store = new Store(roots, real, options);
    if (options.rebuild || !(await store.tryStored(options.thorough ?? false))) await store.build();
    return store;
  }

  /** The articles; those in memory are at first only listed, which takes a fraction of the time. */
  get snapshot(): Snapshot {
    if (this.current.segments.length === 0) this.useMemory();
    return this.current;
  }

  /** The ids that several articles share. */
  get shared(): SharedIds {
    this.knownShared ??= sharedIds(this.snapshot, (article) => this.keyOf(article));
    return this.knownShared;
  }

  get warnings(): Warning[] {
    const list = this.placed.map(({ root, path, message }) => ({
      path: joinPath(this.roots[root] ?? "", path),
      message,
    }));
    list.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    return this.trouble === null
      ? list
      : [{ path: this.options.cache ?? "", message: this.trouble }, ...list];
  }

  /** Where the index is stored, null if it is in memory. */
  get place(): string | null {
    return this.stored?.folder ?? null;
  }

  /** Bytes of the stored index. */
  get bytes(): number {
    return this.stored?.manifest.segments.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0;
  }

  /** Files that were read, those without articles too. */
  get fileCount(): number {
    return this.stored?.manifest.fileCount ?? this.snapshot.segments[0]?.segment.fileCount ?? 0;
  }

  pathOf(file: { root: number; place: string }): string {
    return joinPath(this.roots[file.root] ?? "", file.place);
  }

  /** Uses what is stored if that is possible. */
  private async tryStored(thorough: boolean): Promise<boolean> {
    const { folder } = this;
    if (folder === null) return false;
    try {
      // Another process may replace the index between two looks at it.
      for (let tries = 0; tries < 3; tries++) {
        if (!hasIndexFolder(this.options.cache ?? "", folder)) return false;
        const stored = loadStored(folder, this.realRoots);
        if (stored === "gone") continue;
        if (stored === null) return false;
        await this.loadLexicon();
        this.use(stored);
        this.outcome = { kind: "current", read: 0, dropped: 0 };
        this.update(thorough);
        return true;
      }
    } catch (error) {
      if (error instanceof ArchiveError) throw error;
      this.note(error);
      this.close();
    }
    return false;
  }

  private use(stored: Stored): void {
    const { manifest, segments } = stored;
    this.stored = stored;
    this.current = new Snapshot(
      segments.map(({ segment }, i) => {
        const entry = manifest.segments[i];
        return { segment, deleted: entry ? deletedOf(entry) : null };
      }),
    );
    this.knownShared = new Map(manifest.shared);
    this.placed = manifest.warnings;
  }

  /** Something is wrong with the cache: said in one line, and the work goes on. */
  private note(error: unknown): void {
    if (error instanceof CacheError) this.trouble = error.message;
    else if (error instanceof CorruptIndexError)
      this.trouble = `the stored index was damaged and is built anew (${error.message})`;
    else this.trouble = `the stored index can't be used: ${explain(error)}`;
  }

  /** Reads the whole archive, on all cores. */
  private async build(): Promise<void> {
    const { survey, target } = this.prepare();
    if (target === null) return this.keepInMemory(survey);
    await this.loadLexicon();
    const { buildAll } = await import("./pool.js");
    const parts: Part[] = [];
    await buildAll(survey.files, this.options.progress, (number, built) => {
      parts[number] = this.held(target, built);
    });
    this.finish(target, survey, parts);
  }

  /** The same on the spot, for a call that can't wait: what is stored turned out to be damaged while it was used. */
  rebuildNow(error: unknown): void {
    this.note(error);
    this.close();
    const { survey, target } = this.prepare();
    if (target === null) {
      this.keepInMemory(survey);
      return;
    }
    const parts: Part[] = [];
    const { batches: tasks, total } = batches(survey.files, 1);
    buildInTurn(tasks, total, this.options.progress, this.words, (number, built) => {
      parts[number] = this.held(target, built);
    });
    this.finish(target, survey, parts);
  }

  /** What there is to read, and the folder to store it in if it is worth that. */
  private prepare(): { survey: Survey; target: string | null } {
    const survey = surveyAll(this.roots);
    const { folder } = this;
    this.heldBytes = 0;
    const isWorthStoring = this.options.always || isLarger(survey.files, WORTH_STORING);
    if (folder === null || !isWorthStoring) return { survey, target: null };
    try {
      makeIndexFolder(this.options.cache ?? "", folder);
      return { survey, target: folder };
    } catch (error) {
      this.note(error);
      return { survey, target: null };
    }
  }

  private keepInMemory(survey: Survey): void {
    let read = 0;
    const progress = (bytes: number): void => {
      read += bytes;
      this.options.progress(read, 0);
    };
    // A builder has room for so much text as a batch has.
    const { batches: tasks, total } = batches(survey.files, 1);
    const parts = tasks.map((files) => readFiles(files, progress, total > WORTH_STORING));
    this.stored = null;
    this.unfinished = parts.map(({ builder }) => builder);
    this.current = new Snapshot([]);
    this.knownShared = null;
    const warnings = parts.flatMap((part) => part.warnings);
    this.placed = [...survey.warnings, ...this.placeWarnings(warnings)];
    this.outcome = { kind: "memory", read: survey.files.length, dropped: 0 };
  }

  /** Makes segments in memory of what was read: such as can be searched if the lexicon is loaded. */
  private useMemory(): void {
    if (this.unfinished.length === 0) return;
    const segments = this.unfinished.map((builder) => builder.finishInMemory(this.lexicon));
    this.current = new Snapshot(segments.map((segment) => ({ segment, deleted: null })));
    if (this.lexicon) this.unfinished = [];
  }

  /** Makes the articles searchable. */
  async prepareSearch(): Promise<void> {
    await this.loadLexicon();
    this.useMemory();
  }

  private async loadLexicon(): Promise<void> {
    this.lexicon ??= (await import("./lexicon.js")).lexicon;
  }

  private get words(): Lexicon {
    if (!this.lexicon) throw new Error("the lexicon is not loaded");
    return this.lexicon;
  }

  /** Writes a segment and opens it; where that fails it stays in memory for this call. */
  private part(folder: string, built: Built): Part {
    const warnings = this.placeWarnings(built.warnings);
    if (this.writable) {
      try {
        const entry = writeSegment(folder, built);
        return { segment: openSegment(folder, entry), entry, warnings };
      } catch (error) {
        this.cannotKeep(error);
      }
    }
    return { segment: new Segment(new MemorySource(built.bytes)), entry: null, warnings };
  }

  /** Keeps a part of a build in memory to be merged from there, as long as there is room for more. */
  private held(folder: string, built: Built): Part {
    this.heldBytes += built.bytes.length;
    if (this.heldBytes > MOST_HELD || !this.writable) return this.part(folder, built);
    const segment = new Segment(new MemorySource(built.bytes));
    return { segment, entry: null, built, warnings: this.placeWarnings(built.warnings) };
  }

  private cannotKeep(error: unknown): void {
    this.writable = false;
    this.note(new CacheError(`cannot keep an index in "${this.options.cache}": ${explain(error)}`));
  }

  /** The parts of a whole archive as one; as they are where that can't be written. */
  private merged(folder: string, parts: readonly Part[]): readonly Part[] {
    const [first] = parts;
    if (first?.built && parts.length === 1) return [this.part(folder, first.built)];
    if (parts.length < 2 || !this.writable) return parts;
    try {
      const entry = mergeParts(folder, parts);
      const segment = openSegment(folder, entry);
      for (const part of parts) part.segment.close();
      return [{ segment, entry, warnings: parts.flatMap(({ warnings }) => warnings) }];
    } catch (error) {
      this.cannotKeep(error);
      return parts.map((part) => ({ ...part, entry: null }));
    }
  }

  private finish(folder: string, survey: Survey, built: readonly Part[]): void {
    const parts = this.merged(folder, built);
    this.current = new Snapshot(parts.map(({ segment }) => ({ segment, deleted: null })));
    this.knownShared = null;
    this.placed = [...survey.warnings, ...parts.flatMap(({ warnings }) => warnings)];
    this.outcome = { kind: "built", read: survey.files.length, dropped: 0 };
    const entries = parts.flatMap(({ entry }) => entry ?? []);
    if (entries.length < parts.length) return;
    const segments = parts.map(({ segment }): KnownSegment => ({ segment, deadFiles: new Set() }));
    const files = [...liveFiles(segments)].filter(isWatched);
    this.save(folder, segments, {
      roots: [...this.realRoots],
      segments: entries,
      folders: survey.folders,
      files: distinctFiles(files),
      fileCount: survey.files.length,
      shared: [...this.shared],
      warnings: this.placed,
    });
  }

  private save(folder: string, segments: KnownSegment[], manifest: Manifest): void {
    try {
      writeManifest(folder, manifest);
      this.stored = { folder, manifest, segments };
      const newest = readManifest(folder)?.segments ?? [];
      sweep(folder, new Set([MANIFEST, ...[...manifest.segments, ...newest].map(({ name }) => name)]));
    } catch (error) {
      this.cannotKeep(error);
    }
  }

  /** True if a file is as it was when it was read. */
  isCurrent(file: SegmentFile): boolean {
    const stamp = stampOf(this.pathOf(file));
    return stamp !== null && isSameStamp(stamp, file);
  }

  fileOf(article: number): SegmentFile {
    const { segment, document } = this.snapshot.locate(article);
    return segment.file(segment.record(document).file);
  }

  /** The key of an article's file, in whose order files are. */
  keyOf(article: number): string {
    const { root, place } = this.fileOf(article);
    return fileKey(root, place);
  }

  /** Takes in what has changed. `suspects` are files to be looked at whatever else is. */
  update(thorough: boolean, suspects: readonly { root: number; place: string }[] = []): void {
    const { stored } = this;
    if (!stored) {
      this.keepInMemory(surveyAll(this.roots));
      return;
    }
    const changes = changesSince(this.roots, stored.manifest, stored.segments, thorough);
    const known = new Set(changes.drop.map(({ root, place }) => fileKey(root, place)));
    for (const { root, place } of suspects) {
      if (known.has(fileKey(root, place))) continue;
      known.add(fileKey(root, place));
      changes.drop.push({ root, place });
      const path = this.pathOf({ root, place });
      if (stampOf(path)) changes.read.push({ path, root, place });
    }
    if (!isUnchanged(changes)) this.apply(stored, changes);
  }

  private apply(stored: Stored, changes: Changes): void {
    const segments = stored.segments.map(({ segment, deadFiles }) => ({
      segment,
      deadFiles: new Set(deadFiles),
    }));
    const deleted = stored.manifest.segments.map(
      (entry) => deletedOf(entry) ?? new Uint8Array(entry.articles),
    );
    for (const { root, place } of changes.drop) {
      segments.forEach(({ segment, deadFiles }, at) => {
        const file = segment.fileAt(root, place);
        if (!file || deadFiles.has(file.number)) return;
        deadFiles.add(file.number);
        deleted[at]?.fill(1, file.first, file.first + file.count);
      });
    }
    const merged = smallOnes(stored.manifest, segments, deleted);
    const read = [...changes.read, ...this.filesOf(segments.filter((_, at) => merged.has(at)))];
    read.sort((a, b) => (fileKey(a.root, a.place) < fileKey(b.root, b.place) ? -1 : 1));
    const { batches: tasks } = batches(read, 1);
    const parts =
      read.length > 0
        ? tasks.map((task) =>
            this.part(
              stored.folder,
              buildSegment(task, () => {}, this.words),
            ),
          )
        : [];
    const kept = segments.flatMap((known, at) => {
      const entry = stored.manifest.segments[at];
      if (merged.has(at) || !entry) return [];
      const bits = deletedBits(deleted[at] ?? null);
      return [{ known, entry: { ...entry, deleted: bits, deadFiles: [...known.deadFiles] } }];
    });
    this.outcome = { kind: "updated", read: changes.read.length, dropped: changes.drop.length };
    this.replace(stored, changes, kept, parts);
  }

  private filesOf(segments: readonly KnownSegment[]): InputFile[] {
    return [...liveFiles(segments)].map(({ root, place }) => ({
      path: this.pathOf({ root, place }),
      root,
      place,
    }));
  }

  /** Puts the segments that stay and the new ones in the place of the old. */
  private replace(
    stored: Stored,
    changes: Changes,
    kept: readonly { known: KnownSegment; entry: SegmentEntry }[],
    parts: readonly Part[],
  ): void {
    const before = this.shared;
    const added = parts.map(({ segment }): KnownSegment => ({ segment, deadFiles: new Set() }));
    const segments = [...kept.map(({ known }) => known), ...added];
    this.current = new Snapshot([
      ...kept.map(({ known, entry }) => ({ segment: known.segment, deleted: deletedOf(entry) })),
      ...added.map(({ segment }) => ({ segment, deleted: null })),
    ]);
    const pathOf = (article: number): string => this.keyOf(article);
    this.knownShared = sharedIdsAfter(this.current, before, kept.length, pathOf);
    this.placed = [
      ...stillTrue(this.placed, changes, segments),
      ...changes.warnings,
      ...parts.flatMap(({ warnings }) => warnings),
    ];
    const entries = parts.flatMap(({ entry }) => entry ?? []);
    this.stored = null;
    if (entries.length < parts.length) return;
    const again = new Set(
      [...changes.folders, ...changes.goneFolders].map(({ root, place }) => fileKey(root, place)),
    );
    const live = [...liveFiles(added)].filter(isWatched);
    const dropped = new Set(changes.drop.map(({ root, place }) => fileKey(root, place)));
    this.save(stored.folder, segments, {
      ...stored.manifest,
      segments: [...kept.map(({ entry }) => entry), ...entries],
      folders: [
        ...stored.manifest.folders.filter(({ root, place }) => !again.has(fileKey(root, place))),
        ...changes.folders,
      ],
      files: distinctFiles([
        ...stored.manifest.files.filter(({ root, place }) => !dropped.has(fileKey(root, place))),
        ...live,
      ]),
      fileCount: stored.manifest.fileCount + changes.read.length - changes.drop.length,
      shared: [...this.shared],
      warnings: this.placed,
    });
  }

  private placeWarnings(warnings: readonly Warning[]): PlacedWarning[] {
    return warnings.map(({ path, message }) => {
      const root = Math.max(
        0,
        this.roots.findIndex((one) => path === one || path.startsWith(joinPath(one, "x").slice(0, -1))),
      );
      const place = path.slice((this.roots[root] ?? "").length);
      return { root, path: place.replace(/^\//, ""), message };
    });
  }

  close(): void {
    this.current.close();
    this.current = new Snapshot([]);
    this.unfinished = [];
    this.stored = null;
  }
}

/** A segment that was just built; `entry` is null if it could not be stored. */
interface Part {
  segment: Segment;
  entry: SegmentEntry | null;
  /** What waits in memory to be written. */
  built?: Built;
  warnings: PlacedWarning[];
}
