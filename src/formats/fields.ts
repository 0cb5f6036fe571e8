/** Records of JSON and CSV: the names under which the same field goes in other people's data, and their values. */
import { type DateTime, type DayOrder, DayOrderVote, readDate } from "./dates.js";
import { decodeEntities } from "./entities.js";
import { hasHtml, paragraphsOfHtml, plainText } from "./html-text.js";
import type { FieldMap, FieldRole, Report, SourceRecord, Status } from "./record.js";

/** Names without case, hyphens, underscores, dots and spaces. Where a record has several, the first one is taken. */
const NAMES: Readonly<Record<FieldRole, string>> = {
  id: "id guid uri _id uuid articleid docid documentid storyid newsid itemid newid accessionno recordid",
  title:
    "title headline headlines headlinemain maintitle articletitle newstitle headlinetext hl1 titletext name",
  text: "text body bodytext maintext articlebody articletext fulltext contenttext content article story storytext storybody bodymain newstext maincontent textcontent bodies bodyhtml contenthtml html htmlbody bodyxhtml contentencoded rawtext texto inhalt texte текст mətn description summary abstract",
  date: "date datepublished publicationdate publishdate datepublish published publishedat publishedon pubdate firstpublished datetime datetimepub pubdatetime versioncreated firstcreated webpublicationdate publisheddate dateissued issued postdate displaydate newsdate articledate timestamp created createdat datecreated creationdate lastmodified updated updatedat modified datemodified crawldate seendate datedownload day",
  time: "time publishedtime publishtime createdtime",
  dateline: "dateline",
  place: "place location located city placename datelineplace",
  agency:
    "agency source provider sourcename newsagency publisher publication newspaper outlet sitename medium media site sourcedomain domain feed copyrightholder",
  byline: "byline author authors authorname creator dccreator writer by reporter journalist correspondent",
  language: "language lang languagecode lng dclanguage inlanguage",
  subjects:
    "subjects subject topics topic tags tag keywords keyword categories category section sections medtop",
  url: "url link weburl canonicalurl articleurl permalink href sourceurl originalurl canonical",
  version: "version revision",
  status: "status pubstatus",
};

/** Records lie in these objects in the answers of search servers and content systems. */
const WRAPPERS: ReadonlySet<string> = new Set(
  "_source fields source item article doc document data attributes node news story record result properties post".split(
    " ",
  ),
);
const MAX_WRAPPERS = 4;

/** The fields that azertac prints and reads back. */
const OWN = ["titleFrom", "words", "paragraphs", "type", "path"] as const;

const ranks = new Map<string, { role: FieldRole; rank: number } | null>();
let known: Map<string, { role: FieldRole; rank: number }> | undefined;

const normalized = (key: string): string => key.toLowerCase().replace(/[-.:\s]|(?<=.)_/g, "");

const isRole = (name: string): name is FieldRole => name in NAMES;

function namesByKey(): Map<string, { role: FieldRole; rank: number }> {
  const made = new Map<string, { role: FieldRole; rank: number }>();
  for (const role of Object.keys(NAMES).filter(isRole))
    NAMES[role].split(" ").forEach((name, rank) => {
      if (!made.has(name)) made.set(name, { role, rank });
    });
  return made;
}

/** What a key means. Kept for each spelling: a file of a million lines has ten. */
function roleOf(key: string): { role: FieldRole; rank: number } | null {
  let found = ranks.get(key);
  if (found === undefined) {
    known ??= namesByKey();
    found = known.get(normalized(key)) ?? null;
    if (ranks.size < 10_000) ranks.set(key, found);
  }
  return found;
}

type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown, depth = 0): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === "string" && (value.trim() === "" || value.trim() === "-")) ||
  (Array.isArray(value) && depth < 4 && value.every((part) => isEmpty(part, depth + 1)));

/** A value and its key, by role; the rest goes to `extra`. */
interface Sorted {
  roles: Map<FieldRole, { key: string; value: unknown; rank: number }>;
  extra: Record<string, unknown>;
}

