/** The hits of a search: numbered, with the passages that show why. */
import type { Hit, SearchResult, Snippet } from "../../index.js";
import { readingWidth, type Terminal } from "../terminal.js";
import { safe } from "./safe.js";
import { shortIds } from "./short-id.js";
import { type Theme, themeFor } from "./theme.js";
import { type Measure, measureFor, wrap } from "./width.js";

export async function hitsText({ hits }: SearchResult, offset: number, terminal: Terminal): Promise<string> {
  const theme = await themeFor(terminal.color);
  const ids = shortIds(hits);
  const measure = await measureFor(
    hits.flatMap(({ title, snippets }) => [title, ...snippets.map(({ text }) => text)]),
  );
  const last = String(offset + hits.length);
  const columns = readingWidth(terminal);
  return hits
    .map((hit, i) => {
      const number = `${String(offset + i + 1).padStart(last.length)}. `;
      return hitLines(hit, ids[i] ?? hit.id, number, { columns, theme, measure }).join("\n");
    })
    .map((text) => `${text}\n`)
    .join("\n");
}

interface Look {
  columns: number;
  theme: Theme;
  measure: Measure;
}

function hitLines(hit: Hit, id: string, number: string, { columns, theme, measure }: Look): string[] {
  const indent = " ".repeat(number.length);
  const room = Math.max(10, columns - indent.length);
  const title = safe(hit.title);
  const titleLines = wrap(title, room, measure).map(([start, end]) => theme.title(title.slice(start, end)));
  const known = [
    theme.id(safe(id)),
    hit.date && theme.date(hit.date),
    hit.place && theme.place(safe(hit.place)),
  ];
  const facts = known.filter(Boolean).join(theme.faint(" · "));
  const snippets = hit.snippets.flatMap((snippet) => snippetLines(snippet, room, theme, measure));
  const lines = [...titleLines, facts, ...snippets];
  return lines.map((line, i) => (i === 0 ? number : indent) + line);
}

/** A snippet wrapped, its matches marked. */
function snippetLines({ text, ranges }: Snippet, columns: number, theme: Theme, measure: Measure): string[] {
  const shown = safe(text);
  return wrap(shown, columns, measure).map(([start, end]) => {
    let line = "";
    let at = start;
    for (const [from, to] of ranges) {
      if (to <= start || from >= end) continue;
      const [first, last] = [Math.max(from, start), Math.min(to, end)];
      line += shown.slice(at, first) + theme.match(shown.slice(first, last));
      at = last;
    }
    return line + shown.slice(at, end);
  });
}
