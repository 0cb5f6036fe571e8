/** CSV and TSV (RFC 4180) with a line of names: a record a row. */
import { parse } from "csv-parse/sync";
import { dateReaderFor, recordOf } from "../fields.js";
import type { Context, SourceRecord } from "../record.js";
import { sourceText } from "../source-text.js";

const DELIMITERS = [",", "\t", ";", "|"] as const;

/** The delimiter that the first line has most often, outside of quotation marks. */
function delimiterOf(text: string): string {
  const line =
    text
      .slice(0, 64 * 1024)
      .split(/\r?\n/, 1)[0]
      ?.replace(/"[^"]*"/g, "") ?? "";
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** Rows of cells as records under the names of the first row. More cells than names go into one field. */
export function* tableRecords(
  rows: readonly (readonly string[])[],
  context: Context,
): Generator<SourceRecord> {
  const [names = [], ...body] = rows;
  const objects = body.map((row) => {
    const fields: Record<string, unknown> = Object.create(null);
    names.forEach((name, i) => {
      const cell = row[i]?.trim() ?? "";
      if (cell !== "") fields[name.trim() === "" ? `column ${i + 1}` : name.trim()] = cell;
    });
    const rest = row.slice(names.length).filter((cell) => cell.trim() !== "");
    if (rest.length > 0) fields["more cells"] = rest;
    return fields;
  });
  const dates = dateReaderFor(objects, context.report, context.map);
  let position = 0;
  let bad = 0;
  let problem = "";
  for (const fields of objects) {
    if (Object.keys(fields).length === 0) continue;
    const result = recordOf(fields, position + 1, dates, context.map);
    if ("record" in result && hasText(result.record)) {
      position++;
      yield result.record;
    } else {
      bad++;
      problem = "problem" in result ? result.problem : "has no text";
    }
  }
  dates.finish(context.report);
  if (position === 0)
    context.report(
      `skipped: none of its columns is called text or title (${names.slice(0, 8).join(", ").slice(0, 200)}); --map text=COLUMN says which one is`,
    );
  else if (bad > 0) context.report(`${bad} ${bad === 1 ? "row" : "rows"} skipped: ${problem}`);
}

/** A table of persons has names and cities: a row needs a text or a headline of some words. */
function hasText({ text, paragraphs, title }: SourceRecord): boolean {
  return text !== undefined || (paragraphs?.length ?? 0) > 0 || (title ?? "").split(/\s+/).length >= 3;
}

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const text = sourceText(bytes, context);
  if (text === null) return;
  const options = {
    delimiter: delimiterOf(text),
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    relax_quotes: true,
    max_record_size: 16 * 1024 * 1024,
  };
  let rows: string[][];
  try {
    rows = parse(text, options);
    // A quotation mark that is never closed swallows the rest: then none of them counts.
    if (rows.length < 2 && text.trim().includes("\n")) rows = parse(text, { ...options, quote: false });
  } catch {
    rows = parse(text, { ...options, quote: false });
  }
  yield* tableRecords(rows, context);
}
