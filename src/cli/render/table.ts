/** A table of chosen columns: fitted to the terminal, or tabs and whole values where the output is no terminal. */
import type { Article } from "../../index.js";
import type { Terminal } from "../io/terminal.js";
import type { Fields } from "./fields.js";
import { linkFor } from "./link.js";
import { safe } from "./safe.js";
import { shortIds } from "./short-id.js";
import { themeFor } from "./theme.js";
import { cut, measureFor } from "./width.js";

/** Spaces between columns. */
const GAP = 2;
/** Columns that would have to be narrower than this are left out, the last first. */
const LEAST = 4;

/** A column: its texts, one a row. */
interface Column {
  texts: string[];
  /** Numbers stand at the right. */
  right: boolean;
  styled(text: string, row: number): string;
}

/** The lines, each with its line end. */
export async function tableLines<A extends Article>(
  articles: readonly A[],
  fields: Fields<A>,
  terminal: Terminal,
): Promise<Iterable<string>> {
  const columns = await columnsOf(articles, fields, terminal);
  const rows = articles.map((_, row) => row);
  if (terminal.columns === null) {
    const cell = ({ texts, styled }: Column, row: number): string => styled(texts[row] ?? "", row);
    return rows.map((row) => `${columns.map((column) => cell(column, row)).join("\t")}\n`);
  }
  const measure = await measureFor(columns.flatMap(({ texts }) => texts));
  const natural = columns.map(({ texts }) =>
    texts.reduce((width, text) => Math.max(width, measure(text)), 1),
  );
  const widths = fitted(natural, terminal.columns);
  const cell = ({ texts, right, styled }: Column, width: number, row: number): string => {
    const shown = cut(texts[row] ?? "", width, measure);
    const space = " ".repeat(Math.max(0, width - measure(shown)));
    return right ? space + styled(shown, row) : styled(shown, row) + space;
  };
  const shown = columns.slice(0, widths.length);
  const gap = " ".repeat(GAP);
  return rows.map((row) => {
    const cells = shown.map((column, i) => cell(column, widths[i] ?? 1, row));
    return `${cells.join(gap).trimEnd()}\n`;
  });
}

async function columnsOf<A extends Article>(
  articles: readonly A[],
  fields: Fields<A>,
  terminal: Terminal,
): Promise<Column[]> {
  const theme = await themeFor(terminal.color);
  const link = linkFor(terminal);
  const styles = new Map([
    ["id", theme.id],
    ["date", theme.date],
    ["place", theme.place],
  ]);
  return Object.entries(fields).map(([name, field]): Column => {
    const style = styles.get(name) ?? theme.plain;
    const linked = name === "id" || name === "title";
    const values = name === "id" ? shortIds(articles) : articles.map(field);
    return {
      texts: values.map((value) => safe(String(value ?? "-"))),
      right: values.some((value) => typeof value === "number"),
      styled: (text, row) => (linked ? link(style(text), articles[row]?.path ?? "") : style(text)),
    };
  });
}

/** The widths of columns on a line: the narrow ones have what they need, the wide ones share the rest. */
export function fitted(natural: readonly number[], columns: number): number[] {
  const most = Math.max(1, Math.floor((columns + GAP) / (LEAST + GAP)));
  const widths = natural.slice(0, most);
  let room = columns - GAP * (widths.length - 1);
  const narrowFirst = widths.map((_, i) => i).sort((a, b) => (natural[a] ?? 0) - (natural[b] ?? 0));
  narrowFirst.forEach((column, done) => {
    const share = Math.max(1, Math.floor(room / (widths.length - done)));
    const width = Math.min(natural[column] ?? 0, share);
    widths[column] = width;
    room -= width;
  });
  return widths;
}
