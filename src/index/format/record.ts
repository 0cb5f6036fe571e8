/** An article's record in a segment: all that a listing or a hit's line needs, and where its text is. */
import type { Article } from "../../api/types.js";
import type { TextRange } from "../../corpus/dispatch/text-range.js";
import { ByteReader, ByteWriter } from "./bytes.js";

/** What an article says, and where. */
export interface StoredFields extends Omit<Article, "path" | "words" | "paragraphs"> {
  /** Where the text is, in bytes: in its file, or in the segment's own texts if `isStored`. */
  offset: number;
  length: number;
  /** The text is kept in the segment: it cannot be read again from a range of its file's bytes. */
  isStored: boolean;
  /** Where in the decoded text the paragraphs are; null if `isStored`. */
  range: TextRange | null;
}

/** Fields that few articles have, or that are seldom asked for: kept as one JSON text without what is null. */
const RARE = ["time", "dateline", "byline", "subjects", "url", "version", "status", "extra"] as const;
type RareFields = Pick<StoredFields, (typeof RARE)[number]>;

const NO_RARE_FIELDS: RareFields = {
  time: null,
  dateline: null,
  byline: null,
  subjects: [],
  url: null,
  version: null,
  status: null,
  extra: {},
};

/** The JSON text of the rare fields; empty if the article has none of them. */
function rareText(fields: RareFields): string {
  let found: Record<string, unknown> | null = null;
  for (const name of RARE) {
    const value = fields[name];
    if (value === null || (typeof value === "object" && isEmpty(value))) continue;
    found ??= {};
    found[name] = value;
  }
  return found ? JSON.stringify(found) : "";
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}

/** What names of fields begin with among the names of a segment. */
export const FIELD_KEY = "k";
const LONGEST_KEY = 64;

/** The fields that an article has, of those that few have, as they stand among a segment's names. */
export function fieldKeys(fields: RareFields): string[] {
  const keys: string[] = [];
  for (const name of RARE) {
    const value = fields[name];
    if (value === null || (typeof value === "object" && isEmpty(value))) continue;
    if (name !== "extra") keys.push(FIELD_KEY + name);
  }
  for (const key in fields.extra)
    if (key.length <= LONGEST_KEY && key !== "header") keys.push(FIELD_KEY + key.toLowerCase());
  return keys;
}

/** What is counted while an archive is read. */
export interface FieldCounts extends Pick<Article, "words" | "paragraphs"> {
  /** Index into the segment's files. */
  file: number;
}

/** An article without what depends on the rest of the archive: its final id and the folder's path. */
export interface ArticleRecord extends StoredFields, FieldCounts {}

const TITLE_FROM_LEAD = 1;
const HAS_DATE = 2;
const HAS_RARE_FIELDS = 4;
const IS_STORED = 8;

/** Of an article without a text, as tests have them. */
const NO_RANGE: TextRange = { start: 0, rest: 0, hash: 0 };

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
  record: StoredFields,
  { file, words, paragraphs }: FieldCounts,
  day: number,
  values: ValueWriter,
): void {
  out.varint(file);
  out.varint(record.offset);
  out.varint(record.length);
  const rare = rareText(record);
  out.varint(
    (record.titleFrom === "lead" ? TITLE_FROM_LEAD : 0) +
      (record.date === null ? 0 : HAS_DATE) +
      (rare === "" ? 0 : HAS_RARE_FIELDS) +
      (record.isStored ? IS_STORED : 0),
  );
  if (!record.isStored) {
    const { start, rest, hash } = record.range ?? NO_RANGE;
    out.varint(start);
    out.varint(rest);
    out.varint(hash);
  }
  if (record.date !== null) out.signed(day);
  out.varint(values.number(record.place));
  out.varint(values.number(record.agency));
  out.varint(values.number(record.language));
  out.varint(values.number(record.type));
  out.varint(words);
  out.varint(paragraphs);
  out.text(record.id);
  out.text(record.title);
  if (rare !== "") out.text(rare);
}

export function readRecord(
  bytes: Uint8Array,
  values: readonly (string | null)[],
  dayOf: (day: number) => string,
): ArticleRecord {
  const reader = new ByteReader(bytes);
  const file = reader.varint();
  const offset = reader.varint();
  const length = reader.varint();
  const flags = reader.varint();
  const isStored = (flags & IS_STORED) !== 0;
  const range = isStored ? null : { start: reader.varint(), rest: reader.varint(), hash: reader.varint() };
  const date = flags & HAS_DATE ? dayOf(reader.signed()) : null;
  const value = (): string | null => values[reader.varint()] ?? null;
  const place = value();
  const agency = value();
  const language = value();
  const type = value() ?? "text";
  const words = reader.varint();
  const paragraphs = reader.varint();
  const id = reader.text();
  const title = reader.text();
  const titleFrom = flags & TITLE_FROM_LEAD ? "lead" : "headline";
  const article = { id, type, date, place, agency, language, title, titleFrom, words, paragraphs } as const;
  const rare = flags & HAS_RARE_FIELDS ? rareFields(reader.text()) : NO_RARE_FIELDS;
  return { file, offset, length, isStored, range, ...article, ...rare };
}

function rareFields(text: string): RareFields {
  const found: Partial<RareFields> = JSON.parse(text);
  return { ...NO_RARE_FIELDS, ...found };
}
