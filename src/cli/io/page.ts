/** What a person reads: printed, or through a pager where it is longer than the terminal's screen. */

import { withoutLinks } from "../render/link.js";
import { pagerOf } from "./environment.js";
import { isTerminal, print, printLong, STDOUT } from "./output.js";
import type { ViewOptions } from "./terminal.js";

/** Prints texts to standard output. Throws OutputError. */
export async function page(
  texts: Iterable<string>,
  options: Pick<ViewOptions, "pager" | "hyperlinks">,
): Promise<void> {
  const { pager } = options;
  const set = typeof pager === "string" ? pager : undefined;
  const command = pager !== false && isTerminal(STDOUT) ? pagerOf(process.env, set) : null;
  if (command === null) {
    await printLong(texts);
    return;
  }
  const { columns, rows } = { columns: process.stdout.columns || 80, rows: process.stdout.rows || 24 };
  const rest = texts[Symbol.iterator]();
  const start: string[] = [];
  // The last row is the prompt's.
  for (let used = 0; used < rows; ) {
    const { done, value } = rest.next();
    if (done) {
      print(start);
      return;
    }
    start.push(value);
    used += rowsOf(value, columns);
  }
  const { throughPager } = await import("./pager.js");
  await throughPager(command, start, rest, options.hyperlinks === "always");
}

const COLORS = /\x1b\[[\d;]*m/g;

/** Rows of a text on the screen: near enough, since a pager ends by itself where all fits after all. */
function rowsOf(text: string, columns: number): number {
  const lines = withoutLinks(text).replace(COLORS, "").split("\n");
  return lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / columns)), 0) - 1;
}
