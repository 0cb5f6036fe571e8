/**
 * Feedback: what the best articles say beside the query's words lifts others of the best that say it too.
 *
 * Rocchio's idea ("Relevance feedback in information retrieval", 1971) without a person: the first few articles are
 * taken to be right, the first of them most. Their words are weighed by how many of them have each and how rare it is;
 * the weightiest are counted like words of the query that an article need not have. Nothing is found by them.
 */
import type { ArticleText } from "../../api/types.js";
import type { Term } from "../../index/read/segment.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { stem } from "../../text/stem/stem.js";
import { tokenize } from "../../text/tokenize.js";
import { documentsOf, formsOf, termsIn } from "../match/forms.js";
import { firstNotBelow } from "../match/sets.js";
import { matchesOf } from "../match/term-matcher.js";
import { idf, type Ranker, type Scored } from "./rank.js";
import { weights } from "./weights.js";

/** Articles that are taken to be right: each is a file to read. */
const BEST = 6;
/** An article's say is its score, as a share of the first one's, to this power. */
const STEEPNESS = 16;
/** Words that are counted, and those of which it is found out how rare they are in all their forms. */
const MOST_WORDS = 25;
const MOST_CANDIDATES = 2 * MOST_WORDS;
/** Longer texts are read by their beginnings, in UTF-16 units. */
const MOST_UNITS = 20_000;
/** The postings of the words hold no more articles than this: each takes its time. */
const MOST_POSTINGS = 200_000;

/** A word of the best articles, in any of its forms. */
interface FeedbackWord {
  /** Its forms in each segment. */
  terms: Term[][];
  /** Inverse document frequency. */
  rarity: number;
  /** The share of the best articles that have it, by their say, times its rarity. */
  weight: number;
}

/**
 * Adds to the scores of some articles what they share with the best of them. `candidates` are places in `scored`, the
 * best first; `textOf` gives an article's text, null if it can't be read.
 */
export function addFeedback(
  snapshot: Snapshot,
  ranker: Ranker,
  { articles, scores }: Scored,
  candidates: Uint32Array,
  textOf: (article: number) => ArticleText | null,
): void {
  const best = candidates.subarray(0, BEST);
  const articleWeights = weightsOf(Array.from(best, (i) => scores[i] ?? 0));
  const shares = new Map<string, Candidate>();
  best.forEach((i, rank) => {
    const article = articles[i] ?? 0;
    const text = textOf(article);
    const { segment, document } = snapshot.locate(article);
    if (text) addWords(shares, text, segment.record(document).language ?? "", articleWeights[rank] ?? 0);
  });
  const words = weightiest(snapshot, [...shares.values()]);
  const ascending = candidates.slice().sort((a, b) => (articles[a] ?? 0) - (articles[b] ?? 0));
  const most = words[0]?.weight ?? 1;
  let left = MOST_POSTINGS;
  for (const { terms, rarity, weight } of words) {
    const documents = documentsOf(snapshot, terms);
    if (documents > left) continue;
    left -= documents;
    const gain = (weights.feedback * rarity * weight) / most;
    addWord(snapshot, ranker, terms, gain, { articles, scores }, ascending);
  }
}

/** How much each of the best articles has to say, one in all, by their scores from the highest down. */
function weightsOf(scores: readonly number[]): number[] {
  const [first = 1] = scores;
  const powers = scores.map((score) => (Math.max(0, score) / first) ** STEEPNESS || 0);
  const all = powers.reduce((sum, power) => sum + power, 0) || 1;
  return powers.map((power) => power / all);
}

/** A stem, and who of the best articles has it. */
interface Candidate {
  stem: string;
  language: string;
  /** One of its forms. */
  word: string;
  /** Their say together. */
  say: number;
}

function addWords(
  shares: Map<string, Candidate>,
  { headline, paragraphs }: ArticleText,
  language: string,
  say: number,
): void {
  const text = [headline ?? "", ...paragraphs].join("\n").slice(0, MOST_UNITS);
  const seen = new Set<string>();
  for (const word of new Set(tokenize(text).map((token) => token.word))) {
    const stemmed = stem(word, language);
    const key = `${language}:${stemmed}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const known = shares.get(key);
    if (known) known.say += say;
    else shares.set(key, { stem: stemmed, language, word, say });
  }
}

function weightiest(snapshot: Snapshot, candidates: readonly Candidate[]): FeedbackWord[] {
  const { articleCount } = snapshot;
  const weigh = (terms: Term[][], say: number): FeedbackWord => {
    const documents = Math.min(articleCount, documentsOf(snapshot, terms));
    // A word of one article lifts no other.
    const rarity = documents < 2 ? 0 : idf(documents, articleCount);
    return { terms, rarity, weight: say * rarity };
  };
  const byWeight = (a: { weight: number }, b: { weight: number }): number => b.weight - a.weight;
  // How rare a word is in all its forms takes several looks: first by one of them.
  const rough = candidates.map((candidate) => {
    const documents = documentsOf(snapshot, termsIn(snapshot, [candidate.word]));
    return { candidate, weight: candidate.say * idf(Math.min(articleCount, documents), articleCount) };
  });
  rough.sort(byWeight);
  const words = rough
    .slice(0, MOST_CANDIDATES)
    .map(({ candidate: { language, stem: stemmed, word, say } }) =>
      weigh(formsOf(snapshot, `${language}:${stemmed}`, [word]), say),
    );
  return words
    .filter(({ weight }) => weight > 0)
    .sort(byWeight)
    .slice(0, MOST_WORDS);
}

/** Adds what one word gives to articles of all segments. `ascending` are their places in `scored`, by article. */
function addWord(
  snapshot: Snapshot,
  ranker: Ranker,
  terms: readonly Term[][],
  gain: number,
  { articles, scores }: Pick<Scored, "articles" | "scores">,
  ascending: Uint32Array,
): void {
  const frequencies = new Float32Array(ascending.length);
  terms.forEach((forms, at) => {
    const base = snapshot.bases[at] ?? 0;
    const end = snapshot.bases[at + 1] ?? 0;
    for (const form of forms) {
      const { documents, frequencies: values } = matchesOf(snapshot, at, [form]);
      let found = 0;
      ascending.forEach((i, n) => {
        const article = articles[i] ?? 0;
        if (article < base || article >= end) return;
        found = firstNotBelow(documents, article - base, found);
        if (documents[found] === article - base)
          frequencies[n] = (frequencies[n] ?? 0) + (values[found] ?? 0);
      });
    }
  });
  ascending.forEach((i, n) => {
    const frequency = frequencies[n] ?? 0;
    if (frequency === 0) return;
    const length = snapshot.cell("lengths", articles[i] ?? 0);
    scores[i] = (scores[i] ?? 0) + gain * ranker.saturate(frequency, length);
  });
}
