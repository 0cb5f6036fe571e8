/**
 * A sentence as the words that say what it is about.
 *
 * Function words are left out: nothing else matters as much (without that, centrality finds the sentences of many
 * little words). Forms are joined cheaply, so that summing up loads no stemmers.
 */
import { functionWords } from "../text/function-words.js";
import { tokenize } from "../text/tokenize.js";

/** How often each word stands in a sentence. */
export type Terms = ReadonlyMap<string, number>;

/**
 * Elsewhere than in English words agree if they begin alike: about as good as a stemmer for Turkish (Can et al.,
 * "Information retrieval on Turkish texts", 2008).
 */
const PREFIX = 6;

/** Gives the terms of texts in one language (ISO 639-1; null: unknown). */
export class TermReader {
  private readonly ignored: ReadonlySet<string>;
  private readonly keyOf: (word: string) => string;

  constructor(language: string | null) {
    this.ignored = functionWords(language);
    this.keyOf = language === "en" ? singular : (word) => word.slice(0, PREFIX);
  }

  /** The terms of a text and how many words it has in all. */
  read(text: string): { terms: Terms; words: number } {
    const terms = new Map<string, number>();
    const tokens = tokenize(text);
    let before = "";
    let end = -1;
    for (const { word, start, end: next } of tokens) {
      // Where no space divides words, two neighbouring characters say more than each.
      const key = word.length > 1 ? this.termOf(word) : start === end ? this.pairOf(before, word) : "";
      if (key !== "") terms.set(key, (terms.get(key) ?? 0) + 1);
      before = word;
      end = next;
    }
    return { terms, words: tokens.length };
  }

  private pairOf(before: string, word: string): string {
    return before.length > 1 || this.ignored.has(before) || this.ignored.has(word) ? "" : before + word;
  }

  private termOf(word: string): string {
    return this.ignored.has(word) ? "" : this.keyOf(word);
  }
}

/** The singular of an English noun, near enough (Harman, "How effective is suffixing?", 1991). */
function singular(word: string): string {
  if (!word.endsWith("s") || word.length < 4) return word;
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  return word.endsWith("ss") || word.endsWith("us") ? word : word.slice(0, -1);
}

export function norm(terms: Terms): number {
  let sum = 0;
  for (const weight of terms.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

export function product(a: Terms, b: Terms): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return sum;
}
