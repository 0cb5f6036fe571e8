/** Makes of what a reader gives what a builder takes: ids, fields, language, title. */

import { basename } from "node:path";
import type { Dispatch, ReadingOptions } from "../../api/types.js";
import { type KnownFields, parseDispatch } from "../../corpus/dispatch/parse.js";
import { completeDay, dateInPath } from "../../corpus/dispatch/path-date.js";
import { rangeOf } from "../../corpus/dispatch/text-range.js";
import { idOfFile, numberOfFile } from "../../corpus/file-id.js";
import { titleOf } from "../../corpus/title.js";
import type { SourceArticle } from "../../formats/read.js";
import type { SourceRecord } from "../../formats/record.js";
import type { RawRecord } from "../../formats/records/raw-record.js";
import { languageOf } from "../../text/language.js";
import { wellFormed } from "../../text/well-formed.js";
import { numberKey } from "../read/ids.js";
import { packText } from "../read/stored-text.js";
import type { Source } from "./segment-builder.js";

/** Endings of compressed files, which say nothing of the file inside. */
const COMPRESSED = /\.(?:gz|zst|zstd|bz2|xz)$/i;

/** The text of a record, parsed. This is where texts come in from all formats: none has half a character from here on. */
function dispatchOf({ text, known }: RawRecord): Dispatch {
  if (!known) return parseDispatch(wellFormed(text));
  if (known.more?.isFinal) return finalDispatch(known.more);
  const fields: KnownFields = {};
  for (const name of ["date", "place", "agency", "title"] as const) {
    const field = known[name];
    if (field !== undefined) fields[name] = wellFormed(field);
  }
  return parseDispatch(wellFormed(text), fields);
}

/** An article that azertac has written, as it is. */
function finalDispatch({ title, paragraphs = [], date, place, agency }: SourceRecord): Dispatch {
  return {
    ...parseDispatch(""),
    headline: formed(title),
    paragraphs: paragraphs.map(wellFormed),
    date: date ?? null,
    place: formed(place),
    agency: formed(agency),
  };
}

/** What a builder is told of the article in a record of a plain or JSON Lines file; null if the record says nothing. */
export function sourceOf(path: string, record: RawRecord, reading?: ReadingOptions): Source | null {
  const { known, line, offset, length } = record;
  const name = basename(path);
  const id = known ? (known.id ?? `${stemOf(name)}-${line}`) : idOfFile(wellFormed(name));
  const names = known ? [`f${wellFormed(name)}`] : namesOf(wellFormed(name));
  const dispatch = dispatchOf(record);
  const source = articleSource({ path, year: reading?.year }, dispatch, known?.more, {
    ...{ offset, length, isStored: false, range: null, type: known ? "jsonl" : "text" },
    ...{ id: wellFormed(id), names },
  });
  return source && withText(source, wellFormed(record.text));
}

/** How the text of an article is read again: from its part of the record's text, or, where that gives another, stored. */
function withText(source: Source, text: string): Source {
  const { dispatch, title, titleFrom } = source;
  const headline = titleFrom === "headline" ? title : null;
  const range = headline === dispatch.headline ? rangeOf(text, dispatch.paragraphs) : null;
  if (range) return { ...source, range };
  return { ...source, isStored: true, storedText: packText(dispatch) };
}

/** The same for an article of any other format, whose text is stored with it. `isAlone`: no other is in its file. */
export function recordSource(
  path: string,
  article: SourceArticle,
  isAlone: boolean,
  reading?: ReadingOptions,
): Source | null {
  const { record, member, format } = article;
  const name = basename(member ?? path).replace(COMPRESSED, "");
  const { text, paragraphs, date, place, agency, title } = record;
  const known = { ...withoutUndefined({ date, place, agency, title }), more: record };
  const raw = { text: text ?? paragraphs?.join("\n\n") ?? "", known, offset: 0, length: 0, line: 0 };
  const dispatch = dispatchOf(raw);
  const isPlain = format === "text" && isAlone;
  const id = record.id ?? (isAlone ? idOfFile(name) : `${stemOf(name)}-${record.position}`);
  const names = new Set([`f${wellFormed(basename(path))}`, ...(isPlain ? namesOf(wellFormed(name)) : [])]);
  const source = articleSource({ path, year: reading?.year }, dispatch, record, {
    ...{ offset: 0, length: 0, isStored: true, range: null, type: format },
    ...{ id: wellFormed(id), names: [...names] },
  });
  if (source) source.storedText = packText(dispatch);
  return source;
}

function withoutUndefined<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

type Origin = Pick<Source, "id" | "names" | "offset" | "length" | "isStored" | "range" | "type">;

