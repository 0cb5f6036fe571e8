/** The forms of a word in all segments of a snapshot, whatever articles each segment has. */
import type { Term } from "../../index/read/segment.js";
import type { Snapshot } from "../../index/read/snapshot.js";

/**
 * In each segment the words with a stem, given as `language:stem`, and some others. A word has a stem in a segment only if
 * an article of that language has the word there: so what one segment knows to be a form is looked up in the others.
 */
export function formsOf(snapshot: Snapshot, key: string, others: Iterable<string>): Term[][] {
  const found = snapshot.segments.map(({ segment }) => segment.withStem(key));
  const words = new Set(others);
  for (const { word } of found.flat()) words.add(word);
  return termsIn(snapshot, words, found);
}

/** In each segment those of some words that stand there, in the order of the alphabet. `known`: terms at hand. */
export function termsIn(
  snapshot: Snapshot,
  words: Iterable<string>,
  known: readonly (readonly Term[])[] = [],
): Term[][] {
  const sorted = [...words].sort();
  return snapshot.segments.map(({ segment }, at) => {
    const here = new Map(known[at]?.map((term) => [term.word, term]));
    return sorted.flatMap((word) => here.get(word) ?? segment.term(word) ?? []);
  });
}

/** In how many articles that count the terms stand; one with two of them counts twice. */
export function documentsOf(snapshot: Snapshot, terms: readonly (readonly Term[])[]): number {
  return terms.reduce(
    (sum, some, at) => some.reduce((count, term) => count + snapshot.documentCount(at, term), sum),
    0,
  );
}
