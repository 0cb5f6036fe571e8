/** JSON Lines: a record a line. Files on disk are read by byte ranges instead; this reads those inside of other files. */
import { DateReader } from "../fields.js";
import type { Context, SourceRecord } from "../record.js";
import { dayOrderIn } from "../records/day-order.js";
import { sourceText } from "../source-text.js";
import { jsonRecord } from "./json.js";

const LONGEST_LINE = 16 * 1024 * 1024;

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = end - start > LONGEST_LINE ? "" : text.slice(start, end).trim();
    start = end + 1;
    if (line !== "") yield line;
  }
}

function* valuesOf(text: string, onBad: () => void): Generator<unknown> {
  for (const line of linesOf(text)) {
    // Anything else would cost an error thrown and caught for each line.
    if (!line.startsWith("{")) {
      onBad();
      continue;
    }
    try {
      yield JSON.parse(line);
    } catch {
      onBad();
    }
  }
}

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const text = sourceText(bytes, context)?.replace(/^\ufeff/, "") ?? "";
  const { order, warning } = dayOrderIn(linesOf(text), context.map);
  if (warning !== null) context.report(warning);
  const dates = new DateReader(order);
  let position = 0;
  const bad = (): void => context.skipped.add("line", "lines", "skipped: not JSON");
  for (const value of valuesOf(text, bad)) {
    const record = jsonRecord(value, position + 1, dates, context);
    if (!record) continue;
    position++;
    yield record;
  }
  dates.finish(context.report);
}
