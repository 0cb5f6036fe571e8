/** From a query to a page of ranked articles. */
import type { ArticleText, CountOptions, SearchOptions } from "../api/types.js";
import type { Snapshot } from "../index/read/snapshot.js";
import { kernelFor } from "../kernel/kernel.js";
import { evaluate, rankedLeaves } from "./match/evaluate.js";
import { type Compare, comparison, firstOf, passing, passTest } from "./match/filter.js";
import { provideNames } from "./match/known-names.js";
import { type Plan, planAll } from "./match/planner.js";
import { NO_TEXTS, type TextReader } from "./match/same-sentence.js";
import { intersect } from "./match/sets.js";
import { joinWords, type TermMatcher } from "./match/term-matcher.js";
import * as valueNames from "./match/value-names.js";
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
provideNames(valueNames);

/** Feedback may reorder this many, where not all words must match and the query has so many: fewer say too little. */
const FEEDBACK_DEPTH = 100;
const FEEDBACK_WORDS = 3;

/** What is read of an article: its text, null if that can't be read, and what its file is known by. */
interface Reader {
  textOf(article: number): ArticleText | null;
  pathOf(article: number): string;
}

/** What a query's words answer to in an archive, for marking them in texts. Throws QueryError and DateError. */
export function matchersOf(snapshot: Snapshot, query: string, exact: boolean): TermMatcher[] {
  const matchers = planAll(snapshot, parseQuery(query), exact).flatMap(rankedLeaves);
  // Near words are marked too, as in a hit that they found.
  for (const matcher of matchers) matcher.loosen();
  return matchers;
}

/** Throws QueryError and DateError. */
export function search(
  snapshot: Snapshot,
  query: string,
  options: SearchOptions,
  reader: Reader,
  groups: CopyGroups | null = null,
): Found {
  return new Search(snapshot, query, options, reader.textOf).page(reader.pathOf, groups);
}

/** The numbers of all articles that answer, segment by segment. Throws QueryError and DateError. */
export function matching(
  snapshot: Snapshot,
  query: string,
  options: CountOptions,
  textOf: TextReader = NO_TEXTS,
): { articles: Uint32Array; relaxed: boolean } {
  const { scored, relaxed } = new Search(snapshot, query, options, textOf).counted();
  return { articles: scored.articles, relaxed };
}

/** Articles that answer, and whether they lack words of the query. */
interface Counted {
  scored: Scored;
  relaxed: boolean;
}

type Match = NonNullable<SearchOptions["match"]>;

/** Gives the first so many of an order. */
type First = (count: number) => FoundArticle[];

/** The articles that are counted, and the order of a page; `relaxed` is null where the page decides. */
interface Ordered {
  scored: Scored;
  relaxed: boolean | null;
  first: First;
}

/** One query at work: complete matches first, and what fills a page after them. */
class Search {
  private readonly ranker: Ranker;
  private readonly plans: Plan[];
  private readonly matchers: TermMatcher[];
  private readonly allowed: (Uint32Array | undefined)[];
  private readonly explain: boolean;

  constructor(
    private readonly snapshot: Snapshot,
    query: string,
    private readonly options: SearchOptions,
    private readonly textOf: TextReader,
  ) {
    this.ranker = Ranker.of(snapshot);
    this.plans = planAll(snapshot, parseQuery(query), options.exact ?? false);
    this.matchers = this.plans.flatMap(rankedLeaves);
    this.allowed = snapshot.segments.map(({ segment }) => passing(segment, options));
    this.explain = options.explain ?? false;
  }

  /** The articles that have all that is asked for; with `any`, one of its words. */
  private complete(): Scored {
    if (this.plans.length === 0) return emptyScored(0);
    if (this.options.match === "any") return this.collect(this.loosePlan() ?? this.wholePlan());
    const words = new Set(
      this.plans.flatMap((plan) => (plan.type === "matcher" && plan.matcher.word ? plan.matcher : [])),
    );
    const joins = words.size > 1 && words.size === new Set(this.matchers).size;
    if (joins) joinWords(this.snapshot, [...words]);
    const found = this.collect(this.wholePlan());
    if (joins && found.articles.length === 0) for (const matcher of words) matcher.complete();
    return found;
  }

