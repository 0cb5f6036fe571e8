/** Fields of an article's record that are neither text nor a column: byline, subjects, address, and any key of `extra`. */
import { FIELD_KEY } from "../../index/format/record.js";
import { NO_DAY } from "../../index/format/sections.js";
import type { Segment } from "../../index/read/segment.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { editDistance } from "../../text/edit-distance.js";
import { foldValue } from "../../text/fold-value.js";
import { fieldNamed, QUERY_FIELDS } from "../query/fields.js";
import type { PresenceNode, RecordNode } from "../query/nodes.js";
import { QueryError } from "../query/query-error.js";
import { type Articles, select } from "./sets.js";

/** A field that articles may have: a column, or a key among the names of a segment. */
export type Field =
  | { type: "column"; column: "places" | "agencies" | "languages" | "types" | "days" }
  | { type: "title" }
  | { type: "key"; key: string };

const COLUMNS = { place: "places", agency: "agencies", language: "languages", type: "types" } as const;
/** These fields have no kind of their own in queries, and every article may have them. */
const OWN_KEYS = new Set(["byline", "subjects", "url", "status", "version", "time", "dateline"]);

/** The field that is meant. Throws QueryError if neither azertac nor any article has it. */
export function fieldOf(snapshot: Snapshot, { key, query, at }: RecordNode | PresenceNode): Field {
  const name = key.toLowerCase();
  const kind = fieldNamed(name)?.kind;
  if (kind?.type === "value") return { type: "column", column: COLUMNS[kind.column] };
  if (kind?.type === "date") return { type: "column", column: "days" };
  if (kind?.type === "text") return { type: "title" };
  if (kind?.type === "record") return { type: "key", key: kind.key };
  if (OWN_KEYS.has(name) || hasKey(snapshot, name)) return { type: "key", key: name };
  throw unknownField(snapshot, key, query, at);
}

function hasKey(snapshot: Snapshot, key: string): boolean {
  return snapshot.segments.some(({ segment }) => segment.named(FIELD_KEY + key).length > 0);
}

const MOST_PROPOSED = 3;

function unknownField(snapshot: Snapshot, key: string, query: string, at: number): QueryError {
  const typed = key.toLowerCase();
  const names = new Set(QUERY_FIELDS.flatMap(({ name, aliases }) => [name, ...aliases]));
  for (const { segment } of snapshot.segments)
    for (const { name } of segment.namesPrefixed(FIELD_KEY)) names.add(name.slice(FIELD_KEY.length));
  const near = [...names]
    .map((name) => ({ name, distance: editDistance(typed, name, 2) ?? 3 }))
    .filter(({ name, distance }) => distance < 3 && distance < Math.max(2, name.length - 1))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_PROPOSED)
    .map(({ name }) => `"${name}:"`);
  const advice =
    near.length > 0
      ? `did you mean ${near.join(" or ")}?`
      : `to search for the text, write "${key}" in quotation marks`;
  return new QueryError(`there is no field "${key}": ${advice}`, query, at, key.length);
}

/** Articles whose field has the words of a value side by side, whatever their case and accents; null: any value. */
export function byRecord(segment: Segment, field: Field, value: string | null): Articles {
  if (field.type === "column") {
    const none = field.column === "days" ? NO_DAY : 0;
    return select(segment.column(field.column), (number) => number !== none);
  }
  if (field.type === "title") return Uint32Array.from({ length: segment.articleCount }, (_, i) => i);
  const having = Uint32Array.from(segment.named(FIELD_KEY + field.key));
  if (value === null) return having;
  const matches = testOf(value);
  return having.filter((document) => textsOf(segment, document, field.key).some(matches));
}

/** Whether a text has the words of a value; one with signs in it, such as an address, as it is typed. */
function testOf(value: string): (text: string) => boolean {
  const isPrefix = value.endsWith("*");
  const typed = isPrefix ? value.slice(0, -1) : value;
  const wanted = foldValue(typed);
  if (/[/:?=&]|\w\.\w/.test(typed)) {
    const exact = typed.toLowerCase();
    return (text) => text.toLowerCase().includes(exact);
  }
  return (text) => {
    const folded = ` ${foldValue(text)} `;
    return wanted !== "" && folded.includes(isPrefix ? ` ${wanted}` : ` ${wanted} `);
  };
}

/** What an article says under a key, as texts. */
function textsOf(segment: Segment, document: number, key: string): string[] {
  const record = segment.record(document);
  const own: Record<string, unknown> = {
    byline: record.byline,
    subjects: record.subjects,
    url: record.url,
    status: record.status,
    version: record.version,
    time: record.time,
    dateline: record.dateline,
  };
  const texts: string[] = [];
  collect(own[key] ?? valueNamed(record.extra, key), texts, 0);
  return texts;
}

function valueNamed(extra: Readonly<Record<string, unknown>>, key: string): unknown {
  for (const name in extra) if (name.toLowerCase() === key) return extra[name];
  return undefined;
}

const DEEPEST = 6;

function collect(value: unknown, texts: string[], depth: number): void {
  if (typeof value === "string") texts.push(value);
  else if (typeof value === "number" || typeof value === "boolean") texts.push(String(value));
  else if (typeof value === "object" && value !== null && depth < DEEPEST)
    for (const inner of Object.values(value)) collect(inner, texts, depth + 1);
}
