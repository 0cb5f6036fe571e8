/** How near the query's words come to each other in an article. */
import type { Snapshot } from "../index/snapshot.js";
import type { Leaf } from "./leaf.js";
import { eachPosition } from "./positions.js";
import type { Ranker, Scored } from "./rank.js";
import { weights } from "./weights.js";

/** Beyond this many words two words have nothing to do with each other. */
const FARTHEST = 16;
/** Words that weigh less stand in half of the articles: between others they are passed over, and their many positions left unread. */
const LEAST_WEIGHT = 0.7;

/** Positions of a leaf's first word in articles of one segment: `lists[i]` are those in `documents[i]`, ascending. */
function positionsOf(snapshot: Snapshot, at: number, leaf: Leaf, documents: Uint32Array): number[][] {
  const lists: number[][] = Array.from(documents, () => []);
  const variants = leaf.slots[0] ?? [];
  eachPosition(snapshot, at, variants, documents, (d, position) => lists[d]?.push(position));
  if (variants.length > 1) for (const list of lists) if (list.length > 1) list.sort((a, b) => a - b);
  return lists;
}

/** The smallest distance between two ascending lists, in words. */
export function smallestGap(a: readonly number[], b: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let j = 0;
  for (const position of a) {
    while (j < b.length && (b[j] ?? 0) < position) j++;
    if (j < b.length) least = Math.min(least, (b[j] ?? 0) - position || 1);
    if (j > 0) least = Math.min(least, position - (b[j - 1] ?? 0));
  }
  return least;
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
  all: readonly Leaf[],
  { articles, scores }: Scored,
  candidates: Uint32Array,
  found: NearnessFound = () => {},
): void {
  const leaves = all.length < 3 ? all : all.filter((leaf) => weightOf(ranker, leaf) >= LEAST_WEIGHT);
  if (leaves.length < 2 || weights.nearness === 0) return;
  snapshot.segments.forEach((_, at) => {
    const [first = 0, end = 0] = [snapshot.bases[at], snapshot.bases[at + 1]];
    const here = candidates.filter((i) => (articles[i] ?? 0) >= first && (articles[i] ?? 0) < end);
    const documents = here.map((i) => (articles[i] ?? 0) - first);
    if (here.length === 0) return;
    const positions = leaves.map((leaf) => positionsOf(snapshot, at, leaf, documents));
    for (let n = 0; n + 1 < leaves.length; n++) {
      const [left, right] = [leaves[n], leaves[n + 1]];
      if (!left || !right) continue;
      const weight = Math.min(weightOf(ranker, left), weightOf(ranker, right)) * weights.nearness;
      here.forEach((i, d) => {
        const gap = smallestGap(positions[n]?.[d] ?? [], positions[n + 1]?.[d] ?? []);
        if (gap > FARTHEST) return;
        scores[i] = (scores[i] ?? 0) + weight / gap;
        found(all.indexOf(left), all.indexOf(right), gap, weight / gap);
      });
    }
  });
}

function weightOf(ranker: Ranker, leaf: Leaf): number {
  const { own, near } = ranker.rarity(leaf);
  return own || near;
}
