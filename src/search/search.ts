/** From a query to a page of ranked articles. */
import type { SearchOptions } from "../article/model.js";
import type { Snapshot } from "../index/snapshot.js";
import { evaluate, type Plan, planAll, rankedLeaves } from "./evaluate.js";
import { comparison, firstOf, passing } from "./filter.js";
import type { Leaf } from "./leaf.js";
import { addNearness } from "./nearness.js";
import { parseQuery } from "./query.js";
import { Ranker, type Scored } from "./rank.js";
import { intersect } from "./sets.js";

/** A page of what was found. */
export interface Found {
  total: number;
  relaxed: boolean;
  page: Scored[];
  /** What the articles were ranked by. */
  leaves: Leaf[];
}

/** Nearness is looked at for this many articles, the best without it. */
const NEARNESS_DEPTH = 2_000;

/** Which articles answer, and whether that took less than all words. */
interface Answer {
  scored: Scored[];
  relaxed: boolean;
}

/** Throws QueryError and DateError. */
export function search(
  snapshot: Snapshot,
  query: string,
  options: SearchOptions,
  pathOf: (article: number) => string,
): Found {
  const plans = planAll(snapshot, parseQuery(query), options.exact ?? false);
  const leaves = plans.flatMap(rankedLeaves);
  const allowed = snapshot.segments.map(({ segment }) => passing(segment, options));
  const ranker = new Ranker(snapshot);
  const { scored, relaxed } =
    plans.length === 0
      ? { scored: [], relaxed: false }
      : answer(snapshot, ranker, plans, leaves, allowed, options.match ?? "all");
  const sort = options.sort ?? "relevance";
  const reverse = options.reverse ?? false;
  const byNumber = comparison(snapshot, sort, sort !== "relevance" && reverse, pathOf);
  if (sort === "relevance") {
    if (leaves.length > 1)
      addNearness(snapshot, ranker, leaves, firstOf(scored, NEARNESS_DEPTH, byScore(byNumber)));
    if (options.match !== "any" && !relaxed) addTiers(scored, leaves.length);
  }
  const best = byScore(byNumber);
  const compare: Compare =
    sort !== "relevance" ? (a, b) => byNumber(a.article, b.article) : reverse ? (a, b) => best(b, a) : best;
  const offset = options.offset ?? 0;
  const page = firstOf(scored, offset + (options.limit ?? 10), compare).slice(offset);
  return { total: scored.length, relaxed, page, leaves };
}

type Compare = (a: Scored, b: Scored) => number;

/** The higher score first. */
function byScore(byNumber: (a: number, b: number) => number): Compare {
  return (a, b) => b.score - a.score || byNumber(a.article, b.article);
}

function answer(
  snapshot: Snapshot,
  ranker: Ranker,
  plans: readonly Plan[],
  leaves: readonly Leaf[],
  allowed: readonly (Uint32Array | undefined)[],
  match: "all" | "any",
): Answer {
  if (match === "all") {
    const strict = collect(snapshot, ranker, { type: "and", items: [...plans] }, leaves, allowed);
    if (strict.length > 0) return { scored: strict, relaxed: false };
  }
  const optional = plans.filter(isOptional);
  const required = plans.filter((one) => !isOptional(one));
  if (optional.length === 0) {
    return {
      scored: collect(snapshot, ranker, { type: "and", items: required }, leaves, allowed),
      relaxed: false,
    };
  }
  if (match === "all" && optional.length < 2) return { scored: [], relaxed: false };
  const any: Plan = { type: "and", items: [{ type: "or", items: optional }, ...required] };
  const scored = collect(snapshot, ranker, any, leaves, allowed);
  if (match === "any") return { scored, relaxed: false };
  const most = scored.reduce((max, one) => Math.max(max, one.words), 0);
  return { scored: scored.filter((one) => one.words === most), relaxed: scored.length > 0 };
}

/** Words and phrases may be missing from an article when one is enough; fields, dates and exclusions may not. */
function isOptional(one: Plan): boolean {
  if (one.type === "leaf") return true;
  return (one.type === "or" || one.type === "and") && one.items.some(isOptional);
}

function collect(
  snapshot: Snapshot,
  ranker: Ranker,
  whole: Plan,
  leaves: readonly Leaf[],
  allowed: readonly (Uint32Array | undefined)[],
): Scored[] {
  return snapshot.segments.flatMap((live, at) => {
    let documents = evaluate(whole, snapshot, at);
    const pass = allowed[at];
    if (pass) documents = intersect(documents, pass);
    const { deleted } = live;
    if (deleted) documents = documents.filter((document) => !deleted[document]);
    return ranker.score(at, documents, leaves);
  });
}

/**
 * Exact matches stand above other forms and spellings, those above near words: an article's tier is that of its
 * farthest word. With several words a form is no worse than the word itself, since relevance has more to go by.
 */
function addTiers(scored: readonly Scored[], words: number): void {
  const step = scored.reduce((max, one) => Math.max(max, one.score), 0) + 1;
  for (const one of scored) {
    const tier = words > 1 && one.tier === 1 ? 0 : one.tier;
    one.score += (2 - tier) * step;
  }
}
