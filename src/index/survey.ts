/** What an archive's folders and files are like now, and how that differs from what an index remembers. */
import { isSameStamp, type Stamp, safeStamp, stampOf } from "../archive/changes.js";
import { isLines } from "../archive/read.js";
import { explain, isHidden, joinPath, listFolder, walk } from "../archive/walk.js";
import type { Warning } from "../article/model.js";
import { fileKey } from "./files.js";
import type { InputFile } from "./ingest.js";
import type { Manifest, Watched } from "./manifest.js";
import type { Segment, SegmentFile } from "./segment.js";

/** Archives of at most so many files have each of them looked at on every call: it takes 5 microseconds a file. */
const ALL_WATCHED = 2_000;
/** In a folder of more files than this only names are compared when its time has changed. */
const STAT_LIMIT = 5_000;

/** A warning with its place below a root. */
export type PlacedWarning = Warning & { root: number };

/** All that is in an archive. */
export interface Survey {
  files: InputFile[];
  folders: Watched[];
  warnings: PlacedWarning[];
}

/** Walks all roots. Throws ArchiveError if one can't be read. */
export function surveyAll(roots: readonly string[], now = Date.now()): Survey {
  const survey: Survey = { files: [], folders: [], warnings: [] };
  roots.forEach((root, at) => {
    surveyBelow(survey, root, at, "", now);
  });
  return survey;
}

/** Adds what is at a place below a root, the root itself for "". */
function surveyBelow(survey: Survey, root: string, at: number, below: string, now: number): void {
  const report = (path: string, message: string): void => {
    survey.warnings.push({ root: at, path: placeBelow(root, path), message });
  };
  const enter = (place: string, path: string): void => {
    const stamp = stampOf(path, true);
    if (stamp) survey.folders.push({ root: at, place, ...safeStamp(stamp, now) });
  };
  for (const { path, place } of walk(root, report, enter, below))
    survey.files.push({ path, root: at, place });
}

function placeBelow(root: string, path: string): string {
  const place = path.slice(root.length);
  return place.startsWith("/") ? place.slice(1) : place;
}

/** Files of many articles and roots that are files: looked at on every call, since no folder tells of their edits. */
export function isWatched({ place }: { place: string }): boolean {
  return place === "" || isLines(place);
}

/** A segment and which of its files no longer count. */
export interface KnownSegment {
  segment: Segment;
  deadFiles: ReadonlySet<number>;
}

/** How an archive differs from what an index remembers. */
export interface Changes {
  /** Files to be read: new ones and those that changed. */
  read: InputFile[];
  /** Files that are gone or changed: root and place. */
  drop: { root: number; place: string }[];
  /** Folders that were looked at again, and those that are gone. */
  folders: Watched[];
  goneFolders: Watched[];
  warnings: PlacedWarning[];
}

/** True if a folder or file is as it was. */
function isAsBefore(roots: readonly string[], watched: Watched, folder: boolean): boolean {
  const stamp = stampOf(joinPath(roots[watched.root] ?? "", watched.place), folder);
  return stamp !== null && isSameStamp(stamp, watched);
}

/** Compares. `thorough` looks at every folder and file; else folders and watched files are, and files that those point to. */
export function changesSince(
  roots: readonly string[],
  manifest: Manifest,
  segments: readonly KnownSegment[],
  thorough: boolean,
): Changes {
  const changes: Changes = { read: [], drop: [], folders: [], goneFolders: [], warnings: [] };
  const seen = new Set<string>();
  for (const folder of manifest.folders) {
    if (thorough || !isAsBefore(roots, folder, true))
      compareFolder(roots, manifest, segments, folder, changes, seen, thorough);
  }
  const every = thorough || manifest.fileCount <= ALL_WATCHED;
  const watched = every ? liveFiles(segments) : manifest.files;
  for (const file of watched) {
    if (!seen.has(fileKey(file.root, file.place))) compareFile(roots, file, changes);
  }
  return changes;
}

export function* liveFiles(segments: readonly KnownSegment[], folder?: Watched): Generator<SegmentFile> {
  for (const { segment, deadFiles } of segments) {
    for (const file of segment.files(folder)) if (!deadFiles.has(file.number)) yield file;
  }
}

function compareFile(
  roots: readonly string[],
  file: Stamp & { root: number; place: string },
  changes: Changes,
): void {
  const path = joinPath(roots[file.root] ?? "", file.place);
  const stamp = stampOf(path);
  if (stamp && isSameStamp(stamp, file)) return;
  changes.drop.push({ root: file.root, place: file.place });
  if (stamp) changes.read.push({ path, root: file.root, place: file.place });
}

/** A folder whose time has changed: names come and go, and what is inside may be edited. */
function compareFolder(
  roots: readonly string[],
  manifest: Manifest,
  segments: readonly KnownSegment[],
  folder: Watched,
  changes: Changes,
  seen: Set<string>,
  thorough: boolean,
): void {
  const path = joinPath(roots[folder.root] ?? "", folder.place);
  const stamp = stampOf(path, true);
  const known = new Map([...liveFiles(segments, folder)].map((file) => [file.place, file]));
  const gone = (place: string): void => {
    seen.add(fileKey(folder.root, place));
    changes.drop.push({ root: folder.root, place });
  };
  if (!stamp) {
    changes.goneFolders.push(folder);
    for (const place of known.keys()) gone(place);
    return;
  }
  let listing: ReturnType<typeof listFolder>;
  try {
    listing = listFolder(path);
  } catch (error) {
    changes.warnings.push({
      root: folder.root,
      path: folder.place,
      message: `cannot be read: ${explain(error)}`,
    });
    return;
  }
  const isSame = isSameStamp(stamp, folder);
  if (!isSame) changes.folders.push({ ...folder, ...safeStamp(stamp, Date.now()) });
  for (const { name, kind } of isSame ? [] : listing.others) {
    changes.warnings.push({ root: folder.root, path: joinPath(folder.place, name), message: `is ${kind}` });
  }
  const stat = thorough || listing.files.length <= STAT_LIMIT;
  for (const name of listing.files) {
    const place = joinPath(folder.place, name);
    const file = known.get(place);
    seen.add(fileKey(folder.root, place));
    known.delete(place);
    if (!file) changes.read.push({ path: joinPath(path, name), root: folder.root, place });
    else if (stat) compareFile(roots, file, changes);
  }
  for (const place of known.keys()) gone(place);
  addNewFolders(roots, manifest, folder, listing.folders, changes);
}

function addNewFolders(
  roots: readonly string[],
  manifest: Manifest,
  folder: Watched,
  names: readonly string[],
  changes: Changes,
): void {
  const known = new Set(
    manifest.folders.filter(({ root }) => root === folder.root).map(({ place }) => place),
  );
  for (const name of names) {
    const place = joinPath(folder.place, name);
    if (known.has(place) || isHidden(name)) continue;
    const survey: Survey = { files: [], folders: [], warnings: [] };
    surveyBelow(survey, roots[folder.root] ?? "", folder.root, place, Date.now());
    changes.read.push(...survey.files);
    changes.folders.push(...survey.folders);
    changes.warnings.push(...survey.warnings);
  }
}

export function isUnchanged(changes: Changes): boolean {
  const { read, drop, folders, goneFolders } = changes;
  return read.length + drop.length + folders.length + goneFolders.length === 0;
}
