/** Shows a query with a caret under the place that is at fault. */
import type { QueryError } from "../../index.js";
import { safe } from "./safe.js";
import { characters } from "./width.js";

/** Longer queries are shown around the place. */
const WINDOW = 70;

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|\p{Emoji_Presentation}/u;

/** Columns of a text; near enough without a library, since an error must not need to load one. */
function columns(text: string): number {
  return characters(text).reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

export function caretLines({
  query,
  at,
  length,
}: Pick<QueryError, "query" | "at" | "length">): [string, string] {
  const start = at > WINDOW - 20 ? at - (WINDOW - 30) : 0;
  const end = Math.min(query.length, start + WINDOW);
  const before = safe((start > 0 ? "…" : "") + query.slice(start, at));
  const shown = before + safe(query.slice(at, end)) + (end < query.length ? "…" : "");
  const carets = Math.max(1, columns(safe(query.slice(at, Math.min(at + length, end)))));
  return [`  ${shown}`, `  ${" ".repeat(columns(before))}${"^".repeat(carets)}`];
}
