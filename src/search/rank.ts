/**
 * How relevant an article is to the words of a query.
 *
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) in its form for fields: an occurrence
 * in the title or the lead counts as several in the body, and saturation comes after that. To it comes nearness: for
 * each two words of the query that are neighbours there, how near they come in the article.
 */
import type { Snapshot } from "../index/snapshot.js";
import type { Leaf } from "./leaf.js";
import { NEAR } from "./leaf.js";
import { weights } from "./weights.js";

/** An article and how it answers. */
export interface Scored {
  /** The article's number in the snapshot. */
  article: number;
  score: number;
  /** The farthest tier among the query's words: EXACT, SAME_WORD or NEAR. */
  tier: number;
  /** How many of the query's words it has. */
  words: number;
}

/** Inverse document frequency of BM25, never below zero. */
export function idf(documents: number, articles: number): number {
  return Math.log(1 + (articles - documents + 0.5) / (documents + 0.5));
}

/** What one word gives to an article's score. */
export interface WordScore {
  score: number;
  tier: number;
}

/** Weighs words for one snapshot. */
export class Ranker {
  private readonly averageLength: number;

  constructor(private readonly snapshot: Snapshot) {
    this.averageLength = snapshot.wordCount / Math.max(1, snapshot.articleCount) || 1;
  }

  private saturate(frequency: number, length: number): number {
    const { k1, b } = weights;
    return (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / this.averageLength));
  }

  /** The weight of a word: how rare it is. Near words never weigh more than the word itself. */
  rarity(leaf: Leaf): { own: number; near: number } {
    const articles = this.snapshot.articleCount;
    const own = leaf.documents > 0 ? idf(leaf.documents, articles) : 0;
    const near = leaf.nearDocuments > 0 ? idf(leaf.nearDocuments, articles) : 0;
    return { own, near: leaf.documents > 0 ? Math.min(own, near) : near };
  }

  /** Scores the articles of one segment (ascending numbers there) by all leaves. */
  score(at: number, documents: Uint32Array, leaves: readonly Leaf[]): Scored[] {
    const base = this.snapshot.bases[at] ?? 0;
    const lengths = this.snapshot.segments[at]?.segment.column("lengths") ?? new Int32Array();
    const scored = Array.from(
      documents,
      (document): Scored => ({ article: base + document, score: 0, tier: 0, words: 0 }),
    );
    for (const leaf of leaves) {
      const matches = leaf.matches[at];
      if (!matches) continue;
      const rarity = this.rarity(leaf);
      let i = 0;
      for (const one of scored) {
        const document = one.article - base;
        while (i < matches.documents.length && (matches.documents[i] ?? 0) < document) i++;
        if (matches.documents[i] !== document) continue;
        const tier = matches.tiers[i] ?? NEAR;
        const length = lengths[document] ?? 0;
        one.words++;
        one.tier = Math.max(one.tier, tier);
        one.score +=
          tier === NEAR
            ? rarity.near *
              (matches.nearWeights[i] ?? 0) *
              this.saturate(matches.nearFrequencies[i] ?? 0, length)
            : rarity.own * this.saturate(matches.frequencies[i] ?? 0, length);
      }
    }
    return scored;
  }
}
