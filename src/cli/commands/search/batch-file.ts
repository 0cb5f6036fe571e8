/** Reads the queries of `search --batch`: one query a line, or a CSV file with a column `query` and filters in others. */
import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import { explain } from "../../../platform/system-error.js";
import { CallError } from "../../io/call-error.js";
import type { SearchCall } from "./action.js";

export interface BatchQuery {
  query: string;
  /** The line of the file on which it begins. */
  line: number;
  /** What the other columns ask for. */
  filters: Partial<SearchCall>;
}

const STDIN = 0;

/** How a cell becomes an option, by the name of its column, which is the long name of the option. */
const COLUMNS: Readonly<Record<string, (cell: string) => Partial<SearchCall>>> = {
  since: (since) => ({ since }),
  until: (until) => ({ until }),
  place: (cell) => ({ place: valuesIn(cell) }),
  agency: (cell) => ({ agency: valuesIn(cell) }),
  lang: (cell) => ({ lang: valuesIn(cell) }),
  language: (cell) => ({ lang: valuesIn(cell) }),
  sort: (cell) => {
    const sort = ORDERS.find((order) => order === cell);
    if (!sort) throw new CallError(`sort is "${cell}", not one of ${ORDERS.join(", ")}`);
    return { sort };
  },
  limit: (cell) => ({ limit: countIn("limit", cell) }),
  offset: (cell) => ({ offset: countIn("offset", cell) }),
  any: (cell) => (isYes("any", cell) ? { any: true } : {}),
  exact: (cell) => (isYes("exact", cell) ? { exact: true } : {}),
  reverse: (cell) => (isYes("reverse", cell) ? { reverse: true } : {}),
};

const ORDERS = ["relevance", "date", "title", "words"] as const;

/** `Baku; Ganja`: either of them. */
function valuesIn(cell: string): string[] {
  return cell
    .split(";")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

function countIn(name: string, cell: string): number {
  if (!/^\d{1,9}$/.test(cell)) throw new CallError(`${name} is "${cell}", not a whole number from 0`);
  return Number(cell);
}

const YES = new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);

function isYes(name: string, cell: string): boolean {
  const value = YES.get(cell.toLowerCase());
  if (value === undefined) throw new CallError(`${name} is "${cell}", not true or false`);
  return value;
}

/** Throws CallError for a file that cannot be read, has no query, or a column or cell that says nothing. */
export function readBatch(file: string): BatchQuery[] {
  let text: string;
  try {
    text = readFileSync(file === "-" ? STDIN : file, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    throw new CallError(`cannot read the queries in "${file}": ${explain(error)}`);
  }
  const queries = tableQueries(file, text) ?? lineQueries(text);
  if (queries.length === 0) throw new CallError(`there are no queries in "${file}"`);
  return queries;
}

/** A line that begins with `#` is a comment. */
function lineQueries(text: string): BatchQuery[] {
  return text.split(/\r?\n/).flatMap((typed, i) => {
    const query = typed.trim();
    return query === "" || query.startsWith("#") ? [] : [{ query, line: i + 1, filters: {} }];
  });
}

/** Null if the first line has no column `query`: then each line is a query. */
function tableQueries(file: string, text: string): BatchQuery[] | null {
  const [first = ""] = text.split(/\r?\n/, 1);
  const delimiter = [",", ";", "\t"].find((one) => namesIn(first, one).includes("query")) ?? ",";
  const names = namesIn(first, delimiter);
  if (!names.includes("query")) return null;
  const unknown = names.find((name) => name !== "query" && name !== "" && !Object.hasOwn(COLUMNS, name));
  if (unknown !== undefined)
    throw new CallError(
      `${file}:1: there is no filter "${unknown}": the columns are query, ${Object.keys(COLUMNS).join(", ")}`,
      { typed: unknown, known: ["query", ...Object.keys(COLUMNS)] },
    );
  return rowsOf(file, text, delimiter).flatMap(({ record, line }) => {
    const query = record[names.indexOf("query")]?.trim() ?? "";
    if (query === "") return [];
    const filters: Partial<SearchCall> = {};
    for (const [i, name] of names.entries()) {
      const cell = record[i]?.trim() ?? "";
      if (cell !== "") Object.assign(filters, filterIn(name, cell, `${file}:${line}`));
    }
    return [{ query, line, filters }];
  });
}

function filterIn(name: string, cell: string, place: string): Partial<SearchCall> {
  try {
    return COLUMNS[name]?.(cell) ?? {};
  } catch (error) {
    throw error instanceof CallError ? new CallError(`${place}: ${error.message}`) : error;
  }
}

function namesIn(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .toLowerCase(),
  );
}

/** The rows after the first, each with the line on which it begins. */
function rowsOf(file: string, text: string, delimiter: string): { record: string[]; line: number }[] {
  let line = 1;
  try {
    const rows: string[][] = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false });
    return rows
      .map((record) => {
        const row = { record, line };
        line += 1 + record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
        return row;
      })
      .slice(1);
  } catch (error) {
    if (error instanceof CsvError) throw new CallError(`${file} is not CSV: ${error.message}`);
    throw error;
  }
}
