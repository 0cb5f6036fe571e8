/** The screen as lines of text, made of the model alone. */
import { figure } from "../render/count.js";
import { type Mark, safeSnippet } from "../render/marked.js";
import { safe } from "../render/safe.js";
import type { Theme } from "../render/theme.js";
import { characters, cut, type Measure, pad } from "../render/width.js";
import { helpRoom, helpRows, helpStatus } from "./help-page.js";
import { type Box, layoutFor, type Size } from "./layout.js";
import type { Line } from "./line.js";
import { chosenOf, type Model, type Row } from "./model.js";

/** Text, styled, from a column on to the end of the row or the next cell. */
export interface Cell {
  column: number;
  text: string;
}

export interface Frame {
  size: Size;
  /** The cells of each row, from left to right. */
  rows: readonly (readonly Cell[])[];
  cursor: { column: number; row: number };
}

export interface Look {
  theme: Theme;
  measure: Measure;
  /** Lines between the parts. */
  vertical: string;
  horizontal: string;
  /** What narrows the archive, for a person: `place Baku`. */
  filters: string;
}

const PROMPT = "> ";
const POINTER = ">";
const MARK = "*";
/** Columns of the two. */
const SIGNS = 2;
const DATE_COLUMNS = 10;
const GAP = 2;
/** With fewer columns for it a title matters more than a date or a place. */
const TITLE_COLUMNS = 24;
const PLACE_COLUMNS = 12;
/** A query that is typed gets so many columns before anything stands beside it. */
const QUERY_COLUMNS = 24;
/** That not all words were found: the longest that there is room for. */
const RELAXED = [
  "no article has all the words; these have most",
  "no article has all the words",
  "not all the words",
];
/** Between two hints. */
const SPACE = "  ";
/** With fewer columns it is not said which article others are related to. */
const LEAST_SAID = 18;

export function frameOf(model: Model, look: Look): Frame {
  const { size } = model;
  const rows: Cell[][] = Array.from({ length: size.rows }, () => []);
  const put = (row: number, cell: Cell): void => {
    rows[row]?.push(cell);
  };
  const { column, cells } = queryRow(model, look);
  for (const cell of cells) put(0, cell);
  if (model.help) putHelp(model, look, put);
  else putBody(model, look, put);
  if (size.rows > 1) put(size.rows - 1, { column: 0, text: statusLine(model, look) });
  return { size, rows, cursor: { column, row: 0 } };
}

type Put = (row: number, cell: Cell) => void;

function putBody(model: Model, look: Look, put: Put): void {
  const { list, preview, rule } = layoutFor(model.size);
  for (let i = 0; i < list.rows; i++)
    put(list.row + i, { column: list.column, text: listRow(model, model.top + i, list, look) });
  if (!preview || !rule) return;
  const line = (rule.columns === 1 ? look.vertical : look.horizontal).repeat(rule.columns);
  for (let i = 0; i < rule.rows; i++)
    put(rule.row + i, { column: rule.column, text: look.theme.faint(line) });
  previewLines(model, preview.rows).forEach((text, i) => {
    put(preview.row + i, { column: preview.column, text });
  });
}

function putHelp({ size, helpTop }: Model, { theme }: Look, put: Put): void {
  const shown = helpRows(size.columns).slice(helpTop, helpTop + helpRoom(size));
  shown.forEach(({ keys, does }, i) => {
    put(1 + i, { column: 0, text: (keys === "" ? "" : theme.id(keys)) + does });
  });
}

/** The query, the part of it around the cursor where it is longer than the row; and how many answer it. */
function queryRow(model: Model, look: Look): { column: number; cells: Cell[] } {
  const { columns } = model.size;
  const count = countText(model, look, columns);
  const room = Math.max(1, columns - PROMPT.length - (count === "" ? 0 : count.length + GAP));
  const { shown, before } = windowOf(model.line, room, look.measure);
  const cells = [{ column: 0, text: look.theme.faint(PROMPT) + shown }];
  if (count !== "") cells.push({ column: columns - look.measure(count), text: look.theme.faint(count) });
  return { column: Math.min(columns - 1, PROMPT.length + before), cells };
}

function countText({ answer, line, order }: Model, { filters, measure }: Look, columns: number): string {
  if (!answer) return "";
  // Without a query there is nothing to be relevant to.
  const byDate = line.text.trim() === "" && order.sort === "relevance";
  const name = answer.relatedTo ? "related" : byDate ? "date" : order.name;
  const parts = [figure(answer.total), name, filters].filter((part) => part !== "");
  const query = measure(line.text) + 1;
  for (let n = parts.length; n > 0; n--) {
    const text = parts.slice(0, n).join(" · ");
    // A long query may be cut for the bare count, but for nothing else.
    const least = Math.max(QUERY_COLUMNS, n > 1 ? query : Math.min(query, Math.floor(columns / 2)));
    if (measure(text) + GAP + PROMPT.length + least <= columns) return text;
  }
  return "";
}

