/**
 * Postings: in which articles a word stands, how often, and where.
 *
 * One posting is `varint(gap * 4 + kind)`: the gap to the word's article before (minus one), and
 *   kind 0  once, in the body
 *   kind 1  several times, all in the body: varint times
 *   kind 2  once, in the lead
 *   kind 3  varint times, varint times in the title, varint times in the lead
 * Positions stand apart, since most queries need none: for each posting its positions, each as the varint gap to
 * the one before.
 */
import { ByteReader, type ByteWriter, CorruptIndexError } from "./bytes.js";

/** What stands between two paragraphs, with postings and positions like a word: U+2029, the paragraph separator. */
export const PARAGRAPH = "\u2029";

/** Where a word's postings are and how many. */
export interface TermInfo {
  /** Articles with the word. */
  documents: number;
  /** Byte offset in the postings section. */
  offset: number;
  /** Bytes of the postings; the positions follow them. */
  postingsSize: number;
  positionsSize: number;
}

/** A word's postings, decoded: one element of each array an article, articles ascending. */
export interface Postings {
  documents: Uint32Array;
  /** Times in all fields together. */
  frequencies: Uint32Array;
  inTitle: Uint32Array;
  inLead: Uint32Array;
}

/**
 * Writes postings of a segment behind others of the same word: its articles are counted from `base` on. `last` is
 * the article that the others end with, -1 if there are none; the new last one is returned, unless none `follow`.
 */
export function appendPostings(
  out: ByteWriter,
  bytes: Uint8Array,
  base: number,
  last: number,
  follow: boolean,
): number {
  const reader = new ByteReader(bytes);
  const first = reader.varint();
  const document = base + Math.floor(first / 4);
  out.varint((document - last - 1) * 4 + (first % 4));
  out.raw(bytes.subarray(reader.at));
  return follow ? base + lastDocument(bytes) : -1;
}

/** The number of the last article of postings. */
function lastDocument(bytes: Uint8Array): number {
  let document = -1;
  for (let at = 0; at < bytes.length; ) {
    let code = 0;
    let shift = 0;
    let byte = 0x80;
    for (; byte >= 0x80; shift += 7) {
      byte = bytes[at++] ?? 0;
      code |= (byte & 0x7f) << shift;
    }
    document += (code >>> 2) + 1;
    const kind = code & 3;
    // The numbers that belong to the kind: times, and times in the title and in the lead.
    for (let numbers = kind === 3 ? 3 : kind & 1; numbers > 0; at++) if ((bytes[at] ?? 0) < 0x80) numbers--;
  }
  return document;
}

export function writeTermInfo(out: ByteWriter, info: TermInfo): void {
  out.varint(info.documents);
  out.varint(info.offset);
  out.varint(info.postingsSize);
  out.varint(info.positionsSize);
}

export function readTermInfo(reader: ByteReader): TermInfo {
  return {
    documents: reader.varint(),
    offset: reader.varint(),
    postingsSize: reader.varint(),
    positionsSize: reader.varint(),
  };
}

/** Decodes postings; `bytes` is exactly a word's postings. No calls in the loop. */
export function decodePostings(bytes: Uint8Array, count: number): Postings {
  if (count > bytes.length) throw new CorruptIndexError("postings are cut off");
  const documents = new Uint32Array(count);
  const frequencies = new Uint32Array(count).fill(1);
  const inTitle = new Uint32Array(count);
  const inLead = new Uint32Array(count);
  let at = 0;
  let document = -1;
  const varint = (): number => {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw new CorruptIndexError("postings are cut off");
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
      shift += 7;
    }
  };
  for (let i = 0; i < count; i++) {
    // Most numbers are one byte.
    let code = bytes[at] ?? 0x80;
    if (code < 0x80) at++;
    else code = varint();
    document += (code >>> 2) + 1;
    documents[i] = document;
    const kind = code & 3;
    if (kind === 0) continue;
    if (kind === 2) {
      inLead[i] = 1;
    } else {
      frequencies[i] = varint();
      if (kind === 3) {
        inTitle[i] = varint();
        inLead[i] = varint();
      }
    }
  }
  return { documents, frequencies, inTitle, inLead };
}
