/**
 * Where a score comes from, part by part.
 *
 * Nothing is computed by other formulas than those that rank: each word of the query scores the one article by itself,
 * by the same code, and what the later steps added is what the scores were before and after them.
 */

import type { Explanation, NearnessScore, OtherScore, TermScore, WordScore } from "../../api/types.js";
import type { Postings } from "../../index/format/postings.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import type { Variant } from "../match/expand.js";
import { eachOccurrence, placesOf } from "../match/phrase-positions.js";
import { firstNotBelow } from "../match/sets.js";
import { matchWord, NEAR, SCOPES, type TermMatcher } from "../match/term-matcher.js";
import type { Scope } from "../query/fields.js";
import type { FoundArticle } from "../search.js";
import { addNearness } from "./proximity.js";
import { Ranker, type Scored } from "./rank.js";

/** An article in its segment. */
interface Place {
  at: number;
  document: number;
}

/** How often a word stands in each part of an article. */
type Counts = Pick<WordScore, "title" | "lead" | "body">;

/** As many digits as a hit's score has. */
const rounded = (score: number): number => Number(score.toPrecision(7));

/** Explains articles found by the same words. */
export class Explainer {
  private readonly ranker: Ranker;
  /** Of each segment. */
  private readonly postings = new Map<Variant, (Postings | undefined)[]>();

  constructor(
    private readonly snapshot: Snapshot,
    private readonly matchers: readonly TermMatcher[],
  ) {
    this.ranker = Ranker.of(snapshot);
  }

  explain({ article, score, steps }: FoundArticle): Explanation {
    const { at, document } = this.snapshot.locate(article);
    const place = { at, document };
    const ran = (name: string): boolean => steps.some((step) => step.name === name && step.gain !== 0);
    const terms = this.matchers.flatMap((matcher) => this.term(matcher, place) ?? []);
    const nearness = ran("nearness") ? this.nearness(place) : [];
    const others = steps.flatMap(({ name, gain }): OtherScore[] =>
      name !== "words" && name !== "nearness" && gain !== 0 ? [{ part: name, score: rounded(gain) }] : [],
    );
    const parts = [...terms, ...nearness, ...others];
    const rest = score - parts.reduce((sum, part) => sum + part.score, 0);
    if (Math.abs(rest) > 1e-5 * Math.abs(score)) others.push({ part: "rest", score: rounded(rest) });
    return { terms, nearness, others };
  }

  /** The one article, scored by these words. */
  private scoredBy(matchers: readonly TermMatcher[], { at, document }: Place): Scored {
    return this.ranker.score(at, Uint32Array.of(document), matchers);
  }

  /** Null for another name of what was typed if the article lacks it. */
  private term(matcher: TermMatcher, place: Place): TermScore | null {
    const { scores, tiers, words } = this.scoredBy([matcher], place);
    const answers = words[0] !== 0;
    if (!answers && matcher.slots[0]?.[0]?.kind === "spelling") return null;
    const isNear = answers ? tiers[0] === NEAR : matcher.documents === 0;
    const { own, near } = this.ranker.rarity(matcher);
    const score = scores[0] ?? 0;
    return {
      term: matcher.text,
      articles: isNear ? matcher.nearDocuments : matcher.documents,
      weight: rounded(isNear ? near : own),
      score: rounded(score),
      words: !answers
        ? []
        : matcher.slots.length > 1
          ? this.phrase(matcher, place, score)
          : this.words(matcher, place, isNear, score),
    };
  }

  /** A term's score in shares of what each of its words weighs in the article. */
  private words(matcher: TermMatcher, place: Place, isNear: boolean, score: number): WordScore[] {
    const found = (matcher.slots[0] ?? []).flatMap((variant) => {
      const counts = this.countsOf(variant, place);
      const counted = inScope(counts, matcher.scope);
      if (counted.title + counted.lead + counted.body === 0) return [];
      const weight = (variant.kind === "fuzzy") === isNear ? this.weightOf(variant, matcher, place) : 0;
      return [{ variant, counted, weight }];
    });
    const whole = found.reduce((sum, { weight }) => sum + weight, 0);
    return found.map(({ variant: { word, kind, distance, documents }, counted, weight }) => ({
      word,
      kind,
      distance,
      articles: documents,
      ...counted,
      score: rounded(whole > 0 ? (score * weight) / whole : 0),
    }));
  }