/** What is seen of a line in so many columns, and the columns before the cursor. */
function windowOf({ text, cursor }: Line, room: number, measure: Measure): { shown: string; before: number } {
  let start = 0;
  let before = measure(text.slice(0, cursor));
  for (const character of characters(text.slice(0, cursor))) {
    // The cursor itself needs a column.
    if (before < room) break;
    before -= measure(character);
    start += character.length;
  }
  let shown = "";
  let used = 0;
  for (const character of characters(text.slice(start))) {
    used += measure(character);
    if (used > room) break;
    shown += character;
  }
  return { shown, before };
}

function listRow(model: Model, at: number, { columns }: Box, look: Look): string {
  const { answer, selected, marked } = model;
  const { theme, measure } = look;
  const article = answer?.articles[at];
  if (answer && answer.total === 0 && at === 0)
    return theme.faint(cut(nothingText(model, look), columns, measure));
  if (!answer || !article) return at < (answer?.total ?? 0) ? theme.faint(cut("  …", columns, measure)) : "";
  const chosen = at === selected;
  const pointer = chosen ? theme.id(POINTER) : " ";
  const sign = marked?.includes(article.id) ? theme.match(MARK) : " ";
  return pointer + sign + articleText(article, chosen, columns - SIGNS, answer.mark, look);
}

function nothingText({ line }: Model, { filters }: Look): string {
  if (line.text.trim() !== "") return "nothing found";
  return filters === "" ? "there are no articles" : "no article matches the filters";
}

/** Date, place and title, as far as there is room for them. */
function articleText(
  article: Row,
  chosen: boolean,
  columns: number,
  mark: Mark,
  { theme, measure }: Look,
): string {
  // How many copies the line stands for, where the title leaves room.
  const count = article.copies?.length ?? 0;
  const copies = count === 0 || columns < TITLE_COLUMNS ? "" : ` +${count}`;
  let room = columns - copies.length;
  let text = "";
  if (room - DATE_COLUMNS - GAP >= TITLE_COLUMNS) {
    text += theme.date(pad(article.date ?? "-", DATE_COLUMNS + GAP, measure));
    room -= DATE_COLUMNS + GAP;
  }
  if (room - PLACE_COLUMNS - GAP >= 1.5 * TITLE_COLUMNS) {
    const place = cut(safe(article.place ?? "-"), PLACE_COLUMNS, measure);
    text += theme.place(pad(place, PLACE_COLUMNS + GAP, measure));
    room -= PLACE_COLUMNS + GAP;
  }
  return text + titleText(article.title, chosen, room, mark, { theme, measure }) + theme.faint(copies);
}

function titleText(
  title: string,
  chosen: boolean,
  columns: number,
  mark: Mark,
  { theme, measure }: Pick<Look, "theme" | "measure">,
): string {
  const { text, ranges } = safeSnippet({ text: title, ranges: mark(title) });
  const shown = cut(text, columns, measure);
  const style = (part: string): string => (part === "" ? "" : chosen ? theme.title(part) : theme.plain(part));
  // What the ellipsis stands for is not marked.
  const end = shown === text ? text.length : shown.length - 1;
  let line = "";
  let at = 0;
  for (const [from, to] of ranges) {
    if (from >= end) break;
    line += style(shown.slice(at, from)) + theme.match(shown.slice(from, Math.min(to, end)));
    at = Math.min(to, end);
  }
  return line + style(shown.slice(at));
}

/** The head, which stays, and the text as far as it is scrolled. */
function previewLines(model: Model, rows: number): string[] {
  const { preview, scroll } = model;
  if (!preview || preview.id !== chosenOf(model)?.id) return [];
  const head = [...preview.head, ...(preview.head.length + 1 < rows ? [""] : [])];
  return [...head, ...preview.body.slice(scroll)].slice(0, rows);
}

function statusLine(model: Model, look: Look): string {
  const { theme, measure } = look;
  return theme.faint(cut(safe(statusText(model, measure)), model.size.columns, measure));
}

function statusText(model: Model, measure: Measure): string {
  const { help, note, fault, size } = model;
  if (help) return helpStatus(model.helpTop, size);
  return note ?? fault ?? hintText(model, measure);
}

/** Help and the way out are always there; of the rest, what has room, the last first to go. */
function hintText({ answer, marked, trail, size: { columns } }: Model, measure: Measure): string {
  const ways = ["F1 keys", `Esc ${trail.length > 0 ? "back" : "quit"}`];
  const enter = marked === null ? "read" : `choose${marked.length > 0 ? ` ${marked.length}` : ""}  Tab mark`;
  const hints = [`Enter ${enter}`, "Ctrl-T summary", "Ctrl-X related", "Ctrl-Y copy id", "Ctrl-S order"];
  const { relaxed, relatedTo } = answer ?? {};
  if (relaxed) {
    const room = columns - [...ways, ""].join(SPACE).length;
    return [...RELAXED.filter(({ length }) => length <= room).slice(0, 1), ...ways].join(SPACE);
  }
  if (relatedTo) {
    const room = columns - measure(ways.join(SPACE)) - SPACE.length;
    const said = `related to: ${safe(relatedTo.title)}`;
    return [...(room >= LEAST_SAID ? [cut(said, room, measure)] : []), ...ways].join(SPACE);
  }
  for (let n = hints.length; ; n--) {
    const text = [...hints.slice(0, n), ...ways].join(SPACE);
    if (n <= 0 || text.length <= columns) return text;
  }
}
