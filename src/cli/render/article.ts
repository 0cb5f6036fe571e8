/** An article to read, or the sentences that carry it. */
import type { Article } from "../../index.js";
import type { Terminal } from "../terminal.js";
import { factLines, factsOf } from "./facts.js";
import { safe } from "./safe.js";
import { themeFor } from "./theme.js";
import { measureFor, wrap } from "./width.js";

/** One article: title, facts, paragraphs. `width` is in columns, the terminal's (80 at most) if not given. */
export async function articleText(
  article: Article,
  paragraphs: readonly string[],
  terminal: Terminal,
  width = terminal.reading,
): Promise<string> {
  const theme = await themeFor(terminal.color);
  const title = safe(article.title);
  const texts = paragraphs.map(safe);
  const { date, place, id, rest } = factsOf(article, theme);
  const facts = [date, place, ...rest, id].filter((fact) => fact.text !== "");
  const measure = await measureFor([title, ...texts, ...facts.map(({ text }) => text)]);
  const lines = (text: string): string[] =>
    wrap(text, width, measure).map(([start, end]) => text.slice(start, end));
  const head = [...lines(title).map(theme.title), ...factLines(facts, width, theme, measure)];
  return [head.join("\n"), ...texts.map((text) => lines(text).join("\n"))].join("\n\n");
}
