/** Where the variants of a word stand in chosen articles. */
import type { Snapshot } from "../../index/read/snapshot.js";
import type { Chosen } from "../../kernel/kernel.js";
import type { Variant } from "./expand.js";

/** Where a variant stands: in the articles that `owners` names, from `starts[i]` to `starts[i + 1]` in `positions`. */
export interface VariantPlaces extends Chosen {
  variant: Variant;
  starts: Uint32Array;
  positions: Uint32Array;
}

/**
 * Those variants of a word that stand in one of the articles (ascending, of the segment at `at`), with their places: one by
 * one, since of a frequent word they are many.
 */
export function* variantPlaces(
  snapshot: Snapshot,
  at: number,
  variants: readonly Variant[],
  documents: Uint32Array,
): Generator<VariantPlaces> {
  const segment = snapshot.segments[at]?.segment;
  for (const variant of variants) {
    const term = variant.terms[at];
    const chosen = term && segment?.chosenPostings(term, documents);
    if (segment && chosen && chosen.owners.length > 0)
      yield { variant, ...chosen, ...segment.positions(term, chosen) };
  }
}
