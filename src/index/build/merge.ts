/**
 * Makes one segment of several that follow each other: a search in one vocabulary is quicker than in ten.
 *
 * Vocabularies are sorted, so they are merged like the hands of a card sorter, and what belongs to a word is copied
 * through as bytes: of its postings only the first gap of each part has to be written anew.
 */

import { ByteWriter } from "../format/bytes.js";
import { Fingerprints, type KeyPairs, writeFingerprints } from "../format/fingerprints.js";
import { letterBitsOf } from "../format/fuzzy-prefilter.js";
import { type Link, writeLinks } from "../format/links.js";
import { appendPostings, writeTermInfo } from "../format/postings.js";
import { ValueWriter, writeRecord } from "../format/record.js";
import { HEADER_SIZE, NO_DAY, type SectionName, type SectionPlace, writeHeader } from "../format/sections.js";
import { type Entry, TableWriter } from "../format/table.js";
import { type Column, type Segment, type SegmentFile, termOf, writeFileValue } from "../read/segment.js";
import { Numbers } from "./numbers.js";
import { newestFirst, normsOf } from "./segment-builder.js";

/** Where a segment's bytes go. */
export interface SegmentSink {
  readonly length: number;
  append(bytes: Uint8Array): void;
}

/** Bytes that are gathered before they go to the sink. */
const CHUNK = 1 << 16;

/** A segment to merge: its articles' numbers and its files' numbers in the whole. */
interface Part {
  segment: Segment;
  base: number;
  fileNumbers: number[];
  /** For each word of its vocabulary the place in the merged one. */
  ordinals: Uint32Array;
}

/**
 * Writes the segments, whose files are in ascending order of their keys from one to the next, as one. The sink gets
 * HEADER_SIZE zeros first; what is to stand there in their place is returned. `linksBetween` finds the copies in different
 * segments, by their numbers in the whole.
 */
export function mergeSegments(
  segments: readonly Segment[],
  sink: SegmentSink,
  linksBetween: (fingerprints: Fingerprints) => readonly Link[] = () => [],
): Uint8Array {
  const parts: Part[] = [];
  let base = 0;
  for (const segment of segments) {
    const ordinals = new Uint32Array(segment.vocabularySize);
    parts.push({ segment, base, fileNumbers: [], ordinals });
    base += segment.articleCount;
  }
  const places = {} as Record<SectionName, SectionPlace>;
  const write = (name: SectionName, fill: () => void): void => {
    sink.append(new Uint8Array((8 - (sink.length % 8)) % 8));
    const offset = sink.length;
    fill();
    places[name] = { offset, length: sink.length - offset };
  };
  sink.append(new Uint8Array(HEADER_SIZE));
  let vocabulary: Vocabulary | undefined;
  write("postings", () => {
    vocabulary = mergeWords(parts, sink);
  });
  write("words", () => sink.append(vocabulary?.words ?? new Uint8Array()));
  write("prefilter", () => sink.append(vocabulary?.prefilter ?? new Uint8Array()));
  write("stems", () => sink.append(mergeKeys(parts, "stems")));
  write("spellings", () => sink.append(mergeKeys(parts, "spellings")));
  write("names", () => sink.append(mergeKeys(parts, "names")));
  write("files", () => sink.append(mergeFiles(parts)));
  const textStarts = mergeTexts(parts, sink, write);
  writeRecords(parts, base, textStarts, sink, write);
  const fingerprints = Buffer.concat(writeFingerprints(base, () => joinedPairs(segments)));
  write("fingerprints", () => sink.append(fingerprints));
  const links = [...joinedLinks(parts), ...linksBetween(Fingerprints.over(fingerprints, base))];
  write("links", () => sink.append(writeLinks(links)));
  const articles = base;
  const total = segments.reduce((sum, { wordCount }) => sum + wordCount, 0);
  return writeHeader({ articles, words: total, sections: places });
}

/** The keys of the articles of several segments, each article with its number in the whole; not in order. */
function* joinedPairs(segments: readonly Segment[]): Generator<KeyPairs> {
  let base = 0;
  for (const { fingerprints, articleCount } of segments) {
    for (const pairs of fingerprints.pairs()) {
      for (let i = 1; i < pairs.length; i += 2) pairs[i] = (pairs[i] ?? 0) + base;
      yield pairs;
    }
    base += articleCount;
  }
}

