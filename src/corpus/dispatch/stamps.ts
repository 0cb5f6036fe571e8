/** Reads lines that say when a dispatch was sent and nothing else: `15 March 2021, 09:00`, `2017-10-11 13:58 | site | 0`. */
import { isoDay } from "../typed-date.js";
import { agencyAt } from "./credit.js";
import { type FoundDate, readDate } from "./dates.js";
import type { Stamp } from "./fields.js";
import { isWeekday } from "./months.js";
import { beginsSection, isSection } from "./sections.js";
import { hasDigits, Kind, Tokens } from "./tokens.js";
import { WordSet } from "./word-set.js";

const LONGEST = 140;

/** Words beside a day or a time that add nothing to it. */
const LABELS = new WordSet(
  "eastern pacific central mountain daylight standard time published publish updated update posted created modified last on at date time dated views view comments comment " +
    "read reads edited by from first in the min mins hrs et pt am pm " +
    "опубликовано обновлено опубликована дата время просмотров просмотры комментариев прочитано в г года создано мск " +
    "опубліковано оновлено переглядів tarix tarixi saat baxış baxılıb oxunub dərc edilib yenilənib il " +
    "yayınlanma güncelleme güncellenme tarihi son giriş eklenme datum aktualisiert veröffentlicht uhr stand am um " +
    "publié publie le mis à jour modifié a publicado actualizado atualizado hora às el las h hs pubblicato aggiornato " +
    "alle ore il gepubliceerd bijgewerkt om uur diterbitkan wib utc gmt تاريخ النشر نشر آخر تحديث الساعة تاریخ انتشار ساعت " +
    "发布时间 更新 时间 来源 发布 发表 配信 更新日時 公開 송고시간 입력 수정 გამოქვეყნდა",
);
const DOMAINS = new WordSet(
  "az com ru net org ge am kz uz kg tr uk de fr ua by it es cn jp kr ir info tv news gov eu",
);

/** Offsets of zones whose names mean one thing. */
const ZONES = new Map([
  ["utc", "+00:00"],
  ["gmt", "+00:00"],
  ["z", "+00:00"],
  ["est", "-05:00"],
  ["edt", "-04:00"],
  ["cdt", "-05:00"],
  ["mdt", "-06:00"],
  ["pst", "-08:00"],
  ["pdt", "-07:00"],
  ["cet", "+01:00"],
  ["cest", "+02:00"],
  ["mez", "+01:00"],
  ["mesz", "+02:00"],
  ["eet", "+02:00"],
  ["eest", "+03:00"],
  ["msk", "+03:00"],
  ["мск", "+03:00"],
  ["trt", "+03:00"],
  ["jst", "+09:00"],
  ["kst", "+09:00"],
  ["azt", "+04:00"],
]);

const pad = (n: number): string => String(n).padStart(2, "0");

/** A stamp, with what else its line names. */
export interface StampLine extends Stamp {
  agency: string | null;
  section: string | null;
}

/** The stamp that a whole line is, or null. */
export function stampOf(line: string): StampLine | null {
  if (line.length > LONGEST || !hasDigits(line)) return null;
  return new StampReader(line).read();
}

class StampReader {
  private readonly t: Tokens;
  private i = 0;
  private date: FoundDate | null = null;
  private clock: string | null = null;
  private offset: string | null = null;
  private agency: string | null = null;
  private section: string | null = null;

  constructor(line: string) {
    this.t = new Tokens(line, LONGEST);
  }

  read(): StampLine | null {
    while (this.t.get(this.i).kind !== Kind.End) {
      if (!(this.readNumber() || this.readWord() || this.readSign())) return null;
    }
    if (!this.date && this.clock === null) return null;
    const { date, clock, offset, agency, section } = this;
    return {
      year: date?.year ?? null,
      month: date?.month ?? null,
      day: date?.day ?? null,
      clock,
      offset,
      agency,
      section,
    };
  }

  private readNumber(): boolean {
    const clock = this.clock === null ? clockAt(this.t, this.i) : null;
    if (clock) {
      this.clock = clock.clock;
      this.i = clock.end;
      const zone = zoneAt(this.t, this.i);
      if (zone) {
        this.offset = zone.offset;
        this.i = zone.end;
      }
      return true;
    }
    const before = this.i === 0 ? Kind.Pipe : this.t.get(this.i - 1).kind;
    const isApart =
      before === Kind.Pipe || before === Kind.Word || before === Kind.Colon || before === Kind.Open;
    const date = this.date === null || isApart ? readDate(this.t, this.i) : null;
    if (date && !date.bare && date.month !== null && date.year !== null) {
      this.date ??= date;
      this.i = date.end;
      return true;
    }
    // Counts of readers and comments follow.
    if (this.t.get(this.i).kind !== Kind.Number || !this.date || this.t.width(this.i) > 6) return false;
    if (!isApart && before !== Kind.Comma) return false;
    this.i++;
    return true;
  }

  private readWord(): boolean {
    const { kind } = this.t.get(this.i);
    if (kind !== Kind.Word) return false;
    const word = this.t.word(this.i).toLowerCase();
    if (this.clock !== null && this.offset === null) {
      const zone = zoneAt(this.t, this.i);
      if (zone) {
        this.offset = zone.offset;
        this.i = zone.end;
        return true;
      }
    }
    if (LABELS.has(word) || isWeekday(word) || (word === "t" && this.date !== null)) {
      this.i++;
      return true;
    }
    const agency = agencyAt(this.t, this.i);
    if (agency) {
      this.agency ??= agency.name;
      this.i = agency.end;
      return true;
    }
    return this.readAddress() || this.readSection();
  }

