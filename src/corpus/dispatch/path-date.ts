/** Finds the day in a file's or folder's name, and completes with it a dateline's day that lacks its year. */
import { isDay, isoDay } from "../typed-date.js";
import type { MonthDay } from "./dates.js";

/** A year, and the month and day beside it where a name has them. */
export interface PathDate {
  year: number;
  /** 1 to 12. */
  month: number | null;
  /** 1 to 31; null without a month. */
  day: number | null;
}

const YEAR = "(?:1[89]|20)\\d\\d";
/** Nothing but a separator or the end may stand beside a date: `id20250423887` has none. */
const WHOLE = new RegExp(`(?<!\\d)(${YEAR})([-_./]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?!\\d)`, "g");
const REVERSED = new RegExp(`(?<!\\d)(0[1-9]|[12]\\d|3[01])([-_.])(0[1-9]|1[0-2])\\2(${YEAR})(?!\\d)`, "g");
const MONTH = new RegExp(`(?<![\\d-])(${YEAR})[-_./](0[1-9]|1[0-2])(?![\\d-])`, "g");

/**
 * The date in a path: `2025/04/22/a.txt`, `2025-04-23_b.txt`, `20250423.txt`, `22.04.2025/a.txt`, `2025-04/a.txt`,
 * `wire/2025/a.txt`. The one nearest to the file's name counts, and a day before a month before a year. Null where the
 * path has none, or where its name has two different days.
 */
export function dateInPath(path: string): PathDate | null {
  const parts = path.replaceAll("\\", "/");
  const days = new Map<string, PathDate>();
  for (const [, year, , month, day] of parts.matchAll(WHOLE))
    add(days, Number(year), Number(month), Number(day));
  for (const [, day, , month, year] of parts.matchAll(REVERSED))
    add(days, Number(year), Number(month), Number(day));
  if (days.size > 0) {
    if (days.size === 1) return [...days.values()][0] ?? null;
    // Several: that of the file's own name, if it has one alone.
    const name = parts.slice(parts.lastIndexOf("/") + 1);
    return name === parts ? null : dateInPath(name);
  }
  const month = [...parts.matchAll(MONTH)].at(-1);
  if (month) return { year: Number(month[1]), month: Number(month[2]), day: null };
  // A number in a name is a year only as a folder of its own.
  const year = parts
    .split("/")
    .slice(0, -1)
    .findLast((part) => /^(?:1[89]|20)\d\d$/.test(part));
  return year === undefined ? null : { year: Number(year), month: null, day: null };
}

function add(days: Map<string, PathDate>, year: number, month: number, day: number): void {
  if (isDay(year, month, day)) days.set(`${year}-${month}-${day}`, { year, month, day });
}

/**
 * The ISO day of a dateline without a year. Beside a date near the end or the beginning of a year it may belong to the
 * year before or after: `December 31` in a file of 1 January. Null where the calendar has no such day, or the months
 * are so far apart that the two cannot belong together.
 */
export function completeDay({ month, day }: MonthDay, near: PathDate): string | null {
  if (near.month === null) return isoDay(near.year, month, day);
  const apart = month - near.month;
  if (Math.abs(apart) <= 1) return isoDay(near.year, month, day);
  if (apart === 11) return isoDay(near.year - 1, month, day);
  if (apart === -11) return isoDay(near.year + 1, month, day);
  return null;
}