  private wholePlan(): Plan {
    return { type: "and", items: this.plans };
  }

  /** What demands one of the words, and all that may not be missing; null if there are no words. */
  private loosePlan(): Plan | null {
    const optional = this.plans.filter(isOptional);
    if (optional.length === 0) return null;
    const required = this.plans.filter((one) => !isOptional(one));
    return { type: "and", items: [{ type: "or", items: optional }, ...required] };
  }

  /** The articles that are counted: if none is complete, those that have most of the query by weight. */
  counted(): Counted {
    const scored = this.complete();
    if (scored.articles.length > 0 || (this.options.match !== undefined && this.options.match !== "all"))
      return { scored, relaxed: false };
    const heaviest = this.heaviest();
    return { scored: heaviest, relaxed: heaviest.articles.length > 0 };
  }

  /** Of the articles that lack something those that have most of the query, by the weight of its words. */
  private heaviest(): Scored {
    const loose = this.plans.filter(isOptional).length < 2 ? null : this.loosePlan();
    if (!loose) return emptyScored(0);
    const found = this.collect(loose);
    const weights = this.ranker.matchedWeights(found.articles, this.matchers);
    const most = weights.reduce((max, weight) => Math.max(max, weight), 0);
    return only(found, (i) => (weights[i] ?? 0) >= most * (1 - 1e-9));
  }

  page(pathOf: Reader["pathOf"], groups: CopyGroups | null): Found {
    const { options } = this;
    const { sort = "relevance", reverse = false, offset = 0, limit = 10, match = "all" } = options;
    const byNumber = comparison(this.snapshot, sort, sort !== "relevance" && reverse, pathOf);
    const { scored, relaxed, first } =
      sort === "relevance" ? this.byRelevance(byNumber, reverse, match) : this.sorted(byNumber, match);
    const { articles } = scored;
    const page =
      groups && !groups.isEmpty ? this.grouped(first, articles, groups) : first(offset + limit).slice(offset);
    const lines = groups ? { groups: groups.unique(articles).length } : {};
    const isRelaxed = relaxed ?? (articles.length === 0 && page.length > 0);
    return { total: articles.length, ...lines, relaxed: isRelaxed, page, matchers: this.matchers };
  }

  /** In another order than by relevance: complete matches only, or, if there are none, the heaviest. */
  private sorted(byNumber: Compare, match: Match): Ordered {
    const { scored, relaxed } =
      match === "strict" ? { scored: this.complete(), relaxed: false } : this.counted();
    const byPlace: Compare = (i, j) => byNumber(scored.articles[i] ?? 0, scored.articles[j] ?? 0);
    const steps = new Steps(scored, this.explain);
    steps.end("words");
    const first: First = (count) => pageOf(scored, steps, firstOf(every(scored), count, byPlace));
    return { scored, relaxed, first };
  }

  /** Complete matches, and what fills a page after them; with `any`, all by weight. */
  private byRelevance(byNumber: Compare, reverse: boolean, match: Match): Ordered {
    const scored = this.complete();
    if (match === "any") {
      this.loosen();
      const all = this.collect(this.loosePlan() ?? this.wholePlan());
      return { scored, relaxed: false, first: this.ranked(all, true, byNumber, reverse) };
    }
    const complete = this.ranked(scored, false, byNumber, reverse);
    if (match === "strict" || reverse) return { scored, relaxed: false, first: complete };
    let fillers: First | undefined;
    const first: First = (count) => {
      const found = complete(count);
      if (found.length >= count) return found;
      fillers ??= this.fillers(scored, byNumber);
      return [...found, ...fillers(count - found.length)];
    };
    return { scored, relaxed: null, first };
  }

