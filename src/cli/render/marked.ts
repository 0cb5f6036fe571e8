/** Text with matches in it, printable and wrapped, the matches marked. */
import type { Snippet } from "../../index.js";
import { safe } from "./safe.js";
import type { Theme } from "./theme.js";
import { type Measure, wrap } from "./width.js";

/** Gives where words are to be marked in a text. */
export type Mark = (text: string) => Snippet["ranges"];

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

/** The lines of printable text; what is no match is in the style given. */
export function markedLines(
  { text, ranges }: Snippet,
  columns: number,
  theme: Theme,
  measure: Measure,
  style = theme.plain,
): string[] {
  const styled = (from: number, to: number): string => (from < to ? style(text.slice(from, to)) : "");
  // Lines and ranges both ascend: what ends before a line is behind all later ones too.
  let next = 0;
  return wrap(text, columns, measure).map(([start, end]) => {
    let line = "";
    let at = start;
    while ((ranges[next]?.[1] ?? Infinity) <= start) next++;
    for (let i = next; i < ranges.length; i++) {
      const [from, to] = ranges[i] ?? [end, end];
      if (from >= end) break;
      const [first, last] = [Math.max(from, start), Math.min(to, end)];
      line += styled(at, first) + theme.match(text.slice(first, last));
      at = last;
    }
    return line + styled(at, end);
  });
}
