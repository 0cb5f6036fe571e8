/** Scans an archive: which folders it has now, what is in those that changed, and what cannot be used. */
import { statSync } from "node:fs";
import type { Stamp } from "../../corpus/stamps.js";
import { identityOf, type RememberedFolder, rootKind, type WalkedFolder, walk } from "../../corpus/walk.js";
import type { FileRef } from "../format/file-key.js";
import type { FolderEntry, PlacedWarning } from "../format/manifest.js";

/** A folder of an archive at the time of a scan. */
export interface ScannedFolder extends WalkedFolder {
  root: number;
}

/** The state of an archive's folders. Says nothing of what is inside its files. */
export interface Scan {
  /** Numbers of the roots that are files. */
  fileRoots: number[];
  /** In path order. */
  folders: ScannedFolder[];
  warnings: PlacedWarning[];
}

/** Finds a remembered folder. */
export type Remembered = (folder: FileRef) => RememberedFolder | undefined;

/**
 * Walks all roots. Folders that have the stamp that is remembered of them are not listed again. `cache` is the folder
 * of stored indexes, which is never part of an archive. Throws ArchiveError if a root cannot be read.
 */
export function scan(
  roots: readonly string[],
  { remembered, cache }: { remembered?: Remembered; cache?: string | null } = {},
): Scan {
  const found: Scan = { fileRoots: [], folders: [], warnings: [] };
  const excluded = excludedFolders(cache ?? null);
  roots.forEach((path, root) => {
    if (rootKind(path) === "file") {
      found.fileRoots.push(root);
      return;
    }
    const folders = walk(path, {
      report: (relativePath, message) => found.warnings.push({ root, relativePath, message }),
      remembered: (relativePath) => remembered?.({ root, relativePath }),
      excluded,
    });
    for (const folder of folders) found.folders.push({ ...folder, root });
  });
  return found;
}

function excludedFolders(cache: string | null): ReadonlySet<string> {
  try {
    return new Set(cache === null ? [] : [identityOf(statSync(cache))]);
  } catch {
    // There is none yet.
    return new Set();
  }
}

/** What the manifest keeps of a scanned folder. */
export function entryOf(folder: ScannedFolder): FolderEntry {
  const { root, relativePath, folders, links, others } = folder;
  const { size, mtimeMs, ctimeMs, inode }: Stamp = folder.stamp;
  return { root, relativePath, size, mtimeMs, ctimeMs, inode, folders, links, others };
}
