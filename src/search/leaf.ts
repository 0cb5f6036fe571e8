/** A word or a phrase of the query, ready to be matched against each segment. */
import type { Postings } from "../index/postings.js";
import type { Snapshot } from "../index/snapshot.js";
import { type ExpandOptions, expand, type Variant } from "./expand.js";
import { weights } from "./weights.js";

/** How closely an article answers a word: by the word itself, by a form or spelling of it, by a near word. */
export const EXACT = 0;
export const SAME_WORD = 1;
export const NEAR = 2;

/** The articles of one segment that answer a leaf: one element of each array an article, articles ascending. */
export interface LeafMatches {
  documents: Uint32Array;
  /** How often, title and lead and closeness of form weighed in; 0 where only near words answer. */
  frequencies: Float32Array;
  /** How often near words stand, and the weight of the nearest. */
  nearFrequencies: Float32Array;
  nearWeights: Float32Array;
  /** EXACT, SAME_WORD or NEAR. */
  tiers: Uint8Array;
  /** How many of the articles have the word itself in some form. */
  own: number;
}

export interface Leaf {
  /** What was typed, in the vocabulary's form. */
  text: string;
  /** One list of variants a word; a leaf of several words is a phrase. */
  slots: Variant[][];
  titleOnly: boolean;
  /** In how many articles the word stands, in any of its forms; and near words. */
  documents: number;
  nearDocuments: number;
  /** Matches in each segment. */
  matches: LeafMatches[];
}

/** Expands the words of a leaf and matches it in all segments. */
export function makeLeaf(
  snapshot: Snapshot,
  words: readonly string[],
  options: ExpandOptions & { titleOnly: boolean },
): Leaf {
  const slots = words.map((word, i) =>
    expand(snapshot, word, i + 1 < words.length ? { ...options, prefix: false } : options),
  );
  const leaf: Leaf = {
    text: words.join(" "),
    slots,
    titleOnly: options.titleOnly,
    documents: 0,
    nearDocuments: 0,
    matches: [],
  };
  const [only] = slots;
  leaf.matches = snapshot.segments.map((_, at) =>
    only && slots.length === 1
      ? matchWord(snapshot, at, only, options.titleOnly)
      : matchPhrase(snapshot, at, slots, options.titleOnly),
  );
  for (const { documents, own } of leaf.matches) {
    leaf.documents += own;
    leaf.nearDocuments += documents.length - own;
  }
  return leaf;
}

export function variantWeight(variant: Variant): number {
  if (variant.kind === "fuzzy") return weights.near[variant.distance - 1] ?? 0;
  return weights[variant.kind];
}

function tierOf(variant: Variant): number {
  return variant.kind === "exact" ? EXACT : variant.kind === "fuzzy" ? NEAR : SAME_WORD;
}

/** One tally serves all leaves, one after the other: arrays as long as the archive are slow to come by. */
let freeTally: Tally | undefined;

/** Gathers how often an article answers a leaf, over its variants, for the articles of one segment. */
class Tally {
  private readonly frequency: Float32Array;
  private readonly nearFrequency: Float32Array;
  private readonly nearWeight: Float32Array;
  /** Tier plus one; 0 is no match. */
  private readonly tier: Uint8Array;
  private readonly touched: Uint32Array;
  private count = 0;
  private isAscending = true;

  private constructor(private readonly articles: number) {
    this.frequency = new Float32Array(articles);
    this.nearFrequency = new Float32Array(articles);
    this.nearWeight = new Float32Array(articles);
    this.tier = new Uint8Array(articles);
    this.touched = new Uint32Array(articles);
  }

  /** An empty tally for so many articles. */
  static for(articles: number): Tally {
    const free = freeTally;
    freeTally = undefined;
    return free && free.articles >= articles ? free : new Tally(articles);
  }

  add(document: number, frequency: number, tier: number, weight: number): void {
    const before = this.tier[document] ?? 0;
    if (before === 0) {
      if (this.count > 0 && document < (this.touched[this.count - 1] ?? 0)) this.isAscending = false;
      this.touched[this.count++] = document;
    }
    if (before === 0 || tier + 1 < before) this.tier[document] = tier + 1;
    if (tier === NEAR) {
      this.nearFrequency[document] = (this.nearFrequency[document] ?? 0) + frequency;
      if (weight > (this.nearWeight[document] ?? 0)) this.nearWeight[document] = weight;
    } else {
      this.frequency[document] = (this.frequency[document] ?? 0) + frequency * weight;
    }
  }

  /** What was gathered; the tally is empty again. */
  finish(): LeafMatches {
    const { count } = this;
    const out = emptyMatches(count);
    this.takeDocuments(out.documents);
    for (let at = 0; at < count; at++) {
      const document = out.documents[at] ?? 0;
      const frequency = this.frequency[document] ?? 0;
      if (frequency > 0) out.own++;
      out.frequencies[at] = frequency;
      out.nearFrequencies[at] = this.nearFrequency[document] ?? 0;
      out.nearWeights[at] = this.nearWeight[document] ?? 0;
      out.tiers[at] = (this.tier[document] ?? 0) - 1;
      this.frequency[document] = 0;
      this.nearFrequency[document] = 0;
      this.nearWeight[document] = 0;
      this.tier[document] = 0;
    }
    this.count = 0;
    this.isAscending = true;
    freeTally = this;
    return out;
  }

