/** An article to read, or the sentences that carry it. */
import type { Article } from "../../index.js";
import type { Terminal } from "../io/terminal.js";
import { factLines, factsOf } from "./facts.js";
import { linkFor } from "./link.js";
import { type Mark, markedLines, safeSnippet } from "./marked.js";
import { themeFor } from "./theme.js";
import { measureFor } from "./width.js";

interface Look {
  /** In columns; the terminal's (80 at most) if not given. */
  width?: number | undefined;
  mark?: Mark | undefined;
}

/** One article: title, facts, paragraphs. */
export async function articleText(
  article: Article,
  paragraphs: readonly string[],
  terminal: Terminal,
  { width = terminal.reading, mark = () => [] }: Look = {},
): Promise<string> {
  const theme = await themeFor(terminal.color);
  const link = linkFor(terminal);
  const linked = (text: string): string => link(text, article.path);
  const texts = [article.title, ...paragraphs].map((text) => safeSnippet({ text, ranges: mark(text) }));
  const { date, place, status, id, rest } = factsOf(article, theme);
  const facts = [
    status,
    date,
    place,
    ...rest,
    { text: id.text, style: (text: string) => linked(id.style(text)) },
  ];
  const measure = await measureFor([...texts, ...facts].map(({ text }) => text));
  const [title = [], ...body] = texts.map((text, i) =>
    markedLines(text, width, theme, measure, i === 0 ? theme.title : theme.plain),
  );
  const head = [...title.map(linked), ...factLines(facts, width, theme, measure)];
  return [head, ...body].map((lines) => lines.join("\n")).join("\n\n");
}
