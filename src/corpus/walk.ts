/** Walks the folders of an archive in path order and follows links: the only code that lists folders. */

import { type Dirent, readdirSync, type Stats, statSync } from "node:fs";
import { codeOf, explain } from "../platform/system-error.js";
import { ArchiveError } from "./archive-error.js";
import { type Stamp, safeStamp, stampOfStats } from "./stamps.js";

/** A name that is neither file nor folder, with what it is: `a pipe`. */
export interface OtherEntry {
  name: string;
  kind: string;
}

/** The names in a folder, each list sorted, hidden names left out. */
export interface Listing {
  files: string[];
  folders: string[];
  /** Symbolic links, whatever they lead to: each walk follows them again. */
  links: string[];
  others: OtherEntry[];
}

/** A folder as an earlier walk saw it. Its files are remembered elsewhere: in the segments of the index. */
export interface RememberedFolder extends Stamp, Omit<Listing, "files"> {}

/** A folder that a walk entered. */
export interface WalkedFolder extends Omit<Listing, "files"> {
  /** Below the root, with `/`; empty for the root itself. */
  relativePath: string;
  /** The stamp to remember: see `safeStamp`. */
  stamp: Stamp;
  /** Names of plain files; null where the folder has the stamp that was remembered, so that they are as before. */
  files: string[] | null;
  /** Names of links that lead to files. */
  linkedFiles: string[];
}

/** What a walk says of a path below the root that it cannot use. */
export type Report = (relativePath: string, message: string) => void;

export interface WalkOptions {
  report: Report;
  /** What is remembered of a folder, so that it need not be listed again. */
  remembered?: (relativePath: string) => RememberedFolder | undefined;
  /** Device and inode (`identityOf`) of folders to leave out without a word. */
  excluded?: ReadonlySet<string>;
}

/** Deeper than any archive; the system cannot open a path that long anyway. */
const MAX_DEPTH = 200;

/** Names that begin with a dot are hidden; those that end with a tilde are an editor's backups. */
export function isHidden(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~");
}

export function joinPath(folder: string, name: string): string {
  if (folder === "" || name === "") return folder || name;
  return folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}

/** Lists a folder without reading a file or following a link. Throws the system's error. */
export function listFolder(path: string): Listing {
  const listing: Listing = { files: [], folders: [], links: [], others: [] };
  const entries = readdirSync(path, { withFileTypes: true });
  const valid = entries.some(({ name }) => name.includes("\ufffd")) ? validNames(path) : null;
  const invalid = new Set<string>();
  for (const entry of entries) {
    const { name } = entry;
    if (isHidden(name)) continue;
    // A name in other bytes may read like a valid one: each valid name is taken once.
    if (valid && !valid.delete(name)) invalid.add(name);
    else addEntry(listing, entry);
  }
  for (const name of invalid) listing.others.push({ name, kind: "named in bytes that are not UTF-8" });
  listing.files.sort();
  listing.folders.sort();
  listing.links.sort();
  listing.others.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return listing;
}

function addEntry(listing: Listing, entry: Dirent): void {
  const { name } = entry;
  if (entry.isFile()) listing.files.push(name);
  else if (entry.isDirectory()) listing.folders.push(name);
  else if (entry.isSymbolicLink()) listing.links.push(name);
  else listing.others.push({ name, kind: kindOf(entry) });
}

/** The names in a folder whose bytes are UTF-8. Node replaces the bytes of other names by U+FFFD. */
function validNames(path: string): Set<string> {
  const names = readdirSync(path, { encoding: "buffer" });
  return new Set(
    names.flatMap((bytes) => {
      const name = bytes.toString("utf8");
      return Buffer.from(name, "utf8").equals(bytes) ? name : [];
    }),
  );
}

function kindOf(entry: Pick<Dirent, "isFIFO" | "isSocket" | "isCharacterDevice" | "isBlockDevice">): string {
  if (entry.isFIFO()) return "a pipe";
  if (entry.isSocket()) return "a socket";
  return entry.isCharacterDevice() || entry.isBlockDevice() ? "a device" : "not a file";
}

/** What tells a folder from any other, by whatever path it is reached. */
export function identityOf({ dev, ino }: Pick<Stats, "dev" | "ino">): string {
  return `${dev}:${ino}`;
}

/** Whether a root is a file or a folder. Throws ArchiveError if it is neither or cannot be read. */
export function rootKind(root: string): "file" | "folder" {
  let stats: Stats;
  try {
    stats = statSync(root);
  } catch (error) {
    throw unreadable(root, error);
  }
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "folder";
  throw new ArchiveError(`cannot read "${root}": it is ${kindOf(stats)}`);
}

