/** Names a way of reading files: an index is of one way only. */
import type { ReadingOptions } from "../../api/types.js";

/** One text for options that read files alike; empty if nothing is asked for. */
export function readingKey({ map = {}, encoding, year, unknownText }: ReadingOptions = {}): string {
  const fields = Object.entries(map)
    .filter(([, name]) => name !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (fields.length === 0 && encoding === undefined && year === undefined && !unknownText) return "";
  return JSON.stringify([fields, encoding?.toLowerCase() ?? null, year ?? null, unknownText === true]);
}
