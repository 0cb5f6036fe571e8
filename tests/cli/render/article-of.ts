/** Articles for the tests of what is printed. */

import type { Terminal } from "../../../src/cli/io/terminal.js";
import type { Article } from "../../../src/index.js";

export function articleOf(more: Partial<Article> = {}): Article {
  return {
    id: "00aa11bb22cc33dd",
    path: "wire/one.txt",
    type: "text",
    date: "2024-05-05",
    time: null,
    dateline: null,
    place: "Northport",
    agency: "EXAMPLE",
    byline: null,
    language: "en",
    title: "The keeper counted the boats",
    titleFrom: "headline",
    subjects: [],
    url: null,
    version: null,
    status: null,
    words: 12,
    paragraphs: 2,
    extra: {},
    ...more,
  };
}

/** A terminal of so many columns; null is a pipe. */
export function terminalOf(columns: number | null, color = false): Terminal {
  return { columns, reading: Math.min(80, columns ?? 80), color: color && "dark", hyperlinks: false };
}
