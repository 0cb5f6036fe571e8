/** `azertac search`: articles by words, the most relevant first. */
import type { SearchResult } from "../../index.js";
import { complain, FOUND, NOTHING } from "../exit.js";
import { explainNothing } from "../nothing.js";
import { open, warn } from "../open.js";
import {
  type ArchiveOptions,
  type FilterOptions,
  listOptionsOf,
  type OutputOptions,
  outputForm,
} from "../options.js";
import { printArticles } from "../print.js";
import { terminal } from "../terminal.js";

type SearchCall = ArchiveOptions & FilterOptions & OutputOptions & { any?: true; exact?: true };

export async function search(words: readonly string[], options: SearchCall): Promise<number> {
  const archive = await open(options);
  try {
    const query = words.join(" ");
    const match = options.any ? "any" : "all";
    const result = await archive.search(query, { ...listOptionsOf(options), match, exact: options.exact });
    warn(archive);
    await print(result, options);
    if (result.relaxed) complain("no article has all the words: these have most of them");
    if (result.hits.length > 0) return FOUND;
    const otherwise = result.total > 0 ? `there are only ${result.total} hits` : `nothing found for ${query}`;
    await explainNothing(archive, options, otherwise);
    return NOTHING;
  } finally {
    archive.close();
  }
}

async function print(result: SearchResult, options: SearchCall): Promise<void> {
  const form = outputForm(options);
  if (form === "text") {
    const { hitsText } = await import("../render/hits.js");
    process.stdout.write(await hitsText(result, options.offset ?? 0, terminal(options.color)));
    const { hits, total } = result;
    if (process.stdout.isTTY && total > hits.length && hits.length > 0)
      complain(`${hits.length} of ${total} articles; -n shows more`);
  } else if (form === "json") {
    const { json } = await import("../render/json.js");
    process.stdout.write(json(result));
  } else {
    await printArticles(form, result.hits, {
      score: ({ score }) => score,
      snippet: ({ snippets }) => snippets[0]?.text ?? "",
    });
  }
}
