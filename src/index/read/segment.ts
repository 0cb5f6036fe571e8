/** One immutable segment, read: its articles, its vocabulary, its postings. Nothing is read before it is asked for. */
import { NO_TIME } from "../../corpus/time-of-day.js";
import { dayOf } from "../../corpus/typed-date.js";
import { type Chosen, type FieldWeights, kernelFor, type Matches, type Word } from "../../kernel/kernel.js";
import { type ByteReader, type ByteWriter, CorruptIndexError } from "../format/bytes.js";
import { type FileRef, type FileStamp, fileKey } from "../format/file-key.js";
import { Fingerprints } from "../format/fingerprints.js";
import { LETTER_BITS, letterBitsOf, PREFILTER_NUMBERS, prefilter } from "../format/fuzzy-prefilter.js";
import { type Link, readLinks } from "../format/links.js";
import { decodePostings, type Postings, readTermInfo, type TermInfo } from "../format/postings.js";
import { type ArticleRecord, readRecord, readValues, type Values } from "../format/record.js";
import { HEADER_SIZE, type Header, NO_DAY, readHeader, type SectionName } from "../format/sections.js";
import { type Cursor, type Entry, Table } from "../format/table.js";
import type { WordKeys } from "./lazy-term-index.js";
import { type ByteSource, MemorySource } from "./source.js";

/** A word of a segment's vocabulary. */
export interface Term extends TermInfo {
  word: string;
  ordinal: number;
}

/** A file of a segment and its articles, which are numbered in a row. */
export interface SegmentFile extends FileStamp {
  number: number;
  first: number;
  count: number;
}

/** A word, how closely it answers and what it counts for. */
export interface WeighedTerm {
  term: Term;
  tier: number;
  weight: number;
}

/** A word of a query as a segment has it: the words that answer it, near ones last. */
export interface QueryWord {
  terms: readonly WeighedTerm[];
  weight: FieldWeights;
}

/** Positions of a word in several articles, flat: those of the i-th stand from `starts[i]` to `starts[i + 1]`. */
export interface Positions {
  starts: Uint32Array;
  /** Ascending within an article. */
  positions: Uint32Array;
}

export type Column = "days" | "lengths" | "places" | "agencies" | "languages" | "types" | "times";

const KEPT_RECORDS = 256;

/** Where one article of so many or more is asked for its norm, they are read one by one: in memory and from a file. */
const SPARSE = 1 << 6;
const SPARSE_ON_DISK = 1 << 14;

/** Where one of so many is asked for its length, a page for each is as much as all. */
const SPARSE_LENGTHS = 1 << 10;

/** Articles of which `newest` reads the numbers at once. */
const NEWEST_STEP = 1024;

export class Segment {
  readonly articleCount: number;
  /** Words in all articles together. */
  readonly wordCount: number;
  private readonly header: Header;
  private readonly words: Table;
  private readonly stems: Table;
  private readonly spellings: Table;
  private readonly names: Table;
  private readonly fileTable: Table;
  private readonly columns = new Map<Column, Int32Array>();
  private readonly records = new Map<number, ArticleRecord>();
  private shared: Values | undefined;
  private madeNorms: Uint8Array | undefined;
  private hasReadNorms = false;
  private madePrefilter: Uint8Array | undefined;
  /** Bytes of it that were read so far. */
  private readPrefilter = 0;
  /** Asked for again and again where one file has many articles. */
  private lastFile: SegmentFile | undefined;
  private readers = 0;
  private knownLinks: readonly Link[] | undefined;

  /** With `keys` of its words and `makeLinks` for its copies where these are not among its bytes. Throws CorruptIndexError if the bytes are no segment. */
  constructor(
    private readonly source: ByteSource,
    private readonly keys: WordKeys | null = null,
    private readonly makeLinks: (() => Uint8Array) | null = null,
  ) {
    this.header = readHeader(source.read(0, Math.min(HEADER_SIZE, source.size)), source.size);
    this.articleCount = this.header.articles;
    this.wordCount = this.header.words;
    this.words = this.table("words");
    this.stems = this.table("stems");
    this.spellings = this.table("spellings");
    this.names = this.table("names");
    this.fileTable = this.table("files");
  }

