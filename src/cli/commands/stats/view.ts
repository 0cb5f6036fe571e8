/** Counts as a short report: the sums, then a table each of places, agencies, languages and names. */
import type { Stats } from "../../../index.js";
import type { Terminal } from "../../io/terminal.js";
import { counted, figure } from "../../render/count.js";
import { safe } from "../../render/safe.js";
import { type Theme, themeFor } from "../../render/theme.js";
import { cut, type Measure, measureFor, pad } from "../../render/width.js";

const INDENT = "  ";
const GAP = "  ";

/** A line of a table. */
interface Row {
  name: string;
  count: number;
  /** Other ways to write the name. */
  more?: string;
}

interface Table {
  title: string;
  rows: Row[];
}

export async function statsText(stats: Stats, terminal: Terminal): Promise<string> {
  const theme = await themeFor(terminal.color);
  const tables = tablesOf(stats).filter(({ rows }) => rows.length > 0);
  const measure = await measureFor(
    tables.flatMap(({ rows }) => rows.flatMap(({ name, more = "" }) => [name, more])),
  );
  const columns = terminal.columns ?? Infinity;
  const texts = tables.map((table) => tableLines(table, columns, theme, measure).join("\n"));
  return `${[sums(stats, theme), ...texts].join("\n\n")}\n`;
}

function sums({ articles, words, from, to, undated }: Stats, theme: Theme): string {
  const lines = [theme.title(`${counted(articles, "article")}, ${counted(words, "word")}`)];
  if (from !== null && to !== null)
    lines.push(from === to ? theme.date(from) : `${theme.date(from)} to ${theme.date(to)}`);
  if (undated > 0) lines.push(`${figure(undated)} without a date`);
  return lines.join("\n");
}

function tablesOf(stats: Stats): Table[] {
  const rows = (values: Stats["places"]): Row[] =>
    values.map(({ value, count }) => ({ name: safe(value), count }));
  const { articles, namesFrom } = stats;
  const sample = namesFrom < articles ? `, in ${figure(namesFrom)} of ${figure(articles)} articles` : "";
  return [
    { title: "Places", rows: rows(stats.places) },
    { title: "Agencies", rows: rows(stats.agencies) },
    { title: "Languages", rows: rows(stats.languages) },
    {
      title: `Names${sample}`,
      rows: stats.names.map(({ name, articles: count, spellings }) => ({
        name: safe(name),
        count,
        more: safe(spellings.join(", ")),
      })),
    },
  ];
}

/** Names give way to their numbers, other spellings to both. */
function tableLines({ title, rows }: Table, columns: number, theme: Theme, measure: Measure): string[] {
  const digits = Math.max(...rows.map(({ count }) => figure(count).length));
  const room = Math.max(1, columns - INDENT.length - GAP.length - digits);
  const widest = Math.min(room, Math.max(...rows.map(({ name }) => measure(name))));
  const lines = rows.map(({ name, count, more = "" }) => {
    const shown = pad(cut(name, widest, measure), widest, measure);
    const left = room - widest - GAP.length;
    const behind = more !== "" && left > 0 ? GAP + theme.faint(cut(more, left, measure)) : "";
    return `${INDENT}${shown}${GAP}${figure(count).padStart(digits)}${behind}`;
  });
  return [theme.faint(title), ...lines];
}
