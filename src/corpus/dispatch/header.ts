/** Reads the lines above the text of a dispatch: day, dateline, byline, section and headline, in any order. */
import { isDay } from "../typed-date.js";
import { type Byline, bylineOf } from "./byline.js";
import { datelineOf } from "./dateline.js";
import { readDate } from "./dates.js";
import type { Dateline, Fields } from "./fields.js";
import { blockEnd, headlineBefore, headlineByShape, joined } from "./headline.js";
import { clean, type Line } from "./lines.js";
import { agencyLine, isPlaceLine, placeAlone } from "./lone.js";
import { isNewsroomNotice, isPageControl, isStatusLine, statusOf, urlOf, versionOf } from "./notices.js";
import { isSection } from "./sections.js";
import { type StampLine, stampOf } from "./stamps.js";
import { Kind, Tokens } from "./tokens.js";
import { WordSet } from "./word-set.js";

/** Lines above the text at most; more of them are text. */
const MOST_LINES = 16;
/** How far below the top a dateline is looked for. */
const LOOKAHEAD = 6;
const MOST_BLOCKS_AHEAD = 4;
/** UTF-16 units of a summary between headline and dateline. */
const LONGEST_ABSTRACT = 700;
const LONGEST_HEADLINE = 200;
/** A line of that length is text: only a dateline may begin it. */
const LONGEST_LINE = 140;

/** Small letters that lines above the text begin with; other lines in small letters are prose. */
const SMALL_START =
  /^(?:by|date|https?:|url|link|www|von|par|di|od|autor|door|av|share|print|a |am-|bc-|dpa|ots|sda|ats|epd|awp|afp|ap|aa)/;

/** What a line above the text is. */
type Found =
  | { kind: "dateline"; dateline: Dateline }
  | { kind: "stamp"; stamp: StampLine; byline?: string }
  | { kind: "abstract" }
  | { kind: "section" }
  | { kind: "byline"; byline: Byline }
  | { kind: "agency"; agency: string }
  | { kind: "url"; url: string }
  | { kind: "status" }
  | { kind: "notice" };

/** Takes the lines above the text off the front, and what they say into the fields. */
export function takeHeader(lines: Line[], fields: Fields): void {
  const reader = new HeaderReader(lines, fields);
  reader.read();
}

class HeaderReader {
  /** The dateline's own line goes on with text: nothing below it is a header. */
  private isInText = false;
  private taken = 0;
  /** Lines taken off the front. */
  private at = 0;
  /** The last answer of `found`. */
  private foundAt = -1;
  private foundText = "";
  private foundLast: Found | null = null;

  constructor(
    private readonly lines: Line[],
    private readonly fields: Fields,
  ) {}

  read(): void {
    this.takeLines();
    if (!this.isInText) {
      const needed = this.fields.headline === null;
      if (needed) this.takeHeadline();
      this.takeLines();
      // The dateline stood above the headline, or what stood above it was no headline.
      if (!this.isInText && needed && this.fields.headline === null && this.taken > 0) this.takeHeadline();
    }
    this.lines.splice(0, this.at);
    const first = this.lines[0];
    if (first) first.opens = true;
  }

  private line(i = this.at): string {
    return this.lines[i]?.text ?? "";
  }

  /** Takes header lines as long as there are any. */
  private takeLines(): void {
    while (!this.isInText && this.at < this.lines.length && this.taken < MOST_LINES) {
      const isOnlyLine = this.at + 1 === this.lines.length;
      if (this.takeDayBefore() || this.takeNoticeBefore()) continue;
      const found = this.found(this.at);
      if (!found || (isOnlyLine && found.kind !== "dateline" && found.kind !== "stamp")) return;
      this.take(found);
    }
  }

  /** ` date 2025-04-22 Baku, …`: takes the day off the line. */
  private takeDayBefore(): boolean {
    const text = this.line();
    const found = dayBefore(text);
    if (!found) return false;
    this.taken++;
    this.fields.stamp ??= { year: found.year, month: found.month, day: found.day, clock: null, offset: null };
    if (found.clock !== null) this.fields.clock ??= { clock: found.clock, offset: found.offset };
    this.fields.header.push(text.slice(0, found.length).trim());
    this.replace(text.slice(found.length).trim());
    return true;
  }

  /** `(ATTN: UPDATES with details) …`: a notice of the newsroom before the text. */
  private takeNoticeBefore(): boolean {
    const text = this.line();
    const notice = text.startsWith("(ATTN:") ? /^\([^()]{1,200}\)(?=\s+\S)/.exec(text)?.[0] : undefined;
    if (notice === undefined) return false;
    this.taken++;
    this.fields.header.push(notice);
    this.replace(text.slice(notice.length).trim());
    return true;
  }

  /** The rest of a line in place of the line. */
  private replace(rest: string): void {
    const line = this.lines[this.at];
    if (!line || rest === "") {
      const next = this.lines[++this.at];
      if (next && line?.opens) next.opens = true;
    } else line.text = rest;
  }

