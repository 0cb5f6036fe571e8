/**
 * The stems, the spellings and the prefilter of a vocabulary in memory, made as they are asked for: a search asks for a few of
 * them.
 */
import { COMPOUND } from "../../text/joined-units.js";
import type { Lexicon } from "../build/term-analyzer.js";
import { prefilterFor } from "../format/fuzzy-prefilter.js";

/** Finds words, by their places in the vocabulary, under the keys of a lexicon. */
export interface WordKeys {
  /** The words with a stem, given as `language:stem`. */
  withStem(key: string): readonly number[];
  withSpelling(key: string): readonly number[];
  /** What the prefilter has of words in a row. */
  prefilter(first: number, end: number): Uint8Array;
}

type Keyed = Map<string, number[]>;
const NONE: readonly number[] = [];

/**
 * Of a small archive the keys of all its words would take a third of a search. So words wait in groups by how their keys
 * may begin, and when one is asked for, those of its group are made.
 */
export class LazyWordKeys implements WordKeys {
  private readonly stems = new Map<string, Keyed>();
  private readonly spellings = new Map<string, Keyed>();

  /** The words in the order of the vocabulary; `languagesOf` gives the languages of the articles that have a word. */
  constructor(
    private readonly words: readonly string[],
    private readonly languagesOf: (ordinal: number) => readonly string[],
    private readonly lexicon: Lexicon,
    compounds: readonly [key: string, ordinal: number][] = [],
  ) {
    const keyed: Keyed = new Map();
    for (const [key, ordinal] of compounds) addTo(keyed, key, ordinal);
    this.spellings.set(COMPOUND, keyed);
  }

  withStem(key: string): readonly number[] {
    const { lexicon, languagesOf } = this;
    const start = lexicon.stemStart(key.slice(key.indexOf(":") + 1));
    let group = this.stems.get(start);
    if (!group) {
      group = this.keyed(
        (word) => lexicon.stemStart(word) === start,
        (word, ordinal) => lexicon.stemKeys(word, languagesOf(ordinal)),
      );
      this.stems.set(start, group);
    }
    return group.get(key) ?? NONE;
  }

  withSpelling(key: string): readonly number[] {
    const { lexicon } = this;
    const start = key.slice(0, 1);
    let group = this.spellings.get(start);
    if (!group) {
      group = this.keyed((word) => lexicon.spellingStarts(word).includes(start), lexicon.spellingKeys);
      this.spellings.set(start, group);
    }
    return group.get(key) ?? NONE;
  }

  prefilter(first: number, end: number): Uint8Array {
    return prefilterFor(this.words.slice(first, end));
  }

  private keyed(
    isMeant: (word: string) => boolean,
    keysOf: (word: string, ordinal: number) => readonly string[],
  ): Keyed {
    const keyed: Keyed = new Map();
    this.words.forEach((word, ordinal) => {
      if (!isMeant(word)) return;
      for (const key of keysOf(word, ordinal)) addTo(keyed, key, ordinal);
    });
    return keyed;
  }
}

function addTo(keyed: Keyed, key: string, ordinal: number): void {
  const list = keyed.get(key);
  if (!list) keyed.set(key, [ordinal]);
  else if (list.at(-1) !== ordinal) list.push(ordinal);
}
