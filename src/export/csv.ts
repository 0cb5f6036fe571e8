/** CSV (RFC 4180) with a line of names, for spreadsheets. */
import type { ExportArticle, Exporter } from "./article.js";

const COLUMNS = [
  "id",
  "date",
  "time",
  "dateline",
  "place",
  "agency",
  "byline",
  "language",
  "title",
  "subjects",
  "url",
  "version",
  "status",
  "text",
] as const;

/**
 * Spreadsheets run a cell that begins with one of these as a formula, so an apostrophe goes before it, as OWASP advises.
 * A dash before a space is the beginning of a quotation and stays.
 */
const FORMULA = /^(?:[=+@\t\r]|-(?=[^\s]))/;

export function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function columnText(article: ExportArticle, column: (typeof COLUMNS)[number]): string {
  if (column === "text") return article.body.join("\n\n");
  if (column === "subjects") return article.subjects?.join("; ") ?? "";
  // A title taken from the lead is no headline.
  if (column === "title") return article.titleFrom === "headline" ? article.title : "";
  return article[column] ?? "";
}

export const exporter: Exporter = {
  extension: "csv",
  start: `${COLUMNS.join(",")}\r\n`,
  article: (article) => `${COLUMNS.map((column) => cell(columnText(article, column))).join(",")}\r\n`,
  between: "",
  end: "",
};
