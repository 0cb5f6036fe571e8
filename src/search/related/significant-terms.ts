/** The words that tell an article from others: those it uses much and few others use. */
import type { ArticleText } from "../../api/types.js";
import type { Term } from "../../index/read/segment.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { commonWords } from "../../text/language-profiles.js";
import { stem } from "../../text/stem/stem.js";
import { tokenize } from "../../text/tokenize.js";
import { isSameSpelling, spellingKeys } from "../../text/transliteration/transliteration.js";
import { documentsOf, formsOf, termsIn } from "../match/forms.js";
import { idf } from "../rank/rank.js";
import { weights } from "../rank/weights.js";

/** A telling word with all its forms and spellings in the vocabulary. */
export interface TellingWord {
  /** As the article mostly writes it. */
  word: string;
  /** Its forms in each segment. */
  terms: Term[][];
  /** How rare it is: BM25's inverse document frequency of all forms together, less for a name. */
  weight: number;
  /** Times it stands in the article, title and lead weighed in. */
  frequency: number;
}

/** So many words of an article are looked up, in 10 ms: the most frequent, and of these the longest. */
const MOST_CANDIDATES = 96;
/** So many names are looked up in other spellings, which takes longest. */
const MOST_SPELLED = 8;
/** The postings of the words hold no more articles than this, however common they are: each takes its time. */
const MOST_POSTINGS = 40_000;

/** Names are rare, each by itself: with their whole weight, who and where would drown what it is about. */
const NAME_WORTH = 0.8;
/** Little words beyond those that a language is told by: in a small archive they are as rare as any. */
const LITTLE = new Set(
  (
    "there than then when where while what these those them into out over under about only some such other any all " +
    "can could may one two three first last new both between during him her she we you our your then here very most " +
    "когда если чтобы только также была были быть есть этого этом где уже еще ещё или так там тут их ему ей " +
    "kimi sonra ilk iki yeni öz onlar bütün qədər habelə həmçinin barədə bildirib"
  ).split(" "),
);

/** One word of the article in all the forms that it has there. */
interface Candidate {
  stem: string;
  /** Times it stands there, title and lead weighed in. */
  frequency: number;
  /** The forms as the vocabulary holds them. */
  forms: Set<string>;
  /** Ways to write it, and how often each stands. */
  written: Map<string, number>;
}

/** The `most` words that tell an article best, the best first; none that no other article has in any form. */
export function tellingWords(
  snapshot: Snapshot,
  dispatch: ArticleText,
  language: string,
  most: number,
): TellingWord[] {
  const { articleCount } = snapshot;
  const rough = roughRarity(snapshot);
  const ranked = candidatesOf(dispatch, language).map((candidate) => ({
    candidate,
    weight: weightOf(candidate, rough(candidate) * (isName(candidate) ? NAME_WORTH : 1)),
  }));
  ranked.sort((a, b) => b.weight - a.weight);
  const found: { telling: TellingWord; weight: number; documents: number }[] = [];
  const seen = new Set<string>();
  let spelled = hasOtherSpellings(snapshot) ? MOST_SPELLED : 0;
  for (const { candidate } of ranked) {
    // A word in a rare form may be a common one: a few more than wanted are weighed in all their forms.
    if (found.length >= most * 1.5) break;
    const isSpelled = spelled > 0 && isName(candidate);
    if (isSpelled) spelled--;
    const terms = termsOf(snapshot, candidate, language, isSpelled);
    // Another form of a name: its spellings have found it already.
    if (terms.flat().every(({ word }) => seen.has(word))) continue;
    for (const { word } of terms.flat()) seen.add(word);
    const documents = documentsOf(snapshot, terms);
    if (documents < 2) continue;
    const rarity = rarityOf(documents, articleCount) * (isName(candidate) ? NAME_WORTH : 1);
    const telling = {
      word: commonest(candidate.written),
      terms,
      weight: rarity,
      frequency: candidate.frequency,
    };
    found.push({ telling, weight: weightOf(candidate, rarity), documents });
  }
  found.sort((a, b) => b.weight - a.weight);
  return withinBudget(found.slice(0, most)).map(({ telling }) => telling);
}

