/** An article's record in a segment: all that a listing or a hit's line needs, and where its text is. */
import type { Article } from "../article/model.js";
import { ByteReader, ByteWriter } from "./bytes.js";

/** What an article says, and where. */
export interface Told extends Omit<Article, "path" | "words" | "paragraphs"> {
  /** Where the text is in the file, in bytes. */
  offset: number;
  length: number;
}

/** What is counted while an archive is read. */
export interface Counted extends Pick<Article, "words" | "paragraphs"> {
  /** Index into the segment's files. */
  file: number;
}

/** An article without what depends on the rest of the archive: its final id and the folder's path. */
export interface Record extends Told, Counted {}

const TITLE_FROM_LEAD = 1;
const HAS_DATE = 2;

/** Strings that many articles share (places, agencies, languages), numbered from 1; 0 is null. */
export class ValueWriter {
  private readonly numbers = new Map<string, number>();

  /** With strings that are numbered already. */
  constructor(known: readonly (string | null)[] = []) {
    for (const value of known) this.number(value);
  }

  number(value: string | null): number {
    if (value === null) return 0;
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    this.numbers.set(value, this.numbers.size + 1);
    return this.numbers.size;
  }

  /** The values, and after them the languages of the articles. */
  finish(languages: readonly string[]): Uint8Array {
    const out = new ByteWriter();
    for (const list of [[...this.numbers.keys()], languages]) {
      out.varint(list.length);
      for (const value of list) out.text(value);
    }
    return out.view();
  }
}

/** The values by their numbers, and the languages of the articles. */
export interface Values {
  values: (string | null)[];
  languages: string[];
}

export function readValues(bytes: Uint8Array): Values {
  const reader = new ByteReader(bytes);
  const texts = (): string[] => Array.from({ length: reader.varint() }, () => reader.text());
  return { values: [null, ...texts()], languages: texts() };
}

/** In two parts, since to spread one object into another takes longer than to write it. */
export function writeRecord(
  out: ByteWriter,
  record: Told,
  { file, words, paragraphs }: Counted,
  day: number,
  values: ValueWriter,
): void {
  out.varint(file);
  out.varint(record.offset);
  out.varint(record.length);
  out.varint((record.titleFrom === "lead" ? TITLE_FROM_LEAD : 0) + (record.date === null ? 0 : HAS_DATE));
  if (record.date !== null) out.signed(day);
  out.varint(values.number(record.place));
  out.varint(values.number(record.agency));
  out.varint(values.number(record.language));
  out.varint(words);
  out.varint(paragraphs);
  out.text(record.id);
  out.text(record.title);
}

export function readRecord(
  bytes: Uint8Array,
  values: readonly (string | null)[],
  dayOf: (day: number) => string,
): Record {
  const reader = new ByteReader(bytes);
  const file = reader.varint();
  const offset = reader.varint();
  const length = reader.varint();
  const flags = reader.varint();
  const date = flags & HAS_DATE ? dayOf(reader.signed()) : null;
  const value = (): string | null => values[reader.varint()] ?? null;
  const place = value();
  const agency = value();
  const language = value();
  const words = reader.varint();
  const paragraphs = reader.varint();
  const id = reader.text();
  const title = reader.text();
  const titleFrom = flags & TITLE_FROM_LEAD ? "lead" : "headline";
  return { file, offset, length, id, date, place, agency, language, title, titleFrom, words, paragraphs };
}