function* joinedLinks(parts: readonly Part[]): Generator<Link> {
  for (const { segment, base } of parts)
    for (const { a, b, kind } of segment.links()) yield { a: a + base, b: b + base, kind };
}

/** An entry of one of several tables. */
interface Placed {
  part: number;
  entry: Entry;
}

/** The entries of several tables in order, those of one key together and in the order of the tables. */
function* together(tables: Iterable<Entry>[]): Generator<Placed[]> {
  const walks = tables.map((table) => table[Symbol.iterator]());
  const heads = walks.map((walk) => walk.next());
  for (;;) {
    let least: string | undefined;
    for (const { done, value } of heads)
      if (!done && (least === undefined || value.key < least)) least = value.key;
    if (least === undefined) return;
    const same: Placed[] = [];
    heads.forEach(({ done, value }, part) => {
      if (done || value.key !== least) return;
      same.push({ part, entry: value });
      heads[part] = walks[part]?.next() ?? { done: true, value: undefined };
    });
    yield same;
  }
}

interface Vocabulary {
  words: Uint8Array;
  prefilter: Uint8Array;
}

/** Sends the postings to the sink and gives the vocabulary. */
function mergeWords(parts: readonly Part[], sink: SegmentSink): Vocabulary {
  const table = new TableWriter();
  const prefilter = new Numbers();
  const start = sink.length;
  const out = new ByteWriter(CHUNK * 2);
  const positions = new ByteWriter(CHUNK);
  const info = new ByteWriter(64);
  let ordinal = 0;
  for (const same of together(parts.map(({ segment }) => segment.allWords()))) {
    const offset = sink.length + out.length - start;
    const before = out.length;
    let documents = 0;
    let last = -1;
    positions.clear();
    for (const { part, entry } of same) {
      const one = parts[part];
      if (!one) continue;
      const term = termOf(entry);
      const bytes = one.segment.postingBytes(term);
      const follow = entry !== same.at(-1)?.entry;
      last = appendPostings(out, bytes.subarray(0, term.postingsSize), one.base, last, follow);
      positions.raw(bytes.subarray(term.postingsSize));
      documents += term.documents;
      one.ordinals[entry.ordinal] = ordinal;
    }
    const postingsSize = out.length - before;
    out.raw(positions.view());
    info.clear();
    writeTermInfo(info, { documents, offset, postingsSize, positionsSize: positions.length });
    const word = same[0]?.entry.key ?? "";
    table.add(word, info);
    for (const number of letterBitsOf(word)) prefilter.push(number);
    ordinal++;
    if (out.length > CHUNK) {
      sink.append(out.view());
      out.clear();
    }
  }
  sink.append(out.view());
  return { words: table.finish(), prefilter: prefilter.bytes() };
}

/** Merges tables of keys with ascending numbers: of words, or of articles. */
function mergeKeys(parts: readonly Part[], name: "stems" | "spellings" | "names"): Uint8Array {
  const table = new TableWriter();
  const value = new ByteWriter(256);
  for (const same of together(parts.map(({ segment }) => segment.allKeys(name)))) {
    const numbers = new Set<number>();
    for (const { part, entry } of same) {
      const { base = 0, ordinals } = parts[part] ?? {};
      const { value: reader } = entry;
      for (let number = 0; !reader.done; ) {
        number += reader.varint();
        numbers.add(name === "names" ? base + number : (ordinals?.[number] ?? 0));
      }
    }
    value.clear();
    let last = 0;
    for (const number of numbers.size > 1 ? [...numbers].sort((a, b) => a - b) : numbers) {
      value.varint(number - last);
      last = number;
    }
    table.add(same[0]?.entry.key ?? "", value);
  }
  return table.finish();
}

