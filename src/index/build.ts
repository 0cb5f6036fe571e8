/**
 * Builds a segment: articles in, bytes out.
 *
 * While articles come, each word is a number in one long stream of tokens. At the end the stream is turned round
 * by counting (how often each word stands, so where its run begins), which is one pass in memory order and one
 * scattered one, and each word's run is written as postings and positions.
 */
import { dayNumber } from "../article/date.js";
import type { Dispatch } from "../article/model.js";
import { lowerUnits, scanWords, surface } from "../text/tokenize.js";
import { ByteWriter } from "./bytes.js";
import { type FileStamp, fileKey } from "./files.js";
import { HEADER_SIZE, NO_DAY, SECTIONS, type SectionName, type SectionPlace, writeHeader } from "./format.js";
import type { Lexicon } from "./lexicon.js";
import { normOf } from "./norms.js";
import { Numbers, WordNumbers } from "./numbers.js";
import { writePosting, writeTermInfo } from "./postings.js";
import { type Record as ArticleRecord, ValueWriter, writeRecord } from "./record.js";
import { Segment, writeFileValue } from "./segment.js";
import { MemorySource } from "./source.js";
import { TableWriter } from "./table.js";
import { LazyWordKeys } from "./word-keys.js";

/** What the builder wants to know of an article, its text taken apart. */
export interface Source extends Omit<ArticleRecord, "file" | "words" | "paragraphs"> {
  dispatch: Dispatch;
  /** What a person may type instead of the id: the number before the `_`, the file's name. */
  names: readonly string[];
}

/** Stands between title, paragraphs: no phrase runs across it. */
const GAP = 0;
/** Languages that a word's bits have room for; those that come later have no stems. */
const MOST_LANGUAGES = 30;
/** Tokens from one of which the article is noted down to the next. */
const BLOCK = 64;
/** Words of the first paragraph that count as the lead. */
const LEAD_WORDS = 80;

/** Columns of an article: one array each, written as they are. */
interface Columns {
  days: Numbers;
  lengths: Numbers;
  places: Numbers;
  agencies: Numbers;
  languages: Numbers;
}

/** The stream of tokens turned round: for each word, in order of their numbers, the places in the stream where it stands. */
interface Runs {
  /** Where each word's run ends, and the next one's begins; GAP's is empty. */
  ends: Uint32Array;
  places: Uint32Array;
  /** The article of each BLOCK-th place. */
  documents: Uint32Array;
  /** For each word the languages of the articles that have it, a bit each. */
  languageBits: Uint32Array;
}

const NONE = new Uint32Array();
const NO_RUNS: Runs = { ends: NONE, places: NONE, documents: NONE, languageBits: NONE };

export class SegmentBuilder {
  /** Every spelling met, to the number of its word. */
  private readonly numbers = new WordNumbers();
  private readonly words: string[] = [""];
  private readonly tokens = new Numbers();
  /** For each article where its tokens begin, where title and lead end, and its language as a bit. */
  private readonly starts = new Numbers();
  private readonly titleEnds = new Numbers();
  private readonly leadEnds = new Numbers();
  private readonly languageBits = new Numbers();
  private readonly columns: Columns = {
    days: new Numbers(),
    lengths: new Numbers(),
    places: new Numbers(),
    agencies: new Numbers(),
    languages: new Numbers(),
  };
  private readonly values = new ValueWriter();
  private readonly records = new ByteWriter(1 << 10);
  private readonly recordStarts = new Numbers();
  private readonly names: [name: string, document: number][] = [];
  private readonly files: { stamp: FileStamp; first: number; count: number }[] = [];
  private readonly languages: string[] = [];
  private total = 0;

  /** How many articles and tokens there are so far. */
  get articleCount(): number {
    return this.starts.length;
  }

  get tokenCount(): number {
    return this.tokens.length;
  }

  /** The articles added from now on are of this file. */
  openFile(stamp: FileStamp): void {
    this.files.push({ stamp, first: this.articleCount, count: 0 });
  }

  add(source: Source): void {
    const document = this.articleCount;
    const { dispatch } = source;
    const start = this.tokens.length;
    this.starts.push(start);
    this.languageBits.push(this.languageBit(source.language));
    let words = dispatch.headline === null ? 0 : this.addText(dispatch.headline);
    // A title taken from the lead is not said twice: its words are those that the lead begins with.
    this.titleEnds.push(source.titleFrom === "lead" ? countWords(source.title) : words);
    let leadEnd = 0;
    for (const paragraph of dispatch.paragraphs) {
      if (this.tokens.length > start) this.tokens.push(GAP);
      const begin = this.tokens.length;
      const count = this.addText(paragraph);
      leadEnd ||= begin - start + Math.min(count, LEAD_WORDS);
      words += count;
    }
    this.leadEnds.push(leadEnd);
    this.total += words;
    this.addRecord({ ...source, words, paragraphs: dispatch.paragraphs.length, file: this.files.length - 1 });
    for (const name of source.names) this.names.push([name, document]);
    const file = this.files.at(-1);
    if (file) file.count++;
  }

