/** Puts saved searches in the place of their names: `saved:NAME` in a query, `@NAME` as the first word of a call. */
import type { Command } from "commander";
import { QueryError } from "../../index.js";
import { takesQuery } from "../complete/kinds.js";
import { showExclusions } from "../config/exclusions.js";
import { SAVED_FILTERS, type SavedEntry, savedSearch, savedSearches } from "./saved.js";

/** Saved searches that name each other so deep are taken to go round in a circle. */
const MOST_DEEP = 10;

const REFERENCE = /saved:(?:"([^"]*)"|([^\s()"]*))/iy;
/** What may stand before a field: a space, a bracket, a minus. */
const BEFORE = /^$|[\s(\-−–—]/;

/** Whether a query may name a saved search; asked first, so that no other query reads the config file for it. */
export const mayNameSaved = (text: string): boolean => /saved:|^@/i.test(text);

/** The query with each `saved:NAME` as what is saved, in brackets. Throws QueryError. */
export function expandQuery(query: string, all: ReadonlyMap<string, SavedEntry>, depth = 0): string {
  let expanded = "";
  let quoted = false;
  for (let at = 0; at < query.length; ) {
    const char = query.charAt(at);
    if (char === '"') quoted = !quoted;
    REFERENCE.lastIndex = at;
    const [whole, inQuotes, plain] =
      (!quoted && BEFORE.test(query.charAt(at - 1)) && REFERENCE.exec(query)) || [];
    if (whole === undefined) {
      expanded += char;
      at++;
      continue;
    }
    const name = inQuotes ?? plain ?? "";
    const entry = all.get(name);
    if (!entry || depth >= MOST_DEEP)
      throw new QueryError(
        entry ? "saved searches name each other in a circle" : nothingOf(name, all),
        query,
        at,
        whole.length,
      );
    expanded += clauseOf({ ...entry, query: expandQuery(entry.query, all, depth + 1) });
    at += whole.length;
  }
  return expanded;
}

function nothingOf(name: string, all: ReadonlyMap<string, SavedEntry>): string {
  const names = [...all.keys()];
  const known = names.length === 0 ? "no search is saved" : `saved are ${names.slice(0, 10).join(", ")}`;
  return name === "" ? `"saved:" needs a name; ${known}` : `there is no saved search "${name}"; ${known}`;
}

/** A saved search as a part of a query. `any` and `exact` are of a whole query and have no place in a part. */
function clauseOf({ query, since, until, place, agency, lang }: SavedEntry): string {
  const either = (field: string, values: readonly string[] = []): string =>
    values.length === 0
      ? ""
      : ` (${values.map((value) => `${field}:"${value.replaceAll('"', "")}"`).join(" OR ")})`;
  const days = since !== undefined || until !== undefined ? ` date:"${since ?? ""}..${until ?? ""}"` : "";
  return `(${query}${either("place", place)}${either("agency", agency)}${either("lang", lang)}${days})`;
}

/**
 * Gives a command that is about to run what is saved under the names in its query. The filters of `@NAME` count as
 * typed ones, unless the same filter is typed. Throws CallError and QueryError.
 */
export function expandCall(command: Command): void {
  const words: unknown = command.processedArgs.find(Array.isArray);
  const search: unknown = command.getOptionValue("search");
  if (isTexts(words) && takesQuery(command)) expandWords(command, words);
  if (typeof search === "string" && mayNameSaved(search))
    command.setOptionValue("search", expandQuery(search, savedSearches()));
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

function expandWords(command: Command, words: string[]): void {
  const query = showExclusions(words).join(" ");
  if (!mayNameSaved(query)) return;
  const all = savedSearches();
  const [, name] = /^@(\S+)$/.exec(words[0] ?? "") ?? [];
  if (name === undefined) {
    if (/saved:/i.test(query)) words.splice(0, words.length, expandQuery(query, all));
    return;
  }
  const entry = savedSearch(all, name);
  const more = showExclusions(words.slice(1)).join(" ");
  const own = expandQuery(entry.query, all);
  words.splice(0, words.length, more === "" ? own : `(${own}) ${expandQuery(more, all)}`);
  for (const key of SAVED_FILTERS) {
    const isTyped = command.getOptionValueSource(key) === "cli";
    if (entry[key] !== undefined && !isTyped) command.setOptionValueWithSource(key, entry[key], "config");
  }
}
