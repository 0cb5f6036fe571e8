/** Parses the text of a dispatch: header, dateline, headline, byline, paragraphs. */

import type { Dispatch } from "../../api/types.js";
import { isoDay } from "../typed-date.js";
import { agencyOf } from "./agencies.js";
import { readDate } from "./dates.js";
import { type Fields, noFields } from "./fields.js";
import { takeHeader } from "./header.js";
import { clean, type Line, linesOf } from "./lines.js";
import { statusOf, urlOf, versionOfHeadline } from "./notices.js";
import { paragraphsOf } from "./paragraphs.js";
import { completeDay } from "./path-date.js";
import { nameOf } from "./places.js";
import { isSection } from "./sections.js";
import { takeSignOffLines, takeSignOffs } from "./signoff.js";
import { clockAt, timeOf } from "./stamps.js";
import { Tokens } from "./tokens.js";
import { takeTransmission } from "./transmission.js";

/** What is known of a dispatch from outside its text (the fields of a record); it wins over what the text says. */
export interface KnownFields {
  date?: string | null;
  place?: string | null;
  agency?: string | null;
  title?: string | null;
}

/** Never throws; no text is lost: each word is in a field, the headline, a paragraph, `header` or `footer`. */
export function parseDispatch(text: string, known: KnownFields = {}): Dispatch {
  const fields = noFields();
  const lines = linesOf(text);
  takeTransmission(lines, fields);
  takeHeader(lines, fields);
  takeSignOffLines(lines, fields);
  takeAddressLine(lines, fields);
  const paragraphs = paragraphsOf(lines, 0);
  takeSignOffs(paragraphs, fields.footer);
  let { headline } = fields;
  const title = clean(known.title ?? "");
  if (title !== "") {
    if (headline !== null && headline !== title) paragraphs.unshift(headline);
    headline = title;
    if (paragraphs[0] === title) paragraphs.shift();
  }
  return dispatchOf(fields, headline, paragraphs, known);
}

function dispatchOf(
  fields: Fields,
  headline: string | null,
  paragraphs: string[],
  known: KnownFields,
): Dispatch {
  const { dateline, stamp } = fields;
  const monthDay =
    dateline?.month != null && dateline.day !== null ? { month: dateline.month, day: dateline.day } : null;
  const date = knownDate(known.date) ?? dayOf(fields);
  const place = dateline?.place ?? (fields.place === null ? null : nameOf(fields.place, false));
  const time =
    fields.clock !== null && stamp?.day !== null
      ? timeOf(date, fields.clock.clock, fields.clock.offset)
      : null;
  const subjects = fields.kicker !== null && isSection(fields.kicker) ? [fields.kicker] : [];
  return {
    date,
    place: clean(known.place ?? "") || place,
    agency: knownAgency(known.agency) ?? dateline?.agency ?? fields.agency ?? signedBy(fields.footer),
    headline,
    paragraphs,
    dateline: dateline?.text ?? null,
    time: known.date ? null : time,
    monthDay: date === null ? monthDay : null,
    region: dateline?.region ?? null,
    byline: fields.byline,
    kicker: fields.kicker,
    abstract: fields.abstract,
    subjects: [...subjects, ...fields.subjects],
    url: fields.url,
    version: fields.version ?? (headline === null ? null : versionOfHeadline(headline)),
    status: fields.status ?? statusInHeadline(headline),
    header: fields.header,
    footer: fields.footer,
  };
}

/** `CORRECTED-Profit rises`: only in capitals or brackets, since a headline may well begin with the word. */
function statusInHeadline(headline: string | null): Dispatch["status"] {
  const label =
    headline === null ? null : /^[(*]{0,3}([A-Z]{7,11})\b[)*]{0,3}\s?[-–—:)(]/.exec(headline)?.[1];
  return label === undefined || label === null ? null : statusOf(label);
}

/** `(PNA)` below the text: brackets are around nothing but its agency. */
function signedBy(footer: readonly string[]): string | null {
  for (const line of footer) {
    const name = /^\(([^()]{2,24})\)\.?$/.exec(line)?.[1];
    const agency = name === undefined ? null : agencyOf(name);
    if (agency !== null) return agency;
  }
  return null;
}

function knownAgency(agency: string | null | undefined): string | null {
  const name = clean(agency ?? "");
  return name === "" ? null : (agencyOf(name) ?? name);
}

/** An address alone below the text is the article's own. */
function takeAddressLine(lines: Line[], fields: Fields): void {
  const last = lines.at(-1);
  const url = last && lines.length > 1 ? urlOf(last.text) : null;
  if (!last || url === null) return;
  fields.url ??= url;
  fields.footer.unshift(last.text);
  lines.pop();
}

/** The day of a line of its own, else the dateline's; one completes the other where a part is missing. */
function dayOf({ stamp, dateline }: Fields): string | null {
  if (stamp?.year != null && stamp.month !== null && stamp.day !== null) {
    const day = isoDay(stamp.year, stamp.month, stamp.day);
    if (day !== null) return day;
  }
  if (!dateline || dateline.month === null || dateline.day === null) return null;
  if (dateline.year !== null) return isoDay(dateline.year, dateline.month, dateline.day);
  if (stamp?.year == null || stamp.month === null) return null;
  return completeDay(
    { month: dateline.month, day: dateline.day },
    { year: stamp.year, month: stamp.month, day: null },
  );
}

/** Dates as records have them: ISO with or without a time, `22.04.2025`, `26-FEB-1987`, `April 22, 2025`. */
function knownDate(date: string | null | undefined): string | null {
  const text = clean(date ?? "");
  if (text === "") return null;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text);
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/.exec(text);
  if (dotted) return isoDay(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const t = new Tokens(text, 60);
  // `10:30, 22 April 2025`.
  let from = clockAt(t, 0)?.end ?? 0;
  if (from > 0 && t.word(from) === ",") from++;
  const found = readDate(t, from);
  if (!found || found.year === null || found.month === null || found.bare) return null;
  return isoDay(found.year, found.month, found.day);
}
