/** The tools of the MCP server: each asks the library one question, with bounded results. */
import { OPTIONS } from "../../../api/arguments.js";
import type { Archive, Article } from "../../../index.js";
import { CallError } from "../../io/call-error.js";
import { safe } from "../../render/safe.js";
import { articleOf, locate, type Passage, paragraphsOf } from "./passages.js";
import { type InputSchema, MOST, schemaOf } from "./schema.js";

type Arguments = Readonly<Record<string, unknown>>;
type Result = Record<string, unknown>;

export interface Tool {
  name: string;
  title: string;
  description: string;
  inputSchema: InputSchema;
  call(archive: Archive, given: Arguments, signal: AbortSignal): Promise<Result>;
}

/** Results of a call, unless it says otherwise, and characters of text at the most. */
const FEW = 10;
const MOST_TEXT = 20_000;

const QUERY = 'words, "phrases", OR, NOT, word*, title:, place:, agency:, lang:, date:';
const CURSOR = "nextCursor of the call before, to go on after it";
const ID = "the id of an article, a unique prefix of one, or latest";

export const TOOLS: readonly Tool[] = [
  {
    name: "search",
    title: "Search the articles",
    description: "Articles that match a query, the most relevant first, each with the passages that match.",
    inputSchema: schemaOf({ query: QUERY, cursor: CURSOR }, ["query"], OPTIONS.search()),
    async call(archive, given, signal) {
      const { query, options, offset, limit } = paged(given, ["query"]);
      const found = await archive.search(textOf("query", query), { ...options, offset, limit, signal });
      const hits: Result[] = [];
      for (const { snippets, ...hit } of found.hits) {
        const texts = snippets.map(({ text }) => text);
        hits.push({ ...articleOf(hit), passages: await locate(archive, hit, texts, signal) });
      }
      const { total, relaxed } = found;
      return withCursor({ total, relaxed, hits }, offset + hits.length, total);
    },
  },
  {
    name: "list",
    title: "List the articles",
    description: "Articles that match filters, the newest first.",
    inputSchema: schemaOf({ cursor: CURSOR }, [], OPTIONS.list()),
    async call(archive, given, signal) {
      const { options, offset, limit } = paged(given, []);
      // One more tells whether there are more.
      const articles = await archive.list({ ...options, offset, limit: limit + 1, signal });
      return pageOf("articles", articles, offset, limit);
    },
  },
  {
    name: "show",
    title: "Read an article",
    description: "The text of an article, paragraph by paragraph, each with where it is in the text.",
    inputSchema: schemaOf({ id: ID, cursor: CURSOR }, ["id"], {}),
    async call(archive, given, signal) {
      const { id, options, offset } = paged(given, ["id"]);
      refuseOthers(options);
      const article = found(await archive.get(textOf("id", id), { signal }), id);
      const all = paragraphsOf(article);
      const { passages, next } = fitting(all, offset);
      return withCursor({ article: articleOf(article), passages }, next, all.length);
    },
  },
  {
    name: "summary",
    title: "Summarise an article",
    description: "The key sentences of an article, word for word.",
    inputSchema: schemaOf({ id: ID }, ["id"], OPTIONS.summary()),
    async call(archive, { id, ...options }, signal) {
      const summary = found(await archive.summarize(textOf("id", id), { ...options, signal }), id);
      const passages = await locate(archive, summary, summary.sentences, signal);
      return { article: articleOf(summary), passages: fitting(passages, 0).passages };
    },
  },
  {
    name: "related",
    title: "Find similar articles",
    description: "The articles most similar to one, the most similar first.",
    inputSchema: schemaOf({ id: ID, cursor: CURSOR }, ["id"], OPTIONS.related()),
    async call(archive, given, signal) {
      const { id, options, offset, limit } = paged(given, ["id"]);
      const asked = { ...options, offset, limit: limit + 1, signal };
      return pageOf("articles", found(await archive.related(textOf("id", id), asked), id), offset, limit);
    },
  },
  {
    name: "timeline",
    title: "Count articles over time",
    description: "The number of articles in each day, week, month or year: those that match a query, or all.",
    inputSchema: schemaOf({ query: QUERY }, [], OPTIONS.timeline()),
    async call(archive, { query, ...options }, signal) {
      const { periods, ...counts } = await archive.timeline(optional("query", query), { ...options, signal });
      // The latest, if they are too many.
      return { ...counts, periods: periods.slice(-10 * MOST), left: Math.max(0, periods.length - 10 * MOST) };
    },
  },
  {
    name: "stats",
    title: "Count places, agencies and names",
    description:
      "Counts of places, agencies, languages and names in the articles that match a query, or in all.",
    inputSchema: schemaOf({ query: QUERY }, [], OPTIONS.stats()),
    async call(archive, { query, limit, ...options }, signal) {
      const asked = { ...options, limit: limitOf(limit), signal };
      const { names, places, agencies, ...counts } = await archive.stats(optional("query", query), asked);
      return {
        ...counts,
        places: places.map(({ value, count }) => ({ value: safe(value), count })),
        agencies: agencies.map(({ value, count }) => ({ value: safe(value), count })),
        names: names.map(({ name, articles }) => ({ name: safe(name), articles })),
      };
    },
  },
];