  private table(name: SectionName): Table {
    const { offset, length } = this.header.sections[name];
    return new Table(this.source, offset, length);
  }

  private section(name: SectionName): Uint8Array {
    const { offset, length } = this.header.sections[name];
    return this.source.read(offset, length);
  }

  /**
   * One number an article. Days are days since 1970, NO_DAY if unknown; times are seconds from the beginning of the day in
   * UTC, NO_TIME if unknown, and left out of the file where none is known; places and the like index `values`.
   */
  column(name: Column): Int32Array {
    let column = this.columns.get(name);
    if (!column) {
      const isLeftOut = this.header.sections[name].length === 0;
      column = isLeftOut ? new Int32Array(this.articleCount).fill(NO_TIME) : numbersOver(this.section(name));
      this.columns.set(name, column);
    }
    return column;
  }

  /** How many words some articles have together. Of few they are read one by one. */
  wordsIn(documents: Uint32Array): number {
    const lengths = documents.length < this.articleCount / SPARSE_LENGTHS ? null : this.column("lengths");
    let words = 0;
    for (const document of documents) words += lengths?.[document] ?? this.cell("lengths", document);
    return words;
  }

  /** A byte an article: its length, see norms.ts. */
  norms(): Uint8Array {
    this.madeNorms ??= this.section("norms");
    return this.madeNorms;
  }

  /** The norms of some articles, which are given ascending. From the second time on those of all are kept. */
  normsOf(documents: Uint32Array): Uint8Array {
    if (documents.length < this.articleCount / (this.madeNorms ? SPARSE : SPARSE_ON_DISK)) {
      const norms = new Uint8Array(documents.length);
      for (let i = 0; i < norms.length; i++) norms[i] = this.norm(documents[i] ?? 0);
      return norms;
    }
    if (this.hasReadNorms) this.norms();
    this.hasReadNorms = true;
    const { madeNorms } = this;
    const source = madeNorms ? new MemorySource(madeNorms) : this.source;
    const offset = madeNorms ? 0 : this.header.sections.norms.offset;
    const norms = new Uint8Array(documents.length);
    const kernel = kernelFor(documents.length);
    for (let done = 0; done < documents.length; ) {
      const { start, bytes } = source.readBlock(offset + (documents[done] ?? 0));
      const end = placeOf(documents, start + bytes.length - offset, done);
      norms.set(kernel.pick(documents.subarray(done, end), bytes, start - offset), done);
      done = end;
    }
    return norms;
  }

  private norm(document: number): number {
    if (this.madeNorms) return this.madeNorms[document] ?? 0;
    return this.source.read(this.header.sections.norms.offset + document, 1)[0] ?? 0;
  }

  /** The strings that articles share; index 0 is null. */
  get values(): readonly (string | null)[] {
    return this.sharedValues.values;
  }

  /** The languages (ISO 639-1) of the articles. */
  get languages(): readonly string[] {
    return this.sharedValues.languages;
  }

  private get sharedValues(): Values {
    this.shared ??= readValues(this.section("values"));
    return this.shared;
  }

  /** The number of one article in a column, without reading the column. */
  cell(name: Column, document: number): number {
    const column = this.columns.get(name);
    if (column) return column[document] ?? 0;
    if (this.header.sections[name].length === 0) return NO_TIME;
    const bytes = this.source.read(this.header.sections[name].offset + document * 4, 4);
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getInt32(0, true);
  }

  /** The articles by date, the newest first, those without one last; within a day in their order. */
  *newest(): Generator<number> {
    const { offset } = this.header.sections.newest;
    for (let at = 0; at < this.articleCount; at += NEWEST_STEP) {
      const count = Math.min(NEWEST_STEP, this.articleCount - at);
      const bytes = this.source.read(offset + at * 4, count * 4);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      for (let i = 0; i < count; i++) yield view.getUint32(i * 4, true);
    }
  }

  /** What is known of an article, kept for a while: what shows one asks several times. */
  record(document: number): ArticleRecord {
    let record = this.records.get(document);
    if (!record) {
      record = this.readRecord(document);
      if (this.records.size >= KEPT_RECORDS) this.records.clear();
      this.records.set(document, record);
    }
    return record;
  }

