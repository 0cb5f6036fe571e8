/** Checks what callers pass to the library: one table for each type of options, one rule for each option. */

import { encodingNamed } from "../corpus/encodings.js";
import type {
  OpenOptions,
  SearchSummaryOptions,
  StoredOptions,
  SummaryOptions,
  UpdateOptions,
} from "./archive.js";
import type {
  CallOptions,
  CopiesOptions,
  CountOptions,
  FieldName,
  FieldRole,
  Filter,
  HighlighterOptions,
  ListOptions,
  ReadingOptions,
  RelatedOptions,
  SearchOptions,
  SortOrder,
  StatsOptions,
  TimelineOptions,
  TimeUnit,
} from "./types.js";

type Match = NonNullable<CountOptions["match"]>;

/** What a value must be: of a kind, or one of the strings that are the keys of an object. */
export type Rule = keyof typeof MUST | Readonly<Record<string, true>>;

/** The rule of every option of a type. */
type Table<T> = { readonly [Name in keyof T]-?: Rule };

/** The kinds, as messages have them. */
const MUST = {
  string: "be a string",
  stringOrNull: "be a string or null",
  boolean: "be true or false",
  function: "be a function",
  signal: "be an AbortSignal",
  from0: "be a whole number from 0",
  from1: "be a whole number from 1",
  folder: "be the path of a folder, or false",
  path: "be a path",
  paths: "be a path or an array of paths",
  values: "be a string or an array of strings",
  lists: "be an array of arrays of strings",
  bytes: "be a Uint8Array",
  map: "be an object that gives the names of fields",
  encoding: "be the name of an encoding, such as koi8-r",
  year: "be a year from 1500 to 2999",
};

// The compiler sees to it that these have every value of their type.
const SORT: Record<SortOrder, true> = { relevance: true, date: true, title: true, words: true };
const MATCH: Record<Match, true> = { all: true, strict: true, any: true };
const UNIT: Record<TimeUnit, true> = { day: true, week: true, month: true, year: true };
const FIELD: Record<FieldName, true> = { place: true, agency: true, language: true, type: true };

const CALL: Table<CallOptions> = { signal: "signal" };
const FILTER: Table<Filter> = {
  since: "string",
  until: "string",
  place: "values",
  agency: "values",
  language: "values",
  type: "values",
};
const COPIES: Record<NonNullable<CopiesOptions["copies"]>, true> = { show: true, group: true, hide: true };
const PAGE = { limit: "from0", offset: "from0" } as const;
const WORDS = { match: MATCH, exact: "boolean" } as const;

// Functions, since at start-up only the tables that are used should be made.
const list = (): Table<ListOptions> => ({
  ...FILTER,
  sort: SORT,
  reverse: "boolean",
  copies: COPIES,
  ...PAGE,
  ...CALL,
});
const count = (): Table<CountOptions> => ({ ...FILTER, ...WORDS, ...CALL });
const stored = (): Table<StoredOptions> => ({
  dir: "paths",
  cache: "folder",
  onProgress: "function",
  ...CALL,
  map: "map",
  encoding: "encoding",
  year: "year",
  unknownText: "boolean",
});
const open = (): Table<OpenOptions> => ({ ...stored(), input: "bytes", synonyms: "lists" });
const summary = (): Table<SummaryOptions> => ({
  sentences: "from1",
  words: "from1",
  query: "string",
  ...CALL,
});

/** The rules of a call's options as others may read them, by the options' names. */
export type RuleTable = Readonly<Record<string, Rule>>;

/** The tables, by what they are for. */
export const OPTIONS = {
  call: (): Table<CallOptions> => CALL,
  list,
  count,
  summary,
  open,
  stored,
  search: (): Table<SearchOptions> => ({ ...list(), ...WORDS, explain: "boolean", snippets: "boolean" }),
  highlighter: (): Table<HighlighterOptions> => ({ exact: "boolean", ...CALL }),
  searchSummary: (): Table<SearchSummaryOptions> => ({
    ...count(),
    ...summary(),
    limit: "from1",
    unique: "boolean",
  }),
  related: (): Table<RelatedOptions> => ({ ...FILTER, copies: COPIES, ...PAGE, ...CALL }),
  timeline: (): Table<TimelineOptions> => ({ ...count(), by: UNIT, unique: "boolean" }),
  stats: (): Table<StatsOptions> => ({ ...count(), limit: "from0", all: "boolean", unique: "boolean" }),
  update: (): Table<UpdateOptions> => ({ ...stored(), rebuild: "boolean" }),
};

/**
 * Null for a value that follows a rule. Else which error that is: TypeError for a value of another type, RangeError for
 * one of the right type that is not allowed.
 */
function faultOf(rule: Rule, value: unknown): "type" | "range" | null {
  // Some rules have the names of types.
  if (typeof value === rule) return null;
  if (typeof rule === "object") {
    if (typeof value !== "string") return "type";
    return Object.hasOwn(rule, value) ? null : "range";
  }
  switch (rule) {
    case "from0":
    case "from1":
      if (typeof value !== "number") return "type";
      return Number.isSafeInteger(value) && value >= (rule === "from0" ? 0 : 1) ? null : "range";
    case "paths":
    case "values":
      // What is in the array is checked by itself.
      return typeof value === "string" || Array.isArray(value) ? null : "type";
    case "lists":
      return Array.isArray(value) ? null : "type";
    case "path":
      return typeof value === "string" ? null : "type";
    case "folder":
      if (value === "") return "range";
      return value === false || typeof value === "string" ? null : "type";
    case "bytes":
      return value instanceof Uint8Array ? null : "type";
    case "map":
      return typeof value === "object" && value !== null && !Array.isArray(value) ? null : "type";
    case "encoding":
      if (typeof value !== "string") return "type";
      return isEncoding(value) ? null : "range";
    case "year":
      if (typeof value !== "number") return "type";
      return Number.isSafeInteger(value) && value >= 1500 && value <= 2999 ? null : "range";
    case "signal":
      return isSignal(value) ? null : "type";
    case "stringOrNull":
      return value === null || typeof value === "string" ? null : "type";
    default:
      return "type";
  }
}

