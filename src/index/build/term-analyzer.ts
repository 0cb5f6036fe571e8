/** The keys under which a segment finds the words of its vocabulary besides themselves. */

import { stem, stemmingLanguages, stemStart } from "../../text/stem/stem.js";
import { keyStarts, spellingKeys } from "../../text/transliteration/transliteration.js";

/** What a builder asks of a word. Loaded only where a search may follow: a listing needs none of it. */
export interface Lexicon {
  /** `language:stem` for each of these languages in which the word may have a stem. */
  stemKeys(word: string, languages: readonly string[]): string[];
  /** The same for a word and its stem. */
  stemStart(word: string): string;
  spellingKeys(word: string): readonly string[];
  /** What the spelling keys of the word may begin with, a letter each. */
  spellingStarts(word: string): string;
}

export const lexicon: Lexicon = {
  stemKeys: (word, languages) =>
    stemmingLanguages(word)
      .filter((one) => languages.includes(one))
      .map((one) => `${one}:${stem(word, one)}`),
  stemStart,
  spellingKeys,
  spellingStarts: keyStarts,
};