/** Arguments that are not options of the library, the page, and the rest, which the library checks. */
function paged(given: Arguments, own: readonly ("query" | "id")[]) {
  const { cursor, limit, ...rest } = given;
  for (const name of ["offset", "snippets", "explain", "signal"])
    if (Object.hasOwn(rest, name)) throw new CallError(`there is no argument "${name}"`);
  const options: Record<string, unknown> = { ...rest };
  for (const name of own) delete options[name];
  return { query: given.query, id: given.id, options, offset: placeOf(cursor), limit: limitOf(limit) };
}

function refuseOthers(options: Arguments): void {
  const [other] = Object.keys(options);
  if (other !== undefined) throw new CallError(`there is no argument "${other}"`);
}

function limitOf(limit: unknown): number {
  if (limit === undefined) return FEW;
  if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new CallError(`"limit" must be a whole number from 1 to ${MOST}`);
  return limit;
}

function textOf(name: string, value: unknown): string {
  if (typeof value !== "string" || value.trim() === "") throw new CallError(`"${name}" must be a text`);
  return value;
}

const optional = (name: string, value: unknown): string | null =>
  value === undefined ? null : textOf(name, value);

function found<T>(value: T | null, id: unknown): T {
  if (value === null) throw new CallError(`there is no article "${String(id)}"`);
  return value;
}

/** A cursor is a place in the results, written so that nobody computes with it. */
const cursorOf = (place: number): string => Buffer.from(`at ${place}`).toString("base64url");

function placeOf(cursor: unknown): number {
  if (cursor === undefined || cursor === null) return 0;
  const text = typeof cursor === "string" ? Buffer.from(cursor, "base64url").toString() : "";
  const [, place] = /^at (\d{1,9})$/.exec(text) ?? [];
  if (place === undefined) throw new CallError('"cursor" is none that a call gave as nextCursor');
  return Number(place);
}

function withCursor(result: Result, next: number, total: number): Result {
  return { ...result, nextCursor: next < total ? cursorOf(next) : null };
}

function pageOf(name: string, articles: readonly Article[], offset: number, limit: number): Result {
  const page = articles.slice(0, limit).map(articleOf);
  return withCursor({ [name]: page }, offset + page.length, offset + articles.length);
}

/** As many passages as fit, at least one, and the place of the next. */
function fitting(all: readonly Passage[], from: number): { passages: Passage[]; next: number } {
  let room = MOST_TEXT;
  let next = from;
  for (const { quote } of all.slice(from)) {
    room -= quote.length;
    if (room < 0 && next > from) break;
    next++;
  }
  return { passages: all.slice(from, next), next };
}