  /** `www.trend.az`. */
  private readAddress(): boolean {
    let at = this.i;
    while (
      this.t.get(at + 1).kind === Kind.Dot &&
      !this.t.get(at + 2).spaced &&
      this.t.get(at + 2).kind === Kind.Word
    )
      at += 2;
    if (at === this.i || !DOMAINS.has(this.t.word(at).toLowerCase())) return false;
    this.i = at + 1;
    return true;
  }

  /** `Politics  5 October 2025 11:45`: only at the beginning or after a bar. */
  private readSection(): boolean {
    const before = this.i > 0 ? this.t.get(this.i - 1).kind : Kind.Pipe;
    if (before !== Kind.Pipe && before !== Kind.Comma) return false;
    if (!beginsSection(this.t.word(this.i))) return false;
    for (let last = this.i + 2; last >= this.i; last--) {
      const written = this.t.slice(this.i, last);
      if (this.t.get(last).kind !== Kind.Word || !isSection(written)) continue;
      this.section = written;
      this.i = last + 1;
      return true;
    }
    return false;
  }

  private readSign(): boolean {
    const { kind } = this.t.get(this.i);
    if (kind === Kind.Word || kind === Kind.Number) return false;
    if (kind === Kind.Other && /[\p{L}\p{N}]/u.test(this.t.word(this.i))) return false;
    this.i++;
    return true;
  }
}

/** `09:00`, `13:58:20`, `11h45`, `2:05 p.m.`; null where none begins. */
export function clockAt(t: Tokens, i: number): { clock: string; end: number } | null {
  if (t.get(i).kind !== Kind.Number || t.width(i) > 2) return null;
  const sign = t.get(i + 1);
  const isHour = sign.kind === Kind.Word && /^[hH]$/.test(t.word(i + 1));
  if ((sign.kind !== Kind.Colon && !isHour) || sign.spaced) return null;
  if (t.get(i + 2).kind !== Kind.Number || t.get(i + 2).spaced || t.width(i + 2) !== 2) return null;
  let hour = t.value(i);
  const minute = t.value(i + 2);
  let second = 0;
  let end = i + 3;
  if (t.get(end).kind === Kind.Colon && t.get(end + 1).kind === Kind.Number && t.width(end + 1) === 2) {
    second = t.value(end + 1);
    end += 2;
    // Parts of a second.
    if (t.get(end).kind === Kind.Dot && t.get(end + 1).kind === Kind.Number) end += 2;
  }
  const half = halfAt(t, end);
  if (half) {
    if (hour > 12 || hour === 0) return null;
    hour = (hour % 12) + (half.isAfternoon ? 12 : 0);
    ({ end } = half);
  }
  if (hour > 23 || minute > 59 || second > 59) return null;
  return { clock: `${pad(hour)}:${pad(minute)}:${pad(second)}`, end };
}

/** `AM`, `p.m.` */
function halfAt(t: Tokens, i: number): { isAfternoon: boolean; end: number } | null {
  if (t.get(i).kind !== Kind.Word) return null;
  const word = t.word(i).toLowerCase();
  if (word === "am" || word === "pm") return { isAfternoon: word === "pm", end: i + 1 };
  if ((word !== "a" && word !== "p") || t.get(i + 1).kind !== Kind.Dot || t.word(i + 2).toLowerCase() !== "m")
    return null;
  return { isAfternoon: word === "p", end: t.get(i + 3).kind === Kind.Dot ? i + 4 : i + 3 };
}

/** `GMT`, `(UTC+04:00)`, `+0400`, `EST`. */
function zoneAt(t: Tokens, from: number): { offset: string; end: number } | null {
  let i = from;
  if (t.get(i).kind === Kind.Open) i++;
  let base: string | undefined;
  if (t.get(i).kind === Kind.Word) {
    base = ZONES.get(t.word(i).toLowerCase());
    if (base === undefined) return null;
    i++;
  }
  const sign = t.word(i);
  const hasOffset =
    (sign === "+" || sign === "-" || sign === "−") &&
    t.get(i + 1).kind === Kind.Number &&
    !t.get(i + 1).spaced;
  if (hasOffset && (base === undefined || base === "+00:00")) {
    const width = t.width(i + 1);
    const value = t.value(i + 1);
    let hours = width === 4 ? Math.floor(value / 100) : value;
    let minutes = width === 4 ? value % 100 : 0;
    let end = i + 2;
    if (width <= 2 && t.get(end).kind === Kind.Colon && t.get(end + 1).kind === Kind.Number) {
      minutes = t.value(end + 1);
      end += 2;
    }
    if (width > 4 || width === 3 || hours > 14 || minutes > 59) return null;
    if (hours === 0 && minutes === 0) hours = minutes = 0;
    return { offset: `${sign === "+" ? "+" : "-"}${pad(hours)}:${pad(minutes)}`, end };
  }
  return base === undefined ? null : { offset: base, end: i };
}

/** `2025-04-22T14:05:00+04:00`; without the offset where none is known. Null without a whole day. */
export function timeOf(day: string | null, clock: string, offset: string | null): string | null {
  return day === null ? null : `${day}T${clock}${offset ?? ""}`;
}

/** The ISO day of a stamp, null unless it has all three parts. */
export const dayOfStamp = ({ year, month, day }: Stamp): string | null =>
  year === null || month === null || day === null ? null : isoDay(year, month, day);
