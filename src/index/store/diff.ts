/** Compares the files of an archive with those that an index remembers. */
import { statSync } from "node:fs";
import { canBeOpened } from "../../corpus/open-file.js";
import { isSameStamp, type Stamp, stampOfStats } from "../../corpus/stamps.js";
import { joinPath } from "../../corpus/walk.js";
import { isLines } from "../../formats/records/raw-record.js";
import { codeOf, explain } from "../../platform/system-error.js";
import type { InputFile } from "../build/input-file.js";
import { type FileRef, type FileStamp, fileKey, folderOf } from "../format/file-key.js";
import type { EmptyFile, Manifest } from "../format/manifest.js";
import type { Segment, SegmentFile } from "../read/segment.js";
import type { Scan, ScannedFolder } from "./scan.js";

/** Every file of an archive of at most this many is looked at on every call: that takes 5 microseconds a file. */
const ALL_WATCHED = 2_000;
/** In a folder of more files than this only names are compared when its stamp has changed. */
const STAT_LIMIT = 5_000;

/** A segment and the numbers of its files that no longer count. */
export interface KnownSegment {
  segment: Segment;
  deadFiles: ReadonlySet<number>;
}

/** A stored index as a comparison needs it. */
export interface Known {
  manifest: Manifest;
  segments: readonly KnownSegment[];
}

/** What has to be done to bring an index up to date. */
export interface Changes {
  /** New and changed files, with the stamps they had just before they are read. */
  read: InputFile[];
  /** Known files that were changed or removed. */
  drop: FileRef[];
  /** Whether the folders are not those that the manifest remembers. */
  foldersChanged: boolean;
}

/** Files of lines, and roots that are files: every call looks at them, since no folder's stamp tells of an edit. */
export function isWatched({ relativePath }: FileRef): boolean {
  return relativePath === "" || isLines(relativePath);
}

/** The files of an index that count: those that have articles and those that were read but have none. */
export function* liveFiles(known: Known, folder?: FileRef): Generator<FileStamp | EmptyFile> {
  yield* filesWithArticles(known.segments, folder);
  for (const file of known.manifest.empty) {
    const isInside =
      !folder || (file.root === folder.root && folderOf(file.relativePath) === folder.relativePath);
    if (isInside) yield file;
  }
}

/** The files of segments that count, all or those in one folder. */
export function* filesWithArticles(
  segments: readonly KnownSegment[],
  folder?: FileRef,
): Generator<SegmentFile> {
  for (const { segment, deadFiles } of segments)
    for (const file of segment.files(folder)) if (!deadFiles.has(file.number)) yield file;
}

/** Looks at a file that may be read: its stamp, or the problem that keeps it from being read. Null if it is not there. */
export function lookAt(roots: readonly string[], file: FileRef): InputFile | null {
  const { root, relativePath } = file;
  const path = joinPath(roots[root] ?? "", relativePath);
  const seenAt = Date.now();
  const problemWith = (problem: string): InputFile => {
    return { path, root, relativePath, stamp: NO_STAMP, seenAt, problem };
  };
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return null;
    if (!stats.isFile()) return problemWith("is no longer a file");
    return { path, root, relativePath, stamp: stampOfStats(stats), seenAt, problem: null };
  } catch (error) {
    // A folder above it was replaced by a file.
    if (codeOf(error) === "ENOTDIR") return null;
    return problemWith(`cannot be read: ${explain(error)}`);
  }
}

/** Of a file that cannot be looked at: it differs from that of any file. */
const NO_STAMP: Stamp = { size: 0, mtimeMs: 0, ctimeMs: 0, inode: 0 };

/**
 * Compares a scan with what is known; null if nothing is. `thorough` looks at every file. Otherwise files in a folder
 * with an unchanged stamp are looked at only in small archives; those that are watched are looked at always.
 */
export function diff(roots: readonly string[], scan: Scan, known: Known | null, thorough: boolean): Changes {
  return new Comparison(roots, known, thorough).run(scan);
}

class Comparison {
  private readonly changes: Changes = { read: [], drop: [], foldersChanged: false };
  /** Keys of the files that were compared. */
  private readonly seen = new Set<string>();
  private readonly looksAtAll: boolean;

  constructor(
    private readonly roots: readonly string[],
    private readonly known: Known | null,
    thorough: boolean,
  ) {
    this.looksAtAll = thorough || (known !== null && known.manifest.fileCount <= ALL_WATCHED);
  }

  run(scan: Scan): Changes {
    const { changes, known } = this;
    for (const folder of scan.folders) this.compareFolder(folder);
    if (known) this.compareKnown(scan, known);
    else changes.foldersChanged = true;
    for (const root of scan.fileRoots) this.add({ root, relativePath: "" });
    return changes;
  }

  /** Known folders that are no longer there, and the known files that the folders' stamps say nothing of. */
  private compareKnown(scan: Scan, known: Known): void {
    const visited = new Set(scan.folders.map(fileKey));
    for (const folder of known.manifest.folders) {
      if (visited.has(fileKey(folder))) continue;
      this.changes.foldersChanged = true;
      for (const file of liveFiles(known, folder)) this.drop(file);
    }
    const { watched, empty } = known.manifest;
    for (const file of this.looksAtAll ? liveFiles(known) : [...watched, ...empty]) {
      if (file.relativePath === "" && !scan.fileRoots.includes(file.root)) this.drop(file);
      else this.compareFile(file);
    }
  }

  private compareFolder(folder: ScannedFolder): void {
    const { root, relativePath, files, linkedFiles, links } = folder;
    if (files !== null) this.changes.foldersChanged = true;
    else if (links.length === 0) return;
    const at = (name: string): FileRef => ({ root, relativePath: joinPath(relativePath, name) });
    const known = this.known ? [...liveFiles(this.known, folder)] : [];
    const missing = new Map(known.map((file) => [file.relativePath, file]));
    const compare = (file: FileRef, looks: boolean): void => {
      const before = missing.get(file.relativePath);
      missing.delete(file.relativePath);
      if (!before) this.add(file);
      else if (looks) this.compareFile(before);
    };
    const looks = this.looksAtAll || (files?.length ?? 0) <= STAT_LIMIT;
    for (const name of files ?? []) compare(at(name), looks);
    for (const name of linkedFiles) compare(at(name), true);
    // The plain files of a folder that was not listed are still there; its links may lead elsewhere.
    const unlisted = new Set(links.map((name) => at(name).relativePath));
    for (const file of missing.values())
      if (files !== null || unlisted.has(file.relativePath)) this.drop(file);
  }

  /** True if the file has not been met before. Where nothing is known each file is met once. */
  private meet(file: FileRef): boolean {
    if (!this.known) return true;
    const key = fileKey(file);
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  private add(file: FileRef): void {
    if (!this.meet(file)) return;
    const found = lookAt(this.roots, file);
    if (found) this.changes.read.push(found);
  }

  private drop(file: FileRef): void {
    if (this.meet(file)) this.changes.drop.push(file);
  }

  private compareFile(file: FileStamp | EmptyFile): void {
    if (!this.meet(file)) return;
    const found = lookAt(this.roots, file);
    if (found && isSameStamp(found.stamp, file) && !isReadableAgain(found, file)) return;
    this.changes.drop.push(file);
    if (found) this.changes.read.push(found);
  }
}

/** True for a file that could not be read and now can, though its stamp is the same: a disk or a share came back. */
function isReadableAgain({ path, problem }: InputFile, file: FileStamp | EmptyFile): boolean {
  return "unreadable" in file && problem === null && canBeOpened(path);
}
