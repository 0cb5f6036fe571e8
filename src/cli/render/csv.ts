/** CSV (RFC 4180): a header, one article a line. Values are not changed; only control characters are left out. */
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
  const text = value === null || value === undefined ? "" : safe(String(value));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `more` are columns behind those that every article has: their names, and their values of each article. */
export function csv<A extends Article>(
  articles: readonly A[],
  more: Record<string, (article: A) => unknown> = {},
): string {
  const names = [...COLUMNS, ...Object.keys(more)];
  const lines = articles.map((article) =>
    [...COLUMNS.map((name) => article[name]), ...Object.values(more).map((value) => value(article))]
      .map(field)
      .join(","),
  );
  return [names.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}
