/** Counts of articles: words, days, places, agencies, languages, and the names in their texts. */

import type { ArticleText, NameCount, Stats, StatsOptions } from "../../api/types.js";
import { dayOf } from "../../corpus/typed-date.js";
import { NO_DAY } from "../../index/format/sections.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { NameCounter } from "../../text/names/name-counter.js";
import { countValues } from "./values.js";

/** How many of each are given if the caller does not say. */
const DEFAULT_LIMIT = 10;
/** So many articles are read for names, in about a second, unless all are asked for. */
const SAMPLE = 1_000;
/** Every noun has a capital there. */
const CAPITAL_NOUNS = "de";

/** What is counted without reading a text. */
export function countFacts(
  snapshot: Snapshot,
  articles: Uint32Array,
  { limit = DEFAULT_LIMIT }: StatsOptions,
): Omit<Stats, "query" | "relaxed" | "names" | "namesFrom"> {
  const days = snapshot.column("days");
  const lengths = snapshot.column("lengths");
  let [words, undated, first, last] = [0, 0, Infinity, -Infinity];
  for (const article of articles) {
    words += lengths[article] ?? 0;
    const day = days[article] ?? NO_DAY;
    if (day === NO_DAY) undated++;
    else {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  const top = (field: "place" | "agency" | "language") =>
    countValues(snapshot, field, articles).slice(0, limit);
  return {
    articles: articles.length,
    words,
    from: first <= last ? dayOf(first) : null,
    to: first <= last ? dayOf(last) : null,
    undated,
    places: top("place"),
    agencies: top("agency"),
    languages: top("language"),
  };
}

/** The articles in which names are looked for: all, or a sample spread evenly, the same in every call. */
export function sampleOf(articles: Uint32Array, { all = false }: StatsOptions): Uint32Array {
  if (all || articles.length <= SAMPLE) return articles;
  return Uint32Array.from(
    { length: SAMPLE },
    (_, i) => articles[Math.floor(((i + 0.5) * articles.length) / SAMPLE)] ?? 0,
  );
}

/** What is read of an article. */
interface Text {
  dispatch: ArticleText;
  language: string | null;
}

/** The most frequent names of texts, and in how many texts they were looked for. */
export async function countNames(
  texts: AsyncIterable<Text>,
  { limit = DEFAULT_LIMIT }: StatsOptions,
): Promise<{ namesFrom: number; names: NameCount[] }> {
  const counter = new NameCounter();
  let namesFrom = 0;
  for await (const { dispatch, language } of texts) {
    if (language === CAPITAL_NOUNS) continue;
    const { headline, paragraphs } = dispatch;
    counter.add(headline === null ? paragraphs : [headline, ...paragraphs]);
    namesFrom++;
  }
  const names = counter.top(limit).map(({ texts: articles, written: [name = "", ...spellings] }) => ({
    name,
    articles,
    spellings,
  }));
  return { namesFrom, names };
}
