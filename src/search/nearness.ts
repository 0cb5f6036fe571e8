/** How near the query's words come to each other in an article. */
import type { Snapshot } from "../index/snapshot.js";
import { type Leaf, variantWeight } from "./leaf.js";
import type { Ranker, Scored } from "./rank.js";
import { weights } from "./weights.js";

/** Beyond this many words two words have nothing to do with each other. */
const FARTHEST = 16;

/** Positions of a leaf's first word in chosen articles of one segment, ascending in each. */
function positionsOf(
  snapshot: Snapshot,
  at: number,
  leaf: Leaf,
  wanted: ReadonlySet<number>,
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const segment = snapshot.segments[at]?.segment;
  for (const variant of leaf.slots[0] ?? []) {
    const term = variant.terms[at];
    if (!term || !segment || variantWeight(variant) === 0) continue;
    const postings = segment.postings(term);
    const chosen: number[] = [];
    postings.documents.forEach((document, i) => {
      if (wanted.has(document)) chosen.push(i);
    });
    const { starts, positions } = segment.positions(term, postings, Uint32Array.from(chosen));
    chosen.forEach((index, i) => {
      const document = postings.documents[index] ?? 0;
      const list = found.get(document) ?? [];
      for (let p = starts[i] ?? 0; p < (starts[i + 1] ?? 0); p++) list.push(positions[p] ?? 0);
      found.set(document, list);
    });
  }
  for (const list of found.values()) list.sort((a, b) => a - b);
  return found;
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

/** Adds to each article's score what the nearness of neighbouring words of the query gives. */
export function addNearness(
  snapshot: Snapshot,
  ranker: Ranker,
  leaves: readonly Leaf[],
  candidates: Scored[],
): void {
  if (leaves.length < 2 || weights.nearness === 0) return;
  const groups = new Map<number, Map<number, Scored>>();
  for (const one of candidates) {
    const { at, document } = snapshot.locate(one.article);
    const group = groups.get(at) ?? new Map<number, Scored>();
    group.set(document, one);
    groups.set(at, group);
  }
  for (const [at, group] of groups) {
    const wanted = new Set(group.keys());
    const positions = leaves.map((leaf) => positionsOf(snapshot, at, leaf, wanted));
    for (let i = 0; i + 1 < leaves.length; i++) {
      const [left, right] = [leaves[i], leaves[i + 1]];
      if (!left || !right) continue;
      const weight = Math.min(weightOf(ranker, left), weightOf(ranker, right)) * weights.nearness;
      for (const [document, one] of group) {
        const gap = smallestGap(positions[i]?.get(document) ?? [], positions[i + 1]?.get(document) ?? []);
        if (gap <= FARTHEST) one.score += weight / gap;
      }
    }
  }
}

function weightOf(ranker: Ranker, leaf: Leaf): number {
  const { own, near } = ranker.rarity(leaf);
  return own || near;
}
