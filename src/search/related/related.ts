/**
 * The articles nearest to one in what they say.
 *
 * Its most telling words are looked up in the postings and weighed as vectors of the two articles would be: by how
 * often each has the word and, squared, by how rare the word is. The texts of the best are then laid beside its own:
 * what they share word for word counts as much again, so that what is the same dispatch sent twice stands first.
 */
import type { ArticleText, RelatedOptions } from "../../api/types.js";
import type { Postings } from "../../index/format/postings.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { tokenize } from "../../text/tokenize.js";
import { allPassing, comparison, isNarrow } from "../match/filter.js";
import { weights } from "../rank/weights.js";
import { type TellingWord, tellingWords } from "./significant-terms.js";

/** An article that is related to another. */
export interface Relation {
  /** The article's number in the snapshot. */
  article: number;
  /** From 0 to 1, which is the same text. */
  score: number;
  /** The telling words that both have, the most telling first. */
  ties: string[];
}

/** How many words an article is told by: more cost time and hardly change what is found. A bit each: 31 at the most. */
const MOST_WORDS = 30;
/**
 * How soon more of the same word stops counting, in the article itself and in others, as BM25's k1. Later than in a
 * search: what an article says often it is about, and a query is not.
 */
const SATURATION_OWN = 8;
const SATURATION = 4;
/** An article is related by at least so many of them, and by this share of their weight. */
const FEWEST_WORDS = 2;
const LEAST_SHARE = 0.1;
/** Texts are laid beside the article's if they have this share: so many at the most. */
const COMPARED_SHARE = 0.5;
const MOST_COMPARED = 10;
/** Runs of so many words that two texts share are no chance. */
const RUN = 3;
/** Longer texts are compared by their beginnings, in UTF-16 units. */
const MOST_UNITS = 50_000;
const DEFAULT_LIMIT = 10;

/** What is read of an article: its text, null if that can't be read, and what its file is known by. */
interface Reader {
  textOf(article: number): ArticleText | null;
  pathOf(article: number): string;
}

/** The articles related to `origin`, null if its text can't be read. Throws DateError. */
export function related(
  snapshot: Snapshot,
  origin: number,
  options: RelatedOptions,
  { textOf, pathOf }: Reader,
): Relation[] | null {
  const dispatch = textOf(origin);
  if (!dispatch) return null;
  const { segment, document } = snapshot.locate(origin);
  const language = segment.record(document).language ?? "";
  const words = tellingWords(snapshot, dispatch, language, MOST_WORDS);
  const found = candidates(snapshot, origin, sharesOf(snapshot, words), options);
  const byDate = comparison(snapshot, "date", false, pathOf, true);
  const best = (a: Ranked, b: Ranked): number => b.score - a.score || byDate(a.article, b.article);
  const { offset = 0, limit = DEFAULT_LIMIT } = options;
  const kept = found.sort(best).slice(0, Math.max(MOST_COMPARED, offset + limit));
  const runs = runsOf(dispatch);
  for (const one of kept.slice(0, MOST_COMPARED)) {
    const text = one.score < COMPARED_SHARE / 2 ? null : textOf(one.article);
    if (text) one.score += likeness(runs, runsOf(text)) / 2;
  }
  return kept
    .sort(best)
    .slice(offset, offset + limit)
    .map(({ article, score, bits }) => ({
      article,
      score: Number(score.toPrecision(7)),
      ties: words.filter((_, number) => bits & (1 << number)).map(({ word }) => word),
    }));
}

interface Ranked extends Share {
  article: number;
}

/** The articles that have enough of the telling words and pass the filters, with half their share as the score. */
function candidates(
  snapshot: Snapshot,
  origin: number,
  shares: ReadonlyMap<number, Share>,
  options: RelatedOptions,
): Ranked[] {
  const own = shares.get(origin)?.score ?? Infinity;
  const allowed = isNarrow(options) ? new Set(allPassing(snapshot, options)) : null;
  const found: Ranked[] = [];
  const least = LEAST_SHARE * own;
  shares.forEach(({ score, bits }, article) => {
    if (score < least || article === origin || bitCount(bits) < FEWEST_WORDS) return;
    if (!allowed || allowed.has(article)) found.push({ article, score: Math.min(1, score / own) / 2, bits });
  });
  return found;
}

/** What an article has of the telling words: their weight there, and a bit for each that it has. */
interface Share {
  score: number;
  bits: number;
}

/** The articles that have any of some words. */
function sharesOf(snapshot: Snapshot, words: readonly TellingWord[]): Map<number, Share> {
  const shares = new Map<number, Share>();
  const lengths = snapshot.column("lengths");
  const averageLength = snapshot.wordCount / Math.max(1, snapshot.articleCount) || 1;
  const saturate = (frequency: number, length: number): number =>
    frequency / (frequency + SATURATION * (1 - weights.b + (weights.b * length) / averageLength));
  const add = (article: number, score: number, bit: number): void => {
    const share = shares.get(article);
    if (share) {
      share.score += score;
      share.bits |= bit;
    } else shares.set(article, { score, bits: bit });
  };
  for (const [number, { terms, weight, frequency }] of words.entries()) {
    const own = (weight * weight * frequency) / (frequency + SATURATION_OWN);
    for (const [at, ofSegment] of terms.entries()) {
      const base = snapshot.bases[at] ?? 0;
      for (const term of ofSegment) {
        const postings = snapshot.postings(at, term);
        postings.documents.forEach((document, i) => {
          const length = lengths[base + document] ?? 0;
          add(base + document, own * saturate(weighedFrequency(postings, i), length), 1 << number);
        });
      }
    }
  }
  return shares;
}

/** How often a word stands in the article at `i` of its postings, title and lead weighed in. */
function weighedFrequency({ frequencies, inTitle, inLead }: Postings, i: number): number {
  return (
    (frequencies[i] ?? 0) + (inTitle[i] ?? 0) * (weights.title - 1) + (inLead[i] ?? 0) * (weights.lead - 1)
  );
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** All runs of words of a text; the whole of one that is shorter than a run. */
function runsOf({ headline, paragraphs }: ArticleText): Set<string> {
  const text = [headline ?? "", ...paragraphs].join("\n").slice(0, MOST_UNITS);
  const words = tokenize(text).map(({ word }) => word);
  const runs = new Set<string>();
  for (let i = 0; i === 0 || i + RUN <= words.length; i++) runs.add(words.slice(i, i + RUN).join(" "));
  return runs;
}

/** The share of runs that both have among those that either has (Jaccard's coefficient), from 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const run of b) if (a.has(run)) both++;
  return both / (a.size + b.size - both);
}
