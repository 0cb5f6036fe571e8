/** What is said of a query that finds little: which words no article has, and what may have been meant. */
import type { Archive } from "../../../index.js";
import { countOptionsOf, type FilterOptions, type MatchOptions } from "../../config/options.js";
import { logError } from "../../io/errors.js";

/** So many words are named. */
const MOST_NAMED = 5;

export async function sayWhatWasMeant(
  archive: Archive,
  { query, total }: { query: string; total: number },
  options: FilterOptions & MatchOptions,
): Promise<void> {
  const suggestion = await archive.suggest(query, countOptionsOf(options));
  const { missing } = suggestion;
  // That nothing is found for this one word or phrase has been said.
  const isSaid = total === 0 && missing.length === 1 && query.replaceAll('"', "").trim() === missing[0];
  if (missing.length > 0 && !isSaid) logError(`no article has ${namedOf(missing)}`);
  if (suggestion.query !== null) logError(`did you mean ${quoted(suggestion.query)}?`);
}

function namedOf(missing: readonly string[]): string {
  const named = missing.slice(0, MOST_NAMED).map(quoted);
  const last = named.at(-1) ?? "";
  if (missing.length > MOST_NAMED) return `${named.join(", ")} and ${missing.length - MOST_NAMED} more`;
  return named.length > 1 ? `${named.slice(0, -1).join(", ")} or ${last}` : last;
}

/** A query with quotation marks of its own stands as it is. */
function quoted(text: string): string {
  return text.includes('"') ? text : `"${text}"`;
}
