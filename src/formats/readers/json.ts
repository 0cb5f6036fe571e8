/** JSON without a standard: an array of records, an answer of a server that holds one, or a single record. */
import { type DateReader, dateReaderFor, isFields, recordOf } from "../fields.js";
import type { Context, SourceRecord } from "../record.js";
import { jsonOf } from "./json-values.js";
import { isNinjs, ninjsRecord } from "./ninjs.js";

/** Names under which the records of an answer lie, outermost first. */
const LISTS =
  "articles items item hits results docs documents records rows posts entries news stories data content response _items value list".split(
    " ",
  );
const MAX_STEPS = 5;

/** The records of a value: itself if it is one. */
function recordsIn(value: unknown, steps = 0): unknown[] {
  if (Array.isArray(value)) return value;
  if (!isFields(value) || steps > MAX_STEPS) return [];
  const { record } = probe(value);
  for (const name of LISTS) {
    const inner = value[name];
    if (
      Array.isArray(inner)
        ? inner.some(isFields)
        : isFields(inner) && (!record || name === "data" || name === "hits")
    ) {
      const found = recordsIn(inner, steps + 1);
      if (found.length > 0 && found.some(isFields)) return found;
    }
  }
  return [value];
}

/** True if an object is a record itself: it has a headline or a text. */
function probe(value: Readonly<Record<string, unknown>>): { record: boolean } {
  const has = (name: string): boolean => typeof value[name] === "string" && value[name] !== "";
  return { record: has("text") || has("body") || has("content") || has("maintext") || has("body_text") };
}

/** One record, read as ninjs if it is. */
export function jsonRecord(
  value: unknown,
  position: number,
  dates: DateReader,
  context: Context,
): SourceRecord | null {
  if (isNinjs(value)) return ninjsRecord(value, position, context);
  const result = recordOf(value, position, dates, context.map);
  if ("record" in result) return result.record;
  context.skipped.add("record", "records", `skipped: ${result.problem}`);
  return null;
}

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const value = jsonOf(bytes, context);
  if (value === undefined) return;
  const found = recordsIn(value);
  const single = found.length === 1 && found[0] === value;
  const dates = dateReaderFor(found, context.report, context.map);
  let position = 0;
  for (const item of found) {
    if (single && !isArticle(item, context)) break;
    const record = jsonRecord(item, position + 1, dates, context);
    if (!record) continue;
    position++;
    yield record;
  }
  dates.finish(context.report);
  if (position === 0 && context.skipped.total === 0)
    context.report("skipped: it is JSON of an unknown kind, without records that have a text or a title");
}

/** A lone object needs a text: settings and packages have names and titles, too. */
function isArticle(value: unknown, { map }: Context): boolean {
  if (isNinjs(value)) return true;
  if (!isFields(value)) return false;
  const result = recordOf(
    value,
    1,
    dateReaderFor([], () => {}),
    map,
  );
  if (!("record" in result)) return false;
  const { id, text, paragraphs, date, title, isFinal } = result.record;
  if (isFinal) return true;
  const body = text ?? paragraphs?.join(" ") ?? "";
  // A description alone is what packages, schemas and settings have, too.
  if (body === value.description || body === "") return date !== undefined && title !== undefined;
  return body.length >= 40 || [id, date, title].some((known) => known !== undefined);
}