function unreadable(root: string, error: unknown): ArchiveError {
  return new ArchiveError(`cannot read "${root}": ${explain(error)}`);
}

/**
 * The folders below a root that is a folder, itself included, each before those inside it and in the order of their
 * names. What cannot be used is reported and the walk goes on. Throws ArchiveError if the root cannot be read.
 */
export function walk(root: string, options: WalkOptions): Generator<WalkedFolder> {
  return new Walk(root, options).folder("", [], false);
}

/** A folder inside another, with the link that leads to it if it is one. */
interface Child {
  name: string;
  isLink: boolean;
}

class Walk {
  /**
   * Folders that were entered through a link. A second link to one is not followed: ten folders that link to one
   * another would be walked in every order there is.
   */
  private readonly linked = new Set<string>();

  constructor(
    private readonly root: string,
    private readonly options: WalkOptions,
  ) {}

  /** `ancestors` are the identities of the folders above, from the root down. */
  *folder(
    relativePath: string,
    ancestors: readonly string[],
    isLink: boolean,
    parent?: WalkedFolder,
  ): Generator<WalkedFolder> {
    const path = joinPath(this.root, relativePath);
    let folder: WalkedFolder;
    let identity: string;
    try {
      const now = Date.now();
      const stats = statSync(path);
      identity = identityOf(stats);
      if (relativePath !== "" && this.options.excluded?.has(identity)) return;
      const obstacle = this.obstacle(identity, ancestors, isLink);
      if (obstacle !== null) {
        this.options.report(relativePath, obstacle);
        return;
      }
      if (isLink) this.linked.add(identity);
      folder = this.contents(path, relativePath, stampOfStats(stats), now);
    } catch (error) {
      if (relativePath === "") throw unreadable(this.root, error);
      // A folder that was removed since its parent was listed: the parent has to be listed again next time.
      if (codeOf(error) === "ENOENT" && !isLink && parent) parent.stamp.mtimeMs = 0;
      else this.options.report(relativePath, `cannot be read: ${explain(error)}`);
      return;
    }
    for (const { name, kind } of folder.others)
      this.options.report(joinPath(relativePath, name), `is ${kind}`);
    const children = this.children(folder, path);
    yield folder;
    const inside = [...ancestors, identity];
    for (const { name, isLink: linked } of children)
      yield* this.folder(joinPath(relativePath, name), inside, linked, folder);
  }

  private contents(path: string, relativePath: string, stamp: Stamp, now: number): WalkedFolder {
    const known = this.options.remembered?.(relativePath);
    const common = { relativePath, stamp: safeStamp(stamp, now), linkedFiles: [] };
    if (
      known &&
      known.mtimeMs === stamp.mtimeMs &&
      known.ctimeMs === stamp.ctimeMs &&
      known.inode === stamp.inode
    ) {
      const { folders, links, others } = known;
      return { ...common, stamp: { ...known }, files: null, folders, links, others };
    }
    return { ...common, ...listFolder(path) };
  }

  /** The folders inside a folder by name, links to folders among them. Notes which links lead to files. */
  private children(folder: WalkedFolder, path: string): Child[] {
    const children = folder.folders.map((name): Child => ({ name, isLink: false }));
    for (const name of folder.links) {
      const kind = this.targetOf(joinPath(path, name));
      if (kind === "file") folder.linkedFiles.push(name);
      else if (kind === "folder") children.push({ name, isLink: true });
      else this.options.report(joinPath(folder.relativePath, name), `is ${kind}`);
    }
    if (folder.links.length > 0) children.sort((a, b) => (a.name < b.name ? -1 : 1));
    return children;
  }

  /** What a link leads to: `file`, `folder`, or why it leads to neither. */
  private targetOf(path: string): string {
    try {
      const target = statSync(path);
      if (target.isFile()) return "file";
      return target.isDirectory() ? "folder" : kindOf(target);
    } catch (error) {
      const code = codeOf(error);
      if (code === "ENOENT") return "a link to nothing";
      return code === "ELOOP" ? "a loop of links" : `a link that cannot be followed: ${explain(error)}`;
    }
  }

  /** Why a folder is not entered. */
  private obstacle(identity: string, ancestors: readonly string[], isLink: boolean): string | null {
    if (ancestors.includes(identity)) return "is a loop of links";
    if (ancestors.length >= MAX_DEPTH) return "is nested too deeply";
    return isLink && this.linked.has(identity) ? "is one more link to a folder that is already read" : null;
  }
}
