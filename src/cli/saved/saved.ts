/** The saved searches: the table `[saved]` of the config file, which may also be edited by hand. */
import { existsSync } from "node:fs";
import type { CountOptions } from "../../index.js";
import { Config } from "../config/config.js";
import { configFile } from "../config/config-file.js";
import { CallError } from "../io/call-error.js";

export const SAVED = "saved";

/** A search as it is saved: a query with filters. */
export interface SavedEntry {
  query: string;
  since?: string | undefined;
  until?: string | undefined;
  place?: string[] | undefined;
  agency?: string[] | undefined;
  lang?: string[] | undefined;
  any?: true | undefined;
  exact?: true | undefined;
}

const TEXTS = ["since", "until"] as const;
const LISTS = ["place", "agency", "lang"] as const;
const FLAGS = ["any", "exact"] as const;
/** The filters that a saved search may have, by the long names of their options. */
export const SAVED_FILTERS = [...TEXTS, ...LISTS, ...FLAGS] as const;

/** What a name is made of: letters, digits, and `.`, `_`, `-` after the first. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]*$/u;

/** Throws CallError for what cannot be a name. */
export function checkName(name: string): void {
  if (!NAME.test(name))
    throw new CallError(
      `"${name.slice(0, 40)}" cannot be the name of a saved search: use letters, digits, ".", "_" and "-"`,
    );
}

/** All saved searches by their names, in the order of the file. Throws CallError for one that cannot be read. */
export function savedSearches(): Map<string, SavedEntry> {
  const path = configFile(process.env);
  return path === null ? new Map() : savedIn(path);
}

/** The same of one file; none if it is not there yet. */
export function savedIn(path: string): Map<string, SavedEntry> {
  return existsSync(path) ? entriesOf(Config.read(path).table(SAVED), path) : new Map();
}

/** Throws CallError if one cannot be read. */
export function entriesOf(table: Readonly<Record<string, unknown>>, path: string): Map<string, SavedEntry> {
  return new Map(Object.entries(table).map(([name, value]) => [name, entryOf(name, value, path)]));
}

function entryOf(name: string, value: unknown, path: string): SavedEntry {
  const refuse = (message: string): never => {
    throw new CallError(`${path}: the saved search "${name}" ${message}`);
  };
  if (typeof value === "string") return { query: value };
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuse('must be a query, or a table with "query" and filters');
  const { query, ...filters }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof query !== "string") return refuse('has no "query"');
  const entry: SavedEntry = { query };
  for (const [key, set] of Object.entries(filters)) {
    const text = TEXTS.find((known) => known === key);
    const list = LISTS.find((known) => known === key);
    const flag = FLAGS.find((known) => known === key);
    if (text) entry[text] = set instanceof Date ? set.toISOString().slice(0, 10) : asText(set, key, refuse);
    else if (list) entry[list] = (Array.isArray(set) ? set : [set]).map((one) => asText(one, key, refuse));
    else if (!flag) refuse(`has "${key}", which is none of query, ${SAVED_FILTERS.join(", ")}`);
    else if (typeof set !== "boolean") refuse(`has "${key}", which must be true or false`);
    else if (set) entry[flag] = true;
  }
  return entry;
}

function asText(value: unknown, key: string, refuse: (message: string) => never): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : refuse(`has "${key}", which must be a text`);
}

/** Throws CallError, with the nearest name, if there is none of this name. */
export function savedSearch(all: ReadonlyMap<string, SavedEntry>, name: string): SavedEntry {
  const found = all.get(name);
  if (found) return found;
  const known = [...all.keys()];
  const none = known.length === 0 ? "no search is saved: azertac save <name> <query> saves one" : null;
  throw new CallError(none ?? `there is no saved search "${name}"`, { typed: name, known });
}

export function countOptionsOfSaved(entry: SavedEntry): CountOptions {
  const { since, until, place, agency, lang, any, exact } = entry;
  return { since, until, place, agency, language: lang, match: any ? "any" : "all", exact };
}
