/** Builds a segment: articles in, bytes out. */

import type { Dispatch } from "../../api/types.js";
import { NO_TIME, timeOfDay } from "../../corpus/time-of-day.js";
import { dayNumber, dayOf } from "../../corpus/typed-date.js";
import { STEMMED_LANGUAGES } from "../../text/stem/stemmed-languages.js";
import { scanWords, wordUnits } from "../../text/tokenize.js";
import type { Facts } from "../copies/fingerprint.js";
import { ByteWriter } from "../format/bytes.js";
import { type FileStamp, fileKey } from "../format/file-key.js";
import { prefilterFor } from "../format/fuzzy-prefilter.js";
import { normOf } from "../format/norms.js";
import { writeTermInfo } from "../format/postings.js";
import {
  type FieldCounts,
  fieldKeys,
  readRecord,
  readValues,
  type StoredFields,
  ValueWriter,
  writeRecord,
} from "../format/record.js";
import {
  HEADER_SIZE,
  NO_DAY,
  SECTIONS,
  type SectionName,
  type SectionPlace,
  writeHeader,
} from "../format/sections.js";
import { TableWriter } from "../format/table.js";
import { LazyWordKeys } from "../read/lazy-term-index.js";
import { Segment, writeFileValue } from "../read/segment.js";
import { MemorySource } from "../read/source.js";
import { compoundKeys } from "./compound-words.js";
import { CopyFinder, type CopySections } from "./copy-finder.js";
import { Numbers } from "./numbers.js";
import type { Lexicon } from "./term-analyzer.js";
import { type Inverted, TokenStream } from "./token-stream.js";

/** What the builder wants to know of an article, its text taken apart. */
export interface Source extends StoredFields {
  dispatch: Pick<Dispatch, "headline" | "paragraphs">;
  /** What a person may type instead of the id: the number before the `_`, the file's name. */
  names: readonly string[];
  /** Texts that are searched but are not part of title or body: lines above and below it, key words, other fields. */
  further: readonly string[];
  /** The text as the segment keeps it, if `isStored`. */
  storedText?: Uint8Array;
}

/** A bit for each language whose words have stems. Other languages need none, however many an archive has. */
const LANGUAGE_BITS: ReadonlyMap<string, number> = new Map(
  STEMMED_LANGUAGES.map((language, bit) => [language, 1 << bit]),
);
/** Words of the first paragraph that count as the lead. */
const LEAD_WORDS = 80;

/** An archive of more kinds of fields has names for values, not for fields. */
const MOST_FIELDS = 1_000;

/** Of an archive that is listed but not searched. */
const NOTHING: Inverted = {
  postings: new Uint8Array(),
  sizes: new Uint32Array(),
  languageBits: new Uint32Array(),
};

/** Where copies are not looked for yet. */
const NO_COPIES: CopySections = { fingerprints: new Uint8Array(), links: new Uint8Array() };

/** What is looked up of words, beside the words themselves; of a segment in memory LazyWordKeys has it. */
type Keys = Pick<Record<SectionName, Uint8Array>, "prefilter" | "stems" | "spellings">;

/** Columns of an article: one array each, written as they are. */
interface Columns {
  days: Numbers;
  lengths: Numbers;
  places: Numbers;
  agencies: Numbers;
  languages: Numbers;
  types: Numbers;
  times: Numbers;
}

export class SegmentBuilder {
  private readonly tokens: TokenStream;
  private readonly copies: CopyFinder;
  private readonly columns: Columns = {
    days: new Numbers(),
    lengths: new Numbers(),
    places: new Numbers(),
    agencies: new Numbers(),
    languages: new Numbers(),
    types: new Numbers(),
    times: new Numbers(),
  };
  private hasTimes = false;
  private readonly texts = new ByteWriter(0);
  private readonly values = new ValueWriter();
  private readonly records = new ByteWriter(1 << 10);
  private readonly recordStarts = new Numbers();
  private readonly names: [name: string, document: number][] = [];
  /** The articles that have a field which few have. */
  private readonly fields = new Map<string, Numbers>();
  private readonly files: { stamp: FileStamp; first: number; count: number }[] = [];
  /** The file that the next article is of, until it has one: files without articles are not in a segment. */
  private opened: FileStamp | null = null;
  private readonly languages = new Set<string>();
  private total = 0;