  private languageBit(language: string | null): number {
    if (language === null || this.languages.length > MOST_LANGUAGES) return 0;
    let at = this.languages.indexOf(language);
    if (at < 0) at = this.languages.push(language) - 1;
    return 1 << at;
  }

  private addText(text: string): number {
    const before = this.tokens.length;
    const lower = lowerUnits(text);
    scanWords(lower, (start, end) => {
      let word = this.numbers.find(lower, start, end);
      if (word < 0) word = this.newWord(lower.slice(start, end));
      if (word !== GAP) this.tokens.push(word);
    });
    return this.tokens.length - before;
  }

  /** The number of a spelling not met before; GAP if nothing of it is left in normal form. */
  private newWord(raw: string): number {
    const word = surface(raw);
    let number = word === "" ? GAP : this.numbers.find(word, 0, word.length);
    if (number < 0) {
      number = this.words.length;
      // A slice would keep the whole article's text in memory.
      this.words.push(Buffer.from(word).toString());
      this.numbers.add(word, number);
    }
    if (raw !== word) this.numbers.add(raw, number);
    return number;
  }

  private addRecord(record: ArticleRecord): void {
    const day = record.date === null ? NO_DAY : dayNumber(record.date);
    this.recordStarts.push(this.records.length);
    writeRecord(this.records, record, day, this.values);
    this.columns.days.push(day);
    this.columns.lengths.push(record.words);
    this.columns.places.push(this.values.number(record.place));
    this.columns.agencies.push(this.values.number(record.agency));
    this.columns.languages.push(this.values.number(record.language));
    this.names.push([`i${record.id}`, this.articleCount - 1]);
  }

  /** The segment's bytes. */
  finish(lexicon: Lexicon): Buffer {
    const order = this.sortedWords();
    const runs = this.invert();
    const languagesOf = (number: number): string[] => this.languagesOf(runs, number);
    return this.write(
      order,
      runs,
      this.writeKeys(order, (number) => lexicon.stemKeys(this.words[number] ?? "", languagesOf(number))),
      this.writeKeys(order, (number) => lexicon.spellingKeys(this.words[number] ?? "")),
    );
  }

  /**
   * A segment that stays in memory; without a lexicon one that can be listed but not searched, which takes a fraction
   * of the time. May be called again as long as nothing was added.
   */
  finishInMemory(lexicon: Lexicon | null): Segment {
    const empty = new TableWriter().finish();
    const order = lexicon ? this.sortedWords() : [];
    const runs = lexicon ? this.invert() : NO_RUNS;
    const bytes = this.write(order, runs, empty, empty);
    const words = order.map((number) => this.words[number] ?? "");
    const languagesOf = (ordinal: number): string[] => this.languagesOf(runs, order[ordinal] ?? 0);
    return new Segment(new MemorySource(bytes), lexicon && new LazyWordKeys(words, languagesOf, lexicon));
  }

  private write(order: readonly number[], runs: Runs, stems: Uint8Array, spellings: Uint8Array): Buffer {
    const { words, postings } = this.writeWords(order, runs);
    const recordStarts = new Numbers(this.recordStarts.length + 1);
    for (let i = 0; i < this.recordStarts.length; i++) recordStarts.push(this.recordStarts.get(i));
    recordStarts.push(this.records.length);
    return assemble(this.articleCount, this.total, {
      days: this.columns.days.bytes(),
      lengths: this.columns.lengths.bytes(),
      norms: normsOf(new Int32Array(this.columns.lengths.items.buffer, 0, this.articleCount)),
      places: this.columns.places.bytes(),
      agencies: this.columns.agencies.bytes(),
      languages: this.columns.languages.bytes(),
      newest: newestFirst(new Int32Array(this.columns.days.items.buffer, 0, this.articleCount)),
      recordStarts: recordStarts.bytes(),
      records: this.records.view(),
      values: this.values.finish(this.languages),
      words,
      stems,
      spellings,
      names: groupedTable(this.names),
      files: this.writeFiles(),
      postings,
    });
  }

  /** The numbers of the words in the order of the vocabulary. */
  private sortedWords(): number[] {
    const order = this.words.map((_, i) => i).slice(1);
    return order.sort((a, b) => ((this.words[a] ?? "") < (this.words[b] ?? "") ? -1 : 1));
  }

  /** Turns the stream of tokens round. */
  private invert(): Runs {
    const { items: tokens, length } = this.tokens;
    const ends = new Uint32Array(this.words.length);
    const languageBits = new Uint32Array(this.words.length);
    for (let document = 0, at = 0; document < this.starts.length; document++) {
      const bit = this.languageBits.items[document] ?? 0;
      for (const end = this.endOf(document); at < end; at++) {
        const word = tokens[at] ?? GAP;
        ends[word] = (ends[word] ?? 0) + 1;
        languageBits[word] = (languageBits[word] ?? 0) | bit;
      }
    }
    let sum = 0;
    ends[GAP] = 0;
    for (let word = GAP + 1; word < ends.length; word++) {
      const count = ends[word] ?? 0;
      ends[word] = sum;
      sum += count;
    }
    const places = new Uint32Array(sum);
    for (let at = 0; at < length; at++) {
      const word = tokens[at] ?? GAP;
      if (word === GAP) continue;
      const slot = ends[word] ?? 0;
      ends[word] = slot + 1;
      places[slot] = at;
    }
    return { ends, places, documents: this.documentsOfBlocks(), languageBits };
  }

