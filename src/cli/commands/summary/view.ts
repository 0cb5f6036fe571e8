/** Sentences of several articles, each beside its article's id and date: wrapped, or in a pipe one a line. */
import type { SearchSummary } from "../../../index.js";
import type { Terminal } from "../../io/terminal.js";
import { linkFor } from "../../render/link.js";
import { markedLines, safeSnippet } from "../../render/marked.js";
import { safe } from "../../render/safe.js";
import { shortIds } from "../../render/short-id.js";
import { themeFor } from "../../render/theme.js";
import { cut, measureFor, pad } from "../../render/width.js";

const GAP = "  ";
/** Id and date stand above a sentence that would have fewer columns beside them. */
const LEAST_COLUMNS = 36;

/** Each with its line end; `width` in columns, the terminal's (80 at most) if not given. */
export async function sentenceLines(
  { articles, sentences }: Pick<SearchSummary, "articles" | "sentences">,
  terminal: Terminal,
  width?: number,
): Promise<string[]> {
  const theme = await themeFor(terminal.color);
  const link = linkFor(terminal);
  const short = shortIds(articles);
  const heads = new Map(
    articles.map(({ id, date, path }, i) => [id, { id: safe(short[i] ?? id), date: date ?? "-", path }]),
  );
  const texts = sentences.map(safeSnippet);
  const headOf = (i: number) => heads.get(sentences[i]?.id ?? "") ?? { id: "", date: "-", path: "" };
  if (terminal.columns === null && width === undefined) {
    return texts.map((text, i) => {
      const { id, date, path } = headOf(i);
      const [line = ""] = markedLines(text, Infinity, theme, (one) => one.length);
      return `${[link(theme.id(id), path), theme.date(date), line].join("\t")}\n`;
    });
  }
  const columns = width ?? terminal.reading;
  const measure = await measureFor([
    ...texts.map(({ text }) => text),
    ...sentences.map((_, i) => headOf(i).id),
  ]);
  const widest = sentences.reduce((most, _, i) => Math.max(most, measure(headOf(i).id)), 1);
  const beside = `${" ".repeat(widest)}${GAP}${" ".repeat(10)}${GAP}`;
  const isNarrow = columns - beside.length < LEAST_COLUMNS;
  return texts.map((text, i) => {
    const { id, date, path } = headOf(i);
    const shown = isNarrow ? cut(id, columns, measure) : pad(id, widest, measure);
    const head = link(theme.id(shown.trimEnd()), path) + shown.slice(shown.trimEnd().length);
    const lines = markedLines(text, isNarrow ? columns : columns - beside.length, theme, measure);
    if (isNarrow) return `${i > 0 ? "\n" : ""}${[`${head}${GAP}${theme.date(date)}`, ...lines].join("\n")}\n`;
    const first = `${head}${GAP}${theme.date(date.padEnd(10))}${GAP}`;
    return lines.map((line, at) => `${at === 0 ? first : beside}${line}\n`).join("");
  });
}
