/** Finds the files of an archive, in the order of their paths. */
import { type Dirent, lstatSync, readdirSync, statSync } from "node:fs";
import { ArchiveError } from "../api/errors.js";

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
  /** Those of the folders that are links. */
  linked: Set<string>;
  /** Names that are neither, with what they are: `a pipe`. */
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
  const listing: Listing = { files: [], folders: [], linked: new Set(), others: [] };
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (!isHidden(entry.name)) place(listing, path, entry);
  }
  listing.files.sort();
  listing.folders.sort();
  listing.others.sort((a, b) => (a.name < b.name ? -1 : 1));
  return listing;
}

function place(listing: Listing, path: string, entry: Dirent): void {
  const { name } = entry;
  if (name.includes("\ufffd") && !isThere(joinPath(path, name)))
    listing.others.push({ name, kind: "named in bytes that are not UTF-8" });
  else if (entry.isFile()) listing.files.push(name);
  else if (entry.isDirectory()) listing.folders.push(name);
  else if (entry.isSymbolicLink()) placeTarget(listing, path, name);
  else listing.others.push({ name, kind: kindOf(entry) });
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Links are followed: a loop shows as a folder that is its own ancestor. */
function placeTarget(listing: Listing, path: string, name: string): void {
  try {
    const target = statSync(joinPath(path, name));
    if (target.isFile()) listing.files.push(name);
    else if (target.isDirectory()) {
      listing.folders.push(name);
      listing.linked.add(name);
    } else listing.others.push({ name, kind: kindOf(target) });
  } catch (error) {
    const code = codeOf(error);
    const kind =
      code === "ENOENT"
        ? "a link to nothing"
        : code === "ELOOP"
          ? "a loop of links"
          : `a link that cannot be followed: ${explain(error)}`;
    listing.others.push({ name, kind });
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
 * With `below` only those of a folder at that place, which is reported like any other if it can't be read.
 */
export function* walk(
  root: string,
  report: Report,
  enter: Enter = () => {},
  below = "",
): Generator<FoundFile> {
  if (below === "" && isFile(root)) yield { path: root, place: "" };
  else yield* new Walk(root, report, enter).folder(below, ancestorsOf(root, below), false);
}

/** The folders above a place, down from the root, as device and inode; those that can't be looked at left out. */
function ancestorsOf(root: string, below: string): string[] {
  const names = below === "" ? [] : below.split("/");
  return names.flatMap((_, depth) => {
    try {
      return identityOf(joinPath(root, names.slice(0, depth).join("/")));
    } catch {
      return [];
    }
  });
}

/** What tells a folder from any other, by whatever path it is reached. Throws the system's error. */
function identityOf(path: string): string {
  const { dev, ino } = statSync(path);
  return `${dev}:${ino}`;
}

function isFile(root: string): boolean {
  try {
    const stat = statSync(root);
    if (stat.isFile()) return true;
    if (stat.isDirectory()) return false;
    throw new ArchiveError(`cannot read "${root}": it is ${kindOf(stat)}`);
  } catch (error) {
    throw error instanceof ArchiveError ? error : unreadable(root, error);
  }
}

function unreadable(root: string, error: unknown): ArchiveError {
  return new ArchiveError(`cannot read "${root}": ${explain(error)}`);
}

class Walk {
  /**
   * Folders that were entered through a link. A second link to one is not followed: ten folders that link to one
   * another would be walked in every order there is.
   */
  private readonly linked = new Set<string>();

  constructor(
    private readonly root: string,
    private readonly report: Report,
    private readonly enter: Enter,
  ) {}

  *folder(below: string, ancestors: readonly string[], isLink: boolean): Generator<FoundFile> {
    const path = joinPath(this.root, below);
    let listing: Listing;
    let identity: string;
    try {
      identity = identityOf(path);
      const obstacle = this.obstacle(identity, ancestors, isLink);
      if (obstacle !== null) {
        this.report(path, obstacle);
        return;
      }
      if (isLink) this.linked.add(identity);
      this.enter(below, path);
      listing = listFolder(path);
    } catch (error) {
      if (below === "") throw unreadable(this.root, error);
      this.report(path, `cannot be read: ${explain(error)}`);
      return;
    }
    for (const { name, kind } of listing.others) this.report(joinPath(path, name), `is ${kind}`);
    yield* this.contents(below, listing, [...ancestors, identity]);
  }

  /** Why a folder is not entered. */
  private obstacle(identity: string, ancestors: readonly string[], isLink: boolean): string | null {
    if (ancestors.includes(identity)) return "is a loop of links";
    if (ancestors.length >= MAX_DEPTH) return "is nested too deeply";
    return isLink && this.linked.has(identity) ? "is one more link to a folder that is already read" : null;
  }

  /** Files and folders in one order, so that the order of the walk is the order of the paths. */
  private *contents(below: string, listing: Listing, inside: readonly string[]): Generator<FoundFile> {
    const { files, folders, linked } = listing;
    let next = 0;
    for (const name of folders) {
      for (; next < files.length && (files[next] ?? "") < name; next++) {
        yield found(this.root, joinPath(below, files[next] ?? ""));
      }
      yield* this.folder(joinPath(below, name), inside, linked.has(name));
    }
    for (; next < files.length; next++) yield found(this.root, joinPath(below, files[next] ?? ""));
  }
}

function found(root: string, place: string): FoundFile {
  return { path: joinPath(root, place), place };
}

/** The system's name for an error, `ENOENT`; empty for any other error. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Why a call of the system failed, in words. */
export function explain(error: unknown): string {
  const code = codeOf(error);
  const words: Record<string, string> = {
    ENOENT: "no such file or folder",
    EACCES: "permission denied",
    EPERM: "permission denied",
    ENOTDIR: "not a folder",
    EEXIST: "a file of that name is there",
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
