/** The keys under which a segment finds the words of its vocabulary besides themselves. */
import { spellingKeys } from "../text/spelling.js";
import { stem, stemmedLanguages } from "../text/stem.js";

/** What a builder asks of a word. Loaded only where a search may follow: a listing needs none of it. */
export interface Lexicon {
  /** `language:stem` for each of these languages that has stems. */
  stemKeys(word: string, languages: readonly string[]): string[];
  spellingKeys(word: string): readonly string[];
}

export const lexicon: Lexicon = {
  stemKeys: (word, languages) =>
    languages.filter((one) => stemmedLanguages.includes(one)).map((one) => `${one}:${stem(word, one)}`),
  spellingKeys,
};
