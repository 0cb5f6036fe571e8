/** How near the query's words come to each other in an article. */
import type { Snapshot } from "../../index/read/snapshot.js";
import { kernelFor, type Standing } from "../../kernel/kernel.js";
import type { TermMatcher } from "../match/term-matcher.js";
import { variantPlaces } from "../match/term-positions.js";
import type { Ranker, Scored } from "./rank.js";
import { weights } from "./weights.js";

/** Beyond this many words two words have nothing to do with each other. */
const FARTHEST = 16;
/** Words that weigh less stand in half of the articles: between others they are passed over, and their many positions left unread. */
const LEAST_WEIGHT = 0.7;

/** For each article the smallest distance in words between two matchers; FARTHEST + 1 where it is more than that. */
function gapsBetween(left: readonly Standing[], right: readonly Standing[], articles: number): Uint32Array {
  const gaps = new Uint32Array(articles).fill(FARTHEST + 1);
  for (const a of left)
    for (const b of right) kernelFor(4 * (a.positions.length + b.positions.length)).nearest(a, b, gaps);
  return gaps;
}

/** Told of two neighbouring words of the query, by their places there, how near they come and what that adds. */
export type NearnessFound = (left: number, right: number, gap: number, gain: number) => void;

/**
 * Adds to the scores what the nearness of neighbouring words of the query gives. `candidates` are places in `scored`,
 * ascending.
 */
export function addNearness(
  snapshot: Snapshot,
  ranker: Ranker,
  all: readonly TermMatcher[],
  { articles, scores }: Scored,
  candidates: Uint32Array,
  found: NearnessFound = () => {},
): void {
  const matchers = all.length < 3 ? all : all.filter((matcher) => weightOf(ranker, matcher) >= LEAST_WEIGHT);
  if (matchers.length < 2 || weights.nearness === 0) return;
  snapshot.segments.forEach((_, at) => {
    const [first = 0, end = 0] = [snapshot.bases[at], snapshot.bases[at + 1]];
    const here = candidates.filter((i) => (articles[i] ?? 0) >= first && (articles[i] ?? 0) < end);
    const documents = here.map((i) => (articles[i] ?? 0) - first);
    if (here.length === 0) return;
    const standing = matchers.map(({ slots: [word = []] }) => [
      ...variantPlaces(snapshot, at, word, documents),
    ]);
    for (let n = 0; n + 1 < matchers.length; n++) {
      const [left, right] = [matchers[n], matchers[n + 1]];
      if (!left || !right) continue;
      const weight = Math.min(weightOf(ranker, left), weightOf(ranker, right)) * weights.nearness;
      gapsBetween(standing[n] ?? [], standing[n + 1] ?? [], here.length).forEach((gap, d) => {
        if (gap > FARTHEST) return;
        const i = here[d] ?? 0;
        scores[i] = (scores[i] ?? 0) + weight / gap;
        found(all.indexOf(left), all.indexOf(right), gap, weight / gap);
      });
    }
  });
}

function weightOf(ranker: Ranker, matcher: TermMatcher): number {
  const { own, near } = ranker.rarity(matcher);
  return own || near;
}
