/** What is known of an article beside its title, in as many lines as a terminal's width takes. */
import type { Article, Listed } from "../../index.js";
import { safe } from "./safe.js";
import type { Theme } from "./theme.js";
import { cut, type Measure } from "./width.js";

/** A part of the line; its text is empty if it is unknown. */
export interface Fact {
  text: string;
  style: (text: string) => string;
}

interface Facts {
  id: Fact;
  date: Fact;
  place: Fact;
  /** `withdrawn`, `embargoed`, `corrected`. */
  status: Fact;
  /** Agency, language, number of words. */
  rest: Fact[];
}

export function factsOf(article: Article, theme: Theme): Facts {
  const fact = (text: string | null, style = theme.plain): Fact => ({ text: safe(text ?? ""), style });
  const { id, date, place, status, agency, language, words } = article;
  return {
    id: fact(id, theme.id),
    date: fact(date, theme.date),
    place: fact(place, theme.place),
    status: fact(status, theme.title),
    rest: [fact(agency), fact(language), fact(`${words} ${words === 1 ? "word" : "words"}`)],
  };
}

/** Copies that the library names of an article at the most. */
const MOST_NAMED = 100;

/** `+3 copies`, for an article in whose line its copies and versions are; empty if it has none. */
export function moreCopies({ copies }: Pick<Listed, "copies">): string {
  if (copies.length === 0) return "";
  // Of a large group so many are named: see CopyGroups.
  if (copies.length >= MOST_NAMED) return `+${MOST_NAMED} or more copies`;
  return `+${copies.length} ${copies.length === 1 ? "copy" : "copies"}`;
}

const SEPARATOR = " · ";

/** `2025-04-22 · Baku · AZERTAC · en · 253 words · 6d47f89584a386a7`; a line ends only between two facts. */
export function factLines(facts: readonly Fact[], columns: number, theme: Theme, measure: Measure): string[] {
  const lines: string[] = [];
  let used = 0;
  for (const { text, style } of facts) {
    if (text === "") continue;
    const shown = cut(text, columns, measure);
    const width = measure(shown);
    const last = lines.length - 1;
    if (last >= 0 && used + SEPARATOR.length + width <= columns) {
      lines[last] += theme.faint(SEPARATOR) + style(shown);
      used += SEPARATOR.length + width;
    } else {
      lines.push(style(shown));
      used = width;
    }
  }
  return lines;
}
