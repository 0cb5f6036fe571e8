/** Bytes to text: the encodings in which dispatches come, told by their marks and by what the bytes look like. */
import { isUtf8 } from "node:buffer";

/** What bytes say, and how they were read; or why they are no text. */
export type Decoded = { text: string; encoding: string } | { problem: string };

const NOT_TEXT = { problem: "is not text" };
/** So many of the first bytes are looked at to tell text from anything else. */
const SAMPLE = 64 * 1024;

/** Never throws. A stray bad byte becomes U+FFFD rather than losing the rest. */
export function decode(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const [a, b, c] = buffer;
  if (a === 0xff && b === 0xfe) return decodeUtf16(buffer.subarray(2), "utf-16le");
  if (a === 0xfe && b === 0xff) return decodeUtf16(buffer.subarray(2), "utf-16be");
  if (a === 0xef && b === 0xbb && c === 0xbf) return checked(buffer.toString("utf8", 3), "utf-8");
  if (buffer.includes(0)) {
    const wide = wideByZeros(buffer);
    return wide ? decodeUtf16(buffer, wide) : NOT_TEXT;
  }
  if (isUtf8(buffer) || isNearlyUtf8(buffer)) return checked(buffer.toString("utf8"), "utf-8");
  const encoding = oneByteEncoding(buffer);
  return checked(new TextDecoder(encoding).decode(buffer), encoding);
}

function decodeUtf16(bytes: Buffer, encoding: "utf-16le" | "utf-16be"): Decoded {
  return checked(new TextDecoder(encoding).decode(bytes), encoding);
}

/** Control characters other than white space, the mark of anything but text: one in a hundred is too many. */
function checked(text: string, encoding: string): Decoded {
  const length = Math.min(text.length, SAMPLE);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 9 || (unit > 13 && unit < 27) || (unit > 27 && unit < 32) || unit === 0xfffd) controls++;
  }
  return controls * 100 > length ? NOT_TEXT : { text, encoding };
}

/** UTF-16 without its mark: every other byte of Latin text is zero, and in any script line ends and spaces are. */
function wideByZeros(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  if (bytes.length % 2 !== 0) return null;
  const zeros: [number, number] = [0, 0];
  const spaces: [number, number] = [0, 0];
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i + 1 < length; i += 2) {
    const [even, odd] = [bytes[i] ?? 0, bytes[i + 1] ?? 0];
    if (even === 0) zeros[0]++;
    if (odd === 0) zeros[1]++;
    if (even === 0 && (odd === 0x20 || odd === 0x0a)) spaces[0]++;
    if (odd === 0 && (even === 0x20 || even === 0x0a)) spaces[1]++;
  }
  if (zeros[0] > 0 && zeros[1] > 0 && Math.min(...zeros) * 20 > Math.max(...zeros)) return null;
  const pairs = length / 2;
  if (zeros[1] > zeros[0]) return spaces[1] * 40 > pairs || zeros[1] * 2 > pairs ? "utf-16le" : null;
  return spaces[0] * 40 > pairs || zeros[0] * 2 > pairs ? "utf-16be" : null;
}

/** UTF-8 with a few bad bytes: far more whole sequences than broken ones. */
function isNearlyUtf8(bytes: Buffer): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0;
    const more = byte < 0x80 ? 0 : byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : -1;
    if (more === 0) {
      i++;
      continue;
    }
    let whole = more > 0;
    for (let j = 1; j <= more; j++) if (((bytes[i + j] ?? 0) & 0xc0) !== 0x80) whole = false;
    if (whole) good++;
    else bad++;
    i += whole ? more + 1 : 1;
  }
  return good > bad * 4;
}

/**
 * Windows-1251 holds Cyrillic letters from C0 to FF, so that whole words are such bytes; in the Western and Turkish
 * pages accented letters stand alone among plain ones.
 */
function oneByteEncoding(bytes: Buffer): "windows-1251" | "windows-1254" | "windows-1252" {
  let high = 0;
  let inRuns = 0;
  let turkish = 0;
  for (let i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    high++;
    if (byte >= 0xc0 && ((bytes[i - 1] ?? 0) >= 0xc0 || (bytes[i + 1] ?? 0) >= 0xc0)) inRuns++;
    // ğ ı ş İ: in Western text their places are ð ý þ Ý, which are rare.
    if (byte === 0xf0 || byte === 0xfd || byte === 0xfe || byte === 0xdd) turkish++;
  }
  if (inRuns * 2 > high) return "windows-1251";
  return turkish * 5 > high ? "windows-1254" : "windows-1252";
}
