/** The page that F1 shows: every key and what it does, wrapped to the terminal. */
import { wrap } from "../render/width.js";
import type { Size } from "./layout.js";

/** In the order of use. */
export const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ["Up Down, Ctrl-P N, Ctrl-K J", "previous or next article"],
  ["PgUp PgDn", "a page of the list"],
  ["Enter", "read the article; with --ids: choose"],
  ["Ctrl-O, F4", "open the article in $VISUAL or $EDITOR"],
  ["Ctrl-T, F2", "preview the key sentences, or the whole text"],
  ["Ctrl-X, F3", "list related articles; Esc goes back"],
  ["Tab", "with --ids: mark or unmark; else this help"],
  ["Shift-Up Down", "scroll the preview by a line"],
  ["Shift-PgUp PgDn, Alt-V Ctrl-V", "by a page"],
  ["Ctrl-Y", "copy the id to the clipboard"],
  ["Ctrl-S", "next order: relevance, date, oldest, title, words"],
  ["Ctrl-R", "look for new and changed files"],
  ["Ctrl-U, Ctrl-W, Alt-D", "delete to start, previous word, next word"],
  ["Alt-B F, Ctrl-Left Right", "a word to the left or right"],
  ["Home End, Ctrl-A E", "start and end of the query"],
  ["Ctrl-Z, Ctrl-L", "suspend, draw again"],
  ["Esc, Ctrl-C", "quit"],
];

/** A row: the part of it that names keys, and the rest. */
export interface HelpRow {
  keys: string;
  does: string;
}

const GAP = 2;
/** With fewer columns beside the keys, what they do stands below them. */
const LEAST_COLUMNS = 24;

const widest = Math.max(...KEYS.map(([keys]) => keys.length));

export function helpRows(columns: number): HelpRow[] {
  const beside = columns - widest - GAP >= LEAST_COLUMNS;
  return KEYS.flatMap(([keys, does]) => {
    const indent = beside ? widest + GAP : GAP;
    const lines = linesOf(does, Math.max(1, columns - indent)).map((line) => " ".repeat(indent) + line);
    if (!beside)
      return [
        ...linesOf(keys, Math.max(1, columns)).map((line) => ({ keys: line, does: "" })),
        ...lines.map((line) => ({ keys: "", does: line.slice(0, Math.max(1, columns)) })),
      ];
    return lines.map((line, i) =>
      i === 0 ? { keys, does: line.slice(keys.length) } : { keys: "", does: line },
    );
  });
}

function linesOf(text: string, columns: number): string[] {
  return wrap(text, columns, ({ length }) => length).map(([start, end]) => text.slice(start, end));
}

/** Rows between the query and the status line. */
export function helpRoom({ rows }: Size): number {
  return Math.max(1, rows - 2);
}

/** The first row that is shown, after a wish to scroll: never so far that rows stay empty. */
export function helpTop(wanted: number, size: Size): number {
  return Math.max(0, Math.min(wanted, helpRows(size.columns).length - helpRoom(size)));
}

/** Whether there is more of the page than the screen shows at once. */
export function isHelpLong(size: Size): boolean {
  return helpRows(size.columns).length > helpRoom(size);
}

/** What the status line says: the longest that the terminal has room for. */
export function helpStatus(top: number, size: Size): string {
  if (!isHelpLong(size)) return longestOf(["any key goes back", "any key: back", "Esc"], size.columns);
  const all = helpRows(size.columns).length;
  const shown = `${top + 1}-${Math.min(all, top + helpRoom(size))} of ${all}`;
  return longestOf(
    [
      `${shown}  Up Down PgUp PgDn scroll, any other key goes back`,
      `${shown}  Up Down scroll  Esc back`,
      "Up Down scroll  Esc back",
      "Up Down, Esc back",
      "Esc back",
      "Esc",
    ],
    size.columns,
  );
}

function longestOf(texts: readonly string[], columns: number): string {
  return texts.find((text) => text.length <= columns) ?? "";
}