/** One of another realm or of a polyfill is as good. */
function isSignal(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "aborted" in value &&
    "throwIfAborted" in value &&
    typeof value.throwIfAborted === "function"
  );
}

function check(caller: string, name: string, value: unknown, rule: Rule): void {
  const found = faultOf(rule, value);
  if (found !== null) {
    const must =
      typeof rule === "object" ? `be one of ${Object.keys(rule).map(shown).join(", ")}` : MUST[rule];
    raise(found, `${caller}: "${name}" must ${must}, not ${shown(value)}`);
  }
  if (rule === "lists" && Array.isArray(value))
    for (const [at, list] of value.entries())
      check(caller, `${name}[${at}]`, Array.isArray(list) ? list : null, "values");
  if (rule === "map" && typeof value === "object" && value !== null) checkMap(caller, name, value);
  if ((rule !== "paths" && rule !== "values") || !Array.isArray(value)) return;
  const one = rule === "paths" ? "path" : "value";
  if (value.length === 0)
    raise("range", `${caller}: "${name}" must have at least one ${one}, not an empty array`);
  // Not forEach(), which skips holes.
  for (const [at, item] of value.entries())
    check(caller, `${name}[${at}]`, item, rule === "paths" ? "path" : "string");
}

/** What a field of a record may mean. */
const ROLES = (): Record<FieldRole, true> => ({
  ...{ id: true, title: true, text: true, date: true, time: true, dateline: true, place: true, agency: true },
  ...{ byline: true, language: true, subjects: true, url: true, version: true, status: true },
});

/** Whether azertac knows an encoding of this name. */
export const isEncoding = (name: string): boolean => encodingNamed(name) !== null;

/** What a field of a record may mean. */
export const fieldRoles = (): string[] => Object.keys(ROLES());

function checkMap(caller: string, name: string, map: object): void {
  const roles = ROLES();
  for (const [role, field] of Object.entries(map)) {
    if (!Object.hasOwn(roles, role)) {
      const known = Object.keys(roles).join(", ");
      raise("range", `${caller}: "${name}" has ${shown(role)}, which must be one of ${known}`);
    }
    if (field !== undefined) check(caller, `${name}.${role}`, field, "string");
  }
}

function raise(kind: "type" | "range", message: string): never {
  throw kind === "type" ? new TypeError(message) : new RangeError(message);
}

/** How much of a string a message repeats, in UTF-16 units. */
const LONGEST_SHOWN = 40;

/** A value for a message: short, on one line. */
function shown(value: unknown): string {
  if (typeof value === "string")
    return JSON.stringify(value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value);
  if (typeof value === "function") return "a function";
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : "an array";
  // What an object or a symbol prints as is the caller's code.
  if (typeof value === "symbol") return "a symbol";
  if (typeof value === "object" && value !== null) return "an object";
  return Object.is(value, -0) ? "-0" : String(value);
}

/**
 * Gives a copy of a caller's options, which the caller can no longer change. Throws TypeError or RangeError, and names
 * the call, the option and its value; an option that does not exist is a TypeError.
 */
export function checkOptions<T extends object>(caller: string, tableOf: () => Table<T>, options: T): T {
  const given: unknown = options;
  if (typeof given !== "object" || given === null || Array.isArray(given))
    raise("type", `${caller}: "options" must be an object, not ${shown(given)}`);
  const table = tableOf();
  const copy = { ...options };
  // Those that an object inherits too, which a copy does not see.
  for (const name in options) {
    if (!Object.hasOwn(table, name)) {
      const known = Object.keys(table).join(", ");
      raise("type", `${caller}: there is no option ${shown(name)}; the options are ${known}`);
    }
    const value = options[name];
    if (value === undefined) continue;
    check(caller, name, value, table[name]);
    copy[name] = value;
  }
  return copy;
}

/** The same for options that say which archive is meant. */
export function checkArchive<T extends StoredOptions>(
  caller: string,
  tableOf: () => Table<T>,
  options: T,
): T {
  const copy = checkOptions(caller, tableOf, options);
  check(caller, "dir", copy.dir, "paths");
  return copy;
}

/** Throws TypeError unless an id is a string. */
export function checkId(caller: string, id: string): void {
  check(caller, "id", id, "string");
}

/** Throws TypeError unless a query is a string. */
export function checkQuery(caller: string, query: string): void {
  check(caller, "query", query, "string");
}

/** Throws TypeError unless a query is a string or null. */
export function checkQueryOrNull(caller: string, query: string | null): void {
  check(caller, "query", query, "stringOrNull");
}

/** Throws TypeError or RangeError unless a field has values that can be listed. */
export function checkField(caller: string, name: FieldName): void {
  check(caller, "field", name, FIELD);
}

/** How files are to be read, as far as the options say. */
export function readingOf(options: Pick<StoredOptions, keyof ReadingOptions>): ReadingOptions | undefined {
  const { map, encoding, year, unknownText } = options;
  const asked = [map, encoding, year, unknownText].some((one) => one !== undefined);
  return asked ? { map, encoding, year, unknownText } : undefined;
}