  private weightOf(variant: Variant, matcher: TermMatcher, { at, document }: Place): number {
    const { documents, frequencies } = matchWord(this.snapshot, at, [variant], matcher.scope);
    const i = firstNotBelow(documents, document, 0);
    return documents[i] === document ? (frequencies[i] ?? 0) : 0;
  }

  private postingsOf(variant: Variant, at: number): Postings | undefined {
    const known = this.postings.get(variant) ?? [];
    const term = variant.terms[at];
    if (!known[at] && term) {
      known[at] = this.snapshot.postings(at, term);
      this.postings.set(variant, known);
    }
    return known[at];
  }

  private countsOf(variant: Variant, { at, document }: Place): Counts {
    const postings = this.postingsOf(variant, at);
    const i = postings ? firstNotBelow(postings.documents, document, 0) : 0;
    if (postings?.documents[i] !== document) return { title: 0, lead: 0, body: 0 };
    const [title = 0, lead = 0] = [postings.inTitle[i], postings.inLead[i]];
    return { title, lead, body: (postings.frequencies[i] ?? 0) - title - lead };
  }

  /** A phrase as it stands in the article; of its ways to be written there the first. */
  private phrase(matcher: TermMatcher, place: Place, score: number): WordScore[] {
    const places = matcher.slots.map((slot) =>
      placesOf(this.snapshot, place.at, slot, Uint32Array.of(place.document)),
    );
    const counts: Counts = { title: 0, lead: 0, body: 0 };
    const ways: Variant[][] = [];
    eachOccurrence(places, 0, (chosen) => {
      const way = matcher.slots.flatMap((slot, i) => slot[places[i]?.variants[chosen[i] ?? 0] ?? 0] ?? []);
      const [variant] = way;
      const [numbers] = places.map(({ variants }) => variants);
      if (!variant || !numbers) return;
      ways.push(way);
      // A word's places come in the order of the parts: title, lead, body.
      const i = chosen[0] ?? 0;
      const before = numbers.subarray(0, i).filter((number) => number === numbers[i]).length;
      const { title, lead } = this.countsOf(variant, place);
      counts[before < title ? "title" : before < title + lead ? "lead" : "body"]++;
    });
    const [first] = ways;
    if (!first) return [];
    Object.assign(counts, inScope(counts, matcher.scope));
    const farthest = first.reduce((a, b) => (b.distance > a.distance ? b : a));
    const unlike = first.find(({ kind }) => kind !== "exact") ?? farthest;
    return [
      {
        word: first.map(({ word }) => word).join(" "),
        kind: farthest.distance > 0 ? farthest.kind : unlike.kind,
        distance: farthest.distance,
        articles: matcher.documents + matcher.nearDocuments,
        ...counts,
        score: rounded(score),
      },
    ];
  }

  private nearness(place: Place): NearnessScore[] {
    const near: NearnessScore[] = [];
    const scored = this.scoredBy(this.matchers, place);
    scored.articles[0] = (this.snapshot.bases[place.at] ?? 0) + place.document;
    addNearness(
      this.snapshot,
      this.ranker,
      this.matchers,
      scored,
      Uint32Array.of(0),
      (left, right, distance, gain) => {
        const terms: [string, string] = [this.matchers[left]?.text ?? "", this.matchers[right]?.text ?? ""];
        near.push({ terms, distance, score: rounded(gain) });
      },
    );
    return near;
  }
}

/** The counts of the parts of an article that words are looked for in. */
function inScope(counts: Counts, scope: Scope): Counts {
  const { title, lead, body } = SCOPES[scope];
  return {
    title: title > 0 ? counts.title : 0,
    lead: lead > 0 ? counts.lead : 0,
    body: body > 0 ? counts.body : 0,
  };
}
