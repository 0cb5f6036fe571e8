/** `azertac save`: keeps a search in the config file, lists those that are kept, removes one. */
import { checkQueryText } from "../../../engines/local/news/check-query.js";
import type { FilterOptions, MatchOptions } from "../../config/options.js";
import { CallError } from "../../io/call-error.js";
import { FOUND, logError, logInfo, NOTHING } from "../../io/errors.js";
import { print } from "../../io/output.js";
import { refuseEmpty, typedPath } from "../../main/mistakes.js";
import { json } from "../../render/json.js";
import { safe } from "../../render/safe.js";
import { expandQuery } from "../../saved/expand.js";
import {
  checkName,
  countOptionsOfSaved,
  SAVED_FILTERS,
  type SavedEntry,
  savedSearch,
  savedSearches,
} from "../../saved/saved.js";
import { writeSaved } from "../../saved/write.js";

export type SaveCall = Pick<FilterOptions, "since" | "until" | "place" | "agency" | "lang"> &
  MatchOptions & { list?: true; json?: true; remove?: true };

export async function save(
  name: string | undefined,
  words: readonly string[],
  options: SaveCall,
): Promise<number> {
  if (options.list || options.json) return list(name, options);
  if (name === undefined) throw new CallError("give a name and a query, or --list to list what is saved");
  if (options.remove) {
    if (words.length > 0) throw new CallError("--remove takes the name of a saved search alone");
    savedSearch(savedSearches(), name);
    writeSaved(name, null);
    logInfo(`Removed the saved search ${name}.`);
    return FOUND;
  }
  checkName(name);
  const query = words.join(" ");
  if (words.length === 0) throw new CallError(`give the query to save as "${name}"`);
  refuseEmpty(query.replace(/saved:/gi, "x"));
  const { since, until, place, agency, lang, any, exact } = options;
  const entry: SavedEntry = { query, since, until, place, agency, lang, any, exact };
  const all = new Map(savedSearches()).set(name, entry);
  checkQueryText(expandQuery(query, all), countOptionsOfSaved(entry));
  const isReplaced = writeSaved(name, entry);
  logInfo(`${isReplaced ? "Replaced" : "Saved"} the search ${name}. azertac search @${name} runs it.`);
  return FOUND;
}

function list(name: string | undefined, options: SaveCall): number {
  const all = savedSearches();
  const chosen = name === undefined ? all : new Map([[name, savedSearch(all, name)]]);
  if (options.json) print([json(Object.fromEntries(chosen))]);
  else print([...chosen].map(([key, entry]) => `${safe(key)}\t${safe(callOf(entry))}\n`));
  if (chosen.size === 0 && !options.json)
    logError("no search is saved: azertac save <name> <query> saves one");
  return chosen.size > 0 ? FOUND : NOTHING;
}

/** A saved search as it is typed. */
function callOf(entry: SavedEntry): string {
  const filters = SAVED_FILTERS.flatMap((key) => {
    const value = entry[key];
    if (value === undefined) return [];
    if (value === true) return [`--${key}`];
    return [value].flat().map((one) => `--${key} ${typedPath(one)}`);
  });
  return [entry.query, ...filters].join(" ");
}