/** The files in order; a file of which several segments have parts is one again. */
function mergeFiles(parts: readonly Part[]): Uint8Array {
  const table = new TableWriter();
  const value = new ByteWriter(64);
  let last: { key: string; file: SegmentFile } | undefined;
  let number = -1;
  const add = (): void => {
    if (!last) return;
    value.clear();
    writeFileValue(value, last.file, last.file);
    table.add(last.key, value);
  };
  for (const { segment, base, fileNumbers } of parts) {
    for (const { key, file } of segment.keyedFiles()) {
      if (last?.key === key) {
        last.file.count += file.count;
        // A part that was not read to its end: the whole file has to be read again.
        last.file.mtimeMs = Math.min(last.file.mtimeMs, file.mtimeMs);
      } else {
        add();
        file.first += base;
        last = { key, file };
        number++;
      }
      fileNumbers.push(number);
    }
  }
  add();
  return table.finish();
}

/** Sends the stored texts to the sink, and gives where those of each part begin. */
function mergeTexts(
  parts: readonly Part[],
  sink: SegmentSink,
  write: (name: SectionName, fill: () => void) => void,
): number[] {
  const starts: number[] = [];
  write("texts", () => {
    const begin = sink.length;
    for (const { segment } of parts) {
      starts.push(sink.length - begin);
      for (const bytes of segment.storedTexts()) sink.append(bytes);
    }
  });
  return starts;
}

/** Sends the records and the columns to the sink. */
function writeRecords(
  parts: readonly Part[],
  articles: number,
  textStarts: readonly number[],
  sink: SegmentSink,
  write: (name: SectionName, fill: () => void) => void,
): void {
  const [first, ...others] = parts;
  const values = new ValueWriter(first?.segment.values);
  const starts = new Uint32Array(articles + 1);
  write("records", () => {
    const begin = sink.length;
    // Those of the first part name its files and values by the numbers that they have in the whole.
    for (const bytes of first?.segment.recordBytes() ?? []) sink.append(bytes);
    if (first) starts.set(first.segment.recordStarts());
    for (const [i, part] of others.entries())
      rewriteRecords(part, textStarts[i + 1] ?? 0, values, sink, begin, starts);
    starts[articles] = sink.length - begin;
  });
  write("recordStarts", () => sink.append(new Uint8Array(starts.buffer)));
  const column = (name: Column, numbered?: ValueWriter): Int32Array => {
    const joined = joinedColumn(parts, articles, name, numbered);
    write(name, () => sink.append(new Uint8Array(joined.buffer)));
    return joined;
  };
  const hasTimes = parts.some(({ segment }) => segment.hasTimes);
  const times = hasTimes ? column("times") : null;
  if (!times) write("times", () => {});
  const days = column("days");
  const lengths = column("lengths");
  for (const name of ["places", "agencies", "languages", "types"] as const) column(name, values);
  write("norms", () => sink.append(normsOf(lengths)));
  write("newest", () => sink.append(newestFirst(days, times)));
  const known = new Set(parts.flatMap(({ segment }) => segment.languages));
  write("values", () => sink.append(values.finish([...known])));
}

/** A column of all parts; `values` number anew what one numbers. */
function joinedColumn(
  parts: readonly Part[],
  articles: number,
  name: Column,
  values?: ValueWriter,
): Int32Array {
  const joined = new Int32Array(articles);
  for (const { segment, base } of parts) {
    const column = segment.column(name);
    const numbers = values && segment.values.map((value) => values.number(value));
    joined.set(numbers ? column.map((number) => numbers[number] ?? 0) : column, base);
  }
  return joined;
}

/** Sends the records of a part, with the files and values as the whole numbers them, and says where each begins. */
function rewriteRecords(
  { segment, base, fileNumbers }: Part,
  textStart: number,
  values: ValueWriter,
  sink: SegmentSink,
  begin: number,
  starts: Uint32Array,
): void {
  const days = segment.column("days");
  const out = new ByteWriter(CHUNK * 2);
  for (let document = 0; document < segment.articleCount; document++) {
    const known = segment.record(document);
    const record = known.isStored ? { ...known, offset: known.offset + textStart } : known;
    starts[base + document] = sink.length + out.length - begin;
    const { words, paragraphs } = record;
    const counted = { file: fileNumbers[record.file] ?? 0, words, paragraphs };
    writeRecord(out, record, counted, days[document] ?? NO_DAY, values);
    if (out.length > CHUNK) {
      sink.append(out.view());
      out.clear();
    }
  }
  sink.append(out.view());
}
