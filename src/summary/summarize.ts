/**
 * Picks the sentences that carry an article.
 *
 * A sentence is a vector of its words' weights; it is central if it is like the article as a whole (the cosine of
 * the two, Radev et al., "Centroid-based summarization", 2004), worth more the earlier it stands, and worth less the
 * more it repeats of what was picked before (maximal marginal relevance, Carbonell and Goldstein, 1998).
 */
import { splitSentences } from "../text/sentences.js";
import { tokenize } from "../text/tokenize.js";

export interface SummarizeOptions {
  /** How many sentences, 3 if not given. */
  sentences?: number;
  title?: string;
}

type Vector = Map<string, number>;

/** Enough sentences to summarise by; an article of more is a book. */
const MOST_SENTENCES = 2_000;
/** Words agree if they begin alike: forms of a word without the need to know its language. */
const PREFIX = 6;
const POSITION = 0.1;
const TITLE = 0.3;
const REPETITION = 0.1;

function vector(text: string): Vector {
  const counts: Vector = new Map();
  for (const { word } of tokenize(text)) {
    const key = word.slice(0, PREFIX);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function length(vector: Vector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

function product(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return sum;
}

function cosine(a: Vector, b: Vector): number {
  const sum = product(a, b);
  return sum === 0 ? 0 : sum / (length(a) * length(b));
}

/** Sentences in the article's order. */
export function summarize(paragraphs: readonly string[], options: SummarizeOptions = {}): string[] {
  const sentences = paragraphs.flatMap(splitSentences).slice(0, MOST_SENTENCES);
  const wanted = options.sentences ?? 3;
  if (sentences.length <= wanted) return sentences;
  const vectors = sentences.map(vector);
  const whole: Vector = new Map();
  for (const one of vectors) {
    const norm = length(one) || 1;
    for (const [word, weight] of one) whole.set(word, (whole.get(word) ?? 0) + weight / norm);
  }
  const likeAll = (one: Vector): number => product(one, whole) / (length(one) || 1) / vectors.length;
  const title = vector(options.title ?? "");
  const worth = vectors.map((one, i) => likeAll(one) + POSITION / (i + 1) + TITLE * cosine(one, title));
  const picked: number[] = [];
  const repeated = new Float64Array(sentences.length);
  while (picked.length < wanted) {
    let best = -1;
    for (let i = 0; i < sentences.length; i++) {
      if (picked.includes(i)) continue;
      if (best < 0 || netWorth(worth, repeated, i) > netWorth(worth, repeated, best)) best = i;
    }
    picked.push(best);
    const chosen = vectors[best] ?? new Map();
    vectors.forEach((one, i) => {
      repeated[i] = Math.max(repeated[i] ?? 0, cosine(one, chosen));
    });
  }
  return picked.sort((a, b) => a - b).map((i) => sentences[i] ?? "");
}

function netWorth(worth: readonly number[], repeated: Float64Array, i: number): number {
  return (worth[i] ?? 0) - REPETITION * (repeated[i] ?? 0);
}
