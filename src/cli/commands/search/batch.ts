/** `azertac search --batch`: the queries of a file, one after the other, in an archive that is opened once. */
import type { Archive, Hit, SearchResult } from "../../../index.js";
import type { Choice } from "../../config/choice.js";
import { listOptionsOf, outputForm } from "../../config/options.js";
import { FOUND, logError, logInfo, NOTHING, WRONG_CALL } from "../../io/errors.js";
import { open } from "../../io/open.js";
import { print } from "../../io/output.js";
import { page } from "../../io/page.js";
import { terminal } from "../../io/terminal.js";
import { HIT_FIELDS } from "../../render/fields.js";
import { safe } from "../../render/safe.js";
import type { SearchCall } from "./action.js";
import { type BatchQuery, readBatch } from "./batch-file.js";

/** Hits of each query, unless the call or the line says otherwise. */
const DEFAULT_LIMIT = 10;
/** Queries that find nothing are named up to this many. */
const MOST_NAMED = 10;

type BatchHit = Hit & { query: string };

/** Exit code 2 if a query could not be run: the others are answered all the same. */
export async function searchBatch(
  file: string,
  options: SearchCall,
  choice: Choice<Hit> | null,
): Promise<number> {
  const queries = readBatch(file);
  const { archive, warn, close } = await open(options);
  try {
    const results: SearchResult[] = [];
    let failed = 0;
    for (const one of queries) {
      const result = await answer(archive, one, options, file);
      if (result) results.push(result);
      else failed++;
    }
    warn();
    sayWhatIsEmpty(results);
    await printResults(results, options, choice);
    if (failed > 0) return WRONG_CALL;
    return results.some(({ hits }) => hits.length > 0) ? FOUND : NOTHING;
  } finally {
    await close();
  }
}

/** Null if the query is wrong, which is said with its line. */
async function answer(
  archive: Archive,
  { query, line, filters }: BatchQuery,
  options: SearchCall,
  file: string,
): Promise<SearchResult | null> {
  const call = { ...options, ...filters };
  const { any, exact, explain } = call;
  const wanted = { ...listOptionsOf(call), limit: call.limit ?? DEFAULT_LIMIT };
  try {
    return await archive.search(await withSaved(query), {
      ...wanted,
      match: any ? "any" : "all",
      exact,
      explain,
    });
  } catch (error) {
    const { DateError, QueryError } = await import("../../../index.js");
    if (!(error instanceof QueryError || error instanceof DateError)) throw error;
    logError(`${file}:${line}: ${error.message}`);
    return null;
  }
}

/** The query with saved searches in the place of their names. */
async function withSaved(query: string): Promise<string> {
  if (!/saved:/i.test(query)) return query;
  const [{ expandQuery }, { savedSearches }] = await Promise.all([
    import("../../saved/expand.js"),
    import("../../saved/saved.js"),
  ]);
  return expandQuery(query, savedSearches());
}

function sayWhatIsEmpty(results: readonly SearchResult[]): void {
  const empty = results.filter(({ hits }) => hits.length === 0);
  for (const { query } of empty.slice(0, MOST_NAMED)) logError(`nothing found for ${query}`);
  if (empty.length > MOST_NAMED) logInfo(`… and for ${empty.length - MOST_NAMED} more queries`);
}

async function printResults(
  results: readonly SearchResult[],
  options: SearchCall,
  choice: Choice<Hit> | null,
): Promise<void> {
  const form = outputForm(options);
  if (form === "text") return page(await texts(results, options, choice), options);
  if (form === "json") {
    const { jsonArray } = await import("../../render/json.js");
    return print(jsonArray(results));
  }
  const hits = results.flatMap(({ query, hits }) => hits.map((hit): BatchHit => ({ query, ...hit })));
  const { printArticles } = await import("../../io/print.js");
  const { score, snippet, ...article } = HIT_FIELDS;
  const { snippets: _, matched: __, ...plain } = article;
  const fields = choice?.fields ?? { ...plain, score, snippet };
  await printArticles(form, hits, {}, { query: ({ query }: BatchHit) => query, ...fields });
}

/** For a person: the hits of each query under the query. */
async function texts(
  results: readonly SearchResult[],
  options: SearchCall,
  choice: Choice<Hit> | null,
): Promise<string[]> {
  const on = terminal(options);
  if (options.format !== undefined && choice) {
    const all = await choice.lines(
      results.flatMap(({ hits }) => hits),
      on,
    );
    return [...all];
  }
  const { hitsText } = await import("./view.js");
  const texts: string[] = [];
  for (const result of results) {
    if (result.hits.length === 0) continue;
    if (texts.length > 0) texts.push("\n");
    texts.push(`# ${safe(result.query)}\n`);
    if (choice) texts.push(...(await choice.lines(result.hits, on)));
    else texts.push(await hitsText(result, options.offset ?? 0, on));
  }
  return texts;
}