/** Where a year may come from that the text does not have. */
interface YearSource {
  path: string;
  year: number | undefined;
}

function articleSource(
  from: YearSource,
  dispatch: Dispatch,
  more: Partial<SourceRecord> = {},
  origin: Origin,
): Source | null {
  const language = languageNamed(more.language) ?? languageOf(sample(dispatch));
  const { title, titleFrom } = titleOf(dispatch, language);
  if (title === "" && dispatch.paragraphs.length === 0) return null;
  const byline = formed(more.byline) ?? dispatch.byline;
  const subjects = more.subjects?.map(wellFormed) ?? dispatch.subjects;
  const extra = extraOf(dispatch, more.extra);
  const date = dispatch.date ?? dayWithYear(dispatch, from, more.sent) ?? more.sent ?? null;
  return {
    dispatch,
    ...origin,
    date,
    time: more.time ?? (date === null ? null : dispatch.time),
    dateline: formed(more.dateline) ?? dispatch.dateline,
    place: dispatch.place,
    agency: dispatch.agency,
    byline,
    language,
    title,
    titleFrom,
    subjects,
    url: formed(more.url) ?? dispatch.url,
    version: formed(more.version) ?? dispatch.version,
    status: more.status ?? dispatch.status,
    extra,
    further: furtherTexts(dispatch, more.extra, [byline ?? "", ...subjects]),
  };
}

function formed(text: string | undefined): string | null {
  return text === undefined ? null : wellFormed(text);
}

/** A dateline's day and month, with the year of the date in the file's or folder's name, else the one that is given. */
function dayWithYear({ monthDay }: Dispatch, { path, year }: YearSource, sent?: string): string | null {
  if (!monthDay) return null;
  const near =
    (sent === undefined ? null : dateInPath(sent)) ??
    dateInPath(path) ??
    (year === undefined ? null : { year, month: null, day: null });
  return near && completeDay(monthDay, near);
}

/** All of the source that has no field of its own. */
function extraOf(dispatch: Dispatch, more: Record<string, unknown> | undefined): Record<string, unknown> {
  const extra: Record<string, unknown> = { ...more };
  for (const name of ["region", "kicker", "abstract"] as const)
    if (dispatch[name] !== null) extra[name] ??= dispatch[name];
  for (const name of ["header", "footer"] as const)
    if (dispatch[name].length > 0) extra[name] ??= dispatch[name];
  return extra;
}

/** A longer value in `extra` is data, not text. */
const LONGEST_EXTRA = 100_000;

/** What else can be searched: lines above and below the text, names, key words, and texts in fields without a name here. */
function furtherTexts(
  { kicker, abstract, header, footer }: Dispatch,
  extra: Record<string, unknown> = {},
  named: readonly string[],
): string[] {
  const texts = [kicker ?? "", abstract ?? "", ...header, ...footer, ...named];
  for (const value of Object.values(extra))
    for (const part of Array.isArray(value) ? value : [value])
      if (isSearchable(part)) texts.push(wellFormed(part));
  return texts.filter((text) => text !== "");
}

/** Addresses and names of types are found by their fields. */
const isSearchable = (value: unknown): value is string =>
  typeof value === "string" && value.length <= LONGEST_EXTRA && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(value);

const languages = new Map<string, string | null>();

/** ISO 639-1 of a language tag: `en` of `en-US` and `eng`. Null for what names no language that has such a code. */
function languageNamed(tag: string | undefined): string | null {
  if (tag === undefined) return null;
  let known = languages.get(tag);
  if (known === undefined) {
    known = canonicalLanguage(tag);
    languages.set(tag, known);
  }
  return known;
}

function canonicalLanguage(tag: string): string | null {
  try {
    const { language } = new Intl.Locale(tag.trim().replaceAll("_", "-"));
    return /^[a-z]{2}$/.test(language) ? language : null;
  } catch {
    return null;
  }
}

/** Enough of the text to detect its language. */
function sample({ headline, paragraphs }: Dispatch): string {
  let text = headline ?? "";
  for (const paragraph of paragraphs) {
    if (text.length > 2_000) break;
    text += `\n${paragraph.slice(0, 2_000)}`;
  }
  return text;
}

/** A file's name without its ending. */
export function stemOf(name: string): string {
  return basename(name)
    .replace(COMPRESSED, "")
    .replace(/(?<=.)\.[^.]*$/, "");
}

function namesOf(fileName: string): string[] {
  const number = numberOfFile(fileName);
  return number === null ? [`f${fileName}`] : [`f${fileName}`, `n${numberKey(number)}`];
}