  /** What a line is; null for headline and text. */
  private found(i: number): Found | null {
    const text = this.line(i);
    // The line that a headline was looked for above is asked about again.
    if (this.foundText === text && this.foundAt === i) return this.foundLast;
    const first = text.charCodeAt(0);
    const isSmall = first >= 0x61 && first <= 0x7a && !SMALL_START.test(text);
    this.foundLast = isSmall ? null : this.whatIs(i);
    this.foundText = text;
    this.foundAt = i;
    return this.foundLast;
  }

  private whatIs(i: number): Found | null {
    const text = this.line(i);
    const opens = this.lines[i]?.opens ?? true;
    const wrapped = i + 1 < this.lines.length && this.lines[i + 1]?.opens === false;
    // The last words of a wrapped sentence are none of these.
    const isNotice = text.length <= LONGEST_LINE && (opens || !/[^\s.]{2}\.$/.test(text));
    if (isNotice) {
      const stamp = stampOf(text);
      if (stamp && (dayOf(stamp) || this.fields.stamp !== null)) return { kind: "stamp", stamp };
      const signed = text.includes("|") ? signedStamp(text) : null;
      if (signed) return signed;
    }
    if (this.fields.dateline === null) {
      const dateline = datelineOf(text, wrapped);
      if (dateline) return { kind: "dateline", dateline };
    }
    if (isNotice && this.fields.dateline === null && this.taken > 0 && opens && isPlaceLine(text)) {
      const dateline = placeAlone(text);
      return { kind: "dateline", dateline };
    }
    return isNotice ? this.noticeOf(text, i, opens) : null;
  }

  private noticeOf(text: string, i: number, opens: boolean): Found | null {
    if (this.isAbstract(text, i)) return { kind: "abstract" };
    // Above the headline it is the kicker.
    const isBelow = i > this.at || this.fields.headline !== null;
    if (isBelow && i + 1 < this.lines.length && isSection(text)) return { kind: "section" };
    const agency = agencyLine(text);
    if (agency !== null) return { kind: "agency", agency };
    const byline = this.fields.byline === null ? bylineOf(text) : null;
    // A title of a novel may begin with `By`: text or a header line must follow.
    const isProse = !opens && text === text.toLowerCase().slice(0, 1) + text.slice(1);
    if (byline && !isProse && i + 1 < this.lines.length) return { kind: "byline", byline };
    const url = urlOf(text);
    if (url !== null) return { kind: "url", url };
    if (isStatusLine(text)) return { kind: "status" };
    return isNewsroomNotice(text) || isPageControl(text) ? { kind: "notice" } : null;
  }

  /** `Utl.: Pegel steigen weiter =`, and the points that Reuters puts between headline and dateline. */
  private isAbstract(text: string, i: number): boolean {
    if (/^Utl\.?:\s?\S/.test(text)) return true;
    if (!/^[*•] [^\s*]/.test(text)) return false;
    for (let next = i + 1; next < this.lines.length && next <= i + LOOKAHEAD; next++)
      if (datelineOf(this.line(next)) !== null) return true;
    return false;
  }

  private take(found: Found): void {
    const { fields } = this;
    const text = this.line();
    this.taken++;
    if (found.kind === "dateline") {
      const { dateline } = found;
      fields.dateline = dateline;
      fields.byline ??= dateline.byline;
      const rest = text.slice(dateline.length).trim();
      this.isInText = rest !== "";
      this.replace(rest);
      return;
    }
    if (found.kind === "abstract") {
      fields.abstract = fields.abstract === null ? text : `${fields.abstract} ${text}`;
      this.replace("");
      return;
    }
    fields.header.push(text);
    this.replace("");
    if (found.kind === "section") fields.subjects.push(text);
    else if (found.kind === "stamp") {
      takeStamp(found.stamp, fields);
      fields.byline ??= found.byline ?? null;
    } else if (found.kind === "byline") {
      fields.byline ??= found.byline.byline;
      fields.agency ??= found.byline.agency;
    } else if (found.kind === "agency") fields.agency ??= found.agency;
    else if (found.kind === "url") fields.url ??= found.url;
    else if (found.kind === "status") fields.status ??= statusOf(text);
    else fields.version ??= versionOf(text);
  }

  /** Takes kicker, headline and summary: the lines before a header line below them, or what looks like a headline. */
  private takeHeadline(): void {
    const { fields, lines } = this;
    const anchor = this.anchor();
    if (anchor > this.at) {
      const found = headlineBefore(lines, this.at, anchor);
      if (found) {
        this.keep(found.kicker, found.headline, found.lines);
        return;
      }
      if (this.takeWithAbstract(anchor)) return;
    }
    const found = headlineByShape(lines, this.at);
    if (!found) return;
    if (found.headline === null && found.kicker !== null) fields.kicker ??= found.kicker;
    this.keep(found.kicker, found.headline, found.lines);
  }

