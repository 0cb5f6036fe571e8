/** Checks what callers pass to the library: one table for each type of options, one rule for each option. */
import type {
  CallOptions,
  CountOptions,
  FieldName,
  Filter,
  ListOptions,
  MarkerOptions,
  RelatedOptions,
  SearchOptions,
  SortOrder,
  StatsOptions,
  TimelineOptions,
  TimeUnit,
} from "../article/model.js";
import type { OpenOptions, SearchSummaryOptions, SummaryOptions, UpdateOptions } from "./archive.js";

/** What is wrong with a value: it is of another type (TypeError), or it is none of the values allowed (RangeError). */
interface Fault {
  kind: "type" | "range";
  /** `"limit" must be a whole number from 0, not -1`. */
  message: string;
}

/** Gives what is wrong with the value of an argument, or null. */
type Rule = (value: unknown, name: string) => Fault | null;

/** The rule of every option of a type. */
type Table<T> = { readonly [Name in keyof T]-?: Rule };

type Match = NonNullable<CountOptions["match"]>;

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

function fault(kind: Fault["kind"], name: string, must: string, value: unknown): Fault {
  return { kind, message: `"${name}" must ${must}, not ${shown(value)}` };
}

const typeRule =
  (must: string, fits: (value: unknown) => boolean): Rule =>
  (value, name) =>
    fits(value) ? null : fault("type", name, must, value);

/** Every option but a required one may be undefined. */
const optional =
  (rule: Rule): Rule =>
  (value, name) =>
    value === undefined ? null : rule(value, name);

const isString = (value: unknown): value is string => typeof value === "string";

const string = typeRule("be a string", isString);
const stringOrNull = typeRule("be a string or null", (value) => value === null || isString(value));
const text = optional(string);
const flag = optional(typeRule("be true or false", (value) => typeof value === "boolean"));
const callback = optional(typeRule("be a function", (value) => typeof value === "function"));

const signal = optional(
  // One of another realm or of a polyfill is as good.
  typeRule(
    "be an AbortSignal",
    (value) =>
      typeof value === "object" &&
      value !== null &&
      "aborted" in value &&
      "throwIfAborted" in value &&
      typeof value.throwIfAborted === "function",
  ),
);

const countFrom = (least: number): Rule => {
  const must = `be a whole number from ${least}`;
  return optional((value, name) => {
    if (typeof value !== "number") return fault("type", name, must, value);
    return Number.isSafeInteger(value) && value >= least ? null : fault("range", name, must, value);
  });
};

/** The compiler sees to it that no value of the type is missing. */
const oneOf = <Value extends string>(allowed: Readonly<Record<Value, true>>): Rule => {
  const values: readonly string[] = Object.keys(allowed);
  const must = `be one of ${values.map(shown).join(", ")}`;
  return (value, name) => {
    if (!isString(value)) return fault("type", name, must, value);
    return values.includes(value) ? null : fault("range", name, must, value);
  };
};

const paths: Rule = (value, name) => {
  if (isString(value)) return null;
  if (!Array.isArray(value)) return fault("type", name, "be a path or an array of paths", value);
  if (value.length === 0) return fault("range", name, "have at least one path", value);
  // Not every(), which skips holes.
  for (const [at, path] of value.entries())
    if (!isString(path)) return fault("type", `${name}[${at}]`, "be a path", path);
  return null;
};

/** One value of a field, or several of which an article has one. */
const values: Rule = optional((value, name) => {
  if (isString(value)) return null;
  if (!Array.isArray(value)) return fault("type", name, "be a string or an array of strings", value);
  if (value.length === 0) return fault("range", name, "have at least one value", value);
  for (const [at, one] of value.entries())
    if (!isString(one)) return fault("type", `${name}[${at}]`, "be a string", one);
  return null;
});

const folderOrFalse: Rule = optional((value, name) => {
  if (value === "") return fault("range", name, "be the path of a folder, or false", value);
  return value === false || isString(value)
    ? null
    : fault("type", name, "be the path of a folder, or false", value);
});

