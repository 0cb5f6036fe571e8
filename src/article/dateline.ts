/** Reads the dateline at the beginning of a dispatch: place, date, agency. */
import { agencyOf } from "./agencies.js";
import { isDay } from "./date.js";
import { isTurkic, monthOf } from "./months.js";

/** A dateline as far as it says anything. */
export interface Dateline {
  place: string | null;
  agency: string | null;
  /** Null for the year that is not given, and for all three where no day is. */
  year: number | null;
  month: number | null;
  day: number | null;
  /** How much of the text it is, with the dash or full stop that closes it. */
  length: number;
  /** True if it closes by itself, so that text may follow on the same line. */
  closed: boolean;
}

/** No dateline is longer. */
const REACH = 160;
/** Around a day's number. No Unicode classes: compiling them takes longer than all the rest of a start. */
const WORD_BEFORE = /([^\s\d,.;:()/–—-]{3,12})\.?[ \u00a0]$/;
/** As far back as that reaches: it is tried from each character. */
const LONGEST_BEFORE = 14;
const WORD_BEHIND = /^\.?[ \u00a0]([^\s\d,.;:()/–—-]{3,12})(?:\.(?=[ ,]))?/;
const YEAR_BEHIND = /^,?[ \u00a0](\d{4})(?!\d)(?:[ \u00a0]?(?:г\.|года|il))?/;

interface FoundDay {
  at: number;
  end: number;
  day: number;
  month: number;
  year: number | null;
  name: string;
}

/** The first day in a text: `April 22`, `22 aprel`, with or without a year. */
function dayIn(head: string): FoundDay | null {
  for (const { 0: digits, index } of head.matchAll(/\d+/g)) {
    if (digits.length > 2) continue;
    const end = index + digits.length;
    const from = Math.max(0, index - LONGEST_BEFORE);
    const before = WORD_BEFORE.exec(head.slice(from, index));
    const named = before && dayBeside(head, digits, before[1], from + before.index, end);
    if (named) return named;
    const behind = WORD_BEHIND.exec(head.slice(end));
    const behindNamed = behind && dayBeside(head, digits, behind[1], index, end + behind[0].length);
    if (behindNamed) return behindNamed;
  }
  return null;
}

/** The day of a number and a word beside it, if that is a month; the two stand from `at` to `end`. */
function dayBeside(head: string, digits: string, name = "", at: number, end: number): FoundDay | null {
  const month = monthOf(name);
  if (month === 0) return null;
  const behind = YEAR_BEHIND.exec(head.slice(end));
  const year = behind ? Number(behind[1]) : null;
  const day = Number(digits);
  if (!isDay(year ?? 2024, month, day)) return null;
  return { at, end: end + (behind?.[0].length ?? 0), day, month, year, name };
}

/** True for a word that begins with a capital, or in a script that has none. */
function isName(word: string): boolean {
  const first = word.charAt(0);
  if (first !== first.toLowerCase()) return true;
  return first.charCodeAt(0) > 0x2ff && first === first.toUpperCase();
}

