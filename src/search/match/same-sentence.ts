/** Whether two places of an article are in one sentence: the index has no sentences, so that the text is read. */
import type { ArticleText } from "../../api/types.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { splitSentences } from "../../text/sentences.js";
import { scanWords, wordUnits } from "../../text/tokenize.js";

/** Reads the text of an article by its number in the snapshot; null if it cannot be read. */
export type TextReader = (article: number) => ArticleText | null;

export const NO_TEXTS: TextReader = () => null;

/** Whether positions of the `d`-th article stand in one sentence. */
export type SentenceTest = (d: number, low: number, high: number) => boolean;

/** Words in which a sentence ends, where a text cannot be read. */
const USUAL_LENGTH = 25;

/** A test for articles of the segment at `at`, which are given ascending. Reads each text once, if it is asked about. */
export function sentenceTest(
  snapshot: Snapshot,
  at: number,
  documents: Uint32Array,
  textOf: TextReader,
): SentenceTest {
  let last = -1;
  let starts: number[] | null = null;
  return (d, low, high) => {
    if (d !== last) {
      last = d;
      const text = textOf((snapshot.bases[at] ?? 0) + (documents[d] ?? 0));
      starts = text && sentenceStarts(text);
    }
    return starts ? !starts.some((start) => start > low && start <= high) : high - low < USUAL_LENGTH;
  };
}

/** The positions at which sentences begin, as they are counted when an article is indexed. */
function sentenceStarts({ headline, paragraphs }: ArticleText): number[] {
  const starts: number[] = [];
  let position = 0;
  const pass = (text: string): void => {
    scanWords(wordUnits(text), () => {
      position++;
    });
  };
  if (headline !== null) pass(headline);
  for (const paragraph of paragraphs) {
    // One place stands between two paragraphs.
    if (position > 0) position++;
    for (const sentence of splitSentences(paragraph)) {
      starts.push(position);
      pass(sentence);
    }
  }
  return starts;
}
