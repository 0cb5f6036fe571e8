/**
 * Where the words of a phrase stand, side by side.
 *
 * Flat arrays for many articles at once: with an object an article, `"of the"` at 100,000 articles took 3.8 s instead of
 * 1.5, and a frequent word many times over ran out of memory.
 */
import type { Snapshot } from "../../index/read/snapshot.js";
import type { Variant } from "./expand.js";
import { variantPlaces } from "./term-positions.js";

/** Where one word of a phrase stands in some articles; one element of each array a place, but `starts`. */
export interface Places {
  /** Of each article its first place, and one more: the end. */
  starts: Uint32Array;
  /** In words, ascending within an article. */
  positions: Uint32Array;
  /** The variant that stands there, by its number among those given. */
  variants: Uint32Array;
  /** 1 in the title. */
  inTitle: Uint8Array;
  /** 1 in the lead; undefined where that was not asked for. */
  inLead: Uint8Array | undefined;
}

/** Columns that grow as places are met, article by article for each variant. */
class Collected {
  length = 0;
  owners = new Uint32Array(256);
  positions = new Uint32Array(256);
  variants = new Uint32Array(256);
  inTitle = new Uint8Array(256);
  inLead = new Uint8Array(256);

  add(owner: number, position: number, variant: number, inTitle: boolean, inLead: boolean): void {
    if (this.length === this.owners.length) this.grow();
    const i = this.length++;
    this.owners[i] = owner;
    this.positions[i] = position;
    this.variants[i] = variant;
    this.inTitle[i] = inTitle ? 1 : 0;
    this.inLead[i] = inLead ? 1 : 0;
  }

  private grow(): void {
    const length = this.owners.length * 2;
    const { owners, positions, variants, inTitle, inLead } = this;
    this.owners = new Uint32Array(length);
    this.owners.set(owners);
    this.positions = new Uint32Array(length);
    this.positions.set(positions);
    this.variants = new Uint32Array(length);
    this.variants.set(variants);
    this.inTitle = new Uint8Array(length);
    this.inTitle.set(inTitle);
    this.inLead = new Uint8Array(length);
    this.inLead.set(inLead);
  }
}

/** The places of a word's variants in articles of the segment at `at`, which are given ascending. */
export function placesOf(
  snapshot: Snapshot,
  at: number,
  variants: readonly Variant[],
  documents: Uint32Array,
  withLead = false,
): Places {
  const all = new Collected();
  for (const place of variantPlaces(snapshot, at, variants, documents)) {
    const { owners, inTitle, starts, positions } = place;
    const number = variants.indexOf(place.variant);
    const leads = withLead ? leadCounts(snapshot, at, place.variant, documents) : null;
    for (let i = 0; i < owners.length; i++) {
      const start = starts[i] ?? 0;
      // Positions ascend: those in the title come first, then those in the lead.
      const titleEnd = start + (inTitle[i] ?? 0);
      const leadEnd = titleEnd + (leads?.[owners[i] ?? 0] ?? 0);
      for (let p = start; p < (starts[i + 1] ?? 0); p++)
        all.add(owners[i] ?? 0, positions[p] ?? 0, number, p < titleEnd, p >= titleEnd && p < leadEnd);
    }
  }
  const starts = new Uint32Array(documents.length + 1);
  for (let i = 0; i < all.length; i++) {
    const next = (all.owners[i] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let d = 0; d < documents.length; d++) starts[d + 1] = (starts[d + 1] ?? 0) + (starts[d] ?? 0);
  const { positions, variants: numbers, inTitle, length } = all;
  const inLead = withLead ? all.inLead : undefined;
  if (variants.length === 1) return { starts, positions, variants: numbers, inTitle, inLead };
  // The places of one variant come in order, those of several do not.
  const order = Uint32Array.from({ length }, (_, i) => i).sort(
    (a, b) => (all.owners[a] ?? 0) - (all.owners[b] ?? 0) || (positions[a] ?? 0) - (positions[b] ?? 0),
  );
  return {
    starts,
    positions: order.map((i) => positions[i] ?? 0),
    variants: Uint32Array.from(order, (i) => numbers[i] ?? 0),
    inTitle: Uint8Array.from(order, (i) => inTitle[i] ?? 0),
    inLead: inLead && Uint8Array.from(order, (i) => inLead[i] ?? 0),
  };
}

/** How often a variant stands in the lead of each of some articles, which are given ascending. */
function leadCounts(snapshot: Snapshot, at: number, variant: Variant, documents: Uint32Array): Uint32Array {
  const counts = new Uint32Array(documents.length);
  const term = variant.terms[at];
  if (!term) return counts;
  const postings = snapshot.postings(at, term);
  let d = 0;
  postings.documents.forEach((document, i) => {
    while (d < documents.length && (documents[d] ?? 0) < document) d++;
    if (documents[d] === document) counts[d] = postings.inLead[i] ?? 0;
  });
  return counts;
}

/**
 * Calls `found` wherever the words of a phrase stand side by side in an article, given by its number among those of
 * the places: with the place of each word in its arrays, in a list that is used again.
 */
export function eachOccurrence(
  words: readonly Places[],
  article: number,
  found: (places: readonly number[]) => void,
): void {
  const [first] = words;
  if (!first) return;
  const places: number[] = [];
  const end = first.starts[article + 1] ?? 0;
  for (let i = first.starts[article] ?? 0; i < end; i++) {
    const position = first.positions[i] ?? 0;
    places[0] = i;
    let word = 1;
    for (; word < words.length; word++) {
      const place = placeOf(words[word] ?? first, article, position + word);
      if (place < 0) break;
      places[word] = place;
    }
    if (word === words.length) found(places);
  }
}

/** Where a position stands among an article's; -1 if it does not. */
function placeOf({ starts, positions }: Places, article: number, position: number): number {
  let low = starts[article] ?? 0;
  const end = starts[article + 1] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low < end && positions[low] === position ? low : -1;
}
