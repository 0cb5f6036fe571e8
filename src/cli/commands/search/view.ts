/** The hits of a search: numbered, with the passages that show why. */
import type { Hit, SearchResult } from "../../../index.js";
import type { Terminal } from "../../io/terminal.js";
import { factLines, factsOf, moreCopies } from "../../render/facts.js";
import { type Link, linkFor } from "../../render/link.js";
import { markedLines, safeSnippet } from "../../render/marked.js";
import { safe } from "../../render/safe.js";
import { shortIds } from "../../render/short-id.js";
import { type Theme, themeFor } from "../../render/theme.js";
import { type Measure, measureFor, wrap } from "../../render/width.js";

/** Text is wrapped at this width even where a terminal is narrower. */
const LEAST_COLUMNS = 10;

/** `offset` is how many hits are left out before these; `grouped` says that each stands for its copies too. */
export async function hitsText(
  { hits }: SearchResult,
  offset: number,
  terminal: Terminal,
  grouped = false,
): Promise<string> {
  const theme = await themeFor(terminal.color);
  const ids = shortIds(hits);
  const explained = hits.some(({ explanation }) => explanation) ? await import("./explanation.js") : null;
  const texts = hits.flatMap((hit) => [
    hit.title,
    hit.place ?? "",
    ...hit.snippets.map(({ text }) => text),
    ...(explained?.explanationTexts(hit) ?? []),
  ]);
  const measure = await measureFor(texts.map(safe));
  const link = linkFor(terminal);
  const digits = String(offset + hits.length).length;
  return hits
    .map((hit, i) => {
      const number = `${String(offset + i + 1).padStart(digits)}. `;
      const look = {
        grouped,
        columns: Math.max(LEAST_COLUMNS, terminal.reading - number.length),
        theme,
        measure,
        link,
      };
      const lines = hitLines({ ...hit, id: ids[i] ?? hit.id }, look);
      if (explained && hit.explanation)
        lines.push(...explained.explanationLines(hit.explanation, hit.score, look));
      return lines.map((line, at) => `${at === 0 ? number : " ".repeat(number.length)}${line}\n`).join("");
    })
    .join("\n");
}

interface Look {
  grouped: boolean;
  columns: number;
  theme: Theme;
  measure: Measure;
  link: Link;
}

function hitLines(hit: Hit, { columns, theme, measure, link, grouped }: Look): string[] {
  const linked = (text: string): string => link(text, hit.path);
  const title = safe(hit.title);
  const { id, date, place, status } = factsOf(hit, theme);
  const linkedId = { text: id.text, style: (text: string) => linked(id.style(text)) };
  return [
    ...wrap(title, columns, measure).map(([start, end]) => linked(theme.title(title.slice(start, end)))),
    ...factLines(
      [linkedId, date, place, status, { text: grouped ? moreCopies(hit) : "", style: theme.faint }],
      columns,
      theme,
      measure,
    ),
    ...hit.snippets.flatMap((snippet) => markedLines(safeSnippet(snippet), columns, theme, measure)),
  ];
}
