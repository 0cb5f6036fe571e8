/** JSON Lines: a record a line. Files on disk are read by byte ranges instead; this reads those inside of other files. */

import { DayOrderVote } from "../dates.js";
import { DateReader, dateValueOf } from "../fields.js";
import type { Context, SourceRecord } from "../record.js";
import { sourceText } from "../source-text.js";
import { jsonRecord } from "./json.js";

const LONGEST_LINE = 16 * 1024 * 1024;

function* valuesOf(text: string, onBad: () => void): Generator<unknown> {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = end - start > LONGEST_LINE ? "" : text.slice(start, end).trim();
    start = end + 1;
    if (line === "") continue;
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
  const vote = new DayOrderVote();
  for (const value of valuesOf(text, () => {})) vote.add(dateValueOf(value, context.map));
  if (vote.warning) context.report(vote.warning);
  const dates = new DateReader(vote.order);
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
