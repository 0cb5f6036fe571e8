/**
 * CSV (RFC 4180): a header, then a record an article.
 *
 * Values stay as they are, also those that a spreadsheet would take for a formula (`=1+1`): a program that reads the
 * file gets what the dispatch says. Only characters that `safe` keeps from a terminal are left out; line ends stay.
 */
import type { Article } from "../../index.js";
import { safe } from "./safe.js";

const COLUMNS = [
  "id",
  "path",
  "date",
  "place",
  "agency",
  "language",
  "title",
  "titleFrom",
  "words",
  "paragraphs",
] as const;

function field(value: unknown): string {
  const text = String(value ?? "")
    .split("\n")
    .map(safe)
    .join("\n");
  return /[",\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Columns behind those that every article has: their names, and their values of each article. */
export type MoreColumns<A extends Article> = Record<string, (article: A) => unknown>;

/** The records, each with its line end. */
export function* csvRecords<A extends Article>(
  articles: readonly A[],
  more: MoreColumns<A> = {},
): Generator<string> {
  yield `${[...COLUMNS, ...Object.keys(more)].join(",")}\r\n`;
  const further = Object.values(more);
  for (const article of articles) {
    const values = [...COLUMNS.map((name) => article[name]), ...further.map((value) => value(article))];
    yield `${values.map(field).join(",")}\r\n`;
  }
}
