/**
 * The manifest of a stored index: its segments, which of their articles are deleted, and what folders and files were
 * like when they were read. One line `azertac-index VERSION CHECKSUM LENGTH`, then JSON of that length.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RememberedFolder } from "../../corpus/walk.js";
import { ownName } from "../../platform/cache-folder.js";
import { codeOf } from "../../platform/system-error.js";
import { CorruptIndexError } from "./bytes.js";
import { checksumOf } from "./checksum.js";
import type { FileRef, FileStamp } from "./file-key.js";
import { FORMAT_VERSION } from "./sections.js";

export const MANIFEST = "manifest";

export interface SegmentEntry {
  name: string;
  /** Checksum of the file's trailer. */
  checksum: number;
  bytes: number;
  articles: number;
  /** Deleted articles as bits, base64; empty if there are none. */
  deleted: string;
  /** Numbers of the files that were deleted or are read again in a later segment. */
  deadFiles: number[];
}

/** A file that was read and has no article. */
export interface EmptyFile extends FileStamp {
  /** Set where the file could not be opened: a later attempt may succeed though the stamp is the same. */
  unreadable?: true;
}

/** A folder as it was when it was read. */
export interface FolderEntry extends FileRef, RememberedFolder {}

/** A warning about a file or folder below a root. */
export interface PlacedWarning extends FileRef {
  message: string;
}

export interface Manifest {
  /** Real paths. */
  roots: string[];
  /** How files are read: see `readingKey`. Not there if the user says nothing of it. */
  reading?: string;
  segments: SegmentEntry[];
  /** All folders that were read. */
  folders: FolderEntry[];
  /** Files with articles that every call looks at: see `isWatched`. */
  watched: FileStamp[];
  /** Files without articles. Every call looks at these too. */
  empty: EmptyFile[];
  /** All files, those without articles too. */
  fileCount: number;
  /** Ids that several articles share: the id and the articles' numbers. */
  shared: [id: string, articles: number[]][];
  /** Copies in different segments: see links.ts, in base64, the articles numbered over all segments. */
  links: string;
  /** What is wrong with files. Warnings about folders come from each scan. */
  warnings: PlacedWarning[];
}

/** Writes a file so that it is there whole or not at all, even if the power fails. */
export function writeWhole<T>(folder: string, name: string, write: (descriptor: number) => T): T {
  const temporary = join(folder, ownName("tmp"));
  const descriptor = openSync(temporary, "wx", 0o600);
  try {
    let result: T;
    try {
      result = write(descriptor);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, join(folder, name));
    return result;
  } catch (error) {
    try {
      unlinkSync(temporary);
    } catch {
      // What could not be written can often not be removed either: it is swept later.
    }
    throw error;
  }
}

/** Returns the first line. Throws the system's error if it cannot be written. */
export function writeManifest(folder: string, manifest: Manifest): string {
  const body = Buffer.from(JSON.stringify(manifest));
  const head = Buffer.from(
    `azertac-index ${FORMAT_VERSION} ${checksumOf(body).toString(16)} ${body.length}\n`,
  );
  writeWhole(folder, MANIFEST, (descriptor) => writeFileSync(descriptor, Buffer.concat([head, body])));
  return headOf(head);
}

/** A manifest as it was read, and what tells it from any other. */
export interface ReadManifest {
  manifest: Manifest;
  /** The first line of the file. */
  head: string;
}

/** Null if there is none. Throws CorruptIndexError for anything but a manifest of this version. */
export function readManifest(folder: string): ReadManifest | null {
  const bytes = readBytes(folder);
  if (bytes === null) return null;
  const head = headOf(bytes);
  const [magic, version, checksum, length] = head.split(" ");
  const body = bytes.subarray(head.length + 1);
  if (magic !== "azertac-index" || version !== String(FORMAT_VERSION))
    throw new CorruptIndexError("the manifest is of another version");
  if (body.length !== Number(length) || checksumOf(body).toString(16) !== checksum)
    throw new CorruptIndexError("the manifest is damaged");
  return { manifest: JSON.parse(body.toString("utf8")) as Manifest, head };
}

/** The first line of the manifest that is stored now, whatever it says; null if there is none. */
export function storedHead(folder: string): string | null {
  const bytes = readBytes(folder);
  return bytes && headOf(bytes);
}

function readBytes(folder: string): Buffer | null {
  try {
    return readFileSync(join(folder, MANIFEST));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

function headOf(bytes: Buffer): string {
  return bytes.toString("latin1", 0, Math.max(0, bytes.indexOf(10)));
}
