/** A word or a phrase of the query, ready to be matched against each segment. */
import type { QueryWord, Term } from "../../index/read/segment.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import type { FieldWeights, Matches } from "../../kernel/kernel.js";
import type { Scope } from "../query/fields.js";
import { weights } from "../rank/weights.js";
import { type ExpandOptions, expand, nearVariants, type Variant } from "./expand.js";
import { eachOccurrence, type Places, placesOf } from "./phrase-positions.js";
import { intersect } from "./sets.js";

/**
 * How closely an article answers a word: by the word itself, by a form or spelling of it, by a near word. The tiers from
 * NEAR on are those of words one edit away, two, and so on.
 */
export const EXACT = 0;
export const SAME_WORD = 1;
export const NEAR = 2;

/** A word or a phrase with the words of the vocabulary that answer it. */
export class TermMatcher {
  /** In each segment the articles that answer, once they have been asked for. */
  private found: Matches[] | undefined;
  /** Whether of these only those are there that have the query's other words too. */
  private isPart = false;
  private isLoose = false;

  /**
   * `text` is what was typed, in the vocabulary's form; `slots` one list of variants a word: several are a phrase. `near`
   * gives the near words of one word, and `boost` how many times as much it counts.
   */
  constructor(
    private readonly snapshot: Snapshot,
    readonly text: string,
    readonly slots: Variant[][],
    readonly scope: Scope,
    private readonly near: () => Variant[],
    readonly boost: number,
  ) {}

  /** Takes near words too: they lift articles below those that have the word, and are not counted. */
  loosen(): void {
    const [word] = this.slots;
    if (this.isLoose || !word || this.slots.length !== 1) return;
    this.isLoose = true;
    const near = this.near();
    if (near.length === 0) return;
    this.slots[0] = [...word, ...near];
    this.found = undefined;
    this.isPart = false;
  }

  /**
   * In each segment the articles that answer. What is counted are the word's forms and spellings, near words where only
   * they stand.
   */
  get matches(): readonly Matches[] {
    this.found ??= this.snapshot.segments.map((_, at) => this.matchesIn(at));
    return this.found;
  }

  private matchesIn(at: number): Matches {
    const { snapshot, slots, scope, word } = this;
    return word ? matchWord(snapshot, at, word, scope) : matchPhrase(snapshot, at, slots, scope);
  }

  /** The variants of what is one word. */
  get word(): readonly Variant[] | undefined {
    return this.slots.length === 1 ? this.slots[0] : undefined;
  }

  /** In how many articles the word stands, in any of its forms. */
  get documents(): number {
    return this.matches.reduce((sum, { own }) => sum + own, 0);
  }

  /** In how many articles only near words stand. */
  get nearDocuments(): number {
    return this.matches.reduce((sum, { own, all }) => sum + all - own, 0);
  }

  /** What near words count for, by their edits. */
  get nearWeights(): readonly number[] {
    const isKnown = this.word?.some(({ kind }) => kind !== "fuzzy") ?? true;
    return isKnown ? weights.near : weights.nearUnknown;
  }

  /** Takes what was found of the articles that have other words too. */
  restrict(found: Matches[]): void {
    this.found = found;
    this.isPart = true;
  }

  /** Makes all articles that answer be found again. */
  complete(): void {
    if (this.isPart) this.found = undefined;
    this.isPart = false;
  }
}

/**
 * Finds the articles that have all of several words without finding those of each word first: of words that a million
 * articles have these fill fresh memory, which took two thirds of the time.
 */
export function joinWords(snapshot: Snapshot, matchers: readonly TermMatcher[]): void {
  const found = snapshot.segments.map((_, at) =>
    snapshot.matches(
      at,
      matchers.map(({ word = [], scope }) => queryWord(at, word, scope)),
    ),
  );
  matchers.forEach((matcher, i) => {
    matcher.restrict(found.flatMap((words) => words[i] ?? []));
  });
}

/** How the words of a matcher are expanded, where in an article they count, and how much. */
export type LeafOptions = ExpandOptions & { scope: Scope; boost?: number };

/** Expands the words of a matcher. */
export function makeLeaf(snapshot: Snapshot, words: readonly string[], options: LeafOptions): TermMatcher {
  // A word that stands in a phrase several times has one list of variants.
  const inside = new Map<string, Variant[]>();
  const slots = words.map((word, i) => {
    if (i + 1 === words.length) return expand(snapshot, word, options);
    const variants = inside.get(word) ?? expand(snapshot, word, { ...options, prefix: false });
    inside.set(word, variants);
    return variants;
  });
  const near = (): Variant[] => {
    const [word = "", ...more] = words;
    const [known = []] = slots;
    const isWhole = more.length > 0 || known.some(({ kind }) => kind === "fuzzy");
    return isWhole ? [] : nearVariants(snapshot, word, options, known);
  };
  return new TermMatcher(snapshot, words.join(" "), slots, options.scope, near, options.boost ?? 1);
}

