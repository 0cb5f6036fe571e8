/** ninjs 1, 2 and 3 (IPTC): one news item as a JSON object; version 3 writes its names in camel case. */
import { readDate } from "../dates.js";
import { isFields, statusOf } from "../fields.js";
import { hasHtml, paragraphsOfHtml, plainText } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";
import { first, parseXml } from "../xml.js";
import { jsonOf } from "./json-values.js";
import { nitfParagraphs } from "./nitf.js";

type Fields = Readonly<Record<string, unknown>>;

/** True for an object that has what only news items of IPTC have. */
export function isNinjs(value: unknown): value is Fields {
  if (!isFields(value)) return false;
  const names = new Set(Object.keys(value).map((key) => key.toLowerCase().replaceAll("_", "")));
  const identified = names.has("uri") || names.has("guid");
  return (
    identified &&
    (names.has("versioncreated") || names.has("pubstatus")) &&
    (names.has("headline") ||
      names.has("headlines") ||
      names.has("headlinemain") ||
      names.has("bodies") ||
      names.has("type"))
  );
}

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const value = jsonOf(bytes, context);
  if (value === undefined) return;
  const record = isFields(value) ? ninjsRecord(value, 1, context) : null;
  if (record) yield record;
}

const KNOWN =
  /^(?:uri|guid|type|representationtype|profile|versioncreated|firstcreated|contentcreated|version|pubstatus|language|headline.*|title|body.*|bodies|by|byline|located|place|dateline|provider|source|copyrightholder|infosources|infosource|subject|subjects|keywords|descriptions?.*|altids|standard|embargoed|associations|renditions|\$.*)$/;

/** Null, counted by kind, for pictures and for items without text and headline. */
export function ninjsRecord(item: Fields, position: number, context: Context): SourceRecord | null {
  const fields = new Map(
    Object.entries(item).map(([key, value]) => [key.toLowerCase().replaceAll("_", ""), value]),
  );
  const string = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = fields.get(name);
      if (typeof value === "string" && value.trim() !== "") return plainText(value);
      if (typeof value === "number") return String(value);
    }
    return undefined;
  };
  const type = string("type");
  const paragraphs = bodyOf(item, fields);
  if (
    paragraphs.length === 0 &&
    type !== undefined &&
    /^(?:picture|graphic|video|audio|animation|event|planning)$/.test(type)
  ) {
    context.skipped.add(`${type} item`, `${type} items`, "skipped: no text");
    return null;
  }
  const title =
    string("headline", "headlinemain", "headlinemedium") ??
    mainOf(fields.get("headlines")) ??
    string("title", "headlineshort");
  if (paragraphs.length === 0 && title === undefined) {
    context.skipped.add("item", "items", "skipped: neither text nor headline");
    return null;
  }
  const moment = readDate(string("versioncreated")) ?? readDate(string("firstcreated", "contentcreated"));
  const subjects = [
    ...namesIn(fields.get("subject")),
    ...namesIn(fields.get("subjects")),
    ...namesIn(fields.get("keywords")),
  ];
  const extra = Object.fromEntries(
    Object.entries(item).filter(([key]) => !KNOWN.test(key.toLowerCase().replaceAll("_", ""))),
  );
  const description = string("descriptiontext", "descriptionmain") ?? mainOf(fields.get("descriptions"));
  const located = string("located") ?? namesIn(fields.get("located"))[0];
  const uri = string("uri");
  return {
    id: string("guid") ?? uri,
    title,
    paragraphs,
    date: moment?.date,
    time: moment?.time ?? undefined,
    dateline: string("dateline"),
    place: located?.split(",")[0]?.trim(),
    agency:
      string("provider", "source") ??
      namesIn(fields.get("provider"))[0] ??
      namesIn(fields.get("infosources"))[0] ??
      string("copyrightholder"),
    byline: string("byline", "by") ?? (namesIn(fields.get("authors")).join(", ") || undefined),
    language: string("language"),
    subjects: subjects.length > 0 ? [...new Set(subjects)] : undefined,
    url: string("url", "canonicalurl") ?? (uri !== undefined && /^https?:/.test(uri) ? uri : undefined),
    version: string("version"),
    status:
      statusOf(string("pubstatus")) ??
      (isEmbargoed(string("embargoed"), moment?.date) ? "embargoed" : undefined),
    extra: description === undefined ? nonEmpty(extra) : { ...extra, description },
    position,
  };
}

const nonEmpty = (extra: Record<string, unknown>): Record<string, unknown> | undefined =>
  Object.keys(extra).length > 0 ? extra : undefined;

const isEmbargoed = (until: string | undefined, version: string | undefined): boolean =>
  until !== undefined && (version === undefined || (readDate(until)?.date ?? version) >= version);

/** The main one of values with roles, as `headlines` and `descriptions` hold them. */
function mainOf(values: unknown): string | undefined {
  if (!Array.isArray(values)) return undefined;
  const found = values.find((value) => isFields(value) && value.role === "main") ?? values[0];
  const text = isFields(found) ? found.value : found;
  return typeof text === "string" ? plainText(text) || undefined : undefined;
}

/** The names in an array of objects, or the strings of one. */
function namesIn(value: unknown): string[] {
  const values = Array.isArray(value) ? value : isFields(value) ? [value] : [];
  return values
    .map((part) => (isFields(part) ? (part.name ?? part.literal) : part))
    .filter((name) => typeof name === "string")
    .map(plainText)
    .filter((name) => name !== "");
}

/** The same text may be there as HTML, XHTML, NITF and plain: the one that says most, marked up before plain. */
function bodyOf(item: Fields, fields: ReadonlyMap<string, unknown>): string[] {
  const bodies: { value: string; contentType: string }[] = [];
  for (const [key, value] of Object.entries(item))
    if (/^body_?/i.test(key) && typeof value === "string")
      bodies.push({ value, contentType: key.toLowerCase() });
  const listed = fields.get("bodies");
  for (const body of Array.isArray(listed) ? listed : [])
    if (isFields(body) && typeof body.value === "string")
      bodies.push({
        value: body.value,
        contentType: `${body.contenttype ?? body.contentType ?? body.role ?? ""}`.toLowerCase(),
      });
  let best: string[] = [];
  let bestLength = 0;
  for (const body of bodies) {
    const paragraphs = paragraphsOf(body.value, body.contentType);
    const length = paragraphs.join("").length;
    // A tenth more text is a part that the other one lacks; less is a difference of spaces and dashes.
    if (length > bestLength * 1.1 || (length > bestLength * 0.9 && paragraphs.length > best.length)) {
      best = paragraphs;
      bestLength = length;
    }
  }
  return best;
}

function paragraphsOf(value: string, contentType: string): string[] {
  if (/nitf/.test(contentType)) {
    const nitf = first(parseXml(value).root, "body.content");
    return nitf ? nitfParagraphs(nitf) : paragraphsOfHtml(value);
  }
  if (hasHtml(value)) return paragraphsOfHtml(value);
  const blocks = value.split(/\r?\n\s*\r?\n/);
  // Without empty lines each line is a paragraph, unless they are wrapped.
  const parts = blocks.length > 1 ? blocks : value.split(/\r?\n(?=\s{2,}|\S)/);
  return parts.map(plainText).filter((part) => part !== "");
}
