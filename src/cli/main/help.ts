/** The texts of --help that are more than one line: examples, the query language, notes. */
import type { AddHelpTextContext, HelpConfiguration } from "commander";
import { wrap } from "../render/width.js";

/** Text is read best at this width, however wide the terminal is. */
const READING_WIDTH = 80;
/** Columns for what stands left in a table, and how many the rest needs at least beside it. */
const TERM = 18;
const LEAST_MEANING = 24;
const INDENT = 2;

export const examples = (lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}\n`;

const QUERY: readonly (readonly [term: string, meaning: string])[] = [
  ["oil gas", "both words, in any form or spelling, mistyped or not"],
  ['"oil and gas"', "these words side by side, as typed"],
  ["-gas, NOT gas", "without this word"],
  ["oil OR gas", "either word"],
  ["petrol*", "words that begin with petrol"],
  ["oil~1", "words at most 1 edit away (0, 1 or 2)"],
  ["title:oil", "in the title; also place:Baku agency:TASS lang:en id:6d47"],
  ["date:2025-04..2025-05", "from one date to another"],
  ["( )", "groups; AND, OR and NOT only in capitals"],
];

/** What `--help` says of the query, as wide as the terminal. */
export function queryHelp({ command }: AddHelpTextContext): string {
  const columns = columnsFor(command);
  return block([
    "The query:",
    ...table(QUERY, columns),
    ...paragraph("A word after a single minus is excluded (except -n, -d, -h).", columns),
    ...paragraph("After -- everything is the query.", columns),
  ]);
}

const NOTES =
  "azertac reads the folder or file given with -d, or else those in AZERTAC_DIR, or else the sample that ships with it. Options may also stand before the command. Output to a terminal is in colour; NO_COLOR and FORCE_COLOR change that. Put your defaults in ~/.config/azertac/config.toml.";

/** What `azertac --help` says below the commands. */
export function notes({ command }: AddHelpTextContext): string {
  return block([...paragraph(NOTES, columnsFor(command)), ""]) + block(["More:", "  $ man azertac"]);
}

/** commander breaks descriptions only where 40 columns are left for them. */
export const HELP_LAYOUT: HelpConfiguration = {
  minWidthToWrap: LEAST_MEANING,
  formatItem(term, termWidth, description, helper) {
    const head = " ".repeat(INDENT) + term;
    if (description === "") return head;
    const columns = helper.helpWidth ?? READING_WIDTH;
    const beside = columns - termWidth - 2 * INDENT >= LEAST_MEANING;
    const indent = beside ? termWidth + 2 * INDENT : 2 * INDENT;
    const [first = "", ...more] = paragraph(description, Math.max(1, columns - indent));
    const start = beside ? head.padEnd(indent) : `${head}\n${" ".repeat(indent)}`;
    return [start + first, ...more.map((line) => " ".repeat(indent) + line)].join("\n");
  },
};

const block = (lines: readonly string[]): string => `\n${lines.join("\n")}`;

function columnsFor(command: AddHelpTextContext["command"]): number {
  return Math.min(READING_WIDTH, command.configureOutput().getOutHelpWidth?.() ?? READING_WIDTH);
}

function paragraph(text: string, columns: number): string[] {
  return wrap(text, columns, ({ length }) => length).map(([start, end]) => text.slice(start, end));
}

/** Meanings stand beside the terms, or below those that are too long, or below all on a narrow terminal. */
function table(rows: readonly (readonly [string, string])[], columns: number): string[] {
  const beside = columns - INDENT - TERM >= LEAST_MEANING;
  const indent = beside ? INDENT + TERM : 2 * INDENT;
  return rows.flatMap(([term, meaning]) => {
    const lines = paragraph(meaning, Math.max(1, columns - indent)).map((line) => " ".repeat(indent) + line);
    const head = " ".repeat(INDENT) + term;
    if (!beside || term.length >= TERM) return [head, ...lines];
    return lines.map((line, i) => (i === 0 ? head.padEnd(indent) + line.slice(indent) : line));
  });
}