  /** Where an article's tokens end. */
  private endOf(document: number): number {
    return document + 1 < this.starts.length ? this.starts.get(document + 1) : this.tokens.length;
  }

  private documentsOfBlocks(): Uint32Array {
    const documents = new Uint32Array(Math.ceil(this.tokens.length / BLOCK));
    for (let document = 0, block = 0; document < this.starts.length; document++)
      for (const end = this.endOf(document); block * BLOCK < end; block++) documents[block] = document;
    return documents;
  }

  private writeWords(order: readonly number[], runs: Runs): { words: Uint8Array; postings: Uint8Array } {
    const { places, ends, documents: documentsOfBlocks } = runs;
    const table = new TableWriter();
    const out = new ByteWriter(places.length * 3 + 1024);
    const positions = new ByteWriter(1 << 12);
    const info = new ByteWriter(64);
    for (const word of order) {
      const offset = out.length;
      positions.clear();
      const run = places.subarray(ends[word - 1] ?? 0, ends[word] ?? 0);
      const documents = this.writeRun(run, documentsOfBlocks, out, positions);
      const postingsSize = out.length - offset;
      out.raw(positions.view());
      info.clear();
      writeTermInfo(info, { documents, offset, postingsSize, positionsSize: positions.length });
      table.add(this.words[word] ?? "", info.view());
    }
    return { words: table.finish(), postings: out.view() };
  }

  /** Writes a word's postings and positions; gives in how many articles it stands. */
  private writeRun(
    run: Uint32Array,
    documentsOfBlocks: Uint32Array,
    out: ByteWriter,
    positions: ByteWriter,
  ): number {
    let documents = 0;
    let last = -1;
    for (let at = 0; at < run.length; documents++) {
      let place = run[at] ?? 0;
      let document = documentsOfBlocks[Math.floor(place / BLOCK)] ?? 0;
      while (this.endOf(document) <= place) document++;
      const start = this.starts.items[document] ?? 0;
      const end = this.endOf(document);
      const titleEnd = start + (this.titleEnds.items[document] ?? 0);
      const leadEnd = start + (this.leadEnds.items[document] ?? 0);
      const begin = at;
      let inTitle = 0;
      let inLead = 0;
      let before = start;
      for (; place < end; place = run[++at] ?? end) {
        positions.varint(place - before);
        before = place;
        if (place < titleEnd) inTitle++;
        else if (place < leadEnd) inLead++;
      }
      writePosting(out, document - last, at - begin, inTitle, inLead);
      last = document;
    }
    return documents;
  }

  /** The languages of the articles that have a word. */
  private languagesOf({ languageBits }: Runs, number: number): string[] {
    const bits = languageBits[number] ?? 0;
    return this.languages.filter((_, i) => bits & (1 << i));
  }

  /** A table of keys, each with the places in the vocabulary of the words that have it. */
  private writeKeys(order: readonly number[], keysOf: (number: number) => readonly string[]): Uint8Array {
    const pairs: [string, number][] = [];
    order.forEach((number, ordinal) => {
      for (const key of keysOf(number)) pairs.push([key, ordinal]);
    });
    return groupedTable(pairs);
  }

  private writeFiles(): Uint8Array {
    const table = new TableWriter();
    const value = new ByteWriter(64);
    const keyed = this.files.map((file) => ({ file, key: fileKey(file.stamp.root, file.stamp.place) }));
    // Files are numbered as they came; a reader finds one by number through the order of their keys.
    keyed.forEach(({ file, key }, i) => {
      value.clear();
      const { stamp, first, count } = file;
      writeFileValue(value, { ...stamp, first, count });
      if (i > 0 && key <= (keyed[i - 1]?.key ?? "")) throw new Error(`files out of order: ${key}`);
      table.add(key, value.view());
    });
    return table.finish();
  }
}

/** More articles than this no segment has; any day is less than this many days from 1970. */
const MOST_ARTICLES = 2 ** 29;
const FARTHEST_DAY = 2 ** 22;

/** The articles' numbers by day, the newest first, those without a day last: 32 bits each. */
export function newestFirst(days: Int32Array): Uint8Array {
  // Day and number in one float64, which sorts ten times as fast as with a function that compares.
  const keys = Float64Array.from(
    days,
    (day, i) => (day === NO_DAY ? 2 * FARTHEST_DAY - 1 : FARTHEST_DAY - 1 - day) * MOST_ARTICLES + i,
  );
  keys.sort();
  return new Uint8Array(Uint32Array.from(keys, (key) => key % MOST_ARTICLES).buffer);
}

/** The lengths of articles, a byte each. */
export function normsOf(lengths: Int32Array): Uint8Array {
  return Uint8Array.from(lengths, normOf);
}

function countWords(text: string): number {
  let count = 0;
  scanWords(lowerUnits(text), () => {
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
    table.add(key, value.view());
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
