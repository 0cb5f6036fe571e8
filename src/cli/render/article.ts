/** An article to read, or the sentences that carry it. */
import type { Article } from "../../index.js";
import { readingWidth, type Terminal } from "../terminal.js";
import { safe } from "./safe.js";
import { type Theme, themeFor } from "./theme.js";
import { measureFor, wrap } from "./width.js";

/** `2025-04-22 · Baku · AZERTAC · en · 253 words · 6d47f89584a386a7`, unknown parts left out. */
export function facts(article: Article, theme: Theme): string {
  const { date, place, agency, language, words, id } = article;
  const parts = [
    date && theme.date(date),
    place && theme.place(safe(place)),
    agency && safe(agency),
    language,
  ];
  return [...parts, `${words} ${words === 1 ? "word" : "words"}`, theme.id(safe(id))]
    .filter(Boolean)
    .join(theme.faint(" · "));
}

/** One article: title, facts, paragraphs. */
export async function articleText(
  article: Article,
  paragraphs: readonly string[],
  terminal: Terminal,
  width?: number,
): Promise<string> {
  const theme = await themeFor(terminal.color);
  const columns = readingWidth(terminal, width);
  const title = safe(article.title);
  const texts = paragraphs.map(safe);
  const measure = await measureFor([title, ...texts]);
  const lines = (text: string): string[] =>
    wrap(text, columns, measure).map(([start, end]) => text.slice(start, end));
  const head = [...lines(title).map(theme.title), facts(article, theme)];
  return [head.join("\n"), ...texts.map((text) => lines(text).join("\n"))].join("\n\n");
}
