/** Zip (APPNOTE 6.3.10): the files of an archive, in the order of its directory, one in memory at a time. */
import type { Context, InnerFile } from "../record.js";
import { inflateRaw } from "./inflate.js";

const END = 0x06054b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;

export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  compressedSize: number;
  /** Where the local header is. */
  offset: number;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** Where the directory begins and how many entries it has; null if the file has none. */
function directoryOf(bytes: Uint8Array): { start: number; count: number } | null {
  const view = viewOf(bytes);
  const earliest = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= earliest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== 0xffffffff) return { start, count };
    // Zip64: a locator of 20 bytes before the end says where the larger fields are.
    const at64 = at >= 20 ? Number(view.getBigUint64(at - 12, true)) : -1;
    if (at64 < 0 || at64 + 56 > bytes.length || view.getUint32(at64, true) !== END_64)
      return { start, count };
    return {
      start: Number(view.getBigUint64(at64 + 48, true)),
      count: Number(view.getBigUint64(at64 + 32, true)),
    };
  }
  return null;
}

const UTF8_NAMES = 0x800;

/** The entries that the directory has, as far as it is whole. */
export function* entriesOf(bytes: Uint8Array): Generator<ZipEntry> {
  const directory = directoryOf(bytes);
  if (!directory) throw new Error("its directory is missing; the file is cut off");
  const view = viewOf(bytes);
  let at = directory.start;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY)
      throw new Error("its directory is damaged");
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength));
    let compressedSize = view.getUint32(at + 20, true);
    let offset = view.getUint32(at + 42, true);
    if (compressedSize === 0xffffffff || offset === 0xffffffff) {
      const wide = wideSizes(bytes, at + 46 + nameLength, extraLength, {
        size: view.getUint32(at + 24, true) === 0xffffffff,
        compressed: compressedSize === 0xffffffff,
        offset: offset === 0xffffffff,
      });
      compressedSize = wide.compressed ?? compressedSize;
      offset = wide.offset ?? offset;
    }
    yield {
      name: (flags & UTF8_NAMES) !== 0 || isPlain(name) ? name.toString("utf8") : name.toString("latin1"),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      compressedSize,
      offset,
    };
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
}

const isPlain = (name: Uint8Array): boolean => Buffer.from(new TextDecoder().decode(name)).equals(name);

/** Sizes of 64 bits in an entry's extra field 1: only those that did not fit, in this order. */
function wideSizes(
  bytes: Uint8Array,
  start: number,
  length: number,
  wanted: { size: boolean; compressed: boolean; offset: boolean },
): { compressed?: number; offset?: number } {
  const view = viewOf(bytes);
  const end = Math.min(start + length, bytes.length);
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const next = (): number => {
      const value = field + 8 <= end ? Number(view.getBigUint64(field, true)) : -1;
      field += 8;
      return value;
    };
    if (wanted.size) next();
    return {
      ...(wanted.compressed ? { compressed: next() } : {}),
      ...(wanted.offset ? { offset: next() } : {}),
    };
  }
  return {};
}

/** An entry's content; throws LimitError beyond the limit, Error for what is damaged. The sizes it claims count for nothing. */
export function contentOf(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array {
  const view = viewOf(bytes);
  if (entry.offset < 0 || entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL)
    throw new Error("its place in the archive is damaged");
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  if (packed.length < entry.compressedSize) throw new Error("is cut off");
  if (entry.method === STORED) return packed;
  if (entry.method === DEFLATED) return inflateRaw(packed, limit);
  throw new Error(`is compressed by method ${entry.method}, which azertac does not read`);
}

/** Members that systems add, and names that would lead out of a folder. Nothing is ever written, but the name is shown. */
const HIDDEN = /(?:^|\/)(?:__MACOSX\/|\.[^/]|Thumbs\.db$|desktop\.ini$)/;

export function isHiddenMember(name: string): boolean {
  return HIDDEN.test(name);
}

/** A member's path without a root and without steps up. */
export const safeName = (name: string): string =>
  name
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== ".." && !/^[a-zA-Z]:$/.test(part))
    .join("/");

export function* files(bytes: Uint8Array, context: Context): Generator<InnerFile> {
  const entries = [...entriesOf(bytes)];
  const { from, to } = context.part ?? { from: 0, to: 1 };
  const at = (share: number): number => Math.round(share * entries.length);
  for (const entry of entries.slice(at(from), at(to))) {
    const name = safeName(entry.name);
    if (/[\\/]$/.test(entry.name) || isHiddenMember(name)) continue;
    if (entry.encrypted) {
      context.skipped.add("file", "files", "skipped: encrypted");
      continue;
    }
    let content: Uint8Array;
    try {
      content = contentOf(bytes, entry, context.budget.room);
    } catch (error) {
      context.report(`${name.slice(0, 200)}: ${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    context.budget.take(content.length);
    yield { name, bytes: content };
  }
}
