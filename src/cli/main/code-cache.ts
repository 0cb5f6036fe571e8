/**
 * Reads what V8 compiled in an earlier call of the same command, so that this call does not compile it again.
 *
 * Compiling is most of what a short call does. The first call of a command writes V8's code cache of all chunks that it
 * loaded to one file in the user's private cache folder (code-cache-writer.ts); later calls read that file. Without it a
 * call only takes longer, so every error here means "no cache" and nothing else.
 *
 * What is in the file is executed. So the folder must belong to the user alone (see index/folder.ts), and so must the
 * file itself. V8 checks that the data fit its version, its flags and the length of the source, but it trusts the rest
 * and aborts the process on damaged data. So the file holds everything twice and counts only if both halves agree:
 * comparing 400 KB takes 0.1 million instructions, a checksum of them in JavaScript 30 million, and loading `node:zlib`
 * for one 4 to 12 million, a tenth of what `azertac list` does in all.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { join } from "node:path";
import { privateFolder } from "../../platform/cache-folder.js";
import { BUILD_ID } from "./build-id.js";

/** The private folder that the files are in, beside the folders of indexes; its name sorts after all of theirs. */
export const FOLDER = "~code";
/** A larger file was not written here. */
export const MOST_BYTES = 1 << 25;
/** V8 copies data that do not start at a multiple of this. */
const ALIGNMENT = 8;

export const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

/** The start of each half of a file: the length of this as JSON in 4 bytes, the JSON, then the data of the chunks. */
export interface Header {
  key: string;
  /** Name and length in bytes of each chunk's data, in their order in the file; each starts aligned. */
  chunks: [name: string, length: number][];
}

export interface CodeCache {
  /** All that the data depend on. */
  readonly key: string;
  /** The file's name in its folder. */
  readonly file: string;
  /** The data by the names of their chunks. */
  readonly chunks: ReadonlyMap<string, Buffer>;
  /** When the file was last written or checked, in ms since 1970; 0 if there is none. */
  readonly checked: number;
}

/** The cache for calls that begin with this word; empty if there is none that can be trusted. */
export function readCodeCache(word = ""): CodeCache {
  // Flags of V8 change what it compiles, and it rejects data made with others.
  const flags = [...process.execArgv, process.env.NODE_OPTIONS ?? ""];
  const key = JSON.stringify([BUILD_ID, process.version, process.arch, ...flags]);
  const command = /^[a-z_]+$/.test(word) && word.length < 20 ? word : "other";
  const file = `${process.version}-${process.arch}-${hashOf(key)}-${command}`;
  try {
    const folder = privateFolder(FOLDER, false);
    if (folder !== null) return { key, file, ...readChunks(join(folder, file), key) };
  } catch {
    // Nothing is kept yet.
  }
  return { key, file, chunks: new Map(), checked: 0 };
}

/** FNV-1a over UTF-16 units, 32 bits: it only keeps file names apart, since the file holds its key in full. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Throws if there is no such file, or if it can't be trusted. */
function readChunks(path: string, key: string): Pick<CodeCache, "chunks" | "checked"> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    if (!isTrusted(stat)) throw new Error("not a file of this user alone");
    const { size, mtimeMs: checked } = stat;
    const bytes = Buffer.allocUnsafeSlow(size);
    const half = size / 2;
    if (readSync(file, bytes, 0, size, 0) !== size || bytes.compare(bytes, half, size, 0, half) !== 0)
      throw new Error("damaged");
    const start = 4 + bytes.readUInt32LE(0);
    const header = JSON.parse(bytes.toString("utf8", 4, start)) as Header;
    if (header.key !== key) throw new Error("made by another version");
    const chunks = new Map<string, Buffer>();
    let at = aligned(start);
    for (const [name, length] of header.chunks) {
      chunks.set(name, bytes.subarray(at, at + length));
      at += aligned(length);
    }
    return { chunks, checked };
  } finally {
    closeSync(file);
  }
}

/** Whether it is a file of the user's own that nobody else can write to, of a size that is written here. */
function isTrusted(stat: Stats): boolean {
  const user = process.getuid?.();
  const isOwn = user === undefined || (stat.uid === user && (stat.mode & 0o077) === 0);
  return (
    isOwn && stat.isFile() && stat.size > 0 && stat.size <= MOST_BYTES && stat.size % (2 * ALIGNMENT) === 0
  );
}
