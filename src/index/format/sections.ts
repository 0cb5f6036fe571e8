/** The shape of a segment's bytes: the header, the sections and their order. docs/index-format.md has it byte by byte. */
import { ByteReader, ByteWriter, CorruptIndexError } from "./bytes.js";

/** Raised with every change of the format or of what is indexed; other versions are not read but built anew. */
export const FORMAT_VERSION = 12;

const MAGIC = "AZSG";
/** The header has a place of this size at the front. */
export const HEADER_SIZE = 256;

/** The sections in the order in which they stand; each begins at a multiple of eight. */
export const SECTIONS = [
  "days",
  "lengths",
  "norms",
  "places",
  "agencies",
  "languages",
  "types",
  "newest",
  "recordStarts",
  "records",
  "values",
  "words",
  "prefilter",
  "stems",
  "spellings",
  "names",
  "files",
  "texts",
  "times",
  "fingerprints",
  "links",
  "postings",
] as const;

export type SectionName = (typeof SECTIONS)[number];

export interface SectionPlace {
  offset: number;
  length: number;
}

export interface Header {
  articles: number;
  /** Words in all articles together. */
  words: number;
  sections: Record<SectionName, SectionPlace>;
}

/** No day is known. */
export const NO_DAY = -0x80000000;

export function writeHeader(header: Header): Uint8Array {
  const out = new ByteWriter(HEADER_SIZE);
  out.raw(Buffer.from(MAGIC, "latin1"));
  out.varint(FORMAT_VERSION);
  out.varint(header.articles);
  out.varint(header.words);
  for (const name of SECTIONS) {
    out.varint(header.sections[name].offset);
    out.varint(header.sections[name].length);
  }
  if (out.length > HEADER_SIZE) throw new CorruptIndexError("a header is too long");
  return out.view();
}

export function readHeader(bytes: Uint8Array, size: number): Header {
  const reader = new ByteReader(bytes);
  if (Buffer.from(reader.raw(4)).toString("latin1") !== MAGIC) throw new CorruptIndexError("not a segment");
  if (reader.varint() !== FORMAT_VERSION) throw new CorruptIndexError("a segment of another version");
  const articles = reader.varint();
  const words = reader.varint();
  const sections = {} as Record<SectionName, SectionPlace>;
  for (const name of SECTIONS) {
    const place = { offset: reader.varint(), length: reader.varint() };
    if (place.offset + place.length > size) throw new CorruptIndexError(`the section ${name} is cut off`);
    sections[name] = place;
  }
  return { articles, words, sections };
}