  /** Where each record begins among all, and where the last ends. */
  recordStarts(): Int32Array {
    return numbersOver(this.section("recordStarts"));
  }

  /** All records one behind the other, some bytes at a time: good until the next are asked for. */
  recordBytes(): Generator<Uint8Array> {
    return this.bytesOf("records");
  }

  private *bytesOf(name: SectionName): Generator<Uint8Array> {
    const { offset, length } = this.header.sections[name];
    for (let at = offset; at < offset + length; ) {
      const { start, bytes } = this.source.readBlock(at);
      yield bytes.subarray(at - start, offset + length - start);
      at = start + bytes.length;
    }
  }

  private readRecord(document: number): ArticleRecord {
    const starts = this.source.read(this.header.sections.recordStarts.offset + document * 4, 8);
    const view = new DataView(starts.buffer, starts.byteOffset, 8);
    const start = view.getUint32(0, true);
    const end = view.getUint32(4, true);
    return readRecord(
      this.source.read(this.header.sections.records.offset + start, end - start),
      this.values,
      dayOf,
    );
  }

  /** Whether any article has a time of day. */
  get hasTimes(): boolean {
    return this.header.sections.times.length > 0;
  }

  /** The text of an article that the segment keeps, as it was stored. */
  storedText(offset: number, length: number): Uint8Array {
    const { texts } = this.header.sections;
    if (offset + length > texts.length) throw new CorruptIndexError("a stored text is cut off");
    return this.source.read(texts.offset + offset, length);
  }

  /** All stored texts, some bytes at a time: good until the next are asked for. */
  storedTexts(): Generator<Uint8Array> {
    return this.bytesOf("texts");
  }

  /** The pairs of articles that are copies or versions of each other. */
  links(): readonly Link[] {
    this.knownLinks ??= readLinks(this.makeLinks?.() ?? this.section("links"), this.articleCount);
    return this.knownLinks;
  }

  /** The keys under which articles are looked up that may be copies of others. */
  get fingerprints(): Fingerprints {
    const { offset, length } = this.header.sections.fingerprints;
    const read = (at: number, size: number): Uint8Array => this.source.read(offset + at, size);
    return new Fingerprints({ length, read }, this.articleCount);
  }

  /** How many distinct words there are. */
  get vocabularySize(): number {
    return this.words.size;
  }

  term(word: string): Term | undefined {
    const entry = this.words.get(word);
    return entry && termOf(entry);
  }

  termAt(ordinal: number): Term {
    return termOf(this.words.at(ordinal));
  }

  /** The words that begin with `prefix`, in order. */
  *prefixed(prefix: string): Generator<Term> {
    for (const entry of this.words.prefixed(prefix)) yield termOf(entry);
  }

  /**
   * Calls `visit` for words that begin with `prefix`, in order: for all that are within `most` edits of a word, and few
   * others. `termOf` makes a term of what the cursor stands on.
   */
  wordsLike(word: string, most: number, prefix: string, visit: (cursor: Cursor) => void): void {
    const [first, end] = this.words.range(prefix);
    const places = prefilter(this.prefilter(first, end), word, most).map((place) => first + place);
    this.words.visit(places, visit);
  }

  /** Calls `visit` for words that begin with `prefix` and have these letters, and few others, in order. */
  wordsWithLetters(letters: string, prefix: string, visit: (cursor: Cursor) => void): void {
    const [first, end] = this.words.range(prefix);
    const wanted = letterBitsOf(letters)[0] & LETTER_BITS;
    const bytes = this.prefilter(first, end);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const ordinals: number[] = [];
    for (let at = 0; at < bytes.length; at += 4 * PREFILTER_NUMBERS)
      if ((view.getInt32(at, true) & wanted) === wanted) ordinals.push(first + at / (4 * PREFILTER_NUMBERS));
    this.words.visit(ordinals, visit);
  }