function valueAt(fields: Fields, path: string): unknown {
  if (Object.hasOwn(fields, path)) return fields[path];
  let value: unknown = fields;
  for (const name of path.split(".")) {
    if (!isFields(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** The rank of a field that the map names, before all others. */
const MAPPED = -1;

function sortFields(fields: Fields, map: FieldMap | undefined): Sorted {
  const sorted: Sorted = { roles: new Map(), extra: {} };
  const mapped = new Set<string>();
  for (const [role, path] of Object.entries(map ?? {})) {
    if (!isRole(role) || path === undefined) continue;
    mapped.add(path);
    const value = valueAt(fields, path);
    if (!isEmpty(value)) sorted.roles.set(role, { key: path, value, rank: MAPPED });
  }
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    if (mapped.has(key) || isEmpty(value)) continue;
    const found = roleOf(key);
    const usable = found && (found.role === "text" ? isTextual(value) : true);
    if (!found || !usable) {
      setOwn(sorted.extra, key, value);
      continue;
    }
    const before = sorted.roles.get(found.role);
    if (before && before.rank <= found.rank) setOwn(sorted.extra, key, value);
    else {
      if (before) setOwn(sorted.extra, before.key, before.value);
      sorted.roles.set(found.role, { key, value, rank: found.rank });
    }
  }
  return sorted;
}

/** `__proto__` is a field like any other. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

const isTextual = (value: unknown): boolean =>
  typeof value === "string" ||
  (Array.isArray(value) && value.some((part) => typeof part === "string" || isFields(part)));

/** The text of a value: a string, a number, an object's `name`, `value` or `text`, or the first of an array. */
function scalar(value: unknown, depth = 0): string | undefined {
  if (typeof value === "string") return plainText(value) || undefined;
  if (typeof value === "number") return String(value);
  if (depth > 3) return undefined;
  if (Array.isArray(value)) {
    for (const part of value) {
      const text = scalar(part, depth + 1);
      if (text !== undefined) return text;
    }
    return undefined;
  }
  if (!isFields(value)) return undefined;
  for (const key of [
    "name",
    "value",
    "text",
    "title",
    "literal",
    "$oid",
    "$date",
    "$",
    "#text",
    "label",
    "uri",
    "code",
  ])
    if (!isEmpty(value[key])) return scalar(value[key], depth + 1);
  return undefined;
}

/** All texts of a value: an array's, or the parts of a list written as one string. */
function list(value: unknown, divider: RegExp): string[] {
  const parts = Array.isArray(value) ? value : typeof value === "string" ? value.split(divider) : [value];
  return parts.map((part) => scalar(part)).filter((part) => part !== undefined);
}

/** The longest of several forms of one text, as ninjs 2 and 3 have them in `bodies`. */
function longestForm(value: unknown): unknown {
  if (!Array.isArray(value) || value.length < 2) return value;
  const forms = value.map((part) =>
    isFields(part) && ("role" in part || "contenttype" in part || "contentType" in part) ? part.value : null,
  );
  const texts = forms.filter((form) => typeof form === "string");
  return texts.length === value.length ? texts.reduce((a, b) => (b.length > a.length ? b : a)) : value;
}

/** A text's paragraphs if it is HTML or an array, else the text to be parsed. */
function bodyOf(given: unknown): Pick<SourceRecord, "text" | "paragraphs"> {
  const value = longestForm(given);
  if (typeof value === "string") {
    if (hasHtml(value)) return { paragraphs: paragraphsOfHtml(value) };
    // Exports of tables write a line break as a backslash and an n.
    const text = value.includes("\\n") && !value.includes("\n") ? value.replace(/\\r?\\n|\\n/g, "\n") : value;
    return { text: decodeEntities(text) };
  }
  const paragraphs = (Array.isArray(value) ? value : [value]).flatMap((part) => {
    const text =
      typeof part === "string" ? part : isFields(part) ? (part.text ?? part.value ?? part.content) : "";
    if (typeof text !== "string") return [];
    return hasHtml(text) ? paragraphsOfHtml(text) : [decodeEntities(text).trim()];
  });
  return { paragraphs: paragraphs.filter((paragraph) => paragraph !== "") };
}

/** What publishers call a status; undefined for `usable` and for what is no status of an article. */
export function statusOf(value: string | undefined): Status | undefined {
  const name = value?.toLowerCase().replace(/^.*[:/]/, "") ?? "";
  if (/^(?:corrected|correction)$/.test(name)) return "corrected";
  if (/^(?:cancell?ed|withdrawn|withheld|killed?|retracted|deleted)$/.test(name)) return "withdrawn";
  return /^embargo(?:ed)?$/.test(name) ? "embargoed" : undefined;
}

/** Reads the dates of one file: the order of day and month is known, and what cannot be read is counted. */
export class DateReader {
  private unreadable = 0;
  private example = "";

  constructor(readonly order: DayOrder = "dmy") {}

  read(value: unknown): DateTime | null {
    if (isEmpty(value)) return null;
    const plain = isFields(value) || Array.isArray(value) ? scalar(value) : value;
    const found = readDate(plain, this.order);
    if (!found && this.unreadable++ === 0) this.example = String(plain).slice(0, 40);
    return found;
  }

  finish(report: Report): void {
    if (this.unreadable === 0) return;
    const dates = this.unreadable === 1 ? "1 date" : `${this.unreadable} dates`;
    report(`${dates} cannot be read, such as "${this.example}"`);
    this.unreadable = 0;
  }
}

/** The field that a record's date is read from, for the vote on the order of day and month. */
export function dateFieldOf(value: unknown, map?: FieldMap): { key: string; value: unknown } | null {
  const roles = isFields(value) ? sortRecord(value, map).roles : null;
  return roles?.get("date") ?? roles?.get("time") ?? null;
}

/** The date reader for records that are all at hand. */
export function dateReaderFor(records: Iterable<unknown>, report: Report, map?: FieldMap): DateReader {
  const vote = new DayOrderVote();
  for (const record of records) vote.add(dateFieldOf(record, map)?.value);
  if (vote.warning) report(vote.warning);
  return new DateReader(vote.order);
}

/** A record's fields by role. It may lie in `_source`, `fields` and the like, with the rest round it. */
function sortRecord(fields: Fields, map: FieldMap | undefined): Sorted {
  let found = fields;
  let sorted = sortFields(found, map);
  for (let depth = 0; depth < MAX_WRAPPERS; depth++) {
    const text = sorted.roles.get("text");
    if (text && text.rank < DESCRIPTION_RANK) break;
    // What the map names is there: nothing has to be looked for further in.
    if (map && [...sorted.roles.values()].some(({ rank }) => rank === MAPPED)) break;
    const key = Object.keys(found).find((name) => WRAPPERS.has(name.toLowerCase()) && isFields(found[name]));
    const inner = key === undefined ? undefined : found[key];
    if (key === undefined || !isFields(inner)) break;
    const { [key]: _, ...outer } = found;
    found = { ...outer, ...inner };
    sorted = sortFields(found, map);
  }
  return sorted;
}

/** From here on in the names of texts it is a description, which other words may be better than. */
const DESCRIPTION_RANK = NAMES.text.split(" ").indexOf("description");

export type RecordResult = { record: SourceRecord } | { problem: string };

const NO_TEXT =
  "has neither text nor title under a known name; --map text=FIELD says which field is the text";

/** A record of JSON or CSV. Never throws. */
export function recordOf(value: unknown, position: number, dates: DateReader, map?: FieldMap): RecordResult {
  if (!isFields(value)) return { problem: "is not an object" };
  if (Array.isArray(value.body) && "titleFrom" in value && "paragraphs" in value)
    return { record: ownRecord(value, position) };
  const { roles, extra } = sortRecord(value, map);
  const get = (role: FieldRole): unknown => roles.get(role)?.value;
  const body = roles.has("text") ? bodyOf(get("text")) : {};
  const hasBody = (body.text ?? "").trim() !== "" || (body.paragraphs?.length ?? 0) > 0;
  const title = scalar(get("title"));
  if (!hasBody && title === undefined) return { problem: NO_TEXT };
  const dateValue = roles.get("date") ?? roles.get("time");
  const date = dates.read(dateValue?.value);
  // A date that cannot be read is kept where it can be seen.
  if (dateValue && !date) setOwn(extra, dateValue.key, dateValue.value);
  const statusValue = roles.get("status");
  const status = statusOf(scalar(statusValue?.value));
  if (statusValue && !status) setOwn(extra, statusValue.key, statusValue.value);
  const byline = list(get("byline"), /$^/).join(", ");
  const subjects = list(get("subjects"), /[;|]|,\s/);
  return {
    record: {
      id: scalar(get("id")),
      title,
      ...(hasBody ? body : {}),
      date: date?.date,
      time: date?.time ?? clockOf(get("time"), date?.date),
      dateline: scalar(get("dateline")),
      place: scalar(get("place")),
      agency: scalar(get("agency")),
      byline: byline || undefined,
      language: scalar(get("language")),
      subjects: subjects.length > 0 ? subjects : undefined,
      url: scalar(get("url")),
      version: scalar(get("version")),
      status,
      extra: Object.keys(extra).length > 0 ? extra : undefined,
      position,
    },
  };
}

/** A time in a field of its own: `14:05`, or a whole date with a time of the same day. */
function clockOf(value: unknown, date: string | undefined): string | undefined {
  if (date === undefined || typeof value !== "string") return undefined;
  const found = readDate(/^\s*\d{1,2}[:.]\d{2}/.test(value) ? `${date} ${value.trim()}` : value);
  return found?.date === date ? (found.time ?? undefined) : undefined;
}

/** What azertac prints itself. Its strings are plain text already: nothing in them is decoded. */
function ownRecord(fields: Fields, position: number): SourceRecord {
  const string = (name: string): string | undefined => {
    const value = fields[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const strings = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((part) => typeof part === "string") : [];
  const subjects = strings(fields.subjects);
  const status = string("status");
  const extra: Record<string, unknown> = isFields(fields.extra) ? { ...fields.extra } : {};
  for (const key of Object.keys(fields))
    if (
      !isRole(key) &&
      !OWN.some((name) => name === key) &&
      !/^(?:body|extra|score|matched|snippets|copies)$/.test(key)
    )
      setOwn(extra, key, fields[key]);
  return {
    id: string("id"),
    isFinal: true,
    title: fields.titleFrom === "lead" ? undefined : string("title"),
    paragraphs: strings(fields.body),
    date: string("date"),
    time: string("time"),
    dateline: string("dateline"),
    place: string("place"),
    agency: string("agency"),
    byline: string("byline"),
    language: string("language"),
    subjects: subjects.length > 0 ? subjects : undefined,
    url: string("url"),
    version: string("version"),
    status: status === "corrected" || status === "withdrawn" || status === "embargoed" ? status : undefined,
    extra: Object.keys(extra).length > 0 ? extra : undefined,
    position,
  };
}
