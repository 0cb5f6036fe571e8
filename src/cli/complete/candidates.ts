/** What may be typed at a place of the command line, out of the definitions and the archive. */
import type { Command } from "commander";
import type { FieldName } from "../../index.js";
import { fold } from "../../text/fold.js";
import { beginsValue } from "../../text/fold-value.js";
import { countOf } from "../io/no-results.js";
import { ARTICLE_FIELDS, FURTHER_FIELDS, HIT_FIELDS, RELATED_FIELDS } from "../render/fields.js";
import { commandsOf, optionsOf, type Position } from "./cursor-context.js";
import { type Kind, takesQuery, type Values } from "./kinds.js";

export interface Candidate {
  value: string;
  /** What it is; empty if there is nothing to say. */
  text: string;
  /** What is typed for it, where that may be something else than the value. */
  typed?: string;
  /** More follows without a space. */
  open?: true;
}

export interface Answer {
  /** What of the word stands before the candidates, as it is. */
  prefix: string;
  /** `files` leaves it to the shell to find them. */
  candidates: Candidate[] | "files";
}

/** What an archive has to offer. */
export interface CandidateSource {
  /** Articles whose ids begin as typed. */
  articles(typed: string): Promise<Candidate[]>;
  /** All values of a field, the most frequent first, with how many articles have each. */
  values(field: FieldName): Promise<{ value: string; count: number }[]>;
}

/** More than this is no help. */
const MOST = 100;

/** The fields of a query and what their values are. */
const QUERY_FIELDS: ReadonlyMap<string, { text: string; kind: Kind | null }> = new Map([
  ["title", { text: "words of the title", kind: null }],
  ["place", { text: "from a place", kind: "place" }],
  ["agency", { text: "of an agency", kind: "agency" }],
  ["lang", { text: "in a language", kind: "language" }],
  ["id", { text: "the article with an id", kind: "article" }],
  ["date", { text: "of a day, or from..to", kind: "date" }],
]);

const DATES: readonly Candidate[] = [
  { value: "today", text: "" },
  { value: "yesterday", text: "" },
  { value: "7d", text: "7 days ago" },
  { value: "2w", text: "2 weeks ago" },
  { value: "3m", text: "3 months ago" },
  { value: "1y", text: "a year ago" },
];

export async function answer(
  program: Command,
  { place, given }: Position,
  typed: string,
  source: CandidateSource,
): Promise<Answer> {
  if (place.at === "command")
    return { prefix: "", candidates: matching(commandsOf(program).map(summaryOf), typed) };
  if (place.at === "option") {
    const options = optionsOf(place.command).flatMap(({ long, short, description }) =>
      [long, short].flatMap((value) => (value === undefined ? [] : { value, text: description })),
    );
    return { prefix: "", candidates: matching(options, typed) };
  }
  const { values, prefix, command } = place;
  const rest = typed.slice(prefix.length);
  if (values === "files") return { prefix, candidates: "files" };
  if (values === "query") return inQuery(prefix, rest, source);
  if (values === "columns") return inList(prefix, rest, columnsOf(command));
  const candidates = await ofKind(program, values, rest, source);
  return { prefix, candidates: candidates.filter(({ value }) => !given.includes(value)) };
}

/** What the articles of some commands have besides. */
const MORE_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  show: ["body"],
  summary: ["sentences"],
  new: ["search", "update"],
  related: Object.keys(RELATED_FIELDS),
};

function columnsOf(command: Command): string[] {
  const further = Object.keys(FURTHER_FIELDS);
  if (takesQuery(command)) return [...Object.keys(HIT_FIELDS), ...further];
  return [...Object.keys(ARTICLE_FIELDS), ...further, ...(MORE_COLUMNS[command.name()] ?? [])];
}

const summaryOf = (command: Command): Candidate => ({
  value: command.name(),
  text: command.summary() || command.description(),
});

async function ofKind(
  program: Command,
  values: Values,
  typed: string,
  source: CandidateSource,
): Promise<Candidate[]> {
  if (values === null || values === "files" || values === "query" || values === "columns") return [];
  if (values === "article") {
    const latest = matching([{ value: "latest", text: "the newest article" }], typed);
    return [...latest, ...(await source.articles(typed))];
  }
  if (values === "saved") return matching(await savedNames(), typed);
  if (values === "date") return matching(DATES, typed);
  if (values === "command") return matching(commandsOf(program).map(summaryOf), typed);
  if (typeof values !== "string")
    return matching(
      values.map((value) => ({ value, text: "" })),
      typed,
    );
  const found = await source.values(values);
  return matching(
    found.map(({ value, count }) => ({ value, text: countOf(count) })),
    typed,
    beginsValue,
  );
}

