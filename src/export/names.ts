/** The names of the formats to export to, which help and completion list without loading any of them. */
import type { ExportFormat } from "./article.js";

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  "jsonl",
  "ninjs",
  "markdown",
  "ris",
  "bibtex",
  "csl-json",
  "csv",
  "html",
];
