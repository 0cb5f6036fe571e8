/**
 * CSV (RFC 4180): a header, then a record an article.
 *
 * Values stay as they are, also those that a spreadsheet would take for a formula (`=1+1`): a program that reads the
 * file gets what the dispatch says. Only characters that `safe` keeps from a terminal are left out; line ends stay.
 */
import type { Article } from "../../index.js";
import { ARTICLE_FIELDS, type Fields } from "./fields.js";
import { safe } from "./safe.js";

function field(value: unknown): string {
  const text = String(value ?? "")
    .split("\n")
    .map(safe)
    .join("\n");
  return /[",\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The records, each with its line end. */
export function* csvRecords<A extends Article>(
  articles: readonly A[],
  fields: Fields<A> = ARTICLE_FIELDS,
): Generator<string> {
  yield `${Object.keys(fields).join(",")}\r\n`;
  const values = Object.values(fields);
  for (const article of articles) yield `${values.map((value) => field(value(article))).join(",")}\r\n`;
}

/** Records of plain values under a header, each with its line end. */
export function* csvTable<Row>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): Generator<string> {
  yield `${columns.join(",")}\r\n`;
  for (const row of rows) yield `${columns.map((name) => field(row[name])).join(",")}\r\n`;
}
