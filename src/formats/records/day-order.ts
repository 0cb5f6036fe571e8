/** What the dates of a whole file of lines say about the order of day and month. */
import type { FieldMap } from "../../api/types.js";
import { type DayOrder, DayOrderVote } from "../dates.js";
import { dateFieldOf } from "../fields.js";

/** What is known of the order of day and month in a file. */
export interface FileDayOrder {
  order: DayOrder;
  /** Why it is not certain, null if it is. */
  warning: string | null;
}

/** Lines that are parsed to find the fields with dates, and whether any date is written so that its order is open. */
const FIRST_LINES = 20;

/**
 * Reads the first lines, and the others only where they matter, without parsing them. `lines` are called once each, in
 * order, as text.
 */
export function dayOrderIn(lines: Iterable<string | null>, map: FieldMap | undefined): FileDayOrder {
  const vote = new DayOrderVote();
  const keys = new Set<string>();
  let count = 0;
  let values: RegExp | null = null;
  for (const line of lines) {
    if (++count <= FIRST_LINES) {
      const field = fieldOf(line, map);
      if (!field) continue;
      keys.add(field.key);
      vote.add(field.value);
      continue;
    }
    if (!vote.isNeeded) break;
    values ??= valuesOf(keys);
    for (const [, value] of line?.matchAll(values) ?? []) vote.add(value);
  }
  return { order: vote.order, warning: vote.warning };
}

function fieldOf(line: string | null, map: FieldMap | undefined): { key: string; value: unknown } | null {
  try {
    return dateFieldOf(JSON.parse(line?.trim() ?? ""), map);
  } catch {
    // Named when the records are read.
    return null;
  }
}

/** The short strings under these keys in a line of JSON: a quotation mark inside of a string has a backslash before it. */
function valuesOf(keys: ReadonlySet<string>): RegExp {
  const names = [...keys].map((key) =>
    JSON.stringify(key.replace(/^.*\./, "")).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"),
  );
  return new RegExp(`(?<![\\\\])(?:${names.join("|")})\\s{0,9}:\\s{0,9}"([^"\\\\]{1,80})"`, "g");
}
