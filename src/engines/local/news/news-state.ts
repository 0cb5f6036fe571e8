/** What is kept of an archive between two calls of `azertac new`: its ledger, and how far each search has read it. */
import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, join } from "node:path";
import { makePrivateFolder, ownName } from "../../../platform/cache-folder.js";
import { hash53 } from "../../../platform/hash.js";
import { stateFolder } from "../../../platform/state-folder.js";
import { Ledger, LedgerError } from "./ledger.js";

const HEAD = "state.json";
const LEDGER = "ledger";
const FORMAT = 1;
/** Of shorter marks, which nearly all are, one call of the system writes all. */
const PAGE = 4096;

interface Head {
  format: number;
  /** Of this ledger: marks in another one say nothing of it. */
  generation: string;
  /** The words of the ledger that count. */
  words: number;
  /** Segments all of whose articles are in the ledger. */
  segments: string[];
  /** The version of the index format: another one may read other texts from the same files. */
  reading: number;
}

/** How far a search has been reported. */
export interface Mark {
  generation: string;
  /** The place in the ledger of the first entry that was not reported. */
  place: number;
  /** Entries before it whose articles were not there when they were to be reported. */
  waiting: number[];
  /** What was shown but not marked as read. */
  shown: { place: number; waiting: number[] } | null;
}

export class NewsState {
  private constructor(
    readonly folder: string,
    private head: Head,
    readonly ledger: Ledger,
  ) {}

  /** What is damaged counts as lost. */
  static open(folder: string, reading: number): NewsState {
    const stored = readHead(folder);
    const ledger = stored && readLedger(folder, stored.words);
    if (stored && ledger) return new NewsState(folder, stored, ledger);
    const head: Head = { format: FORMAT, generation: ownName(""), words: 0, segments: [], reading };
    return new NewsState(folder, head, new Ledger());
  }

  get segments(): ReadonlySet<string> {
    return new Set(this.head.segments);
  }

  isReadAs(reading: number): boolean {
    return this.head.reading === reading;
  }

  /** Keeps what was added to the ledger. What was written but is not named in the head does not count. */
  save(segments: readonly string[], reading: number): void {
    const { ledger, folder, head } = this;
    const { addedWords } = ledger;
    const same =
      segments.length === head.segments.length && segments.every((name) => this.segments.has(name));
    if (addedWords.length === 0 && same && head.reading === reading) return;
    if (addedWords.length > 0) {
      const file = openSync(join(folder, LEDGER), "a+", 0o600);
      try {
        ftruncateSync(file, 4 * head.words);
        writeSync(file, new Uint8Array(addedWords.buffer));
      } finally {
        closeSync(file);
      }
    }
    this.head = { ...head, words: ledger.end, segments: [...segments], reading };
    writeAtomically(join(folder, HEAD), JSON.stringify(this.head));
  }

  /** How far a search has been reported; from the beginning if nothing is known of it. */
  mark(search: string): Mark {
    const none: Mark = { generation: this.head.generation, place: 0, waiting: [], shown: null };
    try {
      const read: unknown = JSON.parse(readFileSync(this.markPath(search), "utf8"));
      return isMark(read) && read.generation === none.generation && read.place <= this.ledger.end
        ? read
        : none;
    } catch {
      return none;
    }
  }

  saveMark(search: string, mark: Mark): void {
    const text = JSON.stringify(mark);
    if (text.length > PAGE) writeAtomically(this.markPath(search), text);
    else writeInPlace(this.markPath(search), text);
  }

  private markPath(search: string): string {
    const readable = search.replace(/[^A-Za-z0-9_-]/g, "").slice(0, 40);
    return join(this.folder, `${readable}-${hash53(search).toString(36)}.mark`);
  }
}

/** Where the state of the archive with these roots is kept. Throws CacheError if it cannot be. */
export function newsFolder(realRoots: readonly string[]): string {
  const name = basename(realRoots[0] ?? "").replace(/[^A-Za-z0-9]/g, "");
  const hash = hash53(JSON.stringify(realRoots)).toString(36);
  const folder = join(stateFolder(), "new", `${name.slice(0, 20) || "archive"}-${hash}`);
  makePrivateFolder(stateFolder(), folder);
  return folder;
}

function readHead(folder: string): Head | null {
  try {
    const read: unknown = JSON.parse(readFileSync(join(folder, HEAD), "utf8"));
    return isHead(read) ? read : null;
  } catch {
    return null;
  }
}

function readLedger(folder: string, words: number): Ledger | null {
  try {
    const bytes = readFileSync(join(folder, LEDGER));
    if (bytes.length < 4 * words) return null;
    const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 4 * words);
    return new Ledger(new Uint32Array(copy));
  } catch (error) {
    if (words === 0) return new Ledger();
    if (error instanceof LedgerError || error instanceof Error) return null;
    throw error;
  }
}

/**
 * Writes a short text over what is there with one call of the system, which a kill does not cut in two. To put a new file
 * in the place of an old one takes 1 ms, since the file system then waits for the disk: too long for 100 searches.
 */
function writeInPlace(path: string, text: string): void {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0), 0o600);
  try {
    const { size } = fstatSync(file);
    // Spaces over the rest of what was there are part of the JSON, so that nothing has to be cut off.
    writeSync(file, Buffer.from(text.padEnd(size)), 0, Math.max(text.length, size), 0);
  } finally {
    closeSync(file);
  }
}

function writeAtomically(path: string, text: string): void {
  const temporary = `${path}.${ownName("tmp")}`;
  try {
    writeFileSync(temporary, text, { mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    try {
      unlinkSync(temporary);
    } catch {
      // It was never made.
    }
    throw error;
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const areCounts = (value: unknown): boolean => Array.isArray(value) && value.every(isCount);

function isHead(value: unknown): value is Head {
  if (!isObject(value)) return false;
  const { format, generation, words, segments, reading } = value;
  const named = Array.isArray(segments) && segments.every((name) => typeof name === "string");
  return format === FORMAT && typeof generation === "string" && isCount(words) && named && isCount(reading);
}

function isMark(value: unknown): value is Mark {
  if (!isObject(value)) return false;
  const { generation, place, waiting, shown } = value;
  const isShown = shown === null || (isObject(shown) && isCount(shown.place) && areCounts(shown.waiting));
  return typeof generation === "string" && isCount(place) && areCounts(waiting) && isShown;
}
