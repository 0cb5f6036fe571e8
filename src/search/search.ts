/** From a query to a page of ranked articles. */
import type { ArticleText, CountOptions, SearchOptions } from "../api/types.js";
import type { Snapshot } from "../index/read/snapshot.js";
import { kernelFor } from "../kernel/kernel.js";
import { evaluate, type Plan, planAll, rankedLeaves } from "./match/evaluate.js";
import { type Compare, comparison, firstOf, passing, passTest } from "./match/filter.js";
import { intersect } from "./match/sets.js";
import { joinWords, type TermMatcher } from "./match/term-matcher.js";
import { parseQuery } from "./query/query.js";
import { addFeedback } from "./rank/feedback.js";
import { addNearness } from "./rank/proximity.js";
import { emptyScored, Ranker, type Scored } from "./rank/rank.js";
import { collapsed, type Ranking } from "./story/collapse.js";
import type { CopyGroups } from "./story/groups.js";

/** An article that was found. */
export interface FoundArticle {
  /** Its number in the snapshot. */
  article: number;
  score: number;
  /** What each step of scoring added, in order; empty unless `explain` asks for it. */
  steps: Step[];
}

/** A step of scoring: the words by themselves, how near they come to each other, how closely they were met. */
export interface Step {
  name: "words" | "nearness" | "feedback" | "closeness";
  gain: number;
}

/** A page of what was found. */
export interface Found {
  total: number;
  /** Lines of all pages, where groups of copies are a line each. */
  groups?: number;
  relaxed: boolean;
  page: FoundArticle[];
  /** What the articles were ranked by. */
  matchers: TermMatcher[];
}

/** Nearness is looked at for this many articles, the best without it. */
const NEARNESS_DEPTH = 200;
/** Feedback may reorder this many, where not all words must match and the query has so many: fewer say too little. */
const FEEDBACK_DEPTH = 100;
const FEEDBACK_WORDS = 3;

/** What is read of an article: its text, null if that can't be read, and what its file is known by. */
interface Reader {
  textOf(article: number): ArticleText | null;
  pathOf(article: number): string;
}

/** Which articles answer, and whether that took less than all words. */
interface Answer {
  scored: Scored;
  relaxed: boolean;
}

/** What a query's words answer to in an archive, for marking them in texts. Throws QueryError and DateError. */
export function matchersOf(snapshot: Snapshot, query: string, exact: boolean): TermMatcher[] {
  return planAll(snapshot, parseQuery(query), exact).flatMap(rankedLeaves);
}

/** Throws QueryError and DateError. */
export function search(
  snapshot: Snapshot,
  query: string,
  options: SearchOptions,
  { textOf, pathOf }: Reader,
  groups: CopyGroups | null = null,
): Found {
  const ranker = Ranker.of(snapshot);
  const { scored, relaxed, matchers } = answers(snapshot, ranker, query, options);
  const sort = options.sort ?? "relevance";
  const reverse = options.reverse ?? false;
  const byNumber = comparison(snapshot, sort, sort !== "relevance" && reverse, pathOf);
  const steps = new Steps(scored, options.explain ?? false);
  steps.end("words");
  if (sort === "relevance") {
    if (matchers.length > 1) addNearness(snapshot, ranker, matchers, scored, best(scored, NEARNESS_DEPTH));
    steps.end("nearness");
    const isLoose = options.match === "any" || relaxed;
    if (isLoose && matchers.length >= FEEDBACK_WORDS)
      addFeedback(snapshot, ranker, scored, bestFirst(scored, FEEDBACK_DEPTH, byNumber), textOf);
    steps.end("feedback");
    if (!isLoose || matchers.length === 1) addTiers(scored, matchers.length);
    steps.end("closeness");
  }
  const { articles, scores } = scored;
  const offset = options.offset ?? 0;
  const last = offset + (options.limit ?? 10);
  const byPlace: Compare = (i, j) => byNumber(articles[i] ?? 0, articles[j] ?? 0);
  const byScore: Compare = (i, j) => (scores[j] ?? 0) - (scores[i] ?? 0) || byPlace(i, j);
  const first = (count: number): number[] =>
    sort !== "relevance"
      ? firstOf(every(scored), count, byPlace)
      : reverse
        ? firstOf(every(scored), count, (i, j) => byScore(j, i))
        : firstOf(best(scored, count), count, byScore);
  const found = (i: number, article = articles[i] ?? 0): FoundArticle => ({
    article,
    score: scores[i] ?? 0,
    steps: steps.of(i),
  });
  const page =
    groups && !groups.isEmpty
      ? groupedPage(snapshot, articles, first, groups, options).map(({ place, shown }) => found(place, shown))
      : first(last)
          .slice(offset)
          .map((i) => found(i));
  const lines = groups ? { groups: groups.unique(articles).length } : {};
  return { total: articles.length, ...lines, relaxed, page, matchers };
}