  /** `long`: see TokenStream. */
  constructor(private readonly long: boolean) {
    this.tokens = new TokenStream(long);
    this.copies = new CopyFinder(this.tokens);
  }

  /** How many articles there are so far. */
  get articleCount(): number {
    return this.recordStarts.length;
  }

  /** The articles added from now on are of this file. */
  openFile(stamp: FileStamp): void {
    this.opened = stamp;
  }

  /** Makes sure that the file of the last article is read again: it was not read to its end. */
  distrustFile(): void {
    const file = this.files.at(-1);
    if (file) file.stamp = { ...file.stamp, mtimeMs: 0 };
  }

  add(source: Source): void {
    const document = this.articleCount;
    if (source.storedText) {
      source.offset = this.texts.length;
      source.length = source.storedText.length;
      this.texts.raw(source.storedText);
    }
    if (this.opened) this.files.push({ stamp: this.opened, first: document, count: 0 });
    this.opened = null;
    const { dispatch } = source;
    const { tokens } = this;
    let words = dispatch.headline === null ? 0 : tokens.add(dispatch.headline);
    this.copies.add(source, words);
    // A title taken from the lead is not said twice: its words are those that the lead begins with.
    const titleEnd = source.titleFrom === "lead" ? countWords(source.title) : words;
    let leadEnd = 0;
    for (const paragraph of dispatch.paragraphs) {
      if (tokens.articleLength > 0) tokens.endParagraph();
      const begin = tokens.articleLength;
      const count = tokens.add(paragraph);
      // A line of stars is no lead.
      if (leadEnd === 0 && count > 0) leadEnd = begin + Math.min(count, LEAD_WORDS);
      words += count;
    }
    for (const text of source.further) {
      if (tokens.articleLength > 0) tokens.endParagraph();
      tokens.add(text);
    }
    const { language } = source;
    if (language !== null) this.languages.add(language);
    tokens.endArticle(titleEnd, leadEnd, LANGUAGE_BITS.get(language ?? "") ?? 0);
    this.total += words;
    this.addRecord(source, { file: this.files.length - 1, words, paragraphs: dispatch.paragraphs.length });
    for (const name of source.names) this.names.push([name, document]);
    for (const key of fieldKeys(source)) this.addField(key, document);
    const file = this.files.at(-1);
    if (file) file.count++;
  }

  private addRecord(record: StoredFields, counted: FieldCounts): void {
    const day = record.date === null ? NO_DAY : dayNumber(record.date);
    this.recordStarts.push(this.records.length);
    writeRecord(this.records, record, counted, day, this.values);
    const time = timeOfDay(record.time, record.date);
    this.hasTimes ||= time !== NO_TIME;
    this.columns.times.push(time);
    this.columns.days.push(day);
    this.columns.lengths.push(counted.words);
    this.columns.places.push(this.values.number(record.place));
    this.columns.agencies.push(this.values.number(record.agency));
    this.columns.languages.push(this.values.number(record.language));
    this.columns.types.push(this.values.number(record.type));
    this.names.push([`i${record.id}`, this.articleCount - 1]);
  }

  /** The segment's bytes. */
  finish(lexicon: Lexicon): Buffer {
    const order = this.sortedWords();
    const inverted = this.tokens.invert(order);
    const { words } = this.tokens;
    const languagesOf = (number: number): string[] => this.languagesOf(inverted, number);
    return this.write(order, inverted, this.findCopies(), {
      prefilter: prefilterFor(order.map((number) => words[number] ?? "")),
      stems: this.writeKeys(order, (number) => lexicon.stemKeys(words[number] ?? "", languagesOf(number))),
      spellings: this.writeKeys(
        order,
        (number) => lexicon.spellingKeys(words[number] ?? ""),
        this.compoundKeys(order),
      ),
    });
  }

  /**
   * A segment that stays in memory; without a lexicon one that can be listed but not searched, which takes a fraction
   * of the time. May be called again as long as nothing was added.
   */
  finishInMemory(lexicon: Lexicon | null): Segment {
    const empty = new TableWriter().finish();
    const order = lexicon ? this.sortedWords() : [];
    const inverted = lexicon ? this.tokens.invert(order) : NOTHING;
    // What is short is compared only if somebody asks; of what is long the words should not be kept for that.
    const copies = lexicon && this.long ? this.findCopies() : null;
    const bytes = this.write(order, inverted, copies ?? NO_COPIES, {
      prefilter: new Uint8Array(),
      stems: empty,
      spellings: empty,
    });
    const words = order.map((number) => this.tokens.words[number] ?? "");
    const languagesOf = (ordinal: number): string[] => this.languagesOf(inverted, order[ordinal] ?? 0);
    const compounds = lexicon ? this.compoundKeys(order) : [];
    return new Segment(
      new MemorySource(bytes),
      lexicon && new LazyWordKeys(words, languagesOf, lexicon, compounds),
      copies ? null : () => this.findCopies().links,
    );
  }