const CALL: Table<CallOptions> = { signal };
const FILTER: Table<Filter> = { since: text, until: text, place: values, agency: values, language: values };
const PAGE = { limit: countFrom(0), offset: countFrom(0) };
const MATCH = { match: optional(oneOf<Match>({ all: true, any: true })), exact: flag };
const LIST: Table<ListOptions> = {
  ...FILTER,
  sort: optional(oneOf<SortOrder>({ relevance: true, date: true, title: true, words: true })),
  reverse: flag,
  ...PAGE,
  ...CALL,
};
const COUNT: Table<CountOptions> = { ...FILTER, ...MATCH, ...CALL };
const SUMMARY: Table<SummaryOptions> = { sentences: countFrom(1), words: countFrom(1), query: text, ...CALL };
const SUMMARIZED: Table<SearchSummaryOptions> = { ...COUNT, ...SUMMARY, limit: countFrom(1) };
const OPEN: Table<OpenOptions> = { dir: paths, cache: folderOrFalse, onProgress: callback, ...CALL };
const SEARCH: Table<SearchOptions> = { ...LIST, ...MATCH, explain: flag, snippets: flag };
const MARKER: Table<MarkerOptions> = { exact: flag, ...CALL };
const RELATED: Table<RelatedOptions> = { ...FILTER, ...PAGE, ...CALL };
const UPDATE: Table<UpdateOptions> = { ...OPEN, rebuild: flag };
const TIMELINE: Table<TimelineOptions> = {
  ...COUNT,
  by: optional(oneOf<TimeUnit>({ day: true, week: true, month: true, year: true })),
};
const STATS: Table<StatsOptions> = { ...COUNT, limit: countFrom(0), all: flag };

/** The tables, by what they are for. */
export const OPTIONS = {
  call: CALL,
  list: LIST,
  search: SEARCH,
  marker: MARKER,
  summary: SUMMARY,
  searchSummary: SUMMARIZED,
  related: RELATED,
  count: COUNT,
  timeline: TIMELINE,
  stats: STATS,
  open: OPEN,
  update: UPDATE,
} as const;

function raise(caller: string, { kind, message }: Fault): never {
  const whole = `${caller}: ${message}`;
  throw kind === "type" ? new TypeError(whole) : new RangeError(whole);
}

function check(caller: string, name: string, value: unknown, rule: Rule): void {
  const found = rule(value, name);
  if (found) raise(caller, found);
}

/**
 * Gives a copy of a caller's options, which the caller can no longer change. Throws TypeError or RangeError, and names
 * the call, the option and its value; an option that does not exist is a TypeError.
 */
export function checkOptions<T extends object>(caller: string, table: Table<T>, options: T): T {
  const given: unknown = options;
  if (typeof given !== "object" || given === null || Array.isArray(given))
    raise(caller, fault("type", "options", "be an object", given));
  const names = Object.keys(table);
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(table, name))
      throw new TypeError(
        `${caller}: there is no option ${shown(name)}; the options are ${names.join(", ")}`,
      );
  }
  const copy = { ...options };
  for (const name in table) {
    const value = options[name];
    check(caller, name, value, table[name]);
    // An option may be inherited, which a copy does not see.
    if (value !== undefined) copy[name] = value;
  }
  return copy;
}

/** Throws TypeError unless an id is a string. */
export function checkId(caller: string, id: string): void {
  check(caller, "id", id, string);
}

/** Throws TypeError unless a query is a string. */
export function checkQuery(caller: string, query: string): void {
  check(caller, "query", query, string);
}

/** Throws TypeError unless a query is a string or null. */
export function checkQueryOrNull(caller: string, query: string | null): void {
  check(caller, "query", query, stringOrNull);
}

const field = oneOf<FieldName>({ place: true, agency: true, language: true });

/** Throws TypeError or RangeError unless a field has values that can be listed. */
export function checkField(caller: string, name: FieldName): void {
  check(caller, "field", name, field);
}
