/** Finds the files of an archive, in the order of their paths. */
import { type Dirent, readdirSync, statSync } from "node:fs";
import { ArchiveError } from "./types.js";

/** A file that may hold articles. */
export interface FoundFile {
  /** As the root was given, joined with the place below it. */
  path: string;
  /** Below the root, with `/`; empty if the root itself is the file. */
  place: string;
}

/** A folder's own entries, each list in order, hidden ones left out. */
export interface Listing {
  files: string[];
  folders: string[];
  /** Names that are neither, with what they are. */
  others: { name: string; kind: string }[];
}

export type Report = (path: string, message: string) => void;

/** Deeper than any archive; a path that long can't be opened anyway. */
const MAX_DEPTH = 200;

/** Names that begin with a dot are hidden, those that end with a tilde are an editor's backups. */
export function isHidden(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~");
}

export function joinPath(folder: string, name: string): string {
  if (folder === "" || name === "") return folder || name;
  return folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}

/** What stands in a folder. Reads no file and asks for no file's times. Throws the system's error. */
export function listFolder(path: string): Listing {
  const listing: Listing = { files: [], folders: [], others: [] };
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (!isHidden(entry.name)) place(listing, path, entry);
  }
  listing.files.sort(byUnits);
  listing.folders.sort(byUnits);
  return listing;
}

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function place(listing: Listing, path: string, entry: Dirent): void {
  const { name } = entry;
  if (entry.isFile()) listing.files.push(name);
  else if (entry.isDirectory()) listing.folders.push(name);
  else if (entry.isSymbolicLink()) placeTarget(listing, path, name);
  else listing.others.push({ name, kind: kindOf(entry) });
}

/** Links are followed: a loop shows as a folder that is its own ancestor. */
function placeTarget(listing: Listing, path: string, name: string): void {
  try {
    const target = statSync(joinPath(path, name));
    if (target.isFile()) listing.files.push(name);
    else if (target.isDirectory()) listing.folders.push(name);
    else listing.others.push({ name, kind: kindOf(target) });
  } catch {
    listing.others.push({ name, kind: "a link to nothing" });
  }
}

function kindOf(entry: Pick<Dirent, "isFIFO" | "isSocket" | "isCharacterDevice" | "isBlockDevice">): string {
  if (entry.isFIFO()) return "a pipe";
  if (entry.isSocket()) return "a socket";
  return entry.isCharacterDevice() || entry.isBlockDevice() ? "a device" : "not a file";
}

/** Told of each folder that a walk enters: its place below the root and its path. */
export type Enter = (place: string, path: string) => void;

/**
 * The files below a root, or the root itself if it is a file. What is neither file nor folder, a loop of links, a
 * folder that can't be read: reported, and the rest goes on. Throws ArchiveError if the root can't be read.
 */
export function* walk(root: string, report: Report, enter: Enter = () => {}): Generator<FoundFile> {
  let isFile: boolean;
  try {
    const stat = statSync(root);
    isFile = stat.isFile();
    if (!isFile && !stat.isDirectory())
      throw new ArchiveError(`cannot read "${root}": it is ${kindOf(stat)}`);
    if (!isFile) readdirSync(root);
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError(`cannot read "${root}": ${explain(error)}`);
  }
  if (isFile) yield { path: root, place: "" };
  else yield* walkFolder(root, "", [], report, enter);
}

function* walkFolder(
  root: string,
  below: string,
  ancestors: readonly string[],
  report: Report,
  enter: Enter,
): Generator<FoundFile> {
  const path = joinPath(root, below);
  let listing: Listing;
  let identity: string;
  try {
    const { dev, ino } = statSync(path);
    identity = `${dev}:${ino}`;
    if (ancestors.includes(identity)) {
      report(path, "is a loop of links");
      return;
    }
    if (ancestors.length >= MAX_DEPTH) {
      report(path, "is nested too deeply");
      return;
    }
    enter(below, path);
    listing = listFolder(path);
  } catch (error) {
    report(path, `cannot be read: ${explain(error)}`);
    return;
  }
  for (const { name, kind } of listing.others) report(joinPath(path, name), `is ${kind}`);
  const inside = [...ancestors, identity];
  // Files and folders in one order, so that the order of the walk is the order of the paths.
  let next = 0;
  for (const folder of listing.folders) {
    for (; next < listing.files.length && (listing.files[next] ?? "") < folder; next++) {
      yield found(root, joinPath(below, listing.files[next] ?? ""));
    }
    yield* walkFolder(root, joinPath(below, folder), inside, report, enter);
  }
  for (; next < listing.files.length; next++) yield found(root, joinPath(below, listing.files[next] ?? ""));
}

function found(root: string, place: string): FoundFile {
  return { path: joinPath(root, place), place };
}

/** Why a call of the system failed, in words. */
export function explain(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words: Record<string, string> = {
    ENOENT: "no such file or folder",
    EACCES: "permission denied",
    EPERM: "permission denied",
    ENOTDIR: "not a folder",
    ELOOP: "too many links",
    ENAMETOOLONG: "the name is too long",
    EMFILE: "too many open files",
    EIO: "the disk reports an error",
    EROFS: "the file system is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EFBIG: "the file would be too large",
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}