  /** What the prefilter has of words in a row. Once as much of it was read as there is, all of it is kept. */
  private prefilter(first: number, end: number): Uint8Array {
    if (this.keys) return this.keys.prefilter(first, end);
    const start = 4 * PREFILTER_NUMBERS * first;
    const size = 4 * PREFILTER_NUMBERS * (end - first);
    const { offset, length } = this.header.sections.prefilter;
    if (this.readPrefilter >= length) this.madePrefilter ??= this.section("prefilter");
    if (this.madePrefilter) return this.madePrefilter.subarray(start, start + size);
    this.readPrefilter += size;
    return this.source.read(offset + start, size);
  }

  /** The words with a stem, given as `language:stem`. */
  withStem(key: string): Term[] {
    return this.termsOf(this.keys?.withStem(key) ?? numbersIn(this.stems.get(key)));
  }

  /** The words with a spelling key. */
  withSpelling(key: string): Term[] {
    return this.termsOf(this.keys?.withSpelling(key) ?? numbersIn(this.spellings.get(key)));
  }

  private termsOf(ordinals: readonly number[]): Term[] {
    return ordinals.map((ordinal) => this.termAt(ordinal));
  }

  postings(term: Term): Postings {
    return decodePostings(this.postingsOf(term), term.documents);
  }

  /** The articles that have all words of a query and are not `deleted` (1 an article): for each word its weight there. */
  matches(words: readonly QueryWord[], deleted: Uint8Array | null): Matches[] {
    let size = 0;
    const read = words.map(({ terms, weight }): Word => {
      const runs = terms.map(({ term, tier, weight }) => {
        const bytes = this.postingsOf(term);
        size += bytes.length;
        return { bytes, count: term.documents, tier, weight };
      });
      return { runs, weight };
    });
    const matches = kernelFor(size).join(read, this.articleCount, deleted);
    if (!matches) throw new CorruptIndexError("postings are cut off");
    return matches;
  }

  /** What the postings of a word say of some articles, which are given ascending. */
  chosenPostings(term: Term, articles: Uint32Array): Chosen {
    const bytes = this.postingsOf(term);
    const chosen = kernelFor(bytes.length).choose(bytes, term.documents, articles);
    if (!chosen) throw new CorruptIndexError("postings are cut off");
    return chosen;
  }

  /** Positions of a word in chosen articles. */
  positions(term: Term, chosen: Pick<Chosen, "frequencies" | "before">): Positions {
    const { frequencies } = chosen;
    const starts = new Uint32Array(frequencies.length + 1);
    for (let i = 0; i < frequencies.length; i++) starts[i + 1] = (starts[i] ?? 0) + (frequencies[i] ?? 0);
    const total = starts[frequencies.length] ?? 0;
    const at = this.header.sections.postings.offset + term.offset + term.postingsSize;
    const bytes = this.source.read(at, term.positionsSize);
    const positions = total > bytes.length ? null : kernelFor(bytes.length).positions(bytes, chosen, total);
    if (!positions) throw new CorruptIndexError("positions are cut off");
    return { starts, positions };
  }

  /** Exactly a word's postings. */
  private postingsOf(term: Term): Uint8Array {
    const at = this.header.sections.postings.offset + term.offset;
    const bytes = this.source.read(at, term.postingsSize);
    if (term.documents > bytes.length) throw new CorruptIndexError("postings are cut off");
    return bytes;
  }

  /** A word's postings and, behind them, its positions, as they are stored. */
  postingBytes(term: Term): Uint8Array {
    const at = this.header.sections.postings.offset + term.offset;
    return this.source.read(at, term.postingsSize + term.positionsSize);
  }

  /** The whole vocabulary in order; see `termOf`. */
  allWords(): Generator<Entry> {
    return this.words.from("");
  }

  /** All keys of a table in order, with the ascending numbers (of words or articles) that belong to each. */
  allKeys(name: "stems" | "spellings" | "names"): Generator<Entry> {
    return this[name].from("");
  }

  /** The articles of a name: `i` and an id, `n` and a number, `f` and a file's name. */
  named(name: string): number[] {
    return numbersIn(this.names.get(name));
  }

