/** A note on articles that a filter by date leaves out because they have no date. */
import type { Archive } from "../../index.js";
import { countOptionsOf, type FilterOptions, type MatchOptions } from "../config/options.js";
import { logError } from "./errors.js";

/** Says how many articles of a listing, or of what a query finds, `--since` and `--until` could not judge. */
export async function sayUndated(
  archive: Archive,
  query: string | null,
  options: FilterOptions & MatchOptions,
): Promise<void> {
  const { since, until } = options;
  if (since === undefined && until === undefined) return;
  // Most archives have dates throughout, and a query takes longer than this.
  if ((await archive.timeline(null, { by: "year" })).undated === 0) return;
  const { undated, relaxed } = await archive.timeline(query, {
    ...countOptionsOf({ ...options }),
    since: undefined,
    until: undefined,
    by: "year",
  });
  if (undated === 0 || relaxed) return;
  const filters = [since === undefined ? [] : "--since", until === undefined ? [] : "--until"].flat();
  logError(
    undated === 1
      ? `1 article has no date and is left out by ${filters.join(" and ")}`
      : `${undated} articles have no date and are left out by ${filters.join(" and ")}`,
  );
}
