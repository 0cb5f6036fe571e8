/** Bytes to text: the encodings in which dispatches come, told by their marks and by what the bytes look like. */
import { isAscii, isUtf8 } from "node:buffer";
import { decodeBytes, encodingNamed, guessEncoding } from "./encodings.js";

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
  if (options.encoding !== undefined) return decodeNamed(buffer, options.encoding);
  // First what nearly all articles are.
  if (isUtf8(buffer) && !buffer.includes(0)) return hasManyControls(buffer) ? NOT_TEXT : utf8(buffer);
  const wide = wideEncoding(buffer);
  if (wide) {
    const text = decodeAs(wide, buffer);
    const head = Array.from({ length: Math.min(text.length, HEAD) }, (_, i) => text.charCodeAt(i));
    return hasManyControls(head) ? NOT_TEXT : { text, encoding: wide };
  }
  if (buffer.includes(0) || hasManyControls(buffer)) return NOT_TEXT;
  const declared = options.declared === undefined ? null : encodingNamed(options.declared);
  if (isNearlyUtf8(buffer)) return utf8(buffer);
  if (declared !== null && !/^utf-/.test(declared))
    return { text: decodeBytes(declared, buffer), encoding: declared };
  const { encoding, unsure } = guessEncoding(buffer);
  const text = decodeBytes(encoding, buffer);
  if (!unsure) return { text, encoding };
  return {
    text,
    encoding,
    warning: `its encoding is not certain; read as ${encoding} (--encoding names another)`,
  };
}

/** As the user says it is. */
function decodeNamed(buffer: Buffer, label: string): Decoded {
  const encoding = encodingNamed(label);
  if (encoding === null)
    return { problem: `cannot be read: the encoding "${label.slice(0, 40)}" is not known` };
  if (encoding === "utf-8") return utf8(buffer);
  return { text: decodeBytes(encoding, buffer), encoding };
}

function utf8(bytes: Buffer): Decoded {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return { text: bytes.toString("utf8", start), encoding: "utf-8" };
}

/** Bytes of an encoding that is known. */
export function decodeAs(encoding: WideEncoding, bytes: Uint8Array): string {
  return decodeBytes(encoding, bytes);
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
