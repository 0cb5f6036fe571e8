/** The articles that are counted: those that pass the filters and, if there is a query, answer it. */
import type { CountOptions } from "../../api/types.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { allPassing } from "./filter.js";
import { loadNamesFor } from "./known-names.js";
import type { TextReader } from "./same-sentence.js";

/** Gives their numbers. Throws DateError, and QueryError when called. */
export type Choose = (snapshot: Snapshot) => Chosen;

export interface Chosen {
  articles: Uint32Array;
  relaxed: boolean;
}

/** Loads the search only if there is a query. */
export async function chooser(
  query: string | null,
  options: CountOptions,
  textOf: TextReader,
): Promise<Choose> {
  await loadNamesFor(options);
  if (query === null) return (snapshot) => ({ articles: allPassing(snapshot, options), relaxed: false });
  const { matching } = await import("../search.js");
  return (snapshot) => matching(snapshot, query, options, textOf);
}
