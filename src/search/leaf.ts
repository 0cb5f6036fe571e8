/** A word or a phrase of the query, ready to be matched against each segment. */
import type { Snapshot } from "../index/snapshot.js";
import type { Matches } from "../kernel/kernel.js";
import { type ExpandOptions, expand, type Variant } from "./expand.js";
import { eachOccurrence, type Places, placesOf } from "./places.js";
import { intersect } from "./sets.js";
import { weights } from "./weights.js";

/**
 * How closely an article answers a word: by the word itself, by a form or spelling of it, by a near word. The tiers from
 * NEAR on are those of words one edit away, two, and so on.
 */
export const EXACT = 0;
export const SAME_WORD = 1;
export const NEAR = 2;

export interface Leaf {
  /** What was typed, in the vocabulary's form. */
  text: string;
  /** One list of variants a word; a leaf of several words is a phrase. */
  slots: Variant[][];
  titleOnly: boolean;
  /** In how many articles the word stands, in any of its forms; and near words. */
  documents: number;
  nearDocuments: number;
  /** What near words count for, by their edits. */
  nearWeights: readonly number[];
  /** In each segment the articles that answer. What is counted are the word's forms and spellings, near words where only they stand. */
  matches: Matches[];
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
    nearWeights: weights.near,
    matches: [],
  };
  const [only] = slots;
  if (slots.length === 1 && !only?.some(({ kind }) => kind !== "fuzzy"))
    leaf.nearWeights = weights.nearUnknown;
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

function tierOf({ kind, distance }: Variant): number {
  return kind === "exact" ? EXACT : kind === "fuzzy" ? NEAR + distance - 1 : SAME_WORD;
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
): Matches {
  const words = variants.flatMap((variant) => {
    const term = variant.terms[at];
    if (!term) return [];
    // Of near words only how near they are counts, and not for each article apart: see Ranker.
    const weight = variant.kind === "fuzzy" ? 1 : weights[variant.kind];
    return { term, tier: tierOf(variant), weight };
  });
  words.sort((a, b) => a.tier - b.tier);
  return snapshot.matches(at, words, titleOnly ? TITLE_ONLY : ANYWHERE);
}

/** Articles of one segment that have one of the variants, ascending. */
function documentsWith(snapshot: Snapshot, at: number, variants: readonly Variant[]): Uint32Array {
  const words = variants.flatMap((variant) => {
    const term = variant.terms[at];
    return term ? { term, tier: EXACT, weight: 1 } : [];
  });
  return snapshot.matches(at, words, ANYWHERE).documents;
}

function matchPhrase(
  snapshot: Snapshot,
  at: number,
  slots: readonly Variant[][],
  titleOnly: boolean,
): Matches {
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
    own: found.filter(({ tier }) => tier < NEAR).length,
  };
}

/** Articles whose places are held at a time: those of a frequent word in a million articles would fill the memory. */
const AT_ONCE = 65_536;

/** What a phrase is worth in an article. */
interface PhraseAnswer {
  frequency: number;
  tier: number;
}

/** Looks for a phrase where its slots stand in an article; null if it is not there. */
function phraseIn(
  slots: readonly Variant[][],
  places: readonly Places[],
  article: number,
  titleOnly: boolean,
): PhraseAnswer | null {
  const answer: PhraseAnswer = { frequency: 0, tier: Number.POSITIVE_INFINITY };
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
    if (tier >= NEAR !== answer.tier >= NEAR) {
      // The words themselves count, near words only where these do not stand.
      if (tier >= NEAR) return;
      answer.frequency = 0;
    }
    answer.frequency += tier >= NEAR ? frequency : frequency * weight;
    answer.tier = Math.min(answer.tier, tier);
  });
  return answer.frequency > 0 ? answer : null;
}

function documentsOf(variants: readonly Variant[]): number {
  return variants.reduce((sum, variant) => sum + variant.documents, 0);
}
