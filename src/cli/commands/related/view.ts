/** Related articles as a listing, each with the words that tie it: below it, or in a pipe behind it. */
import type { Related } from "../../../index.js";
import type { Terminal } from "../../io/terminal.js";
import { listLines } from "../../render/list.js";
import { safe } from "../../render/safe.js";
import { themeFor } from "../../render/theme.js";
import { cut, measureFor } from "../../render/width.js";

const INDENT = "  ";

/** The lines, each with its line end; `grouped`: see listLines. */
export async function relatedLines(
  articles: readonly Related[],
  terminal: Terminal,
  grouped = false,
): Promise<string[]> {
  const ties = articles.map((article) => safe(article.ties.join(", ")));
  const [lines, theme, measure] = await Promise.all([
    listLines(articles, terminal, grouped),
    themeFor(terminal.color),
    measureFor(ties),
  ]);
  const { columns } = terminal;
  return Array.from(lines, (line, i) =>
    columns === null
      ? `${line.slice(0, -1)}\t${ties[i] ?? ""}\n`
      : `${line}${INDENT}${theme.faint(cut(ties[i] ?? "", columns - INDENT.length, measure))}\n`,
  );
}
