/** `azertac search`: articles by words, the most relevant first. */
import { resolve } from "node:path";
import type { Hit, SearchResult } from "../../../index.js";
import type { Choice } from "../../config/choice.js";
import {
  type ArchiveOptions,
  archiveFolders,
  type ChoiceOptions,
  type CopiesCall,
  copiesOf,
  type FilterOptions,
  hasChoice,
  hasDates,
  listOptionsOf,
  type MatchOptions,
  matchOf,
  type OutputOptions,
  outputForm,
  readsStdin,
  usesSample,
} from "../../config/options.js";
import { CallError } from "../../io/call-error.js";
import { FOUND, logError, logInfo, NOTHING } from "../../io/errors.js";
import { inItsArchive, readingOf, recalled, remember } from "../../io/last-search.js";
import { countOf, explainNothing, nothingFor, pastTheLast } from "../../io/no-results.js";
import { open } from "../../io/open.js";
import { isTerminal, printLong, STDERR, STDOUT } from "../../io/output.js";
import { page } from "../../io/page.js";
import { printArticles } from "../../io/print.js";
import { terminal } from "../../io/terminal.js";
import { hintAtFolder, refuseEmpty } from "../../main/mistakes.js";
import { figure } from "../../render/count.js";
import { HIT_FIELDS } from "../../render/fields.js";

export interface SearchCall
  extends ArchiveOptions,
    FilterOptions,
    OutputOptions,
    ChoiceOptions,
    MatchOptions,
    CopiesCall {
  explain?: true;
  /** Repeat the last search. */
  last?: true;
  /** A file of queries. */
  batch?: string;
}

/** How many hits are shown if the person does not say. */
const DEFAULT_LIMIT = 10;
/** No more hits than this are few. */
const FEW = 3;
/** What may have been meant stands in so many times more articles than what was typed. */
const FAR_MORE = 20;

export async function search(words: readonly string[], given: SearchCall): Promise<number> {
  if (given.batch !== undefined) return batch(words, given, given.batch);
  if (given.last && words.length > 0) throw new CallError("use words or --last, not both");
  if (!given.last && words.length === 0)
    throw new CallError("give the words of a query, or --last to repeat the last search");
  const last = given.last ? recalled() : null;
  if (given.last && !last) return NOTHING;
  const options: SearchCall = last
    ? { ...inItsArchive(given, last), ...(last.exact && { exact: true }) }
    : given;
  const choice = hasChoice(options)
    ? (await import("../../config/choice.js")).choiceOf(options, HIT_FIELDS)
    : null;
  const query = last?.query ?? words.join(" ");
  refuseEmpty(query);
  const { archive, warn, close } = await open(options);
  try {
    const wanted = { ...listOptionsOf(options), limit: options.limit ?? DEFAULT_LIMIT };
    const match = matchOf(options);
    const { exact, explain } = options;
    const result = await archive.search(query, {
      ...wanted,
      ...{ match, exact, explain, copies: copiesOf(options) },
    });
    warn();
    if (hasDates(options)) await (await import("../../io/undated.js")).sayUndated(archive, query, options);
    sayWhereCompleteEnd(result, options);
    await printResult(result, options, choice);
    const found = result.hits.length > 0;
    if (!found) {
      const { total } = result;
      const otherwise = total > 0 ? pastTheLast(options, total, "hit") : nothingFor(query);
      await explainNothing(archive, options, otherwise);
    }
    // In the sample nobody looks for the name of a file of theirs.
    if (!found || usesSample(options)) hintAtFolder(words);
    if (leavesDoubt(result, archive.size))
      await (await import("./did-you-mean.js")).sayWhatWasMeant(archive, result, options);
    return found ? FOUND : NOTHING;
  } finally {
    await close();
  }
}

/** Says where a page goes on after the articles that have all that was asked for. */
function sayWhereCompleteEnd({ total, relaxed, hits }: SearchResult, { any, offset = 0 }: SearchCall): void {
  if (relaxed) logError("no article has all the words; showing those with most of them");
  else if (!any && total > 0 && hits.length > 0 && offset + hits.length > total)
    logError(
      `${total === 1 ? "1 article matches" : `${total.toLocaleString("en")} articles match`} in full; the others match in part (--strict leaves them out)`,
    );
}

async function batch(words: readonly string[], options: SearchCall, file: string): Promise<number> {
  if (words.length > 0) throw new CallError("use words or --batch, not both");
  const choice = hasChoice(options)
    ? (await import("../../config/choice.js")).choiceOf(options, HIT_FIELDS)
    : null;
  return (await import("./batch.js")).searchBatch(file, options, choice);
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
    // A search that finds nothing leaves the hits of the one before for --last.
    if (hits.length > 0 && !readsStdin(options))
      remember({
        ...{ roots, query, exact, offset, ids: hits.map(({ id }) => id) },
        reading: readingOf(options),
      });
    const on = terminal(options);
    const { hitsText } = await import("./view.js");
    await page(
      choice
        ? await choice.lines(hits, on)
        : [await hitsText(result, offset, on, copiesOf(options) === "group")],
      options,
    );
    if (isTerminal(STDOUT) && isTerminal(STDERR)) sayCount(result);
  } else if (form === "json") {
    const { json } = await import("../../render/json.js");
    await printLong([json(result)]);
  } else {
    const { score, snippet } = HIT_FIELDS;
    await printArticles(form, result.hits, { score, snippet }, choice?.fields);
  }
}

/** For a person: how many there are, and how to see the others. */
function sayCount({ hits, total, relaxed }: SearchResult): void {
  if (hits.length === 0 || relaxed) return;
  const shown =
    hits.length >= total && total > 0
      ? countOf(total)
      : `${figure(hits.length)} of ${countOf(total)}; -n shows more`;
  logInfo(shown);
}