/** The first words, and of the others those whose postings there is time for. */
function withinBudget<T extends { documents: number }>(words: readonly T[]): T[] {
  let left = MOST_POSTINGS;
  return words.filter(({ documents }, i) => {
    if (documents > left && i > 0) return false;
    left -= documents;
    return true;
  });
}

function candidatesOf({ headline, paragraphs }: ArticleText, language: string): Candidate[] {
  const common = commonWords(language);
  const candidates = new Map<string, Candidate>();
  // Null for words that tell nothing.
  const known = new Map<string, Candidate | null>();
  const candidateOf = (word: string): Candidate | null => {
    if (common.has(word) || LITTLE.has(word) || !canTell(word)) return null;
    const key = stem(word, language);
    const candidate = candidates.get(key) ?? {
      stem: key,
      frequency: 0,
      forms: new Set(),
      written: new Map(),
    };
    candidates.set(key, candidate);
    candidate.forms.add(word);
    return candidate;
  };
  const add = (text: string, weight: number): void => {
    for (const { word, start, end } of tokenize(text)) {
      let candidate = known.get(word);
      if (candidate === undefined) {
        candidate = candidateOf(word);
        known.set(word, candidate);
      }
      if (!candidate) continue;
      const written = text.slice(start, end);
      candidate.frequency += weight;
      candidate.written.set(written, (candidate.written.get(written) ?? 0) + 1);
    }
  };
  if (headline !== null) add(headline, weights.title);
  paragraphs.forEach((paragraph, i) => {
    add(paragraph, i === 0 ? weights.lead : 1);
  });
  const all = [...candidates.values()];
  if (all.length <= MOST_CANDIDATES) return all;
  return all
    .sort((a, b) => b.frequency - a.frequency || b.stem.length - a.stem.length)
    .slice(0, MOST_CANDIDATES);
}

/** Numbers tell little, and single letters of an alphabet that has capitals nothing. */
function canTell(word: string): boolean {
  if (/^\d/.test(word)) return false;
  return word.length > 1 || word === word.toUpperCase();
}

/** Rarity by the forms that the article has itself: all forms are looked up only for words that are likely to be chosen. */
function roughRarity(snapshot: Snapshot): (candidate: Candidate) => number {
  return ({ forms }) => rarityOf(documentsOf(snapshot, termsIn(snapshot, forms)), snapshot.articleCount);
}

/** Languages that write each other's names alike. */
const ALIKE = new Set(["en", "de", "fr", "es", "it", "pt", "nl"]);

/** Whether the archive has a language that spells names in its own way, as Azerbaijani and Russian do. */
function hasOtherSpellings(snapshot: Snapshot): boolean {
  return [...snapshot.languages].some((language) => !ALIKE.has(language));
}

/** An article with two forms counts twice here, which does no harm. */
function rarityOf(documents: number, articles: number): number {
  return idf(Math.min(documents, articles), articles);
}

/** tf·idf, the frequency saturated as BM25 does it. */
function weightOf({ frequency }: Candidate, rarity: number): number {
  return (frequency / (frequency + weights.k1)) * rarity;
}

/** The forms of a word in each segment: those of the article, of its stem and, for a name, its spellings. */
function termsOf(snapshot: Snapshot, candidate: Candidate, language: string, isSpelled: boolean): Term[][] {
  const words = new Set(candidate.forms);
  for (const form of isSpelled ? candidate.forms : []) {
    for (const key of spellingKeys(form)) {
      for (const { segment } of snapshot.segments)
        for (const { word } of segment.withSpelling(key)) if (isSameSpelling(form, word)) words.add(word);
    }
  }
  return formsOf(snapshot, `${language}:${candidate.stem}`, words);
}

/** Whether the word has a capital wherever it stands. */
function isName({ written }: Candidate): boolean {
  for (const [first = ""] of written.keys()) if (first === first.toLowerCase()) return false;
  return true;
}

function commonest(written: ReadonlyMap<string, number>): string {
  let best = "";
  for (const [word, times] of written) if (times > (written.get(best) ?? 0)) best = word;
  return best;
}
