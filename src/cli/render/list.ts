/** A listing: aligned columns fitted to the terminal, or tabs where the output is no terminal. */
import type { Article } from "../../index.js";
import type { Terminal } from "../terminal.js";
import { safe } from "./safe.js";
import { shortIds } from "./short-id.js";
import { themeFor } from "./theme.js";
import { cut, measureFor, pad } from "./width.js";

/** Places get this many columns at the most, and fewer on a narrow terminal. */
const PLACE_COLUMNS = 20;
const DATE_COLUMNS = 10;

export async function listText(articles: readonly Article[], terminal: Terminal): Promise<string> {
  const theme = await themeFor(terminal.color);
  const ids = shortIds(articles);
  const rows = articles.map((article, i) => ({
    id: safe(ids[i] ?? article.id),
    date: article.date ?? "-",
    place: safe(article.place ?? "-"),
    title: safe(article.title),
  }));
  const { columns } = terminal;
  if (columns === null) {
    return rows
      .map(
        ({ id, date, place, title }) =>
          `${theme.id(id)}\t${theme.date(date)}\t${theme.place(place)}\t${title}\n`,
      )
      .join("");
  }
  const measure = await measureFor(rows.flatMap(({ id, place, title }) => [id, place, title]));
  const widest = (texts: readonly string[]): number =>
    texts.reduce((most, text) => Math.max(most, measure(text)), 0);
  const idWidth = Math.min(widest(rows.map(({ id }) => id)), Math.max(8, Math.floor(columns / 4)));
  const placeWidth = Math.min(widest(rows.map(({ place }) => place)), PLACE_COLUMNS, Math.floor(columns / 5));
  const titleWidth = Math.max(0, columns - idWidth - DATE_COLUMNS - placeWidth - 6);
  const cell = (text: string, width: number): string => pad(cut(text, width, measure), width, measure);
  return rows
    .map(({ id, date, place, title }) => {
      const left = [
        theme.id(cell(id, idWidth)),
        theme.date(cell(date, DATE_COLUMNS)),
        theme.place(cell(place, placeWidth)),
      ];
      return `${left.join("  ")}  ${cut(title, titleWidth, measure)}\n`;
    })
    .join("");
}
