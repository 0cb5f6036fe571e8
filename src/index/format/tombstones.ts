/** The articles of a segment that are gone: as bits in the manifest, as a byte an article, as their numbers. */
import type { SegmentEntry } from "./manifest.js";

/** The articles that are gone, ascending. */
export function goneOf(deleted: Uint8Array): number[] {
  const places: number[] = [];
  for (let at = deleted.indexOf(1); at >= 0; at = deleted.indexOf(1, at + 1)) places.push(at);
  return places;
}

/** Bits of `deleted` as a byte an article; null if none is gone. */
export function deletedOf(entry: SegmentEntry): Uint8Array | null {
  if (entry.deleted === "") return null;
  const bits = Buffer.from(entry.deleted, "base64");
  const deleted = new Uint8Array(entry.articles);
  for (let at = 0; at < bits.length; at++) {
    const byte = bits[at] ?? 0;
    // Few are gone, mostly.
    if (byte === 0) continue;
    for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) deleted[at * 8 + bit] = 1;
  }
  return deleted;
}

export function deletedBits(deleted: Uint8Array | null): string {
  const gone = deleted ? goneOf(deleted) : [];
  if (!deleted || gone.length === 0) return "";
  const bits = Buffer.alloc(Math.ceil(deleted.length / 8));
  for (const i of gone) bits[i >> 3] = (bits[i >> 3] ?? 0) | (1 << (i & 7));
  return bits.toString("base64");
}
