/** Shows a query with a caret under the place that is at fault. */
import type { QueryError } from "../../index.js";
import { safe } from "./safe.js";
import { characters } from "./width.js";

/** Longer queries are shown around the place. */
const MOST_CHARACTERS = 70;
const LEAST_CHARACTERS = 20;
const INDENT = "  ";

/** Written two columns wide: the scripts of East Asia, their full-width forms, emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]|\p{Emoji_Presentation}/u;

/** Columns of a text; near enough without a library, since an error must not need to load one. */
function columns(text: string): number {
  let sum = 0;
  for (const character of characters(text)) sum += WIDE.test(character) ? 2 : 1;
  return sum;
}

/** Two lines: the query, and carets under what is at fault. `width` is the terminal's, in columns. */
export function caretLines(
  { query, at, length }: Pick<QueryError, "query" | "at" | "length">,
  width: number = MOST_CHARACTERS,
): [string, string] {
  const room = Math.max(LEAST_CHARACTERS, Math.min(MOST_CHARACTERS, width - INDENT.length - 2));
  const start = at > room - 15 ? at - Math.floor(room / 2) : 0;
  const end = Math.min(query.length, start + room);
  const before = (start > 0 ? "…" : "") + safe(query.slice(start, at));
  const after = safe(query.slice(at, end)) + (end < query.length ? "…" : "");
  const carets = Math.max(1, columns(safe(query.slice(at, Math.min(at + length, end)))));
  return [INDENT + before + after, INDENT + " ".repeat(columns(before)) + "^".repeat(carets)];
}