  /** The names that begin with `prefix`, in order; with `from`, those of them from there on. */
  *namesPrefixed(prefix: string, from = prefix): Generator<{ name: string; documents: number[] }> {
    for (const entry of this.names.from(from)) {
      if (!entry.key.startsWith(prefix)) return;
      yield { name: entry.key, documents: numbersOf(entry.value) };
    }
  }

  file(number: number): SegmentFile {
    if (this.lastFile?.number !== number) this.lastFile = fileOf(this.fileTable.at(number));
    return this.lastFile;
  }

  /** How many files there are, those without articles too. */
  get fileCount(): number {
    return this.fileTable.size;
  }

  /** A file by its root and path. */
  fileAt(file: FileRef): SegmentFile | undefined {
    const entry = this.fileTable.get(fileKey(file));
    return entry && fileOf(entry);
  }

  /** All files in order, with their keys. */
  *keyedFiles(): Generator<{ key: string; file: SegmentFile }> {
    for (const entry of this.fileTable.from("")) yield { key: entry.key, file: fileOf(entry) };
  }

  /** All files in order, or those directly inside a folder. */
  *files(folder?: FileRef): Generator<SegmentFile> {
    if (!folder) {
      for (const entry of this.fileTable.from("")) yield fileOf(entry);
      return;
    }
    const prefix = fileKey(folder) + (folder.relativePath === "" ? "" : "\u0000");
    let from = prefix;
    for (let more = true; more; ) {
      more = false;
      for (const entry of this.fileTable.from(from)) {
        if (!entry.key.startsWith(prefix)) return;
        const nested = entry.key.indexOf("\u0000", prefix.length);
        if (nested >= 0) {
          // Past the folder inside, however much is in it.
          from = `${entry.key.slice(0, nested)}\u0001`;
          more = true;
          break;
        }
        if (entry.key.length > prefix.length) yield fileOf(entry);
      }
    }
  }

  /** Counts one more reader, which has to `release` the segment. */
  retain(): void {
    this.readers++;
  }

  /** Closes the segment when its last reader lets go. */
  release(): void {
    if (--this.readers === 0) this.close();
  }

  /** Closes a segment that nobody retained. */
  closeUnlessRead(): void {
    if (this.readers === 0) this.close();
  }

  close(): void {
    this.source.close();
  }
}

export { NO_DAY };

/** The word at an entry of the vocabulary. */
export function termOf(entry: Entry): Term {
  const { documents, offset, postingsSize, positionsSize } = readTermInfo(entry.value);
  return { word: entry.key, ordinal: entry.ordinal, documents, offset, postingsSize, positionsSize };
}

function numbersIn(entry: Entry | undefined): number[] {
  return entry ? numbersOf(entry.value) : [];
}

function numbersOf(reader: ByteReader): number[] {
  const numbers: number[] = [];
  let last = 0;
  while (!reader.done) {
    last += reader.varint();
    numbers.push(last);
  }
  return numbers;
}

/** A file's value in the table of files: what is not in its key. */
export function writeFileValue(
  out: ByteWriter,
  { size, inode, mtimeMs, ctimeMs }: FileStamp,
  { first, count }: Pick<SegmentFile, "first" | "count">,
): void {
  for (const part of [size, inode, first, count]) out.varint(part);
  out.raw(new Uint8Array(new Float64Array([mtimeMs, ctimeMs]).buffer));
}

function fileOf(entry: Entry): SegmentFile {
  const { value } = entry;
  const size = value.varint();
  const inode = value.varint();
  const first = value.varint();
  const count = value.varint();
  const times = value.raw(16);
  const view = new DataView(times.buffer, times.byteOffset, 16);
  return {
    number: entry.ordinal,
    root: Number(entry.key.slice(0, 4)),
    relativePath: entry.key.slice(5).replaceAll("\u0000", "/"),
    size,
    inode,
    first,
    count,
    mtimeMs: view.getFloat64(0, true),
    ctimeMs: view.getFloat64(8, true),
  };
}

/** Bytes as numbers of 32 bits, laid over them if they lie so that this can be. */
function numbersOver(bytes: Uint8Array): Int32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

/** Where the first number that is not below a limit stands in an ascending list, from a place on. */
function placeOf(list: Uint32Array, limit: number, from: number): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
