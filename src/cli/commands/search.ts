/** `azertac search`: articles by words, the most relevant first. */
import { resolve } from "node:path";
import type { Hit, SearchResult } from "../../index.js";
import type { Choice } from "../choice.js";
import { complain, FOUND, NOTHING, say } from "../exit.js";
import { HIT_FIELDS } from "../fields.js";
import { remember } from "../last.js";
import { countOf, explainNothing, nothingFor } from "../nothing.js";
import { open } from "../open.js";
import {
  type ArchiveOptions,
  archiveFolders,
  type ChoiceOptions,
  type FilterOptions,
  hasChoice,
  listOptionsOf,
  type MatchOptions,
  type OutputOptions,
  outputForm,
} from "../options.js";
import { isTerminal, print, STDERR, STDOUT } from "../output.js";
import { page } from "../page.js";
import { printArticles } from "../print.js";
import { terminal } from "../terminal.js";

interface SearchCall extends ArchiveOptions, FilterOptions, OutputOptions, ChoiceOptions, MatchOptions {
  explain?: true;
}

/** How many hits are shown if the person does not say. */
const DEFAULT_LIMIT = 10;
/** No more hits than this are few. */
const FEW = 3;
/** What may have been meant stands in so many times more articles than what was typed. */
const FAR_MORE = 20;

export async function search(words: readonly string[], options: SearchCall): Promise<number> {
  const choice = hasChoice(options) ? (await import("../choice.js")).choiceOf(options, HIT_FIELDS) : null;
  const { archive, warn, close } = await open(options);
  try {
    const query = words.join(" ");
    const wanted = { ...listOptionsOf(options), limit: options.limit ?? DEFAULT_LIMIT };
    const match = options.any ? "any" : "all";
    const { exact, explain } = options;
    const result = await archive.search(query, { ...wanted, match, exact, explain });
    warn();
    if (result.relaxed) complain("no article has all the words: these have most of them");
    await printResult(result, options, choice);
    const found = result.hits.length > 0;
    if (!found) {
      const otherwise = result.total > 0 ? `nothing to show of ${countOf(result.total)}` : nothingFor(query);
      await explainNothing(archive, options, otherwise);
    }
    if (leavesDoubt(result, archive.size))
      await (await import("../meant.js")).sayWhatWasMeant(archive, result, options);
    return found ? FOUND : NOTHING;
  } finally {
    await close();
  }
}

/** Whether something else may have been meant; few hits for words that stand there as typed are no reason by themselves. */
function leavesDoubt({ relaxed, total, hits }: SearchResult, articles: number): boolean {
  if (relaxed || total === 0) return true;
  if (total > FEW) return false;
  return total * FAR_MORE <= articles || hits.some(hasOnlyNear);
}

/** Whether a word of the query stands in the article by near words alone. */
function hasOnlyNear({ matched }: Hit): boolean {
  const terms = new Set(matched.flatMap(({ term, kind }) => (kind === "fuzzy" ? [] : term)));
  return matched.some(({ term }) => !terms.has(term));
}

async function printResult(
  result: SearchResult,
  options: SearchCall,
  choice: Choice<Hit> | null,
): Promise<void> {
  const form = outputForm(options);
  if (form === "text") {
    const { hits, query } = result;
    const { exact = false, offset = 0 } = options;
    const roots = archiveFolders(options).map((folder) => resolve(folder));
    remember({ roots, query, exact, offset, ids: hits.map(({ id }) => id) });
    const on = terminal(options);
    const { hitsText } = await import("../render/hits.js");
    await page(choice ? await choice.lines(hits, on) : [await hitsText(result, offset, on)], options);
    if (isTerminal(STDOUT) && isTerminal(STDERR)) sayCount(result);
  } else if (form === "json") {
    const { json } = await import("../render/json.js");
    print([json(result)]);
  } else {
    const { score, snippet } = HIT_FIELDS;
    await printArticles(form, result.hits, { score, snippet }, choice?.fields);
  }
}

/** For a person: how many there are, and how to see the others. */
function sayCount({ hits, total }: SearchResult): void {
  if (hits.length === 0) return;
  const shown = hits.length === total ? countOf(total) : `${hits.length} of ${countOf(total)}; -n shows more`;
  say(shown);
}
