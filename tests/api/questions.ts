/** Every question that can be put to an archive, for tests of what all of them have in common. */
import type { Archive } from "../../src/index.js";
import type { Line } from "../search/archive-of.js";

export const LINES: Line[] = [
  {
    id: "a1",
    date: "2024-01-10",
    place: "Baku",
    agency: "AZERTAC",
    text: "The harvest of grain rose in May.",
  },
  {
    id: "b2",
    date: "2024-02-20",
    place: "Ganja",
    agency: "TASS",
    text: "Boats of the fleet came to the port.",
  },
  { id: "c3", date: "2024-03-01", place: "Baku", agency: "TASS", text: "The port was closed for boats." },
];

/** All that an iterable gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** What a question is asked with. */
interface Options {
  signal?: AbortSignal;
}

type Question = (archive: Archive, options?: Options) => Promise<unknown>;

const ALL = {
  list: (archive, options) => archive.list(options),
  articles: (archive, options) => collect(archive.articles(options)),
  get: (archive, options) => archive.get("a1", options),
  search: (archive, options) => archive.search("port", options),
  suggest: (archive, options) => archive.suggest("prot", options),
  highlighter: (archive, options) => archive.highlighter("port", options),
  summarize: (archive, options) => archive.summarize("a1", options),
  "summarize with a query": (archive, options) => archive.summarize("a1", { query: "grain", ...options }),
  summarizeSearch: (archive, options) => archive.summarizeSearch("port", options),
  related: (archive, options) => archive.related("a1", options),
  timeline: (archive, options) => archive.timeline(null, options),
  "timeline with a query": (archive, options) => archive.timeline("port", options),
  stats: (archive, options) => archive.stats(null, options),
  "stats with a query": (archive, options) => archive.stats("port", options),
  values: (archive, options) => archive.values("place", options),
  refresh: (archive, options) => archive.refresh(options),
} satisfies Record<string, Question>;

/** Each question by its name, asked with the least that it takes and these options. */
export const QUESTIONS: Record<keyof typeof ALL, Question> = ALL;

export const NAMES = Object.keys(ALL) as (keyof typeof ALL)[];