/** The names of saved searches; none from a config file that cannot be read. */
async function savedNames(): Promise<Candidate[]> {
  try {
    const { savedSearches } = await import("../saved/saved.js");
    return [...savedSearches()].map(([value, { query }]) => ({ value, text: query }));
  } catch {
    return [];
  }
}

/** In a query: the names of fields, and behind one its values. */
async function inQuery(before: string, typed: string, source: CandidateSource): Promise<Answer> {
  const start = startOfPiece(typed);
  const minus = typed[start] === "-" ? 1 : 0;
  const piece = typed.slice(start + minus);
  const prefix = before + typed.slice(0, start + minus);
  const colon = piece.indexOf(":");
  if (colon < 0) {
    const fields = [...QUERY_FIELDS].map(
      ([name, { text }]): Candidate => ({ value: `${name}:`, text, open: true }),
    );
    return { prefix, candidates: matching(fields, piece) };
  }
  const kind = QUERY_FIELDS.get(piece.slice(0, colon))?.kind ?? null;
  const value = piece.slice(colon + 1);
  if (kind === "article")
    return { prefix: prefix + piece.slice(0, colon + 1), candidates: await source.articles(value) };
  const known = kind === "date" ? DATES.map((date) => ({ ...date, count: 0 })) : await valuesOf(kind, source);
  const candidates = known
    .filter((one) => !one.value.includes('"'))
    .map((one): Candidate => {
      const text = kind === "date" ? "" : countOf(one.count);
      return /[\s()]/.test(one.value) || value.startsWith('"')
        ? { value: `"${one.value}"`, text, typed: value.startsWith('"') ? `"${one.value}"` : one.value }
        : { value: one.value, text };
    });
  return { prefix: prefix + piece.slice(0, colon + 1), candidates: matching(candidates, value, beginsValue) };
}

async function valuesOf(
  kind: Kind | null,
  source: CandidateSource,
): Promise<{ value: string; count: number }[]> {
  return kind === "place" || kind === "agency" || kind === "language" ? source.values(kind) : [];
}

/** Where the last piece of a query begins: behind a space or a bracket that is not between quotation marks. */
function startOfPiece(query: string): number {
  let start = 0;
  let quoted = false;
  for (let at = 0; at < query.length; at++) {
    const character = query[at] ?? "";
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "(" || character.trim() === "")) start = at + 1;
  }
  return start;
}

/** In a list with commas: those that are not in it yet. */
function inList(before: string, typed: string, names: readonly string[]): Answer {
  const start = typed.lastIndexOf(",") + 1;
  const used = typed.slice(0, start).split(",");
  const left = names.filter((name) => !used.includes(name));
  const candidates = left.map((value): Candidate => ({ value, text: "", open: true }));
  return { prefix: before + typed.slice(0, start), candidates: matching(candidates, typed.slice(start)) };
}

/** The candidates that begin as typed; if there are none, those that do but for what `begins` ignores: case and accents. */
export function matching(
  candidates: readonly Candidate[],
  typed: string,
  begins: (typed: string, value: string) => boolean = beginsFolded,
): Candidate[] {
  const exact = candidates.filter(({ value, typed: other = value }) => other.startsWith(typed));
  if (exact.length > 0 || typed === "") return some(exact, MOST, (shared) => beside(exact, shared));
  const loose = candidates.filter(({ value, typed: other = value }) => begins(typed, other));
  // Shells replace what was typed by what all have in common: that must not be less than was typed.
  const start = loose[0]?.value.slice(0, typed.length) ?? "";
  return loose.filter(({ value }) => value.startsWith(start)).slice(0, MOST);
}

const beginsFolded = (typed: string, value: string): boolean => fold(value).startsWith(fold(typed));

const beside = (candidates: readonly Candidate[], shared: string): Candidate | undefined =>
  candidates.find(({ value }) => !value.startsWith(shared));

/**
 * The first of many. Shells type what all that are offered have in common, so that one is added wherever the others
 * have more in common than they all have. `besides` finds one that does not begin so.
 */
export function some(
  candidates: readonly Candidate[],
  most: number,
  besides: (shared: string) => Candidate | undefined,
): Candidate[] {
  const shown = candidates.slice(0, most);
  for (;;) {
    const odd = shown.length < most ? undefined : besides(commonStart(shown));
    if (!odd) return shown;
    shown.push(odd);
  }
}

/** How many units two texts have in common at their beginnings. */
function commonLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}

export function commonStart(candidates: readonly Candidate[]): string {
  let start = candidates[0]?.value ?? "";
  for (const { value } of candidates) start = start.slice(0, commonLength(start, value));
  return start;
}