  /** The page with one article of each group of copies. */
  private grouped(first: First, articles: Uint32Array, groups: CopyGroups): FoundArticle[] {
    const found = new Map<number, FoundArticle>();
    const ranking: Ranking = {
      first: (count) =>
        first(count).map((one) => {
          found.set(one.article, one);
          return one.article;
        }),
      has: (article) => placeIn(articles, article) !== undefined || found.has(article),
      allows: passTest(this.snapshot, this.options),
    };
    const { offset = 0, limit = 10 } = this.options;
    return collapsed(ranking, groups, offset, limit).flatMap(({ shown, first: best }): FoundArticle[] => {
      const own = found.get(shown) ?? found.get(best);
      return own ? [{ ...own, article: shown }] : [];
    });
  }

  /** What comes after the complete matches: articles with some of the words, or with near words, by weight. */
  private fillers(complete: Scored, byNumber: Compare): First {
    const loose = this.loosePlan();
    if (!loose) return () => [];
    this.loosen();
    const known = new Set(complete.articles);
    const all = this.collect(loose);
    const others = known.size === 0 ? all : only(all, (i) => !known.has(all.articles[i] ?? 0));
    return this.ranked(others, true, byNumber, false);
  }

  private loosen(): void {
    for (const matcher of this.matchers) {
      matcher.complete();
      matcher.loosen();
    }
  }

  /** In the order of what the words are worth, how near they come to each other, and how closely they answer. */
  private ranked(scored: Scored, isLoose: boolean, byNumber: Compare, reverse: boolean): First {
    const { snapshot, ranker, matchers } = this;
    const steps = new Steps(scored, this.explain);
    steps.end("words");
    if (matchers.length > 1) addNearness(snapshot, ranker, matchers, scored, best(scored, NEARNESS_DEPTH));
    steps.end("nearness");
    if (isLoose && matchers.length >= FEEDBACK_WORDS)
      addFeedback(snapshot, ranker, scored, bestFirst(scored, FEEDBACK_DEPTH, byNumber), this.textOf);
    steps.end("feedback");
    if (!isLoose || matchers.length === 1) addTiers(scored, matchers.length);
    steps.end("closeness");
    const { articles, scores } = scored;
    const byPlace: Compare = (i, j) => byNumber(articles[i] ?? 0, articles[j] ?? 0);
    const byScore: Compare = (i, j) => (scores[j] ?? 0) - (scores[i] ?? 0) || byPlace(i, j);
    return (count) =>
      pageOf(
        scored,
        steps,
        reverse
          ? firstOf(every(scored), count, (i, j) => byScore(j, i))
          : firstOf(best(scored, count), count, byScore),
      );
  }

  private collect(whole: Plan): Scored {
    const { snapshot, allowed, ranker, matchers, textOf } = this;
    const found = snapshot.segments.map(({ deleted }, at) => {
      let documents = evaluate(whole, snapshot, at, textOf);
      const pass = allowed[at];
      if (pass) documents = intersect(documents, pass);
      return deleted ? documents.filter((document) => !deleted[document]) : documents;
    });
    return joined(found.map((documents, at) => ranker.score(at, documents, matchers)));
  }
}

function pageOf({ articles, scores }: Scored, steps: Steps, places: readonly number[]): FoundArticle[] {
  return places.map((i) => ({ article: articles[i] ?? 0, score: scores[i] ?? 0, steps: steps.of(i) }));
}

/** What was found, as far as it passes. */
function only({ articles, scores, tiers, words }: Scored, passes: (i: number) => boolean): Scored {
  const has = (_: number, i: number): boolean => passes(i);
  return {
    articles: articles.filter(has),
    scores: scores.filter(has),
    tiers: tiers.filter(has),
    words: words.filter(has),
  };
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

/** Words and phrases may be missing from an article when one is enough; fields, dates and exclusions may not. */
function isOptional(one: Plan): boolean {
  if (one.type === "matcher" || one.type === "near") return true;
  return (one.type === "or" || one.type === "and") && one.items.some(isOptional);
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