  /** The articles that were touched, ascending: sorted if they are few, else by looking at all. */
  private takeDocuments(out: Uint32Array): void {
    if (this.isAscending || out.length < this.articles / 64) {
      out.set(this.touched.subarray(0, out.length));
      if (!this.isAscending) out.sort();
      return;
    }
    for (let document = 0, at = 0; at < out.length; document++) {
      if (this.tier[document]) out[at++] = document;
    }
  }
}

function emptyMatches(count: number): LeafMatches {
  return {
    documents: new Uint32Array(count),
    frequencies: new Float32Array(count),
    nearFrequencies: new Float32Array(count),
    nearWeights: new Float32Array(count),
    tiers: new Uint8Array(count),
    own: 0,
  };
}

/** How often a word stands in the article at `i` of its postings, title and lead weighed in; 0 for not at all. */
function weighed(postings: Postings, i: number, titleOnly: boolean): number {
  const inTitle = postings.inTitle[i] ?? 0;
  if (titleOnly) return inTitle * weights.title;
  const frequency = postings.frequencies[i] ?? 0;
  return frequency + inTitle * (weights.title - 1) + (postings.inLead[i] ?? 0) * (weights.lead - 1);
}

function addPostings(
  tally: Tally,
  postings: Postings,
  tier: number,
  weight: number,
  titleOnly: boolean,
): void {
  const { documents } = postings;
  for (let i = 0; i < documents.length; i++) {
    const frequency = weighed(postings, i, titleOnly);
    if (frequency > 0) tally.add(documents[i] ?? 0, frequency, tier, weight);
  }
}

function matchWord(
  snapshot: Snapshot,
  at: number,
  variants: readonly Variant[],
  titleOnly: boolean,
): LeafMatches {
  const tally = Tally.for(snapshot.segments[at]?.segment.articleCount ?? 0);
  for (const variant of variants) {
    const term = variant.terms[at];
    if (!term) continue;
    const postings = snapshot.postings(at, term);
    addPostings(tally, postings, tierOf(variant), variantWeight(variant), titleOnly);
  }
  return tally.finish();
}

/** Where a slot of a phrase stands in an article, and how closely the words there answer it. */
interface Occurrence {
  position: number;
  tier: number;
  weight: number;
  inTitle: boolean;
}

/** Occurrences of any variant of a slot, in articles that `wanted` has (all, if undefined). */
function occurrences(
  snapshot: Snapshot,
  at: number,
  variants: readonly Variant[],
  wanted: ReadonlyMap<number, unknown> | undefined,
): Map<number, Occurrence[]> {
  const found = new Map<number, Occurrence[]>();
  const segment = snapshot.segments[at]?.segment;
  for (const variant of variants) {
    const term = variant.terms[at];
    if (!term || !segment) continue;
    const deleted = snapshot.segments[at]?.deleted;
    const postings = segment.postings(term);
    const chosen: number[] = [];
    postings.documents.forEach((document, i) => {
      if (!deleted?.[document] && (!wanted || wanted.has(document))) chosen.push(i);
    });
    const { starts, positions } = segment.positions(term, postings, Uint32Array.from(chosen));
    chosen.forEach((index, i) => {
      const document = postings.documents[index] ?? 0;
      const list = found.get(document) ?? [];
      const start = starts[i] ?? 0;
      for (let p = start; p < (starts[i + 1] ?? 0); p++) {
        list.push({
          position: positions[p] ?? 0,
          tier: tierOf(variant),
          weight: variantWeight(variant),
          // Positions ascend and the title stands first.
          inTitle: p - start < (postings.inTitle[index] ?? 0),
        });
      }
      found.set(document, list);
    });
  }
  return found;
}

function matchPhrase(
  snapshot: Snapshot,
  at: number,
  slots: readonly Variant[][],
  titleOnly: boolean,
): LeafMatches {
  const tally = Tally.for(snapshot.segments[at]?.segment.articleCount ?? 0);
  // The rarest slot first: the others are read only where it stands.
  const byRarity = slots.map((_, i) => i).sort((a, b) => documentsOf(slots[a]) - documentsOf(slots[b]));
  const read: Map<number, Occurrence[]>[] = [];
  let common: ReadonlyMap<number, unknown> | undefined;
  for (const slot of byRarity) {
    const found = occurrences(snapshot, at, slots[slot] ?? [], common);
    read[slot] = found;
    common = found;
    if (found.size === 0) return tally.finish();
  }
  for (const document of common?.keys() ?? []) {
    for (const first of read[0]?.get(document) ?? []) {
      let { tier, weight } = first;
      const whole = slots.every((_, i) => {
        const next = read[i]?.get(document)?.find((one) => one.position === first.position + i);
        tier = Math.max(tier, next?.tier ?? NEAR);
        weight = Math.min(weight, next?.weight ?? 0);
        return next !== undefined;
      });
      if (!whole || (titleOnly && !first.inTitle)) continue;
      tally.add(document, first.inTitle ? weights.title : 1, tier, weight);
    }
  }
  return tally.finish();
}

function documentsOf(variants: readonly Variant[] | undefined): number {
  return (variants ?? []).reduce((sum, variant) => sum + variant.documents, 0);
}
