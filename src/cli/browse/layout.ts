/** Where the parts of the browser stand on a terminal of a given size. */

export interface Size {
  columns: number;
  rows: number;
}

/** A part of the screen, in cells from 0. */
export interface Box extends Size {
  column: number;
  row: number;
}

export interface Layout {
  list: Box;
  preview: Box | null;
  /** What stands between the two: a column of lines or a row of them. */
  rule: Box | null;
}

/** From so many columns on the preview stands beside the list. */
const SIDE_BY_SIDE = 72;
/** With fewer rows there is only the list. */
const LEAST_ROWS = 6;
/** The list's share of the columns, or of the rows. */
const SHARE = 0.5;
const SHARE_OF_ROWS = 0.45;
const MOST_LIST = 72;
/** Longer lines are hard to read. */
const MOST_PREVIEW = 100;

/** The first row is the query's, the last one the status line's. */
export function layoutFor({ columns, rows }: Size): Layout {
  const body = Math.max(0, rows - 2);
  const whole: Box = { column: 0, row: 1, columns, rows: body };
  if (columns >= SIDE_BY_SIDE) {
    const list = Math.min(MOST_LIST, Math.floor(columns * SHARE));
    const column = list + 3;
    return {
      list: { ...whole, columns: list },
      rule: { ...whole, column: list + 1, columns: 1 },
      preview: { ...whole, column, columns: Math.min(MOST_PREVIEW, columns - column) },
    };
  }
  if (body < LEAST_ROWS) return { list: whole, preview: null, rule: null };
  const list = Math.ceil((body - 1) * SHARE_OF_ROWS);
  return {
    list: { ...whole, rows: list },
    rule: { ...whole, row: 1 + list, rows: 1 },
    preview: { ...whole, row: 2 + list, rows: body - 1 - list },
  };
}
