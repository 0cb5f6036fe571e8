/** Excel workbooks (ECMA-376): the rows of the first sheet that has texts, under the names of its first row. */
import { Package } from "../containers/package.js";
import type { Context, SourceRecord } from "../record.js";
import { attribute, descendants, first, rawText, type XmlElement } from "../xml.js";
import { tableRecords } from "./csv.js";

const MOST_COLUMNS = 1000;

/** `B7` is column 1. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "")
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Days since 1899-12-30; the calendar of Excel has a 29 February 1900, which no article is from. */
function dateText(serial: number): string {
  const moment = new Date(Math.round((serial - 25_569) * 86_400_000));
  if (Number.isNaN(moment.getTime())) return String(serial);
  const iso = moment.toISOString();
  return serial % 1 === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** The styles that show a number as a date: the built-in ones, and formats of days and years. */
function dateStyles(styles: XmlElement | null): ReadonlySet<number> {
  const formats = new Map<string, string>();
  for (const format of descendants(styles ?? undefined, "numfmt"))
    formats.set(attribute(format, "numfmtid") ?? "", attribute(format, "formatcode") ?? "");
  const dates = new Set<number>();
  [...descendants(first(styles ?? undefined, "cellxfs"), "xf")].forEach((style, i) => {
    const id = attribute(style, "numfmtid") ?? "0";
    const code = (formats.get(id) ?? "").replace(/"[^"]*"|\[[^\]]*\]/g, "");
    const number = Number(id);
    if ((number >= 14 && number <= 22) || /[dy]/i.test(code)) dates.add(i);
  });
  return dates;
}

const stringsOf = (shared: XmlElement | null): string[] =>
  [...descendants(shared ?? undefined, "si")].map((item) =>
    [...descendants(item, "t")].map(rawText).join(""),
  );

function rowsOf(sheet: XmlElement, strings: readonly string[], dates: ReadonlySet<number>): string[][] {
  const rows: string[][] = [];
  for (const row of descendants(sheet, "row")) {
    const cells: string[] = [];
    for (const cell of descendants(row, "c")) {
      const column = columnOf(attribute(cell, "r") ?? "");
      const at = column >= 0 ? column : cells.length;
      if (at >= MOST_COLUMNS) continue;
      while (cells.length < at) cells.push("");
      cells[at] = cellText(cell, strings, dates);
    }
    rows.push(cells);
  }
  return rows;
}

function cellText(cell: XmlElement, strings: readonly string[], dates: ReadonlySet<number>): string {
  const type = attribute(cell, "t");
  if (type === "inlineStr") return [...descendants(cell, "t")].map(rawText).join("");
  const value = rawText(first(cell, "v"));
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === undefined && value !== "" && dates.has(Number(attribute(cell, "s") ?? "0")))
    return dateText(Number(value));
  return value;
}

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const workbook = new Package(bytes, context);
  const strings = stringsOf(workbook.xml("xl/sharedStrings.xml"));
  const dates = dateStyles(workbook.xml("xl/styles.xml"));
  const sheets = workbook
    .names()
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .sort();
  let position = 0;
  for (const name of sheets) {
    const sheet = workbook.xml(name);
    const rows = sheet
      ? rowsOf(sheet, strings, dates).filter((row) => row.some((cell) => cell.trim() !== ""))
      : [];
    if (rows.length < 2) continue;
    for (const record of tableRecords(rows, context)) yield { ...record, position: ++position };
  }
}
