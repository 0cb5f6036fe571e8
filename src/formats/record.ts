/** What every format reader yields, and what it is given to work with. */
import type { FieldMap } from "../api/types.js";

export type FormatName =
  // Articles.
  | "text"
  | "html"
  | "feed"
  | "jsonfeed"
  | "ninjs"
  | "newsml-g2"
  | "newsml-1"
  | "nitf"
  | "reuters-sgml"
  | "news-xml"
  | "eml"
  | "json"
  | "jsonl"
  | "csv"
  | "markdown"
  | "docx"
  | "pdf"
  | "epub"
  | "xlsx"
  | "lexisnexis"
  | "factiva"
  | "europresse"
  | "proquest"
  | "telegram"
  | "wire"
  // Files that hold other files.
  | "gzip"
  | "zstd"
  | "bzip2"
  | "xz"
  | "zip"
  | "tar"
  | "mbox"
  | "warc";

export type Status = "corrected" | "withdrawn" | "embargoed";

/** One article as its source gives it. Strings are plain text: no markup, no entities. */
export interface SourceRecord {
  id?: string | undefined;
  title?: string | undefined;
  /** Text still to be parsed as a dispatch: it may begin with a dateline, and its lines may be wrapped. */
  text?: string | undefined;
  /** Paragraphs as the source divides them. The first may begin with a dateline. */
  paragraphs?: string[] | undefined;
  /** ISO date, `2025-04-22`, in the time zone of the source. */
  date?: string | undefined;
  /** ISO date and time; with an offset only if the source gives one: `2025-04-22T14:05:00+04:00`. */
  time?: string | undefined;
  /** As written: `BAKU, April 22 (AZERTAC)`. */
  dateline?: string | undefined;
  /** The dateline's city. */
  place?: string | undefined;
  agency?: string | undefined;
  byline?: string | undefined;
  /** As the source gives it: `en`, `en-US`. */
  language?: string | undefined;
  subjects?: string[] | undefined;
  url?: string | undefined;
  version?: string | undefined;
  status?: Status | undefined;
  /** The day on which it was sent or captured, for a text whose dateline may have one of its own. */
  sent?: string | undefined;
  /** azertac has written it: title and paragraphs are final, and nothing in them is parsed again. */
  isFinal?: true | undefined;
  /** Every other field of the source. */
  extra?: Record<string, unknown> | undefined;
  /** From 1, in the order of the file. */
  position: number;
}

/** A message about the file for a person: `12 pictures skipped: they have no text`. */
export type Report = (message: string) => void;

export type { FieldMap, FieldRole } from "../api/types.js";

export interface Part {
  from: number;
  to: number;
}

export interface Context {
  /** The file's name; inside an archive the member's path. Never used to open anything. */
  name: string;
  report: Report;
  /** Counts what is left out; the counts are reported once, after the last record. */
  skipped: SkipCounter;
  /** Bounds what decompression may produce. */
  budget: Budget;
  map?: FieldMap | undefined;
  /** An encoding that overrides what the file says. */
  encoding?: string | undefined;
  /** Only these of the files inside are wanted, as shares of their number from 0 to 1; a reader may give others too. */
  part?: Part | undefined;
  /** Takes a file that came with an article, such as an attachment: it is read after the articles. */
  attach(file: InnerFile): void;
}

/** A file inside another one. */
export interface InnerFile {
  name: string;
  bytes: Uint8Array;
  /** What the outer file says about it, such as a web archive's address and time. */
  known?: Partial<SourceRecord> | undefined;
}

export type Sequence<T> = Iterable<T> | AsyncIterable<T>;

/** A format of articles. Readers never throw on what a file holds; they report it. */
export interface RecordReader {
  records(bytes: Uint8Array, context: Context): Sequence<SourceRecord>;
}

/** A format that holds files, which are detected again. */
export interface ContainerReader {
  files(bytes: Uint8Array, context: Context): Sequence<InnerFile>;
}

export type Reader = RecordReader | ContainerReader;

/** Counts of one cause each. */
export class SkipCounter {
  private readonly counts = new Map<string, { count: number; one: string; many: string }>();

  /** `add("picture", "pictures", "skipped: they have no text")`. */
  add(one: string, many: string, why: string): void {
    const entry = this.counts.get(`${many} ${why}`);
    if (entry) entry.count++;
    else this.counts.set(`${many} ${why}`, { count: 1, one: `${one} ${why}`, many: `${many} ${why}` });
  }

  get total(): number {
    let sum = 0;
    for (const { count } of this.counts.values()) sum += count;
    return sum;
  }

  /** Reports the counts and starts again from zero. */
  finish(report: Report): void {
    for (const { count, one, many } of this.counts.values()) report(`${count} ${count === 1 ? one : many}`);
    this.counts.clear();
  }
}

/** A bound of the budget was met. Its message says which. */
export class LimitError extends Error {
  override name = "LimitError";

  /** `whole`: reading ends; otherwise only the file inside that was too large is left out. */
  constructor(
    message: string,
    readonly whole: boolean,
  ) {
    super(message);
  }
}

export interface Limits {
  /** How deep files may lie in files: a zip in a mail in a tar.gz is 3. */
  depth: number;
  /** Files inside of one file, at all depths. */
  files: number;
  /** Bytes that one inner file may have. */
  fileBytes: number;
  /** Bytes of all inner files together. */
  totalBytes: number;
  /** For one file with all that it holds. */
  milliseconds: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  depth: 6,
  files: 2_000_000,
  fileBytes: 512 * MIB,
  totalBytes: 16 * 1024 * MIB,
  milliseconds: 30 * 60_000,
};

/** What is left of the limits for one outermost file. */
export class Budget {
  private files = 0;
  private bytes = 0;
  private readonly deadline: number;

  constructor(readonly limits: Limits = DEFAULT_LIMITS) {
    this.deadline = Date.now() + limits.milliseconds;
  }

  /** Bytes that the next inner file may have. */
  get room(): number {
    return Math.max(0, Math.min(this.limits.fileBytes, this.limits.totalBytes - this.bytes));
  }

  /** Throws LimitError if one more file of this size is too much. */
  take(bytes: number): void {
    this.bytes += bytes;
    if (++this.files > this.limits.files)
      throw new LimitError(`holds more than ${this.limits.files} files`, true);
    if (this.bytes > this.limits.totalBytes) throw new LimitError("holds too much when decompressed", true);
    this.checkTime();
  }

  checkTime(): void {
    if (Date.now() > this.deadline)
      throw new LimitError(`takes more than ${Math.round(this.limits.milliseconds / 1000)} s to read`, true);
  }
}