  private keep(kicker: string | null, headline: string | null, count: number): void {
    const { fields } = this;
    fields.kicker ??= kicker;
    fields.headline = headline;
    this.at += count;
    const next = this.lines[this.at];
    if (next) next.opens = true;
  }

  /** Headline, summary, dateline: the headline is a block of its own, and the dateline names an agency. */
  private takeWithAbstract(anchor: number): boolean {
    const { lines, at } = this;
    const found = this.found(anchor);
    if (found?.kind !== "dateline" || found.dateline.agency === null || lines[anchor]?.opens !== true)
      return false;
    const end = blockEnd(lines, at);
    if (end >= anchor) return false;
    const first = headlineBefore(lines, at, end);
    const abstract = joined(lines, end, anchor);
    if (!first?.headline || abstract.length > LONGEST_ABSTRACT) return false;
    this.fields.abstract ??= abstract;
    this.keep(first.kicker, first.headline, anchor - at);
    return true;
  }

  /** The number of the next line that is a header line, if one is near; else -1. */
  private anchor(): number {
    const { lines, at } = this;
    let blocks = 0;
    let length = 0;
    for (let i = at + 1; i < lines.length && i <= at + LOOKAHEAD; i++) {
      if (lines[i]?.opens && ++blocks > MOST_BLOCKS_AHEAD) return -1;
      length += this.line(i - 1).length;
      // A headline is shorter; a block of its own may be a summary.
      if (blocks === 0 && length > LONGEST_HEADLINE) return -1;
      if (length > LONGEST_ABSTRACT + LONGEST_LINE) return -1;
      if (dayBefore(this.line(i))) return i;
      const found = this.found(i);
      if (!found) continue;
      // A name or an agency alone below several lines may be anything.
      if (found.kind !== "dateline" && found.kind !== "stamp" && i > at + 3) return -1;
      return i;
    }
    return -1;
  }
}

const dayOf = ({ year, month, day }: StampLine): boolean => year !== null && month !== null && day !== null;

/** `Ann Lee | 05.06.2024 - Update : 05.06.2024`: who wrote it, and when. */
function signedStamp(text: string): Found | null {
  const at = text.indexOf("|");
  const name = text.slice(0, at).trim();
  if (!/^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(name)) return null;
  const stamp = stampOf(text.slice(at + 1).trim());
  return stamp && dayOf(stamp) ? { kind: "stamp", stamp, byline: name } : null;
}

function takeStamp(stamp: StampLine, fields: Fields): void {
  const { year, month, day, clock, offset } = stamp;
  if (dayOf(stamp)) {
    if (fields.stamp === null || fields.stamp.day === null)
      fields.stamp = { year, month, day, clock: null, offset: null };
    const isSameDay = fields.stamp.year === year && fields.stamp.month === month && fields.stamp.day === day;
    if (!isSameDay) return;
  }
  if (clock !== null) fields.clock ??= { clock, offset };
  fields.agency ??= stamp.agency;
  if (stamp.section !== null) fields.subjects.push(stamp.section);
}

interface DayBefore {
  year: number;
  month: number;
  day: number | null;
  clock: string | null;
  offset: string | null;
  length: number;
}

const LABEL_LETTERS = "dDдДfFtT";
const DAY_LABELS = new WordSet("date дата datum fecha tarix");

/** `date 2025-04-22`, `date 2025-04`, `Date: April 22, 2025`: a day with a label that other text may follow. */
function dayBefore(text: string): DayBefore | null {
  if (!LABEL_LETTERS.includes(text.charAt(0))) return null;
  const labelEnd = text.search(/[\s:]/);
  if (labelEnd < 4 || labelEnd > 5 || !DAY_LABELS.has(text.slice(0, labelEnd).toLowerCase())) return null;
  let start = labelEnd;
  while (start < labelEnd + 3 && /[\s:]/.test(text.charAt(start))) start++;
  const iso =
    /^(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d|-\d)(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,6})?(Z|[+-]\d{2}:?\d{2})?)?/.exec(
      text.slice(start),
    );
  if (iso) {
    const [whole, year, month, day, clock, offset] = iso;
    const value = Number(month);
    if (value < 1 || value > 12) return null;
    if (day !== undefined && !isDay(Number(year), value, Number(day))) return null;
    return {
      year: Number(year),
      month: value,
      day: day === undefined ? null : Number(day),
      clock: clock === undefined ? null : clock.length === 5 ? `${clock}:00` : clock,
      offset:
        offset === "Z" ? "+00:00" : offset === undefined ? null : offset.replace(/^(.\d\d)(\d\d)$/, "$1:$2"),
      length: start + whole.length,
    };
  }
  const t = new Tokens(text, 60);
  let i = 0;
  while (t.get(i).start < start && t.get(i).kind !== Kind.End) i++;
  const found = readDate(t, i);
  if (!found || found.year === null || found.month === null || found.bare) return null;
  if (t.get(found.end).kind !== Kind.End) return null;
  const { year, month, day } = found;
  return { year, month, day, clock: null, offset: null, length: clean(text).length };
}
