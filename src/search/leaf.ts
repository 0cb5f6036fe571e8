/** A word or a phrase of the query, ready to be matched against each segment. */
import type { Snapshot } from "../index/snapshot.js";
import { type ExpandOptions, expand, type Variant } from "./expand.js";
import { eachOccurrence, type Places, placesOf } from "./places.js";
import { intersect } from "./sets.js";
import { type Run, Union } from "./union.js";
import { weights } from "./weights.js";

/** How closely an article answers a word: by the word itself, by a form or spelling of it, by a near word. */
export const EXACT = 0;
export const SAME_WORD = 1;
export const NEAR = 2;

/** The articles of one segment that answer a leaf: one element of each array an article, articles ascending. */
export interface LeafMatches {
  documents: Uint32Array;
  /** How often, title and lead weighed in: the word in its forms and spellings, or near words where only they stand. */
  frequencies: Float32Array;
  /** EXACT, SAME_WORD or NEAR. */
  tiers: Uint8Array;
  /** The weight of the nearest word, where only near words stand. */
  nearWeights: Float32Array;
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
  // A word that stands in a phrase several times has one list of variants.
  const inside = new Map<string, Variant[]>();
  const slots = words.map((word, i) => {
    if (i + 1 === words.length) return expand(snapshot, word, options);
    const variants = inside.get(word) ?? expand(snapshot, word, { ...options, prefix: false });
    inside.set(word, variants);
    return variants;
  });
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

/** What a variant counts; near words count more where the word itself stands nowhere. */
export function variantWeight({ kind, distance }: Variant, isKnown: boolean): number {
  if (kind === "fuzzy") return (isKnown ? weights.near : weights.nearUnknown)[distance - 1] ?? 0;
  return weights[kind];
}

function tierOf(variant: Variant): number {
  return variant.kind === "exact" ? EXACT : variant.kind === "fuzzy" ? NEAR : SAME_WORD;
}

/** What an occurrence counts for: anywhere, or in the title only. */
export const ANYWHERE = { body: 1, title: weights.title, lead: weights.lead };
const TITLE_ONLY = { body: 0, title: weights.title, lead: 0 };

/** The articles of one segment that have one of the variants, and what these are worth there. */
export function matchWord(
  snapshot: Snapshot,
  at: number,
  variants: readonly Variant[],
  titleOnly: boolean,
): LeafMatches {
  const own: Run[] = [];
  const near: Run[] = [];
  const isKnown = variants.some(({ kind }) => kind !== "fuzzy");
  for (const variant of variants) {
    const term = variant.terms[at];
    if (!term) continue;
    const { documents, values } = snapshot.weighedPostings(at, term, titleOnly ? TITLE_ONLY : ANYWHERE);
    const tier = tierOf(variant);
    const weight = variantWeight(variant, isKnown);
    if (tier !== NEAR && weight !== 1)
      for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) * weight;
    (tier === NEAR ? near : own).push({ documents, values, tier, weight });
  }
  return matchesOf(new Union(own), new Union(near));
}

/** The articles of the word itself, and those that have only near words. */
function matchesOf(own: Union, near: Union): LeafMatches {
  const count = own.documents.length;
  own.merge(near);
  const { documents, values, tiers, weights: nearWeights } = own;
  return { documents, frequencies: values, tiers, nearWeights, own: count };
}

/** Articles of one segment that have one of the variants, ascending. */
function documentsWith(snapshot: Snapshot, at: number, variants: readonly Variant[]): Uint32Array {
  const runs = variants.flatMap((variant): Run[] => {
    const term = variant.terms[at];
    return term ? [{ ...snapshot.weighedPostings(at, term, ANYWHERE), tier: EXACT, weight: 1 }] : [];
  });
  return new Union(runs).documents;
}

function matchPhrase(
  snapshot: Snapshot,
  at: number,
  slots: readonly Variant[][],
  titleOnly: boolean,
): LeafMatches {
  // The rarest word first: it leaves least to compare.
  const byRarity = [...new Set(slots)].sort((a, b) => documentsOf(a) - documentsOf(b));
  let common: Uint32Array | undefined;
  for (const variants of byRarity) {
    if (common?.length === 0) break;
    const documents = documentsWith(snapshot, at, variants);
    common = common ? intersect(common, documents) : documents;
  }
  const documents = common ?? new Uint32Array();
  const chosen: number[] = [];
  const found: PhraseAnswer[] = [];
  for (let from = 0; from < documents.length; from += AT_ONCE) {
    const some = documents.subarray(from, from + AT_ONCE);
    const known = new Map(byRarity.map((variants) => [variants, placesOf(snapshot, at, variants, some)]));
    const places = slots.flatMap((variants) => known.get(variants) ?? []);
    some.forEach((document, d) => {
      const answer = phraseIn(slots, places, d, titleOnly);
      if (!answer) return;
      chosen.push(document);
      found.push(answer);
    });
  }
  return {
    documents: Uint32Array.from(chosen),
    frequencies: Float32Array.from(found, ({ frequency }) => frequency),
    tiers: Uint8Array.from(found, ({ tier }) => tier),
    nearWeights: Float32Array.from(found, ({ weight }) => weight),
    own: found.filter(({ tier }) => tier !== NEAR).length,
  };
}

/** Articles whose places are held at a time: those of a frequent word in a million articles would fill the memory. */
const AT_ONCE = 65_536;

/** What a phrase is worth in an article. */
interface PhraseAnswer {
  frequency: number;
  tier: number;
  weight: number;
}

/** Looks for a phrase where its slots stand in an article; null if it is not there. */
function phraseIn(
  slots: readonly Variant[][],
  places: readonly Places[],
  article: number,
  titleOnly: boolean,
): PhraseAnswer | null {
  const answer: PhraseAnswer = { frequency: 0, tier: NEAR + 1, weight: 0 };
  eachOccurrence(places, article, (chosen) => {
    const inTitle = places[0]?.inTitle[chosen[0] ?? 0] === 1;
    if (titleOnly && !inTitle) return;
    let tier = EXACT;
    let weight = 1;
    for (let slot = 0; slot < slots.length; slot++) {
      const variant = slots[slot]?.[places[slot]?.variants[chosen[slot] ?? 0] ?? 0];
      if (!variant) return;
      tier = Math.max(tier, tierOf(variant));
      weight = Math.min(weight, variantWeight(variant, true));
    }
    const frequency = inTitle ? weights.title : 1;
    if ((tier === NEAR) !== answer.tier >= NEAR) {
      // The words themselves count, near words only where these do not stand.
      if (tier === NEAR) return;
      answer.frequency = 0;
    }
    answer.frequency += tier === NEAR ? frequency : frequency * weight;
    answer.tier = Math.min(answer.tier, tier);
    answer.weight = Math.max(answer.weight, weight);
  });
  return answer.frequency > 0 ? answer : null;
}

function documentsOf(variants: readonly Variant[]): number {
  return variants.reduce((sum, variant) => sum + variant.documents, 0);
}