/** The page with one article of each group of copies: the article, and the place of the one that it stands for. */
function groupedPage(
  snapshot: Snapshot,
  articles: Uint32Array,
  first: (count: number) => number[],
  groups: CopyGroups,
  options: SearchOptions,
): { place: number; shown: number }[] {
  const places = new Map<number, number>();
  const ranking: Ranking = {
    first: (count) =>
      first(count).map((place) => {
        const article = articles[place] ?? 0;
        places.set(article, place);
        return article;
      }),
    has: (article) => placeIn(articles, article) !== undefined,
    allows: passTest(snapshot, options),
  };
  const { offset = 0, limit = 10 } = options;
  return collapsed(ranking, groups, offset, limit).map(({ shown, first }) => ({
    place: placeIn(articles, shown) ?? places.get(first) ?? 0,
    shown,
  }));
}

/** Where a number is in an ascending list. */
function placeIn(articles: Uint32Array, article: number): number | undefined {
  let low = 0;
  let high = articles.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((articles[middle] ?? 0) < article) low = middle + 1;
    else high = middle;
  }
  return articles[low] === article ? low : undefined;
}

/** The scores as they are behind each step, if they are to be explained. */
class Steps {
  private readonly ended: { name: Step["name"]; scores: Float64Array }[] = [];

  constructor(
    private readonly scored: Scored,
    private readonly kept: boolean,
  ) {}

  end(name: Step["name"]): void {
    if (this.kept) this.ended.push({ name, scores: this.scored.scores.slice() });
  }

  /** What each step added to the score at a place in `scored`. */
  of(i: number): Step[] {
    return this.ended.map(({ name, scores }, at) => ({
      name,
      gain: (scores[i] ?? 0) - (this.ended[at - 1]?.scores[i] ?? 0),
    }));
  }
}

function every({ articles }: Scored): Uint32Array {
  return Uint32Array.from(articles, (_, i) => i);
}

/** The numbers of all articles that answer, segment by segment. Throws QueryError and DateError. */
export function matching(
  snapshot: Snapshot,
  query: string,
  options: CountOptions,
): { articles: Uint32Array; relaxed: boolean } {
  const { scored, relaxed } = answers(snapshot, Ranker.of(snapshot), query, options);
  return { articles: scored.articles, relaxed };
}

function answers(
  snapshot: Snapshot,
  ranker: Ranker,
  query: string,
  options: CountOptions,
): Answer & { matchers: TermMatcher[] } {
  const plans = planAll(snapshot, parseQuery(query), options.exact ?? false);
  const matchers = plans.flatMap(rankedLeaves);
  if (plans.length === 0) return { scored: emptyScored(0), relaxed: false, matchers };
  const allowed = snapshot.segments.map(({ segment }) => passing(segment, options));
  return { ...answer(snapshot, ranker, plans, matchers, allowed, options.match ?? "all"), matchers };
}

/** Where the articles of the `count` highest scores stand, and all that score as high as the last of them. */
function best(scored: Scored, count: number): Uint32Array {
  const { scores } = scored;
  if (count >= scores.length) return every(scored);
  return count <= 0 ? new Uint32Array() : kernelFor(scores.length).best(scores, count);
}

