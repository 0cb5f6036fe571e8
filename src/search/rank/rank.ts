/**
 * How relevant an article is to the words of a query.
 *
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) in its form for fields: an occurrence
 * in the title or the lead counts as several in the body, and saturation comes after that. To it comes nearness: for
 * each two words of the query that are neighbours there, how near they come in the article.
 */
import { lengthsOfNorms } from "../../index/format/norms.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { kernelFor, type Scoring } from "../../kernel/kernel.js";
import type { TermMatcher } from "../match/term-matcher.js";
import { weights } from "./weights.js";

/** Articles that answer, and how: one element of each array an article, articles ascending by segment. */
export interface Scored {
  /** Numbers in the snapshot. */
  articles: Uint32Array;
  scores: Float64Array;
  /** The farthest tier among the query's words: EXACT, SAME_WORD or NEAR. */
  tiers: Uint8Array;
  /** How many of the query's words it has. */
  words: Uint16Array;
}

export function emptyScored(count: number): Scored {
  return {
    articles: new Uint32Array(count),
    scores: new Float64Array(count),
    tiers: new Uint8Array(count),
    words: new Uint16Array(count),
  };
}

/** Inverse document frequency of BM25, never below zero. */
export function idf(documents: number, articles: number): number {
  return Math.log(1 + (articles - documents + 0.5) / (documents + 0.5));
}

const rankers = new WeakMap<Snapshot, Ranker>();

/** Weighs words for one snapshot. */
export class Ranker {
  private readonly averageLength: number;
  /** For each norm what is added to a frequency below the fraction line, in an article of its length. */
  private readonly lengthNorm: Float64Array;

  /** That of a snapshot, made once: one that stays open is asked many queries. */
  static of(snapshot: Snapshot): Ranker {
    let ranker = rankers.get(snapshot);
    if (!ranker) {
      ranker = new Ranker(snapshot);
      rankers.set(snapshot, ranker);
    }
    return ranker;
  }

  private constructor(private readonly snapshot: Snapshot) {
    this.averageLength = snapshot.wordCount / Math.max(1, snapshot.articleCount) || 1;
    this.lengthNorm = lengthsOfNorms().map((length) => this.lengthNormOf(length));
  }

  private lengthNormOf(length: number): number {
    const { k1, b } = weights;
    return k1 * (1 - b + (b * length) / this.averageLength);
  }

  /** What so many occurrences are worth in an article of so many words, from 0 to k1 + 1. */
  saturate(frequency: number, length: number): number {
    return (frequency * (weights.k1 + 1)) / (frequency + this.lengthNormOf(length));
  }

  /** The weight of a word: how rare it is. Near words never weigh more than the word itself. */
  rarity(matcher: TermMatcher): { own: number; near: number } {
    const articles = this.snapshot.articleCount;
    const own = matcher.documents > 0 ? matcher.boost * idf(matcher.documents, articles) : 0;
    const near = matcher.nearDocuments > 0 ? matcher.boost * idf(matcher.nearDocuments, articles) : 0;
    return { own, near: matcher.documents > 0 ? Math.min(own, near) : near };
  }

  /** For each of some articles (ascending) the weights of the words that it has, together. */
  matchedWeights(articles: Uint32Array, matchers: readonly TermMatcher[]): Float64Array {
    const sums = new Float64Array(articles.length);
    for (const matcher of new Set(matchers)) {
      const { own, near } = this.rarity(matcher);
      let i = 0;
      matcher.matches.forEach(({ documents }, at) => {
        const base = this.snapshot.bases[at] ?? 0;
        for (const document of documents) {
          while (i < articles.length && (articles[i] ?? 0) < base + document) i++;
          if (articles[i] === base + document) sums[i] = (sums[i] ?? 0) + (own || near);
        }
      });
    }
    return sums;
  }

  /** Scores the articles of one segment (ascending numbers there) by all matchers. */
  score(at: number, documents: Uint32Array, matchers: readonly TermMatcher[]): Scored {
    const base = this.snapshot.bases[at] ?? 0;
    const articles = base === 0 ? documents : documents.map((document) => base + document);
    const segment = this.snapshot.segments[at]?.segment;
    if (!segment || documents.length === 0) return { ...emptyScored(documents.length), articles };
    let matches = 0;
    const words = matchers.flatMap((matcher): Scoring[] => {
      const found = matcher.matches[at];
      if (!found) return [];
      matches += found.documents.length;
      const { own, near } = this.rarity(matcher);
      const most = weights.k1 + 1;
      return [
        {
          matches: found,
          weight: own * most,
          near: matcher.nearWeights.map((weight) => near * weight * most),
        },
      ];
    });
    const kernel = kernelFor(documents.length + matches);
    return { articles, ...kernel.score(documents, words, segment.normsOf(documents), this.lengthNorm) };
  }
}
