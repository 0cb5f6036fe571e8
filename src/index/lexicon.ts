/** The keys under which a segment finds the words of its vocabulary besides themselves. */
import { spellingKeys } from "../text/spelling.js";
import { stem, stemmingLanguages } from "../text/stem.js";

/** What a builder asks of a word. Loaded only where a search may follow: a listing needs none of it. */
export interface Lexicon {
  /** `language:stem` for each of these languages in which the word may have a stem. */
  stemKeys(word: string, languages: readonly string[]): string[];
  spellingKeys(word: string): readonly string[];
}

export const lexicon: Lexicon = {
  stemKeys: (word, languages) =>
    stemmingLanguages(word)
      .filter((one) => languages.includes(one))
      .map((one) => `${one}:${stem(word, one)}`),
  spellingKeys,
};