/** Up to six words and three commas, each word a name: `Washington, D.C.`, `Rio de Janeiro, Brazil`. */
function isPlace(text: string): boolean {
  if (text.length < 2 || text.length > 60 || /[\d"«»“”()/:;!?]/.test(text)) return false;
  const words = text.split(/[\s,]+/).filter(Boolean);
  if (words.length === 0 || words.length > 6) return false;
  const names = words.filter(isName).length;
  // A full stop ends a sentence unless what it ends is short: `St.`, `D.C.`.
  return names >= Math.ceil(words.length / 2) && isName(text) && !/[^\s.,]{4}\./.test(text);
}

/** In functions, each behind a sign without which it can't fit: a pattern takes longer to compile than to look for that. */
const inBrackets = (text: string): RegExpExecArray | null =>
  text.includes("(") ? /^[\s,.]{0,3}\(([^()\n]{2,40})\)/.exec(text) : null;
const inSlashes = (text: string): RegExpExecArray | null =>
  text.includes("/") ? /^[\s,.]{0,3}\/([^/\n]{2,40})\//.exec(text) : null;
const behindComma = (text: string): RegExpExecArray | null =>
  /^\s?[,–—-]\s?([^\s,()/–—:;][^,()/–—:;\n]{0,30}?)(?=\s?(?:[,:.;)–—/-]|$|\n))/.exec(text);
const AGENCY_FORMS = [inBrackets, inSlashes, behindComma];

interface FoundAgency {
  agency: string | null;
  length: number;
  /** It stands in brackets or slashes, which only an agency does there. */
  marked: boolean;
}

const NO_AGENCY: FoundAgency = { agency: null, length: 0, marked: false };

function agencyAt(text: string): FoundAgency | null {
  for (const [i, form] of AGENCY_FORMS.entries()) {
    const match = form(text);
    if (!match) continue;
    const written = (match[1] ?? "").trim();
    const known = agencyOf(written) ?? partsOf(written);
    if (known === null && (i === 2 || !(isName(written) && written.length <= 31))) continue;
    return { agency: known ?? written, length: match[0].length, marked: i < 2 };
  }
  // `Baku, April 22, AZERTAC The ministers ...`: nothing closes it but the name, which must be written as a sign.
  const [whole = "", written = ""] = /^\s?,\s?([^\s,()/–—:;.]{3,12})(?=\s)/.exec(text) ?? [];
  const known = /[A-ZƏА-Я]\S*[A-ZƏА-Я]/.test(written) ? agencyOf(written) : null;
  return known === null ? null : { agency: known, length: whole.length, marked: true };
}

/** `MENAFN- AzerNews`, `AZERTAC/TASS`: the last one wrote it. */
function partsOf(written: string): string | null {
  const parts = written.split(/\s?[-–/,]\s?/).map(agencyOf);
  return parts.length > 1 && !parts.includes(null) ? (parts.at(-1) ?? null) : null;
}

/** Also further agencies behind the first: `AZERTAC, TASS -`. */
const CLOSING = /^\s{0,3}(?:\.?\s?(?:--|[-–—:])|\.|\/)?\s{0,4}/;

/** The dateline that a text begins with, or null. */
export function datelineOf(text: string): Dateline | null {
  const head = text.slice(0, REACH).split("\n", 1)[0] ?? "";
  const bare = agencyOnly(head);
  if (bare) return bare;
  const found = dayIn(head);
  if (!found) return null;
  const before = head
    .slice(0, found.at)
    .replace(/[\s,.:–—-]+$/, "")
    .trim();
  if (before !== "" && !isPlace(before)) return null;
  const behind = head.slice(found.end);
  const agency = agencyAt(behind);
  if (!agency && before === "") {
    const origin = placeThenAgency(behind);
    return origin && close(head, found, origin);
  }
  const { agency: name, marked, length } = agency ?? NO_AGENCY;
  return close(head, found, { place: before, agency: name, marked, length });
}

/** What stands around the day, and how much of the text that is behind it. */
interface Origin {
  place: string;
  agency: string | null;
  marked: boolean;
  length: number;
}

/** Without spreading one object into another: that took longer than all patterns here. */
function close(head: string, found: FoundDay, { place, agency, marked, length }: Origin): Dateline | null {
  const end = found.end + length;
  const rest = head.slice(end);
  const closing = rest === "" ? "" : (CLOSING.exec(rest)?.[0] ?? "");
  const alone = rest.slice(closing.length).trim() === "";
  const closed = alone || marked || /[-–—:.]/.test(closing);
  // Place and day alone could begin a sentence (`Baku, April 22 was ...`) unless a dash or the line's end says no.
  if (!closed || (agency === null && !alone && !/[-–—]/.test(closing))) return null;
  if (place === "" && agency === null) return null;
  return {
    place: place === "" ? null : nameOf(place, isTurkic(found.name) || hasSchwa(head)),
    agency,
    year: found.year,
    month: found.month,
    day: found.day,
    length: end + closing.length,
    closed: !alone || head.length < REACH,
  };
}

/** `22 aprel, Bakı, AZƏRTAC`: the day stands first. */
function placeThenAgency(rest: string): Origin | null {
  const match = /^,\s?([^,\d]{2,40})(?=,)/.exec(rest);
  if (!match || !isPlace(match[1] ?? "")) return null;
  const agency = agencyAt(rest.slice(match[0].length));
  if (!agency?.agency) return null;
  const length = match[0].length + agency.length;
  return { place: match[1] ?? "", agency: agency.agency, marked: false, length };
}

/** `(MENAFN- AzerNews)` and `Baku, AZERTAC`: no day. */
function agencyOnly(head: string): Dateline | null {
  const nothing = { year: null, month: null, day: null, closed: true };
  const match = head.startsWith("(") ? /^\(([^()\n]{2,40})\)\s{0,4}(?:--|[-–—])?\s{0,4}/.exec(head) : null;
  const agency = match ? (agencyOf(match[1] ?? "") ?? partsOf(match[1] ?? "")) : null;
  if (match && agency) return { ...nothing, place: null, agency, length: match[0].length };
  const [place = "", second = "", more] = head.split(",");
  const known = more === undefined ? agencyOf(second.replace(/[\s.–—-]+$/, "")) : null;
  if (known && isPlace(place.trim())) {
    return {
      ...nothing,
      place: nameOf(place.trim(), hasSchwa(head)),
      agency: known,
      length: head.length,
    };
  }
  return null;
}

const hasSchwa = (text: string): boolean => text.includes("ə") || text.includes("Ə");

/** A place in capitals as names are written; short parts behind a comma and with full stops stay: `USA`, `D.C.`. */
export function nameOf(place: string, turkic: boolean): string {
  if (place !== place.toUpperCase() || place === place.toLowerCase()) return place;
  const locale = turkic ? "az" : "en";
  return place
    .split(",")
    .map((part, i) => {
      const name = part.trim();
      if (name.includes(".") || (i > 0 && name.length <= 3)) return name;
      return name.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLocaleLowerCase(locale));
    })
    .join(", ");
}
