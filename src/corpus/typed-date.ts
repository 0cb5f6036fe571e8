/** Dates as people type them in filters: a day, a week, a month, a year, or a time back from today. */
import { monthOf } from "./dispatch/months.js";

/** UTF-16 units of what was typed that a message repeats. */
const LONGEST_SHOWN = 40;

function notADate(input: string): string {
  const shown = input.length > LONGEST_SHOWN ? `${input.slice(0, LONGEST_SHOWN)}…` : input;
  const forms = "2025-04-22, 22.04.2025, 22 April 2025, 2025-W17, 2025-04, 2025, today, yesterday";
  return `"${shown}" is not a date: use ${forms}, or a time back such as 7d, 2w, 3m, 1y`;
}

/** What was typed is not a date, or is a range that ends before it begins. */
export class DateError extends Error {
  override name = "DateError";
  /** `DATE`: what programs test for. */
  readonly code = "DATE";
  constructor(
    readonly input: string,
    message = notADate(input),
  ) {
    super(message);
  }
}

/** First and last day, ISO, both included. */
export interface DayRange {
  from: string;
  to: string;
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const pad = (n: number, width = 2): string => String(n).padStart(width, "0");
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const SHORTEST_MONTH = 28;

/** True for a day that the calendar has, from year 1 to 9999. */
export function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= SHORTEST_MONTH || day <= daysIn(year, month);
}

/** `2025-04-22` of three numbers, or null if the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  return isDay(year, month, day) ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : null;
}

/** Today in the user's own time zone, ISO. */
export function today(now = new Date()): string {
  return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** The day `count` units before `day`; a month back from the 31st is the last day of a shorter month. */
function back(day: string, count: number, unit: string): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  if (unit === "d" || unit === "w")
    return iso(Date.UTC(year, month - 1, date - count * (unit === "w" ? 7 : 1)));
  const months = year * 12 + (month - 1) - count * (unit === "y" ? 12 : 1);
  const y = Math.floor(months / 12);
  const m = (months % 12) + 1;
  return `${pad(y, 4)}-${pad(m)}-${pad(Math.min(date, daysIn(y, m)))}`;
}

/**
 * The days that a typed date covers: `2025-04` is the whole of April, `2025-W17` a week, `7d` the one day a week ago.
 * Throws DateError for anything else.
 */
export function parseDay(text: string, now: string = today()): DayRange {
  const typed = text.trim().toLowerCase();
  if (typed === "today") return { from: now, to: now };
  if (typed === "yesterday" || typed === "tomorrow") {
    const day = back(now, typed === "yesterday" ? 1 : -1, "d");
    return { from: day, to: day };
  }
  const ago = /^(\d{1,4})([dwmy])$/.exec(typed);
  if (ago) {
    const count = Number(ago[1]);
    if (ago[2] === "y" && count >= Number(now.slice(0, 4))) throw new DateError(text);
    const day = back(now, count, ago[2] ?? "d");
    return { from: day, to: day };
  }
  const range = weekOf(typed) ?? calendarRange(typed);
  if (!range) throw new DateError(text);
  return range;
}

/** The ways to write a date of the calendar, each with its year, month and day, as far as they are given. */
const CALENDAR: readonly RegExp[] = [
  /^(?<year>\d{4})(?:(?<mark>[-./])(?<month>\d{1,2})(?:\k<mark>(?<day>\d{1,2}))?)?$/,
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/,
  // Day first, as with all who write dots.
  /^(?:(?<day>\d{1,2})\.)?(?<month>\d{1,2})\.(?<year>\d{4})$/,
  /^(?:(?<day>\d{1,2})\.?[\s-]+)?(?<name>\p{L}{3,12})\.?,?[\s-]+(?<year>\d{4})$/u,
  /^(?<name>\p{L}{3,12})\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})$/u,
];

/** `2025`, `2025-04`, `22.04.2025`, `20250422`, `22 April 2025` and the like; null for what is none of them. */
function calendarRange(typed: string): DayRange | null {
  for (const form of CALENDAR) {
    const { year, month, day, name } = form.exec(typed)?.groups ?? {};
    if (year === undefined) continue;
    const number = name === undefined ? month && Number(month) : monthOf(name);
    return rangeOf(Number(year), number === "" ? undefined : number, day ? Number(day) : undefined);
  }
  return null;
}

function rangeOf(year: number, month?: number, day?: number): DayRange | null {
  const from = isoDay(year, month ?? 1, day ?? 1);
  const to = isoDay(year, month ?? 12, day ?? (from ? daysIn(year, month ?? 12) : 0));
  return from && to ? { from, to } : null;
}

/** `2025-W17`, from Monday to Sunday, as ISO 8601 counts weeks; null for what is no week. */
function weekOf(typed: string): DayRange | null {
  const [, year = "", week = ""] = /^(\d{4})-?w(\d{1,2})$/.exec(typed) ?? [];
  if (year === "" || Number(week) < 1 || Number(year) < 1) return null;
  // The fourth of January is always in the first week.
  const fourth = dayNumber(`${year}-01-04`);
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + 7 * (Number(week) - 1);
  // A week belongs to the year that has its Thursday.
  return dayOf(monday + 3).startsWith(year) ? { from: dayOf(monday), to: dayOf(monday + 6) } : null;
}

/** The days between two typed dates; an open end is null. Throws DateError, also if the first is after the last. */
export function parseDays(
  since: string | undefined,
  until: string | undefined,
): { from: string | null; to: string | null } {
  const from = since === undefined ? null : parseDay(since).from;
  const to = until === undefined ? null : parseDay(until).to;
  if (from !== null && to !== null && from > to)
    throw new DateError(
      `${since}..${until}`,
      `since ${since} is after until ${until}: no day is between them`,
    );
  return { from, to };
}

/** Days since 1970-01-01 of an ISO date. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 864e5);
}

/**
 * The ISO date of a day number. By arithmetic, ten times as fast as by Date: years begin in March, so that the leap day
 * is the last, and 146,097 days are 400 years (Fliegel and Van Flandern, Communications of the ACM 11, 1968).
 */
export function dayOf(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const leaps = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096);
  const yearOfEra = Math.floor((ofEra - leaps) / 365);
  const ofYear = ofEra - 365 * yearOfEra - Math.floor(yearOfEra / 4) + Math.floor(yearOfEra / 100);
  const march = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  return `${pad(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month)}-${pad(day)}`;
}
