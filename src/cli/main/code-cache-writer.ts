/** Writes what V8 compiled in a call, for the next call of the same command; see code-cache.ts. */
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { Script } from "node:vm";
import { cacheFolder, ownName, privateFolder } from "../../platform/cache-folder.js";
import { aligned, type CodeCache, FOLDER, type Header, MOST_BYTES } from "./code-cache.js";

/** Files of versions, Nodes and commands that nobody has called for this long are removed, in ms. */
const UNUSED = 30 * 24 * 60 * 60 * 1000;
/** How the files of calls for completion end. */
const COMPLETION = "-__complete";
/** Data that have grown by less than this factor are not written again. */
const GROWTH = 1.05;

/**
 * Writes the data of these scripts, by the names of their chunks. `onlyIfGrown`: all of them are in the cache, so it is
 * written only if much was compiled besides. Throws nothing: without the file, the next call compiles again.
 */
export function writeCodeCache(
  cache: CodeCache,
  scripts: ReadonlyMap<string, Script>,
  onlyIfGrown: boolean,
): void {
  try {
    // Tab in a shell stores nothing where no command has stored anything.
    if (cache.file.endsWith(COMPLETION) && !existsSync(cacheFolder())) return;
    const folder = privateFolder(FOLDER, true);
    if (folder !== null) write(folder, cache, scripts, onlyIfGrown);
  } catch {
    // The folder can't be made or is not safe, or the disk is full.
  }
}

function write(
  folder: string,
  cache: CodeCache,
  scripts: ReadonlyMap<string, Script>,
  onlyIfGrown: boolean,
): void {
  const path = join(folder, cache.file);
  const temporary = join(folder, ownName("tmp"));
  // Opened first: where it can't be, no data are made for nothing at every call.
  const file = openSync(temporary, "wx", 0o600);
  try {
    try {
      // Chunks that only other calls of the command load stay.
      const chunks = new Map(cache.chunks);
      for (const [name, script] of scripts) chunks.set(name, script.createCachedData());
      if (onlyIfGrown && total(chunks) < GROWTH * total(cache.chunks)) {
        utimesSync(path, new Date(), new Date());
        return;
      }
      const half = halfOf(cache.key, chunks);
      if (2 * half.length > MOST_BYTES) return;
      writeAll(file, half);
      writeAll(file, half);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    removeUnused(folder);
  } finally {
    removeIfThere(temporary);
  }
}

function total(chunks: ReadonlyMap<string, Buffer>): number {
  let length = 0;
  for (const data of chunks.values()) length += data.length;
  return length;
}

function halfOf(key: string, chunks: ReadonlyMap<string, Buffer>): Buffer {
  const header: Header = { key, chunks: [...chunks].map(([name, data]) => [name, data.length]) };
  const text = Buffer.from(JSON.stringify(header));
  let at = aligned(4 + text.length);
  const bytes = Buffer.alloc([...chunks.values()].reduce((sum, { length }) => sum + aligned(length), at));
  bytes.writeUInt32LE(text.length);
  text.copy(bytes, 4);
  for (const data of chunks.values()) {
    data.copy(bytes, at);
    at += aligned(data.length);
  }
  return bytes;
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function removeUnused(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > UNUSED) unlinkSync(path);
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was renamed.
  }
}
