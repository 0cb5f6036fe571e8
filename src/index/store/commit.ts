/** Carries out a plan: reads files into a segment, writes it and the manifest. The only code that changes an index. */
import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { CacheError } from "../../platform/cache-folder.js";
import { explain } from "../../platform/system-error.js";
import { type Built, type FileReport, joinReports, type Progress } from "../build/batch.js";
import type { BuildWorker } from "../build/pool.js";
import { type FileRef, type FileStamp, fileKey } from "../format/file-key.js";
import { writeLinks } from "../format/links.js";
import {
  type EmptyFile,
  MANIFEST,
  type Manifest,
  readManifest,
  type SegmentEntry,
  storedHead,
  writeManifest,
} from "../format/manifest.js";
import { type SharedIds, sharedIds, sharedIdsAfter } from "../read/ids.js";
import { Segment } from "../read/segment.js";
import { Snapshot } from "../read/snapshot.js";
import { MemorySource } from "../read/source.js";
import { sweep } from "./cache-dir.js";
import { CopyLinks, linksOfKept } from "./copy-links.js";
import { filesWithArticles, isWatched } from "./diff.js";
import { warningsOf } from "./file-warnings.js";
import type { Stored } from "./load.js";
import { mergeParts } from "./merge-parts.js";
import type { Plan } from "./plan.js";
import { entryOf, type Scan } from "./scan.js";
import { openSegment, writeSegment } from "./segment-io.js";

/** Bytes of the parts of a build that wait in memory until they are merged; further ones are written and read again. */
const MOST_HELD = 256 * 1024 * 1024;

export interface CommitOptions {
  progress: Progress;
  signal?: AbortSignal | undefined;
  workers?: number | undefined;
  createWorker?: (() => BuildWorker) | undefined;
}

/** Where an index is written. */
export interface Target {
  folder: string;
  realRoots: readonly string[];
  /** How files are read: see `readingKey`. */
  reading: string;
  /** The first line of the manifest that is to be replaced, null if there was none; undefined to replace any. */
  head: string | null | undefined;
}

/** A segment that was just built; `entry` is null if it is not on disk. */
interface Part {
  segment: Segment;
  entry: SegmentEntry | null;
  /** What waits in memory to be written. */
  built: Built | null;
}

/** What a commit leads to. */
export interface Committed {
  /** The segments that were kept and the new ones. */
  parts: { segment: Segment; deleted: Uint8Array | null; entry: SegmentEntry | null }[];
  manifest: Manifest;
  /** Null if nothing could be written, which `trouble` explains; the parts are in memory then. */
  head: string | null;
  trouble: CacheError | null;
}

/**
 * Builds and writes what a plan asks for. Null if another process has replaced the manifest since `target.head` was read:
 * then everything that was built is thrown away. Rejects with the signal's reason, and with CorruptIndexError if a
 * segment of the index is damaged.
 */
export function commit(
  target: Target,
  known: Stored | null,
  plan: Plan,
  scan: Scan,
  options: CommitOptions,
): Promise<Committed | null> {
  return new Commit(target, known, plan, scan, options).run();
}

class Commit {
  private heldBytes = 0;
  /** Why nothing more is written. */
  private trouble: CacheError | null = null;
  private readonly reports: FileReport[] = [];
  private readonly copyLinks: CopyLinks;

  constructor(
    private readonly target: Target,
    private readonly known: Stored | null,
    private readonly plan: Plan,
    private readonly scan: Scan,
    private readonly options: CommitOptions,
  ) {
    this.copyLinks = new CopyLinks(target.realRoots);
  }

  async run(): Promise<Committed | null> {
    const built = await this.build();
    try {
      const parts = [
        ...this.plan.keep,
        ...built.map(({ segment, entry }) => ({ segment, deleted: null, entry })),
      ];
      const manifest = this.manifest(parts);
      const head = this.trouble === null ? this.save(manifest) : null;
      if (head === "replaced") {
        this.discard(built);
        return null;
      }
      return { parts, manifest, head, trouble: this.trouble };
    } catch (error) {
      this.discard(built);
      throw error;
    }
  }

  /** Reads the files of the plan into one segment, or into several that stay in memory if it cannot be written. */
  private async build(): Promise<Part[]> {
    if (this.plan.read.length === 0) return [];
    const { buildAll } = await import("../build/pool.js");
    const parts: Part[] = [];
    try {
      await buildAll(this.plan.read, {
        ...this.options,
        done: (number, built) => {
          this.reports.push(...built.reports);
          parts[number] = this.hold(built);
        },
      });
      const full = parts.filter(({ segment }) => segment.articleCount > 0);
      return this.merge(full);
    } catch (error) {
      this.discard(parts);
      throw error;
    }
  }

  /** Keeps a part in memory as long as there is room, so that it can be merged from there. */
  private hold(built: Built): Part {
    this.heldBytes += built.bytes.length;
    if (this.heldBytes > MOST_HELD) return this.write(built);
    return { segment: new Segment(new MemorySource(built.bytes)), entry: null, built };
  }