  private findCopies(): CopySections {
    const { values } = readValues(this.values.finish([]));
    const records = this.records.view();
    const days = numbersOf(this.columns.days);
    return this.copies.find(days, (article): Facts => {
      const end =
        article + 1 < this.recordStarts.length ? this.recordStarts.get(article + 1) : records.length;
      const record = readRecord(records.subarray(this.recordStarts.get(article), end), values, dayOf);
      return { ...record, day: record.date === null ? null : (days[article] ?? null) };
    });
  }

  private compoundKeys(order: readonly number[]): [string, number][] {
    const { words, compounds } = this.tokens;
    return compoundKeys(
      compounds.pairs,
      order.map((number) => words[number] ?? ""),
    );
  }

  private write(
    order: readonly number[],
    { postings, sizes }: Inverted,
    copies: CopySections,
    keys: Keys,
  ): Buffer {
    const recordStarts = new Numbers(this.recordStarts.length + 1);
    for (let i = 0; i < this.recordStarts.length; i++) recordStarts.push(this.recordStarts.get(i));
    recordStarts.push(this.records.length);
    return assemble(this.articleCount, this.total, {
      days: this.columns.days.bytes(),
      lengths: this.columns.lengths.bytes(),
      norms: normsOf(numbersOf(this.columns.lengths)),
      places: this.columns.places.bytes(),
      agencies: this.columns.agencies.bytes(),
      languages: this.columns.languages.bytes(),
      types: this.columns.types.bytes(),
      newest: newestFirst(numbersOf(this.columns.days), this.hasTimes ? numbersOf(this.columns.times) : null),
      recordStarts: recordStarts.bytes(),
      records: this.records.view(),
      values: this.values.finish([...this.languages]),
      words: this.writeWords(order, sizes),
      ...keys,
      names: this.writeNames(),
      files: this.writeFiles(),
      texts: this.texts.view(),
      times: this.hasTimes ? this.columns.times.bytes() : new Uint8Array(),
      ...copies,
      postings,
    });
  }

  /** Ids and names, and in a row with them the fields that articles have. */
  private writeNames(): Uint8Array {
    for (const [key, documents] of this.fields)
      for (const document of documents.view()) this.names.push([key, document]);
    return groupedTable(this.names);
  }

  private addField(key: string, document: number): void {
    let documents = this.fields.get(key);
    if (!documents && this.fields.size < MOST_FIELDS) {
      documents = new Numbers();
      this.fields.set(key, documents);
    }
    documents?.push(document);
  }

  /** The numbers of the words in the order of the vocabulary. */
  private sortedWords(): number[] {
    const { words } = this.tokens;
    // The first is no word, and the second only stands between paragraphs.
    const order = words.map((_, i) => i).slice(this.tokens.hasParagraphs ? 1 : 2);
    return order.sort((a, b) => ((words[a] ?? "") < (words[b] ?? "") ? -1 : 1));
  }

  private writeWords(order: readonly number[], sizes: Uint32Array): Uint8Array {
    const table = new TableWriter();
    const info = new ByteWriter(64);
    let offset = 0;
    order.forEach((word, i) => {
      const documents = sizes[i * 3] ?? 0;
      const postingsSize = sizes[i * 3 + 1] ?? 0;
      const positionsSize = sizes[i * 3 + 2] ?? 0;
      info.clear();
      writeTermInfo(info, { documents, offset, postingsSize, positionsSize });
      table.add(this.tokens.words[word] ?? "", info);
      offset += postingsSize + positionsSize;
    });
    return table.finish();
  }

  /** The languages of the articles that have a word, as far as they have stems. */
  private languagesOf({ languageBits }: Inverted, number: number): string[] {
    const bits = languageBits[number] ?? 0;
    return STEMMED_LANGUAGES.filter((_, bit) => bits & (1 << bit));
  }