/** What a variant counts; near words count more where the word itself stands nowhere. */
export function variantWeight({ kind, distance }: Variant, isKnown: boolean): number {
  if (kind === "fuzzy") return (isKnown ? weights.near : weights.nearUnknown)[distance - 1] ?? 0;
  return weights[kind];
}

function tierOf({ kind, distance }: Variant): number {
  return kind === "exact" ? EXACT : kind === "fuzzy" ? NEAR + distance - 1 : SAME_WORD;
}

/** What an occurrence counts for in the parts of an article. */
const ANYWHERE: FieldWeights = { body: 1, title: weights.title, lead: weights.lead };
export const SCOPES: Readonly<Record<Scope, FieldWeights>> = {
  any: ANYWHERE,
  title: { ...ANYWHERE, body: 0, lead: 0 },
  lead: { ...ANYWHERE, body: 0, title: 0 },
  hlead: { ...ANYWHERE, body: 0 },
  body: { ...ANYWHERE, title: 0, lead: 0 },
};

/** The articles of one segment that have one of the variants, and their weight there. */
export function matchWord(
  snapshot: Snapshot,
  at: number,
  variants: readonly Variant[],
  scope: Scope,
): Matches {
  return snapshot.matches(at, [queryWord(at, variants, scope)])[0] ?? NOTHING;
}

const NOTHING: Matches = {
  documents: new Uint32Array(),
  frequencies: new Float32Array(),
  tiers: new Uint8Array(),
  own: 0,
  all: 0,
};

function queryWord(at: number, variants: readonly Variant[], scope: Scope): QueryWord {
  const terms = variants.flatMap((variant) => {
    const term = variant.terms[at];
    if (!term) return [];
    // Of near words only how near they are counts, and not for each article apart: see Ranker.
    const weight = variant.kind === "fuzzy" ? 1 : weights[variant.kind];
    return { term, tier: tierOf(variant), weight };
  });
  terms.sort((a, b) => a.tier - b.tier);
  return { terms, weight: SCOPES[scope] };
}

/** The articles of one segment that have one of the terms, however closely it answers. */
export function matchesOf(snapshot: Snapshot, at: number, terms: readonly (Term | undefined)[]): Matches {
  const words = terms.flatMap((term) => (term ? { term, tier: EXACT, weight: 1 } : []));
  return snapshot.matches(at, [{ terms: words, weight: ANYWHERE }])[0] ?? NOTHING;
}

function matchPhrase(snapshot: Snapshot, at: number, slots: readonly Variant[][], scope: Scope): Matches {
  // The rarest word first: it leaves least to compare.
  const byRarity = [...new Set(slots)].sort((a, b) => documentsOf(a) - documentsOf(b));
  let common: Uint32Array | undefined;
  for (const variants of byRarity) {
    if (common?.length === 0) break;
    const { documents } = matchesOf(
      snapshot,
      at,
      variants.map(({ terms }) => terms[at]),
    );
    common = common ? intersect(common, documents) : documents;
  }
  const documents = common ?? new Uint32Array();
  const chosen: number[] = [];
  const found: PhraseAnswer[] = [];
  for (let from = 0; from < documents.length; from += AT_ONCE) {
    const some = documents.subarray(from, from + AT_ONCE);
    const known = new Map(
      byRarity.map((variants) => [variants, placesOf(snapshot, at, variants, some, hasLead(scope))]),
    );
    const places = slots.flatMap((variants) => known.get(variants) ?? []);
    some.forEach((document, d) => {
      const answer = phraseIn(slots, places, d, scope);
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
    all: found.length,
  };
}

/** Articles whose places are held at a time: those of a frequent word in a million articles would fill the memory. */
const AT_ONCE = 65_536;

/** What a phrase weighs in an article. */
interface PhraseAnswer {
  frequency: number;
  tier: number;
}

/** Whether a scope tells the lead from the rest of the text. */
export const hasLead = (scope: Scope): boolean => SCOPES[scope].lead > 0 !== SCOPES[scope].body > 0;

/** The part of the article that a place is in; the lead only where it was asked for. */
function partAt(places: Places | undefined, at: number): keyof FieldWeights {
  if (places?.inTitle[at] === 1) return "title";
  return places?.inLead?.[at] === 1 ? "lead" : "body";
}

/** Looks for a phrase where its slots stand in an article; null if it is not there. */
function phraseIn(
  slots: readonly Variant[][],
  places: readonly Places[],
  article: number,
  scope: Scope,
): PhraseAnswer | null {
  const answer: PhraseAnswer = { frequency: 0, tier: Number.POSITIVE_INFINITY };
  eachOccurrence(places, article, (chosen) => {
    const part = partAt(places[0], chosen[0] ?? 0);
    if (SCOPES[scope][part] === 0) return;
    let tier = EXACT;
    let weight = 1;
    for (let slot = 0; slot < slots.length; slot++) {
      const variant = slots[slot]?.[places[slot]?.variants[chosen[slot] ?? 0] ?? 0];
      if (!variant) return;
      tier = Math.max(tier, tierOf(variant));
      weight = Math.min(weight, variantWeight(variant, true));
    }
    const frequency = part === "title" ? weights.title : 1;
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
