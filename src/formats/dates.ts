/** Dates of records in the forms that files give them: ISO, RFC 2822, epoch, by number, and with a month's name. */
import { isoDay } from "../corpus/typed-date.js";
import { monthNumber } from "./month-names.js";

/** Which number is the day in `03/04/2025`. */
export type DayOrder = "dmy" | "mdy";

export interface DateTime {
  /** ISO, in the source's own time zone. */
  date: string;
  /** ISO with seconds, with an offset only if the source gives one. Null if the source gives no time. */
  time: string | null;
}

/** Epoch numbers are taken from 1973, in seconds, to 2286, in microseconds: smaller ones are days or years. */
const EPOCH_SECONDS = 1e8;

/** Minutes from UTC. Names that stand for several zones in the world's news (`IST`, `CST`) have no offset here. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  azt: 240,
  est: -300,
  edt: -240,
  et: Number.NaN,
  ct: Number.NaN,
  pt: Number.NaN,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
};

const pad = (value: number): string => String(value).padStart(2, "0");

function offsetText(minutes: number): string {
  if (minutes === 0) return "Z";
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

interface Clock {
  hour: number;
  minute: number;
  second: number;
  /** Minutes from UTC, null if the source does not say. */
  offset: number | null;
}

function assemble(day: string | null, clock: Clock | null): DateTime | null {
  if (day === null) return null;
  if (!clock || clock.hour > 24 || clock.minute > 59 || clock.second > 60) return { date: day, time: null };
  const second = Math.min(clock.second, 59);
  const zone = clock.offset === null ? "" : offsetText(clock.offset);
  return { date: day, time: `${day}T${pad(clock.hour % 24)}:${pad(clock.minute)}:${pad(second)}${zone}` };
}

function fromEpoch(value: number): DateTime | null {
  const size = Math.abs(value);
  const ms = size >= 1e17 ? value / 1e6 : size >= 1e14 ? value / 1e3 : size >= 1e11 ? value : value * 1000;
  const moment = new Date(ms);
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() < 1600 || moment.getUTCFullYear() > 9999)
    return null;
  const iso = moment.toISOString();
  return { date: iso.slice(0, 10), time: `${iso.slice(0, 19)}Z` };
}

/** `+04:00`, `+0400`, `+4`, `Z`, `GMT`, `UTC+3` in minutes; null for none, NaN for one that is not known. */
function offsetOf(zone: string): number | null {
  const text = zone.trim().toLowerCase();
  if (text === "") return null;
  const match = /^(?:gmt|utc|ut)?([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (!match) return ZONES[text] ?? Number.NaN;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > 15 * 60 ? Number.NaN : match[1] === "-" ? -minutes : minutes;
}

function knownOffset(zone: string | undefined): number | null {
  const offset = offsetOf(zone ?? "");
  return offset === null || Number.isNaN(offset) ? null : offset;
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]{1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?([A-Za-z]{1,4}|[+-]\d{1,2}:?\d{0,2})?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(?:\.\d{1,6})?\s?(Z|[+-]\d{2}:?\d{2})?)?$/;

function fromIso(text: string): DateTime | null {
  const match = ISO.exec(text) ?? COMPACT.exec(text);
  if (!match) return null;
  const day = isoDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (match[4] === undefined) return assemble(day, null);
  return assemble(day, {
    hour: Number(match[4]),
    minute: Number(match[5]),
    second: Number(match[6] ?? 0),
    offset: knownOffset(match[7]),
  });
}

const TIME =
  /(?<![\d:.,+-])(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,]\d{1,6})?)?\s?([ap]\.?\s?m\.?(?![a-z]))?|(?:\.(\d{2}))?\s?([ap]\.?m\.?(?![a-z])))(?![\d:])/i;
/** What may follow the time at once. */
const ZONE =
  /^\s?\(?((?:gmt|utc)?\s?[+-]\d{1,2}:?\d{2}(?!\d)|(?:gmt|utc)[+-]\d{1,2}(?!\d)|[a-z]{1,4}(?!\p{L}))\)?/iu;

/** Takes the time and its zone out of a text: what is left is the day. */
function splitClock(text: string): { clock: Clock | null; rest: string } {
  const match = TIME.exec(text);
  if (!match) return { clock: null, rest: text };
  const half = (match[4] ?? match[6])?.toLowerCase().charAt(0);
  let hour = Number(match[1]);
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  let after = text.slice(match.index + match[0].length);
  let offset: number | null = null;
  const zone = ZONE.exec(after);
  const name = zone?.[1]?.replace(/\s/g, "") ?? "";
  if (zone && (/\d/.test(name) || name.toLowerCase() in ZONES)) {
    offset = knownOffset(name);
    after = after.slice(zone[0].length);
  }
  const clock = { hour, minute: Number(match[2] ?? match[5] ?? 0), second: Number(match[3] ?? 0), offset };
  return { clock, rest: `${text.slice(0, match.index)} ${after}` };
}

const NUMERIC = /^(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?$/;
/** `2025年4月22日`, `2025년 4월 22일`. */
const EAST_ASIAN = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]?/;

const fullYear = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);

/** The parts of a day that is written with slashes or hyphens and the year last, whichever of them is the day. */
function openParts(day: string): [first: number, second: number, year: number] | null {
  const match = NUMERIC.exec(day);
  if (!match || (match[1] ?? "").length > 2 || match[2] === "." || (match[4] ?? "").length % 2 !== 0)
    return null;
  return [Number(match[1]), Number(match[3]), fullYear(match[4] ?? "")];
}

