/** The last search, kept in a small private file so that `show --last` can show what it found. */
import { closeSync, constants, ftruncateSync, lstatSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { privateFolder } from "../../engines/local/local-archive.js";
import type { ArchiveOptions } from "../config/options.js";
import { logError } from "./errors.js";

/** So many hits are remembered. */
const MOST_HITS = 1_000;
/** A larger file is not ours: its query and ids are those of a person and of `MOST_HITS` articles. */
const MOST_BYTES = 1 << 20;
const FOLDER = "last";
const FILE = "search.json";

export interface LastSearch {
  /** The folders that were searched, absolute. */
  roots: readonly string[];
  query: string;
  exact: boolean;
  /** How many hits were left out before the first. */
  offset: number;
  /** Full ids of the hits, in order. */
  ids: readonly string[];
  /** How the files were read, where the call said so. */
  reading?: Readonly<Record<string, unknown>>;
}

/** The options of a call with the archive of the last search, and the way of reading it, unless the call names another. */
export function inItsArchive<O extends ArchiveOptions>(options: O, { roots, reading }: LastSearch): O {
  return options.dir ? options : { ...reading, ...options, dir: [...roots] };
}

/** What of a call has to be the same for its hits to be found again. */
export function readingOf({ map, encoding, year, type }: ArchiveOptions): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries({ map, encoding, year, type }).filter(([, value]) => value !== undefined),
  );
}

/**
 * Remembers a search instead of the one before. That it can't be is nobody's concern. Written over what is there: to
 * put a new file in its place takes 2 ms, since the file system then waits for the disk. What two calls at once leave
 * mixed, or one that was killed leaves half, is no JSON and counts as nothing.
 */
export function remember(search: LastSearch): void {
  try {
    const folder = privateFolder(FOLDER, true);
    if (folder === null) return;
    const bytes = Buffer.from(JSON.stringify({ ...search, ids: search.ids.slice(0, MOST_HITS) }));
    const { O_RDWR, O_CREAT, O_NOFOLLOW = 0 } = constants;
    const file = openSync(join(folder, FILE), O_RDWR | O_CREAT | O_NOFOLLOW, 0o600);
    try {
      writeSync(file, bytes, 0, bytes.length, 0);
      ftruncateSync(file, bytes.length);
    } finally {
      closeSync(file);
    }
  } catch {
    // Without it, only `show --last` has nothing to show.
  }
}

/**
 * The last search, or one of its hits by its number; null if there is none, which is said. Only the hits that were
 * printed have numbers.
 */
export function recalled(): LastSearch | null {
  const search = lastSearch();
  if (!search) logError("no search is remembered; azertac search <words...> makes one");
  return search;
}

export function recalledHit(number: number | true): (LastSearch & { id: string }) | null {
  const search = recalled();
  if (!search) return null;
  const { offset, ids, query } = search;
  const wanted = number === true ? 1 : number;
  const id = ids[wanted - 1 - offset];
  if (id !== undefined) return { ...search, id };
  logError(`there is no hit ${wanted}: the last search, for ${query}, showed ${numbers(offset, ids.length)}`);
  return null;
}

/** The numbers of the hits after an offset. */
function numbers(offset: number, hits: number): string {
  if (hits === 0) return "nothing";
  return hits === 1 ? `hit ${offset + 1}` : `hits ${offset + 1} to ${offset + hits}`;
}

/** Null if none is remembered, or what is there can't be read. */
export function lastSearch(): LastSearch | null {
  try {
    const folder = privateFolder(FOLDER, false);
    if (folder === null) return null;
    const path = join(folder, FILE);
    const stat = lstatSync(path);
    if (!stat.isFile() || stat.size > MOST_BYTES) return null;
    const read: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isLastSearch(read) ? read : null;
  } catch {
    return null;
  }
}

function isLastSearch(value: unknown): value is LastSearch {
  if (typeof value !== "object" || value === null) return false;
  const { roots, query, exact, offset, ids }: Partial<Record<keyof LastSearch, unknown>> = value;
  const texts = (list: unknown): boolean =>
    Array.isArray(list) && list.every((text) => typeof text === "string");
  const counted = typeof offset === "number" && Number.isSafeInteger(offset) && offset >= 0;
  return texts(roots) && typeof query === "string" && typeof exact === "boolean" && counted && texts(ids);
}