/** Where the articles of the `count` highest scores stand, the highest first; of equal ones in the order of a page. */
function bestFirst(scored: Scored, count: number, byNumber: Compare): Uint32Array {
  const { articles, scores } = scored;
  return best(scored, count)
    .sort((i, j) => (scores[j] ?? 0) - (scores[i] ?? 0) || byNumber(articles[i] ?? 0, articles[j] ?? 0))
    .subarray(0, count);
}

function answer(
  snapshot: Snapshot,
  ranker: Ranker,
  plans: readonly Plan[],
  matchers: readonly TermMatcher[],
  allowed: readonly (Uint32Array | undefined)[],
  match: "all" | "any",
): Answer {
  if (match === "all") {
    const words = new Set(
      plans.flatMap((plan) => (plan.type === "matcher" && plan.matcher.word ? plan.matcher : [])),
    );
    if (words.size > 1 && words.size === new Set(matchers).size) joinWords(snapshot, [...words]);
    const strict = collect(snapshot, ranker, { type: "and", items: [...plans] }, matchers, allowed);
    if (strict.articles.length > 0) return { scored: strict, relaxed: false };
    for (const matcher of words) matcher.complete();
  }
  const optional = plans.filter(isOptional);
  const required = plans.filter((one) => !isOptional(one));
  if (optional.length === 0) {
    return {
      scored: collect(snapshot, ranker, { type: "and", items: required }, matchers, allowed),
      relaxed: false,
    };
  }
  if (match === "all" && optional.length < 2) return { scored: emptyScored(0), relaxed: false };
  const any: Plan = { type: "and", items: [{ type: "or", items: optional }, ...required] };
  const scored = collect(snapshot, ranker, any, matchers, allowed);
  if (match === "any") return { scored, relaxed: false };
  return { scored: withMostWords(scored), relaxed: scored.articles.length > 0 };
}

/** Words and phrases may be missing from an article when one is enough; fields, dates and exclusions may not. */
function isOptional(one: Plan): boolean {
  if (one.type === "matcher") return true;
  return (one.type === "or" || one.type === "and") && one.items.some(isOptional);
}

function collect(
  snapshot: Snapshot,
  ranker: Ranker,
  whole: Plan,
  matchers: readonly TermMatcher[],
  allowed: readonly (Uint32Array | undefined)[],
): Scored {
  const found = snapshot.segments.map(({ deleted }, at) => {
    let documents = evaluate(whole, snapshot, at);
    const pass = allowed[at];
    if (pass) documents = intersect(documents, pass);
    return deleted ? documents.filter((document) => !deleted[document]) : documents;
  });
  return joined(found.map((documents, at) => ranker.score(at, documents, matchers)));
}

/** What was scored segment by segment as one. */
function joined(parts: readonly Scored[]): Scored {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = emptyScored(parts.reduce((sum, { articles }) => sum + articles.length, 0));
  let start = 0;
  for (const { articles, scores, tiers, words } of parts) {
    whole.articles.set(articles, start);
    whole.scores.set(scores, start);
    whole.tiers.set(tiers, start);
    whole.words.set(words, start);
    start += articles.length;
  }
  return whole;
}

/** Of what was found the articles that have the most of the query's words. */
function withMostWords({ articles, scores, tiers, words }: Scored): Scored {
  const most = words.reduce((max, count) => Math.max(max, count), 0);
  const has = (_: number, i: number): boolean => words[i] === most;
  return {
    articles: articles.filter(has),
    scores: scores.filter(has),
    tiers: tiers.filter(has),
    words: words.filter(has),
  };
}

/**
 * Exact matches stand above other forms and spellings, those above near words: an article's tier is that of its
 * farthest word. With several words a form is no worse than the word itself, since relevance has more to go by.
 */
function addTiers(scored: Scored, words: number): void {
  const { scores, tiers } = scored;
  if (!tiers.includes(1) && !tiers.includes(2)) return;
  const kernel = kernelFor(scores.length);
  const [highest = 0] = kernel.best(scores, 1);
  const step = (scores[highest] ?? 0) + 1;
  scored.scores = kernel.raised(scores, tiers, [2 * step, words > 1 ? 2 * step : step, 0]);
}