  /** A table of keys, each with the places in the vocabulary of the words that have it. */
  private writeKeys(
    order: readonly number[],
    keysOf: (number: number) => readonly string[],
    more: readonly [string, number][] = [],
  ): Uint8Array {
    const pairs: [string, number][] = [...more];
    order.forEach((number, ordinal) => {
      for (const key of keysOf(number)) pairs.push([key, ordinal]);
    });
    return groupedTable(pairs);
  }

  private writeFiles(): Uint8Array {
    const table = new TableWriter();
    const value = new ByteWriter(64);
    const keyed = this.files.map((file) => ({ file, key: fileKey(file.stamp) }));
    // Files are numbered as they came; a reader finds one by number through the order of their keys.
    keyed.forEach(({ file, key }, i) => {
      value.clear();
      writeFileValue(value, file.stamp, file);
      if (i > 0 && key <= (keyed[i - 1]?.key ?? "")) throw new Error(`files out of order: ${key}`);
      table.add(key, value);
    });
    return table.finish();
  }
}

/** More articles than this no segment has; any day is less than this many days from 1970. */
const MOST_ARTICLES = 2 ** 29;
const FARTHEST_DAY = 2 ** 22;
/** The sort key of the first article without a day. */
const UNDATED = (2 * FARTHEST_DAY - 1) * MOST_ARTICLES;

/**
 * The articles' numbers, the newest first, as 32 bits each: by day, then by time of day (null if no article has one),
 * then the later in the source first. Those without a day are last, in the order of the source.
 */
export function newestFirst(days: Int32Array, times: Int32Array | null): Uint8Array {
  const last = days.length - 1;
  // Day and number in one float64, which sorts ten times as fast as with a function that compares.
  const keys = Float64Array.from(days, (day, i) =>
    day === NO_DAY ? UNDATED + i : (FARTHEST_DAY - 1 - day) * MOST_ARTICLES + (last - i),
  );
  keys.sort();
  const order = Uint32Array.from(keys, (key) =>
    key >= UNDATED ? key - UNDATED : last - (key % MOST_ARTICLES),
  );
  if (times) sortDays(order, days, times);
  return new Uint8Array(order.buffer);
}

/** Sorts the articles of each day by their times, in place. */
function sortDays(order: Uint32Array, days: Int32Array, times: Int32Array): void {
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && days[order[end] ?? 0] === days[order[start] ?? 0]) end++;
    if (days[order[start] ?? 0] === NO_DAY) return;
    order.subarray(start, end).sort((a, b) => (times[b] ?? 0) - (times[a] ?? 0) || b - a);
    start = end;
  }
}

function numbersOf(column: Numbers): Int32Array {
  return new Int32Array(column.items.buffer, 0, column.length);
}

/** The lengths of articles, a byte each. */
export function normsOf(lengths: Int32Array): Uint8Array {
  return Uint8Array.from(lengths, normOf);
}

/** How many words a text has. */
export function countWords(text: string): number {
  let count = 0;
  scanWords(wordUnits(text), () => {
    count++;
  });
  return count;
}

/** A table of keys with the ascending numbers that belong to each: `varint first`, then `varint` gaps. */
function groupedTable(pairs: [key: string, number: number][]): Uint8Array {
  pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
  const table = new TableWriter();
  const value = new ByteWriter(256);
  for (let i = 0; i < pairs.length; ) {
    const key = pairs[i]?.[0] ?? "";
    let last = -1;
    value.clear();
    for (; i < pairs.length && pairs[i]?.[0] === key; i++) {
      const number = pairs[i]?.[1] ?? 0;
      if (number === last) continue;
      value.varint(last < 0 ? number : number - last);
      last = number;
    }
    table.add(key, value);
  }
  return table.finish();
}

function assemble(articles: number, words: number, parts: Record<SectionName, Uint8Array>): Buffer {
  const sections = {} as Record<SectionName, SectionPlace>;
  let at = HEADER_SIZE;
  for (const name of SECTIONS) {
    sections[name] = { offset: at, length: parts[name].length };
    at += Math.ceil(parts[name].length / 8) * 8;
  }
  const out = Buffer.alloc(at);
  out.set(writeHeader({ articles, words, sections }), 0);
  for (const name of SECTIONS) out.set(parts[name], sections[name].offset);
  return out;
}