  /** Writes a segment and opens it; where that fails it stays in memory. */
  private write(built: Built): Part {
    if (this.trouble === null) {
      try {
        const entry = writeSegment(this.target.folder, built);
        return { segment: openSegment(this.target.folder, entry), entry, built: null };
      } catch (error) {
        this.cannotWrite(error);
      }
    }
    return { segment: new Segment(new MemorySource(built.bytes)), entry: null, built };
  }

  private merge(parts: readonly Part[]): Part[] {
    const [first] = parts;
    if (!first) return [];
    if (parts.length === 1) return [first.built ? this.write(first.built) : first];
    if (this.trouble !== null) return [...parts];
    try {
      const entry = mergeParts(this.target.folder, parts, (...merged) => this.copyLinks.among(...merged));
      const segment = openSegment(this.target.folder, entry);
      this.discard(parts);
      return [{ segment, entry, built: null }];
    } catch (error) {
      this.cannotWrite(error);
      return [...parts];
    }
  }

  private cannotWrite(error: unknown): void {
    this.trouble ??= new CacheError(`cannot keep an index in "${this.target.folder}": ${explain(error)}`);
  }

  /** Closes segments and removes their files. */
  private discard(parts: readonly (Part | undefined)[]): void {
    for (const part of parts) {
      // A list of parts has gaps while some are still being built.
      if (!part) continue;
      part.segment.closeUnlessRead();
      if (part.entry) this.remove(part.entry.name);
    }
  }

  private remove(name: string): void {
    try {
      unlinkSync(join(this.target.folder, name));
    } catch {
      // A later sweep removes it.
    }
  }

  private manifest(parts: Committed["parts"]): Manifest {
    const before = this.known?.manifest;
    const { forget, keep } = this.plan;
    const stays = (file: FileRef): boolean => !forget.has(fileKey(file));
    const reports = joinReports(this.reports);
    const added = parts.slice(keep.length).map(({ segment }) => ({ segment, deadFiles: new Set<number>() }));
    const watched = [...filesWithArticles(added)]
      .filter((file) => isWatched(file) || file.count > 1)
      .map(stampOnly);
    const empty = reports.flatMap((report) => (report.articles === 0 ? [emptyFile(report)] : []));
    const manifest: Manifest = {
      roots: [...this.target.realRoots],
      ...(this.target.reading !== "" && { reading: this.target.reading }),
      segments: parts.flatMap(({ entry }) => entry ?? []),
      folders: this.scan.folders.map(entryOf),
      watched: [...(before?.watched.filter(stays) ?? []), ...watched],
      empty: [...(before?.empty.filter(stays) ?? []), ...empty],
      fileCount: 0,
      shared: [...this.sharedIds(parts)],
      links: this.links(parts.map(({ segment }) => segment)),
      warnings: [...(before?.warnings.filter(stays) ?? []), ...reports.flatMap(warningsOf)],
    };
    const dead = keep.reduce((sum, { entry }) => sum + entry.deadFiles.length, 0);
    const files = parts.reduce((sum, { segment }) => sum + segment.fileCount, 0);
    manifest.fileCount = files - dead + manifest.empty.length;
    return manifest;
  }

  /** The copies in different segments: those that are known of the segments that stay, and those of new articles. */
  private links(segments: readonly Segment[]): string {
    const { keep } = this.plan;
    const links = this.known ? linksOfKept(this.known, keep) : [];
    for (let count = keep.length + 1; count <= segments.length; count++)
      links.push(...this.copyLinks.toLast(segments.slice(0, count)));
    return Buffer.from(writeLinks(links)).toString("base64");
  }

  private sharedIds(parts: Committed["parts"]): SharedIds {
    const snapshot = new Snapshot(parts);
    const keyOf = (article: number): string => {
      const { segment, document } = snapshot.locate(article);
      return fileKey(segment.file(segment.record(document).file));
    };
    if (!this.known) return sharedIds(snapshot, keyOf);
    return sharedIdsAfter(snapshot, new Map(this.known.manifest.shared), this.plan.keep.length, keyOf);
  }

  /** The manifest's first line; `replaced` if another process was quicker, null if it cannot be written. */
  private save(manifest: Manifest): string | null {
    const { folder, head } = this.target;
    try {
      if (head !== undefined && storedHead(folder) !== head) return "replaced";
      const written = writeManifest(folder, manifest);
      const newest = readManifest(folder)?.manifest.segments ?? [];
      sweep(folder, new Set([MANIFEST, ...[...manifest.segments, ...newest].map(({ name }) => name)]));
      return written;
    } catch (error) {
      this.cannotWrite(error);
      return null;
    }
  }
}

function stampOnly({ root, relativePath, size, mtimeMs, ctimeMs, inode }: FileStamp): FileStamp {
  return { root, relativePath, size, mtimeMs, ctimeMs, inode };
}

function emptyFile({ file, problems }: FileReport): EmptyFile {
  const isUnreadable = problems.some(({ isTransient }) => isTransient);
  return isUnreadable ? { ...file, unreadable: true } : file;
}
