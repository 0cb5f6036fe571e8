/** Reads a day, in words or numbers of any order and script, from the tokens of a line. */
import { isDay } from "../typed-date.js";
import { isWeekday, monthOf, monthOfPair } from "./months.js";
import { Kind, type Tokens } from "./tokens.js";
import { WordSet } from "./word-set.js";

/** A day as far as the text gives it. */
export interface FoundDate {
  /** The number of the token after it. */
  end: number;
  year: number | null;
  /** Null where only the day of the month is given (`22日`). */
  month: number | null;
  day: number;
  /** The month as written, "" for a number. */
  name: string;
  /** Numbers without a year (`22.4.`), which only an agency after them makes a date. */
  bare: boolean;
}

/** A day that lacks its year, as many datelines have it. */
export interface MonthDay {
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

/** Leap years are as good as others where none is given. */
const ANY_LEAP_YEAR = 2024;
const EARLIEST_YEAR = 1700;
const LATEST_YEAR = 2199;

const ORDINAL = new WordSet("st nd rd th er re ère º ª e го ое d 日 일 일발");
/** Between day and month, or month and year. */
const OF = new WordSet("de di of del do d'");
/** Before the day; nothing else may follow them. */
const BEFORE_DAY = new WordSet("في le el em il den lúc ngày");
const AFTER_YEAR = new WordSet(
  "г г. гг года год il ci cı cu cü р року ж жыл йил yil թ წ წელი წლის god godine година m م ᅟ m. yılı й " +
    "сол соли",
);
const HIJRI_MONTHS = new WordSet("محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذو ذي ذوالقعدة ذوالحجة المحرم");
/** How many tokens a day of the Islamic calendar has at most, until the word that says which day of ours it is. */
const LONGEST_HIJRI = 8;

const lowerWord = (t: Tokens, i: number): string => t.word(i).toLowerCase();

/** The day that begins at a token, or null. A weekday may stand on either side of it. */
export function readDate(t: Tokens, from: number): FoundDate | null {
  let i = from;
  let token = t.get(i);
  // A month or a weekday stands within three tokens of a number.
  if (token.kind === Kind.Word && !isNumberNear(t, i)) return null;
  if (token.kind === Kind.Word && isWeekday(t.word(i))) {
    i++;
    while (t.get(i).kind === Kind.Comma || t.get(i).kind === Kind.Dot) i++;
    token = t.get(i);
  } else if (
    token.kind === Kind.Word &&
    BEFORE_DAY.has(lowerWord(t, i)) &&
    t.get(i + 1).kind === Kind.Number
  ) {
    i++;
    token = t.get(i);
  }
  if (token.kind === Kind.Word) return afterWeekday(t, monthFirst(t, i));
  if (token.kind !== Kind.Number) return null;
  const width = t.width(i);
  if (width === 4) return afterWeekday(t, yearFirst(t, i));
  if (width > 2) return null;
  return afterWeekday(t, hijri(t, i) ?? eastAsian(t, i, null) ?? dayFirst(t, i) ?? numeric(t, i));
}

/** Whether a number stands among the next few tokens. */
export function isNumberNear(t: Tokens, i: number): boolean {
  if (!t.hasDigitNear(t.get(i).end)) return false;
  for (let at = i + 1; at <= i + 4; at++) if (t.get(at).kind === Kind.Number) return true;
  return false;
}

/** `22 April, Tuesday`, `április 22., kedd`. */
function afterWeekday(t: Tokens, found: FoundDate | null): FoundDate | null {
  if (!found) return null;
  let i = found.end;
  while (t.get(i).kind === Kind.Comma || t.get(i).kind === Kind.Dot) i++;
  if (t.get(i).kind === Kind.Word && isWeekday(t.word(i))) found.end = i + 1;
  return found;
}

/** The object alone: a spread takes longer than all else here. */
function dated(
  end: number,
  year: number | null,
  month: number | null,
  day: number,
  name: string,
  bare = false,
): FoundDate | null {
  if (month !== null && !isDay(year ?? ANY_LEAP_YEAR, month, day)) return null;
  if (month === null && !(day >= 1 && day <= 31)) return null;
  return { end, year, month, day, name, bare };
}

/** A month's name and where it ends, with a full stop that shortens it. */
function monthAt(t: Tokens, i: number): { month: number; end: number; name: string } | null {
  if (t.get(i).kind !== Kind.Word) return null;
  const name = t.word(i);
  const next = t.get(i + 1);
  if (next.kind === Kind.Word) {
    const pair = monthOfPair(name, t.word(i + 1));
    if (pair > 0) return { month: pair, end: i + 2, name };
  }
  const month = monthOf(name);
  if (month === 0) return null;
  let end = i + 1;
  if (next.kind === Kind.Dot && !next.spaced) end++;
  // `مايو (أيار)`.
  if (name.charCodeAt(0) >= 0x600 && t.get(end).kind === Kind.Open && monthOf(t.word(end + 1)) === month)
    return { month, end: end + 3, name };
  // Reuters in Arabic gives both names: `أبريل نيسان`; others put a slash between them.
  const slash = t.get(end).kind === Kind.Slash ? 1 : 0;
  if (name.charCodeAt(0) >= 0x600 && t.get(end + slash).kind === Kind.Word) {
    const second = end + slash;
    if (monthOf(t.word(second)) === month) end = second + 1;
    else if (
      t.get(second + 1).kind === Kind.Word &&
      monthOfPair(t.word(second), t.word(second + 1)) === month
    )
      end = second + 2;
  }
  return { month, end, name };
}

/** `April 22`, `Apr.30`, `April 22nd, 2025`, `April 22/2025`. */
function monthFirst(t: Tokens, i: number): FoundDate | null {
  const named = monthAt(t, i);
  if (!named || t.get(named.end).kind !== Kind.Number || t.width(named.end) > 2) return null;
  const day = t.value(named.end);
  const end = afterOrdinal(t, named.end + 1);
  // `May 5:30`, `March 3.5` and `April 2-1` are no days.
  const next = t.get(named.end + 1);
  const glued = next.kind === Kind.Colon || next.kind === Kind.Dot || next.kind === Kind.Slash;
  if (glued && !next.spaced && t.get(named.end + 2).kind === Kind.Number && !t.get(named.end + 2).spaced) {
    if (next.kind !== Kind.Slash || t.width(named.end + 2) !== 4) return null;
  }
  const year = yearAt(t, end);
  return dated(year?.end ?? end, year?.year ?? null, named.month, day, named.name);
}

/** `nd`, `er`, `-də`, `.`: what is glued to the day's number. */
function afterOrdinal(t: Tokens, i: number): number {
  const next = t.get(i);
  if (next.kind === Kind.Word && !next.spaced && ORDINAL.has(lowerWord(t, i))) return i + 1;
  if (next.kind === Kind.Other && !next.spaced && (t.word(i) === "º" || t.word(i) === "°")) return i + 1;
  // Lithuanian: `balandžio 22 d.`
  if (next.kind === Kind.Word && t.word(i) === "d") return t.get(i + 1).kind === Kind.Dot ? i + 2 : i + 1;
  return i;
}

/** `22 April`, `22. April 2025`, `1er mai`, `22 de abril de 2025`, `26-FEB-1987`. */
function dayFirst(t: Tokens, i: number): FoundDate | null {
  let at = afterOrdinal(t, i + 1);
  let dashed = false;
  const sign = t.get(at);
  if (sign.kind === Kind.Dot || (sign.kind === Kind.Comma && t.get(at + 1).spaced)) at++;
  else if (sign.kind === Kind.Dash && !sign.spaced) {
    dashed = true;
    at++;
  }
  if (t.get(at).kind === Kind.Word && OF.has(lowerWord(t, at))) at++;
  const named = monthAt(t, at);
  if (!named) return null;
  const day = t.value(i);
  if (dashed && t.get(named.end).kind === Kind.Dash) {
    const year = yearAt(t, named.end + 1, true);
    if (year) return dated(year.end, year.year, named.month, day, named.name);
  }
  const year = yearAt(t, named.end, dashed) ?? shortYearAt(t, named.end);
  return dated(year?.end ?? named.end, year?.year ?? null, named.month, day, named.name);
}

interface FoundYear {
  year: number;
  end: number;
}

/** A year of four digits (of two where `short` says so), with the words of its language for it. */
function yearAt(t: Tokens, from: number, short = false): FoundYear | null {
  let i = from;
  const sign = t.get(i);
  if (sign.kind === Kind.Comma || sign.kind === Kind.Slash) i++;
  else if (sign.kind === Kind.Dot && t.get(i + 1).kind === Kind.Number && t.width(i + 1) === 4) i++;
  if (t.get(i).kind === Kind.Word && OF.has(lowerWord(t, i))) i++;
  if (t.get(i).kind !== Kind.Number) return null;
  const width = t.width(i);
  const value = t.value(i);
  if (width === 2 && short) return { year: fullYear(value), end: i + 1 };
  if (width !== 4 || value < EARLIEST_YEAR || value > LATEST_YEAR) return null;
  return { year: value, end: afterYear(t, i + 1) };
}

/** `22 Apr 25,`: two digits are a year only where a separator follows them. */
function shortYearAt(t: Tokens, i: number): FoundYear | null {
  const token = t.get(i);
  if (token.kind !== Kind.Number || t.width(i) !== 2 || !token.spaced) return null;
  const next = t.get(i + 1).kind;
  const closes = next === Kind.Comma || next === Kind.Open || next === Kind.Slash || next === Kind.End;
  return closes ? { year: fullYear(t.value(i)), end: i + 1 } : null;
}

/** `г.`, `-ci il`, `года`, `م`. */
function afterYear(t: Tokens, from: number): number {
  let end = from;
  for (let i = from; i < from + 4; i++) {
    const token = t.get(i);
    if (token.kind === Kind.Word && AFTER_YEAR.has(lowerWord(t, i))) {
      end = i + 1;
      const dot = t.get(end);
      // One letter is short for something: its full stop is its own.
      if (dot.kind === Kind.Dot && !dot.spaced && token.end - token.start === 1) end++;
    } else if (token.kind !== Kind.Dash || token.spaced) break;
  }
  return end;
}

/** Two digits, as `Date` of POSIX reads them: 69 to 99 are of the last century. */
export const fullYear = (short: number): number => (short < 69 ? 2000 + short : 1900 + short);

/** `2025. április 22.`, `2025-04-22`, `2025-ci il 22 aprel`, `2025年4月22日`, `2025 m. balandžio 22 d.` */
function yearFirst(t: Tokens, i: number): FoundDate | null {
  const year = t.value(i);
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
  const sign = t.get(i + 1);
  const second = t.get(i + 2);
  if (sign.kind === Kind.Word && !sign.spaced && "年년".includes(t.word(i + 1)))
    return eastAsian(t, i + 2, year);
  const numbers =
    (sign.kind === Kind.Dash || sign.kind === Kind.Slash || sign.kind === Kind.Dot) &&
    second.kind === Kind.Number &&
    !second.spaced &&
    t.get(i + 3).kind === sign.kind &&
    t.get(i + 4).kind === Kind.Number &&
    t.width(i + 4) <= 2;
  if (numbers) return dated(i + 5, year, t.value(i + 2), t.value(i + 4), "");
  let at = afterYear(t, i + 1);
  if (t.get(at).kind === Kind.Dot || t.get(at).kind === Kind.Comma) at++;
  const named = monthAt(t, at);
  if (named && t.get(named.end).kind === Kind.Number && t.width(named.end) <= 2) {
    let end = afterOrdinal(t, named.end + 1);
    if (t.get(end).kind === Kind.Dot && named.end !== at) end++;
    return dated(end, year, named.month, t.value(named.end), named.name);
  }
  if (at === i + 1 || t.get(at).kind !== Kind.Number || t.width(at) > 2) return null;
  const after = dayFirst(t, at);
  return after && after.year === null ? dated(after.end, year, after.month, after.day, after.name) : null;
}

/** `4月22日`, `4월 22일`, `22日`. */
function eastAsian(t: Tokens, i: number, year: number | null): FoundDate | null {
  if (t.get(i).kind !== Kind.Number || t.width(i) > 2) return null;
  const sign = t.get(i + 1);
  if (sign.kind !== Kind.Word || sign.spaced) return null;
  const first = t.word(i + 1);
  if ("月월".includes(first)) {
    const dayAt = i + 2;
    if (t.get(dayAt).kind !== Kind.Number || t.width(dayAt) > 2) return null;
    if (!"日일".includes(t.word(dayAt + 1)) || t.get(dayAt + 1).kind !== Kind.Word) return null;
    return dated(dayAt + 2, year, t.value(i), t.value(dayAt), "");
  }
  return "日일".includes(first) && year === null ? dated(i + 2, null, null, t.value(i), "") : null;
}

/** `22.04.2025`, `21.04.23`, `08-09-2016`, `04/22/2025`, `22.4.`. */
function numeric(t: Tokens, i: number): FoundDate | null {
  const sign = t.get(i + 1);
  const second = t.get(i + 2);
  if (sign.kind !== Kind.Dot && sign.kind !== Kind.Dash && sign.kind !== Kind.Slash) return null;
  if (second.kind !== Kind.Number || t.width(i + 2) > 2 || t.get(i + 1).end - sign.start > 1) return null;
  const first = t.value(i);
  const next = t.value(i + 2);
  const after = t.get(i + 3);
  if (sign.spaced || second.spaced) {
    // The Kuwaiti agency: `22 - 4 (KUNA)`.
    return sign.kind === Kind.Dash && after.kind === Kind.Open
      ? dated(i + 3, null, next, first, "", true)
      : null;
  }
  // Belga: `05/06 (BELGA)`.
  if (sign.kind === Kind.Slash && after.kind === Kind.Open && after.spaced)
    return dated(i + 3, null, next, first, "", true);
  const third = t.get(i + 4);
  if (after.kind === sign.kind && !after.spaced && third.kind === Kind.Number && !third.spaced) {
    const width = t.width(i + 4);
    if (width !== 4 && width !== 2) return null;
    const year = width === 4 ? t.value(i + 4) : fullYear(t.value(i + 4));
    const american = sign.kind === Kind.Slash && next > 12;
    // Beside a slash either of two small numbers may be the month.
    if (sign.kind === Kind.Slash && !american && first <= 12 && first !== next) return null;
    return american ? dated(i + 5, year, first, next, "") : dated(afterYear(t, i + 5), year, next, first, "");
  }
  if (sign.kind === Kind.Dot && after.kind === Kind.Dot && !after.spaced)
    return dated(i + 4, null, next, first, "", true);
  return null;
}

/** `22 شوال 1446 هـ الموافق 20 أبريل 2025 م`: the second day is the one of our calendar. */
function hijri(t: Tokens, i: number): FoundDate | null {
  if (t.get(i + 1).kind !== Kind.Word || !HIJRI_MONTHS.has(t.word(i + 1))) return null;
  for (let at = i + 2; at < i + LONGEST_HIJRI; at++) {
    if (t.get(at).kind === Kind.Word && t.word(at) === "الموافق") return readDate(t, at + 1);
  }
  return null;
}
