/** Articles over time: how many fall into each day, week, month or year. */

import type { Period, Timeline, TimeUnit } from "../../api/types.js";
import { dayNumber, dayOf, parseDay } from "../../corpus/typed-date.js";
import { NO_DAY } from "../../index/format/sections.js";
import type { Snapshot } from "../../index/read/snapshot.js";

/** From the finest. */
const UNITS: readonly TimeUnit[] = ["day", "week", "month", "year"];
/** A timeline of a unit of its own choice has no more periods: they can be taken in at once. */
const AT_ONCE = 40;
/** And of any unit: one article with the year mistyped makes a million days. */
const MOST_PERIODS = 100_000;

const pad = (number: number, digits: number): string => String(number).padStart(digits, "0");

/** Counts articles. `by` is a wish: where there would be too many periods the next coarser unit is taken. */
export function countOverTime(
  snapshot: Snapshot,
  articles: Uint32Array,
  by: TimeUnit | undefined,
): Pick<Timeline, "by" | "total" | "undated" | "periods"> {
  const { first, counts, undated } = perDay(snapshot.column("days"), articles);
  const last = first + counts.length - 1;
  const unit = unitFor(first, last, by);
  const total = articles.length;
  return { by: unit, total, undated, periods: counts.length > 0 ? periodsOf(first, counts, unit) : [] };
}

/** How many articles there are on each day from the first that has any to the last. */
function perDay(
  days: Int32Array,
  articles: Uint32Array,
): { first: number; counts: Uint32Array; undated: number } {
  let [first, last] = [Infinity, -Infinity];
  for (const article of articles) {
    const day = days[article] ?? NO_DAY;
    if (day === NO_DAY) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (first > last) return { first: 0, counts: new Uint32Array(), undated: articles.length };
  const counts = new Uint32Array(last - first + 1);
  let undated = 0;
  for (const article of articles) {
    const day = days[article] ?? NO_DAY;
    if (day === NO_DAY) undated++;
    else counts[day - first] = (counts[day - first] ?? 0) + 1;
  }
  return { first, counts, undated };
}

function unitFor(first: number, last: number, by: TimeUnit | undefined): TimeUnit {
  const most = by ? MOST_PERIODS : AT_ONCE;
  const units = by ? UNITS.slice(UNITS.indexOf(by)) : UNITS;
  return units.find((unit) => numberOf(last, unit) - numberOf(first, unit) < most) ?? "year";
}

function periodsOf(first: number, counts: Uint32Array, unit: TimeUnit): Period[] {
  const periods: Period[] = [];
  let at = 0;
  for (let number = numberOf(first, unit); at < counts.length; number++) {
    const period = periodOf(number, unit);
    const end = Math.min(counts.length, dayNumber(period.to) - first + 1);
    let articles = 0;
    for (; at < end; at++) articles += counts[at] ?? 0;
    periods.push({ ...period, articles });
  }
  return periods;
}

/** Days from a Monday to the first day of 1970, a Thursday. */
const TO_THURSDAY = 3;

/** The number of the period that a day is in; the next period has the next number. */
function numberOf(day: number, unit: TimeUnit): number {
  if (unit === "day") return day;
  if (unit === "week") return Math.floor((day + TO_THURSDAY) / 7);
  const [year = 0, month = 0] = dayOf(day).split("-").map(Number);
  return unit === "year" ? year : year * 12 + month - 1;
}

function periodOf(number: number, unit: TimeUnit): Omit<Period, "articles"> {
  if (unit === "week") return weekOf(number * 7 - TO_THURSDAY);
  if (unit === "day") {
    const day = dayOf(number);
    return { period: day, from: day, to: day };
  }
  const period =
    unit === "year" ? pad(number, 4) : `${pad(Math.floor(number / 12), 4)}-${pad((number % 12) + 1, 2)}`;
  return { period, ...parseDay(period) };
}

/** The calendar ends in the year 9999. */
const LAST_DAY = 2_932_896;

/** A week belongs to the year of its Thursday (ISO 8601). */
function weekOf(monday: number): Omit<Period, "articles"> {
  const thursday = monday + TO_THURSDAY;
  const year = dayOf(thursday).slice(0, 4);
  const week = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1;
  return {
    period: `${year}-W${pad(week, 2)}`,
    from: dayOf(monday),
    to: dayOf(Math.min(monday + 6, LAST_DAY)),
  };
}
