/**
 * Picks the sentences that carry an article, or several together.
 *
 * A sentence is central if its words stand in the other sentences too: the sum of its cosines with all others. It
 * weighs more the earlier it stands, and if it answers what is asked; what has been said already has no weight.
 */
import { splitSentences } from "../text/sentences.js";
import { type Candidate, select } from "./select.js";
import { norm, product, TermReader, type Terms } from "./terms.js";

/** What is summarised. */
export interface Source {
  paragraphs: readonly string[];
  /** ISO 639-1; null if unknown. */
  language?: string | null;
  /** Sent by an agency, which puts first what it would not have cut. */
  isDispatch?: boolean;
}

export interface SummarizeOptions {
  /** How many sentences at the most: 3 if neither that nor `words` is given. */
  sentences?: number | undefined;
  /** How many words at the most, but at least one sentence. */
  words?: number | undefined;
  /** What part of a question a sentence answers, 0 to 1. */
  answers?: ((sentence: string) => number) | undefined;
}

/** A sentence and the source that it is from. */
export interface Picked {
  source: number;
  text: string;
}

const SENTENCES = 3;
/**
 * The power of a sentence's own length that its likeness is divided by. 1 would be the cosine; less leans to longer
 * sentences, which say more in as many.
 */
const LENGTH = 0.75;
/**
 * How much more the first sentence of an article weighs: from one sentence to the next a third of that is left. An
 * agency puts first what it would not have cut; others tell a story, and may come to the point later.
 */
const LEAD = 0.2;
const LEAD_OF_DISPATCH = 3;
/** The part of a sentence's weight that is its answer, if something is asked. */
const ANSWER = 0.7;
/** What has fewer words is no sentence that says something. */
const FEWEST_WORDS = 3;
/** See `select`: one article repeats itself less than several do, so that it takes more to be a repetition. */
const TOLERANCE = 4;
const TOLERANCE_TOGETHER = 2;

/** The sentences of one article, in its order. */
export function summarize(source: Source, options: SummarizeOptions = {}): string[] {
  return summarizeTogether([source], options).map(({ text }) => text);
}

/** Sentences of several articles, in the order of these. */
export function summarizeTogether(sources: readonly Source[], options: SummarizeOptions = {}): Picked[] {
  const { words = Infinity, sentences = words === Infinity ? SENTENCES : Infinity } = options;
  const all = withoutFragments(
    sources.flatMap((source, at) => sentencesOf(source, at)),
    sentences,
  );
  const weights = weightsOf(all, sources, options.answers);
  const candidates = all.map((one, i): Candidate => ({ ...one, weight: weights[i] ?? 0 }));
  const tolerance = sources.length > 1 ? TOLERANCE_TOGETHER : TOLERANCE;
  const chosen = select(candidates, { sentences, words }, tolerance).flatMap((i) => all[i] ?? []);
  return chosen.map(({ source, text }) => ({ source, text }));
}

interface Sentence extends Picked {
  terms: Terms;
  /** Length of the vector of its terms. */
  norm: number;
  words: number;
  /** Sentences before it in its source. */
  before: number;
}

function sentencesOf({ paragraphs, language = null }: Source, source: number): Sentence[] {
  const reader = new TermReader(language);
  const texts = paragraphs.flatMap((paragraph) => splitSentences(paragraph, language));
  return texts.map((text, i) => {
    const { terms, words } = reader.read(text);
    return { source, text, terms, norm: norm(terms), words, before: i };
  });
}

/** Signatures, `REUTER`, lone quotation marks: they are only for an article that has nothing else. */
function withoutFragments(all: Sentence[], wanted: number): Sentence[] {
  const whole = all.filter(({ words }) => words >= FEWEST_WORDS);
  return whole.length > 0 && (wanted === Infinity || whole.length >= wanted) ? whole : all;
}

/** Each source has the same say in what is central, however long it is. */
function weightsOf(
  all: readonly Sentence[],
  sources: readonly Source[],
  answers: SummarizeOptions["answers"],
): number[] {
  const counts = sources.map(() => 0);
  for (const { source } of all) counts[source] = (counts[source] ?? 0) + 1;
  const say = ({ source }: Sentence): number => 1 / (counts[source] || 1);
  const centre = new Map<string, number>();
  for (const one of all) {
    const share = say(one) / (one.norm || 1);
    for (const [term, weight] of one.terms) centre.set(term, (centre.get(term) ?? 0) + weight * share);
  }
  const central = all.map((one) => {
    if (one.norm === 0) return 0;
    const withOthers = Math.max(0, product(one.terms, centre) - one.norm * say(one));
    const lead = sources[one.source]?.isDispatch ? LEAD_OF_DISPATCH : LEAD;
    return (withOthers / one.norm ** LENGTH) * (1 + lead * Math.exp(-one.before));
  });
  if (!answers) return central;
  const most = central.reduce((max, one) => Math.max(max, one), 0) || 1;
  return central.map((one, i) => ((1 - ANSWER) * one) / most + ANSWER * answers(all[i]?.text ?? ""));
}
