/** Plain text: one dispatch. */
import type { Context, SourceRecord } from "../record.js";
import { sourceText } from "../source-text.js";

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const text = sourceText(bytes, context);
  if (text === null) return;
  if (text.trim() === "") context.report("is empty");
  else yield { text, position: 1 };
}
