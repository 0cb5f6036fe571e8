/** The hits of a search: numbered, with the passages that show why. */
import type { Hit, SearchResult, Snippet } from "../../index.js";
import type { Terminal } from "../terminal.js";
import { factLines, factsOf } from "./facts.js";
import { safe } from "./safe.js";
import { shortIds } from "./short-id.js";
import { type Theme, themeFor } from "./theme.js";
import { type Measure, measureFor, wrap } from "./width.js";

/** Text is wrapped at this width even where a terminal is narrower. */
const LEAST_COLUMNS = 10;

/** `offset` is how many hits are left out before these. */
export async function hitsText({ hits }: SearchResult, offset: number, terminal: Terminal): Promise<string> {
  const theme = await themeFor(terminal.color);
  const ids = shortIds(hits);
  const texts = hits.flatMap(({ title, place, snippets }) => [
    title,
    place ?? "",
    ...snippets.map(({ text }) => text),
  ]);
  const measure = await measureFor(texts.map(safe));
  const digits = String(offset + hits.length).length;
  return hits
    .map((hit, i) => {
      const number = `${String(offset + i + 1).padStart(digits)}. `;
      const look = { columns: Math.max(LEAST_COLUMNS, terminal.reading - number.length), theme, measure };
      const lines = hitLines({ ...hit, id: ids[i] ?? hit.id }, look);
      return lines.map((line, at) => `${at === 0 ? number : " ".repeat(number.length)}${line}\n`).join("");
    })
    .join("\n");
}

interface Look {
  columns: number;
  theme: Theme;
  measure: Measure;
}

function hitLines(hit: Hit, look: Look): string[] {
  const { columns, theme, measure } = look;
  const title = safe(hit.title);
  const { id, date, place } = factsOf(hit, theme);
  return [
    ...wrap(title, columns, measure).map(([start, end]) => theme.title(title.slice(start, end))),
    ...factLines([id, date, place], columns, theme, measure),
    ...hit.snippets.flatMap((snippet) => snippetLines(snippet, look)),
  ];
}

/** A snippet wrapped, its matches marked. */
function snippetLines(snippet: Snippet, { columns, theme, measure }: Look): string[] {
  const { text, ranges } = safeSnippet(snippet);
  return wrap(text, columns, measure).map(([start, end]) => {
    let line = "";
    let at = start;
    for (const [from, to] of ranges) {
      if (to <= start || from >= end) continue;
      const [first, last] = [Math.max(from, start), Math.min(to, end)];
      line += text.slice(at, first) + theme.match(text.slice(first, last));
      at = last;
    }
    return line + text.slice(at, end);
  });
}

/** The same snippet in printable text, its ranges moved where characters are left out. */
export function safeSnippet({ text, ranges }: Snippet): Snippet {
  let shown = "";
  let at = 0;
  const moved = ranges.map(([start, end]): [number, number] => {
    shown += safe(text.slice(at, start));
    const from = shown.length;
    shown += safe(text.slice(start, end));
    at = end;
    return [from, shown.length];
  });
  return { text: shown + safe(text.slice(at)), ranges: moved };
}
