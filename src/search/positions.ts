/** Where the variants of a word stand in chosen articles. */
import type { Snapshot } from "../index/snapshot.js";
import type { Variant } from "./expand.js";
import { firstNotBelow } from "./sets.js";

/**
 * Calls `found` for each place where one of the variants stands in one of the articles (ascending, of the segment at
 * `at`): with the article's place among them. The places of one variant in one article come in order.
 */
export function eachPosition(
  snapshot: Snapshot,
  at: number,
  variants: readonly Variant[],
  documents: Uint32Array,
  found: (d: number, position: number, variant: Variant, inTitle: boolean) => void,
): void {
  const segment = snapshot.segments[at]?.segment;
  for (const variant of variants) {
    const term = variant.terms[at];
    if (!term || !segment) continue;
    const postings = segment.postings(term);
    const [chosen, owners] = common(postings.documents, documents);
    if (chosen.length === 0) continue;
    const { starts, positions } = segment.positions(term, postings, chosen);
    for (let i = 0; i < chosen.length; i++) {
      const d = owners[i] ?? 0;
      const start = starts[i] ?? 0;
      // Positions ascend and the title stands first.
      const titleEnd = start + (postings.inTitle[chosen[i] ?? 0] ?? 0);
      for (let p = start; p < (starts[i + 1] ?? 0); p++) found(d, positions[p] ?? 0, variant, p < titleEnd);
    }
  }
}

/** Where the numbers stand that two ascending lists share, in the one and in the other. */
function common(a: Uint32Array, b: Uint32Array): [inA: Uint32Array, inB: Uint32Array] {
  const most = Math.min(a.length, b.length);
  const [inA, inB] = [new Uint32Array(most), new Uint32Array(most)];
  let count = 0;
  for (let i = 0, j = 0; j < b.length; j++) {
    i = firstNotBelow(a, b[j] ?? 0, i);
    if (a[i] !== b[j]) continue;
    inA[count] = i;
    inB[count++] = j;
  }
  return [inA.subarray(0, count), inB.subarray(0, count)];
}