function fromNumbers(text: string, order: DayOrder): string | null | undefined {
  const east = EAST_ASIAN.exec(text);
  if (east) return isoDay(Number(east[1]), Number(east[2]), Number(east[3]));
  const open = openParts(text);
  if (open) {
    const [a, b, year] = open;
    if (a > 12 || b > 12) return a > 12 ? isoDay(year, b, a) : isoDay(year, a, b);
    return order === "dmy" ? isoDay(year, b, a) : isoDay(year, a, b);
  }
  const match = NUMERIC.exec(text);
  if (!match) return undefined;
  const [, one = "", , two = "", three = ""] = match;
  if (one.length === 4 && three.length <= 2) return isoDay(Number(one), Number(two), Number(three));
  // Only Europe and Azerbaijan write full stops, and the day comes first there.
  return one.length <= 2 && three.length % 2 === 0 ? isoDay(fullYear(three), Number(two), Number(one)) : null;
}

/** More words are a sentence, no date. */
const MAX_WORDS = 9;

/** A day with a month's name in any order: one month, one year and one day must be found, and no other number. */
function fromNames(text: string): string | null {
  const words = text.match(/\d+|[\p{L}\p{M}]+/gu) ?? [];
  if (words.length > MAX_WORDS) return null;
  let month = 0;
  const numbers: string[] = [];
  for (const word of words) {
    if (/^\d/.test(word)) numbers.push(word);
    else if (month === 0) month = monthNumber(word);
  }
  if (month === 0 || numbers.length !== 2) return null;
  const [a = "", b = ""] = numbers;
  const yearFirst = a.length === 4;
  const [year, day] = yearFirst ? [a, b] : [b, a];
  if (day.length > 2 || (year.length !== 4 && year.length !== 2)) return null;
  return isoDay(fullYear(year), month, Number(day));
}

/** Digits of Arabic and Persian as ASCII. */
const asciiDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

const LONGEST = 80;

/**
 * A date in any of the known forms, or null. `order` decides `03/04/2025`; where one of the numbers is larger than 12,
 * that one is the day. A day that the calendar does not have, `2025-02-30`, is null.
 */
export function readDate(value: unknown, order: DayOrder = "dmy"): DateTime | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : fromEpoch(value.getTime());
  if (typeof value === "number") return fromNumber(value, String(value));
  if (typeof value !== "string" || value.length > LONGEST) return null;
  // What most files have needs no look at anything else.
  if (value.charAt(4) === "-" && ISO.test(value)) return fromIso(value);
  const text = asciiDigits(value)
    .replace(/[\s\u200e\u200f]+/g, " ")
    .trim();
  if (text === "") return null;
  if (/^-?\d+(?:\.\d+)?$/.test(text) && !NUMERIC.test(text)) return fromNumber(Number(text), text);
  if (ISO.test(text) || COMPACT.test(text)) return fromIso(text);
  const { clock, rest } = splitClock(text);
  const day = rest
    .replace(/^[\s,;|([]+|[\s,;|)\]]+$/g, "")
    .replace(/^\p{L}{2,12}\.?,?\s(?=\d{1,4}[./-]\d)/u, "");
  const numeric = fromNumbers(day, order);
  return assemble(numeric === undefined ? fromNames(day) : numeric, clock);
}

/** Eight digits are a day, fourteen a day with a time, other long ones an epoch. */
function fromNumber(value: number, digits: string): DateTime | null {
  if (/^(?:1[5-9]|20|21)\d{6}(?:\d{4}(?:\d{2})?)?$/.test(digits)) {
    const day = fromIso(digits);
    if (day) return day;
  }
  if (!(Math.abs(value) >= EPOCH_SECONDS)) return null;
  return fromEpoch(value);
}

/** What the dates of a whole file say about the order of day and month. */
export class DayOrderVote {
  private dayFirst = 0;
  private monthFirst = 0;
  private open = 0;

  add(value: unknown): void {
    if (
      typeof value !== "string" ||
      value.length > LONGEST ||
      !/^\D{0,12}\d{1,2}\s?[/-]\s?\d{1,2}\s?[/-]/.test(value)
    )
      return;
    const day = splitClock(value.trim()).rest.trim();
    const parts = openParts(day.replace(/[\s,]+$/, ""));
    if (!parts) return;
    const [a, b] = parts;
    if (a > 12 && b <= 12) this.dayFirst++;
    else if (b > 12 && a <= 12) this.monthFirst++;
    else if (a !== b) this.open++;
  }

  /** False while all dates are written so that nothing is left open. */
  get isNeeded(): boolean {
    return this.dayFirst + this.monthFirst + this.open > 0;
  }

  get order(): DayOrder {
    return this.monthFirst > this.dayFirst ? "mdy" : "dmy";
  }

  /** A warning if some dates can be read either way and the file does not decide it. */
  get warning(): string | null {
    if (this.open === 0) return null;
    const dates = `${this.open} ${this.open === 1 ? "date" : "dates"}`;
    if (this.dayFirst > 0 && this.monthFirst > 0)
      return `mixes day/month and month/day; ${dates} read as ${this.order === "dmy" ? "day/month" : "month/day"}`;
    if (this.dayFirst === 0 && this.monthFirst === 0)
      return `${dates} can be day/month or month/day; read as day/month`;
    return null;
  }
}
