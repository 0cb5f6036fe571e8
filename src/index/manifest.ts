/**
 * The manifest of a stored index: which segments there are, which of their articles are gone, and what folders and
 * files were like when they were read. One line `azertac-index VERSION CHECKSUM LENGTH`, then JSON of that length.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stamp } from "../archive/changes.js";
import type { Warning } from "../article/model.js";
import { CorruptIndexError } from "./bytes.js";
import { checksumOf } from "./checksum.js";
import { ownName } from "./folder.js";
import { FORMAT_VERSION } from "./format.js";

export const MANIFEST = "manifest";

export interface SegmentEntry {
  name: string;
  /** Checksum of the file's trailer. */
  checksum: number;
  bytes: number;
  articles: number;
  /** Bits, base64: articles that are gone. Empty if none is. */
  deleted: string;
  /** Numbers of the files that are gone or were read again into a later segment. */
  deadFiles: number[];
}

/** A folder or file below a root, with its stamp when it was read. */
export interface Watched extends Stamp {
  root: number;
  /** Below the root, with `/`; empty for the root itself. */
  place: string;
}

export interface Manifest {
  /** Real paths. */
  roots: string[];
  segments: SegmentEntry[];
  folders: Watched[];
  /** Files that are looked at on every call: roots that are files, and files of many articles. */
  files: Watched[];
  /** How many files there are in all. */
  fileCount: number;
  /** Ids that several articles share: the id and the articles' numbers. */
  shared: [id: string, articles: number[]][];
  /** Paths are below the root, as in `Watched`. */
  warnings: (Warning & { root: number })[];
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

export function writeManifest(folder: string, manifest: Manifest): void {
  const body = Buffer.from(JSON.stringify(manifest));
  const head = Buffer.from(
    `azertac-index ${FORMAT_VERSION} ${checksumOf(body).toString(16)} ${body.length}\n`,
  );
  writeWhole(folder, MANIFEST, (descriptor) => writeFileSync(descriptor, Buffer.concat([head, body])));
}

/** Null if there is none. Throws CorruptIndexError for anything but a manifest of this version. */
export function readManifest(folder: string): Manifest | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, MANIFEST));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  const end = bytes.indexOf(10);
  const [magic, version, checksum, length] = bytes.toString("latin1", 0, Math.max(0, end)).split(" ");
  const body = bytes.subarray(end + 1);
  if (magic !== "azertac-index" || version !== String(FORMAT_VERSION))
    throw new CorruptIndexError("the manifest is of another version");
  if (body.length !== Number(length) || checksumOf(body).toString(16) !== checksum)
    throw new CorruptIndexError("the manifest is damaged");
  return JSON.parse(body.toString("utf8")) as Manifest;
}
