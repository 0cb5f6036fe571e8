/** Where the variants of a word stand in chosen articles. */
import type { Snapshot } from "../index/snapshot.js";
import type { Variant } from "./expand.js";

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
    const chosen = segment.chosenPostings(term, documents);
    if (chosen.owners.length === 0) continue;
    const { starts, positions } = segment.positions(term, chosen);
    for (let i = 0; i < chosen.owners.length; i++) {
      const d = chosen.owners[i] ?? 0;
      const start = starts[i] ?? 0;
      // Positions ascend and the title stands first.
      const titleEnd = start + (chosen.inTitle[i] ?? 0);
      for (let p = start; p < (starts[i + 1] ?? 0); p++) found(d, positions[p] ?? 0, variant, p < titleEnd);
    }
  }
}
