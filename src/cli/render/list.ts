/** A listing: aligned columns fitted to the terminal, or tabs and whole titles where the output is no terminal. */
import type { Article, Listed } from "../../index.js";
import type { Terminal } from "../io/terminal.js";
import { moreCopies } from "./facts.js";
import { type Link, linkFor } from "./link.js";
import { safe } from "./safe.js";
import { shortIds } from "./short-id.js";
import { type Theme, themeFor } from "./theme.js";
import { cut, type Measure, measureFor, pad } from "./width.js";

/** Places get this many columns at the most. */
const PLACE_COLUMNS = 20;
const DATE_COLUMNS = 10;
/** Place and date give way to a title that would have fewer columns. */
const TITLE_COLUMNS = 16;
/** Spaces between columns. */
const GAP = 2;

/** Not for publication, or no longer: whoever reads the list must see it. */
const isHeldBack = (status: Article["status"]): boolean => status === "withdrawn" || status === "embargoed";

type Part = "id" | "date" | "place" | "title";

interface Row extends Record<Part, string> {
  path: string;
  /** `+3 copies`, or nothing. */
  copies: string;
}

/**
 * The lines of a listing, each with its line end. `grouped` says that an article stands for its copies too: then it is
 * followed by how many it has.
 */
export async function listLines(
  articles: readonly (Article & Partial<Listed>)[],
  terminal: Terminal,
  grouped = false,
): Promise<Iterable<string>> {
  const theme = await themeFor(terminal.color);
  const ids = shortIds(articles);
  const rows = articles.map(
    ({ id, date, place, title, status, path, copies = [] }, i): Row => ({
      id: safe(ids[i] ?? id),
      date: date ?? "-",
      place: safe(place ?? "-"),
      title: safe(isHeldBack(status) ? `[${status}] ${title}` : title),
      path,
      copies: grouped ? moreCopies({ copies }) : "",
    }),
  );
  const { columns } = terminal;
  const link = linkFor(terminal);
  if (columns === null) return tabbed(rows, theme, link);
  const measure = await measureFor(rows.flatMap(({ id, place, title }) => [id, place, title]));
  return aligned(rows, widthsFor(rows, columns, measure), theme, measure, link);
}

function* tabbed(rows: readonly Row[], theme: Theme, link: Link): Generator<string> {
  for (const { id, date, place, title, path, copies } of rows) {
    const cells = [link(theme.id(id), path), theme.date(date), theme.place(place), link(title, path)];
    if (copies !== "") cells.push(theme.faint(copies));
    yield `${cells.join("\t")}\n`;
  }
}

/** Columns of each part of a line; 0 where a part has no room. */
type Widths = Record<Part, number>;

function widthsFor(rows: readonly Row[], columns: number, measure: Measure): Widths {
  const widest = (part: "id" | "place", most: number): number =>
    rows.reduce((width, row) => Math.max(width, Math.min(measure(row[part]), most)), 1);
  const id = widest("id", Math.max(8, Math.floor(columns / 3)));
  const place = widest("place", PLACE_COLUMNS);
  const title = columns - id - GAP;
  const withDate = title - DATE_COLUMNS - GAP;
  const withPlace = withDate - place - GAP;
  if (withPlace >= TITLE_COLUMNS) return { id, date: DATE_COLUMNS, place, title: withPlace };
  if (withDate >= TITLE_COLUMNS) return { id, date: DATE_COLUMNS, place: 0, title: withDate };
  return { id, date: 0, place: 0, title: Math.max(1, title) };
}

function* aligned(
  rows: readonly Row[],
  widths: Widths,
  theme: Theme,
  measure: Measure,
  link: Link,
): Generator<string> {
  const gap = " ".repeat(GAP);
  for (const row of rows) {
    const shown = (part: Part): string => cut(row[part], widths[part], measure);
    const padded = (part: Part): string => pad(shown(part), widths[part], measure);
    const id = shown("id");
    const cells = [link(theme.id(id), row.path) + " ".repeat(Math.max(0, widths.id - measure(id)))];
    if (widths.date > 0) cells.push(theme.date(padded("date")));
    if (widths.place > 0) cells.push(theme.place(padded("place")));
    const { copies } = row;
    // The title gives way, as long as something of it is left.
    const room = widths.title - GAP - copies.length;
    if (copies === "" || room < 1) yield `${[...cells, link(shown("title"), row.path)].join(gap)}\n`;
    else
      yield `${[...cells, link(cut(row.title, room, measure), row.path), theme.faint(copies)].join(gap)}\n`;
  }
}
