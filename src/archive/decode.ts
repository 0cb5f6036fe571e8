/** Bytes to text: the encodings in which dispatches come, told by their marks and by what the bytes look like. */
import { isAscii, isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";

/** What bytes say, and how they were read; or why they are no text. */
export type Decoded = { text: string; encoding: string; warning?: string } | { problem: string };

export interface DecodeOptions {
  /** What the user says: it is believed. */
  encoding?: string | undefined;
  /** What the file says: it is believed unless its bytes are UTF-8. */
  declared?: string | undefined;
}

export type WideEncoding = "utf-16le" | "utf-16be";

const NOT_TEXT = { problem: "is not text" };
/** So many of the first bytes are looked at to tell one encoding from another. */
const SAMPLE = 64 * 1024;
/** So many to tell text from anything else: what is not text shows it early, and the look costs 1 ns a byte. */
const HEAD = 512;

/** Never throws. A stray bad byte becomes U+FFFD rather than losing the rest. */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // First what nearly all articles are.
  if (isUtf8(buffer) && !buffer.includes(0)) return hasManyControls(buffer) ? NOT_TEXT : utf8(buffer);
  const wide = wideEncoding(buffer);
  if (wide) {
    const text = decodeAs(wide, buffer);
    const head = Array.from({ length: Math.min(text.length, HEAD) }, (_, i) => text.charCodeAt(i));
    return hasManyControls(head) ? NOT_TEXT : { text, encoding: wide };
  }
  if (buffer.includes(0) || hasManyControls(buffer)) return NOT_TEXT;
  if (isNearlyUtf8(buffer)) return utf8(buffer);
  const encoding = oneByteEncoding(buffer);
  const text = encoding === "windows-1252" ? decodeWestern(buffer) : decodeAs(encoding, buffer);
  return { text, encoding };
}

function utf8(bytes: Buffer): Decoded {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return { text: bytes.toString("utf8", start), encoding: "utf-8" };
}

/** Windows-1252 from 80 to 9F; its other characters are those of Latin-1. */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node 20's own decoder takes Windows-1252 for Latin-1, and curly quotes for control characters. */
function decodeWestern(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (char) => WESTERN.charAt(char.charCodeAt(0) - 0x80));
}

const decoders = new Map<string, TextDecoder>();

/** Bytes of an encoding that is known. Making a decoder takes longer than decoding an article. */
export function decodeAs(
  encoding: WideEncoding | "windows-1251" | "windows-1254",
  bytes: Uint8Array,
): string {
  let decoder = decoders.get(encoding);
  if (!decoder) {
    decoder = new TextDecoder(encoding);
    decoders.set(encoding, decoder);
  }
  return decoder.decode(bytes);
}

/** Control characters other than white space and escape; the end marks of the wires are a few of them. */
function hasManyControls(units: ArrayLike<number>): boolean {
  const length = Math.min(units.length, HEAD);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const unit = units[i] ?? 0;
    if (unit < 0x20 && (unit < 9 || (unit > 13 && unit !== 0x1b))) controls++;
  }
  return controls > 4 + length / 20;
}

/** UTF-16, by its mark or by the place of its zero bytes; null for anything else. */
export function wideEncoding(bytes: Uint8Array): WideEncoding | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe && !(bytes[2] === 0 && bytes[3] === 0)) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  // UTF-16 is valid UTF-8 by chance only where both have plain bytes.
  if (!bytes.includes(0) || (isUtf8(bytes) && !isAscii(bytes))) return null;
  const sample = bytes.subarray(0, SAMPLE);
  if (looksWide(sample, 1)) return "utf-16le";
  return looksWide(sample, 0) ? "utf-16be" : null;
}

/**
 * True if pairs of bytes look like UTF-16 text: some are plain characters, spaces at least, and next to none what no
 * text has. `high` is the place of a pair's upper byte.
 */
function looksWide(bytes: Uint8Array, high: 0 | 1): boolean {
  let plain = 0;
  let impossible = 0;
  // Two plain characters of one byte each, which make one Han character if they are taken as a pair.
  let narrow = 0;
  const pairs = bytes.length >> 1;
  for (let i = 0; i < pairs; i++) {
    const upper = bytes[i * 2 + high] ?? 0;
    const lower = bytes[i * 2 + 1 - high] ?? 0;
    const isControl = upper === 0 && lower < 0x20 && (lower < 9 || lower > 13);
    // Private use, and the two that are no characters.
    if (isControl || (upper >= 0xe0 && upper <= 0xf8) || (upper === 0xff && lower >= 0xfe)) impossible++;
    else if (upper === 0 || (upper === 0x30 && lower <= 2)) plain++;
    else if (isPrintable(upper) && isPrintable(lower)) narrow++;
  }
  return plain * 100 >= pairs && impossible * 50 <= pairs && narrow * 2 <= pairs;
}

const isPrintable = (byte: number): boolean => byte >= 0x20 && byte < 0x7f;

/**
 * UTF-8 with a few bad bytes: whole sequences and no more broken ones. A sequence hardly arises by chance: in a page
 * of one byte a letter it is a capital with a sign behind it.
 */
function isNearlyUtf8(bytes: Buffer): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i++] ?? 0;
    if (byte < 0x80) continue;
    const wanted = byte >= 0xf5 ? 0 : byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let got = 0;
    while (got < wanted && ((bytes[i] ?? 0) & 0xc0) === 0x80) {
      i++;
      got++;
    }
    if (wanted > 0 && got === wanted) good++;
    else bad++;
  }
  return good > 0 && good >= bad;
}

/** Windows-1251 letters below C0: Ё ё and those of Ukrainian and Belarusian. */
const LOW_CYRILLIC: ReadonlySet<number> = new Set([
  0xa1, 0xa2, 0xa5, 0xa8, 0xaa, 0xaf, 0xb2, 0xb3, 0xb4, 0xb8, 0xba, 0xbf,
]);

/**
 * Windows-1251 holds Cyrillic letters from C0 to FF, so that whole words are such bytes; in the Western and Turkish
 * pages accented letters stand among plain ones, three in a row at the very most.
 */
function oneByteEncoding(bytes: Buffer): "windows-1251" | "windows-1254" | "windows-1252" {
  const length = Math.min(bytes.length, SAMPLE);
  let letters = 0;
  let inRuns = 0;
  let turkish = 0;
  let run = 0;
  for (let i = 0; i <= length; i++) {
    const byte = i < length ? (bytes[i] ?? 0) : 0;
    if (byte >= 0xc0 || LOW_CYRILLIC.has(byte)) {
      run++;
      continue;
    }
    letters += run;
    if (run >= 3) inRuns += run;
    run = 0;
  }
  if (inRuns * 2 > letters) return "windows-1251";
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    // ğ ı ş İ Ş: in Western text their places are ð ý þ Ý Þ, which are rare.
    if (byte === 0xf0 || byte === 0xfd || byte === 0xfe || byte === 0xdd || byte === 0xde) turkish++;
  }
  return turkish * 5 > letters ? "windows-1254" : "windows-1252";
}
