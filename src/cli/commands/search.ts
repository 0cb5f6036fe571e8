/** `azertac search`: articles by words, the most relevant first. */
import type { SearchResult } from "../../index.js";
import { complain, FOUND, NOTHING, say } from "../exit.js";
import { countOf, explainNothing } from "../nothing.js";
import { open } from "../open.js";
import {
  type ArchiveOptions,
  type FilterOptions,
  listOptionsOf,
  type OutputOptions,
  outputForm,
} from "../options.js";
import { isTerminal, print, STDERR, STDOUT } from "../output.js";
import { printArticles } from "../print.js";
import { terminal } from "../terminal.js";

type SearchCall = ArchiveOptions & FilterOptions & OutputOptions & { any?: true; exact?: true };

/** How many hits are shown if the person does not say. */
const DEFAULT_LIMIT = 10;

export async function search(words: readonly string[], options: SearchCall): Promise<number> {
  const { archive, warn, close } = await open(options);
  try {
    const query = words.join(" ");
    const page = { ...listOptionsOf(options), limit: options.limit ?? DEFAULT_LIMIT };
    const match = options.any ? "any" : "all";
    const result = await archive.search(query, { ...page, match, exact: options.exact });
    warn();
    if (result.relaxed) complain("no article has all the words: these have most of them");
    await printResult(result, options);
    if (result.hits.length > 0) return FOUND;
    const otherwise =
      result.total > 0 ? `nothing to show of ${countOf(result.total)}` : `nothing found for ${query}`;
    await explainNothing(archive, options, otherwise);
    return NOTHING;
  } finally {
    close();
  }
}

async function printResult(result: SearchResult, options: SearchCall): Promise<void> {
  const form = outputForm(options);
  if (form === "text") {
    const { hitsText } = await import("../render/hits.js");
    print([await hitsText(result, options.offset ?? 0, terminal(options.color))]);
    if (isTerminal(STDOUT) && isTerminal(STDERR)) sayCount(result);
  } else if (form === "json") {
    const { json } = await import("../render/json.js");
    print([json(result)]);
  } else {
    await printArticles(form, result.hits, {
      score: ({ score }) => score,
      snippet: ({ snippets }) => snippets[0]?.text,
    });
  }
}

/** For a person: how many there are, and how to see the others. */
function sayCount({ hits, total }: SearchResult): void {
  if (hits.length === 0) return;
  const shown = hits.length === total ? countOf(total) : `${hits.length} of ${countOf(total)}; -n shows more`;
  say(shown);
}
