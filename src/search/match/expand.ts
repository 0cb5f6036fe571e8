/** From a word of the query to the words of the vocabulary that answer it: itself, its forms, spellings, near words. */
import type { MatchKind } from "../../api/types.js";
import type { Term } from "../../index/read/segment.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { foldLetters } from "../../text/fold.js";
import { stem, stemmingLanguages } from "../../text/stem/stem.js";
import { isAscii } from "../../text/tokenize.js";
import { isSameSpelling, spellingKeys } from "../../text/transliteration/transliteration.js";
import { canBeMistyped, nearWords } from "./fuzzy.js";
import { isPattern, wildcardWords } from "./wildcards.js";

/** A word of the vocabulary that answers a word of the query. */
export interface Variant {
  word: string;
  kind: MatchKind;
  distance: number;
  /** The word in each segment. */
  terms: (Term | undefined)[];
  /** In how many articles it stands. */
  documents: number;
}

export interface ExpandOptions {
  /** The word itself only. */
  exact: boolean;
  /** Of `exact`: also words that differ in accents and variants of letters alone, else only in `i` and `ı`. */
  letters?: boolean;
  /** All words that begin so. */
  prefix: boolean;
  /** Edits allowed, null for the usual ones. */
  edits: number | null;
  /** Other names of what the word names, in any of their forms: `алжир` for `algeria`. */
  others?: readonly string[];
  /** What the word itself counts as, `exact` if not given: another name of what was typed is a `synonym`. */
  as?: "exact" | "spelling" | "synonym";
}

/** More near words than this never help: the nearest are kept, of those the most frequent. */
const MOST_NEAR = 50;

/** Longer words (UTF-16 units) are no words of a language, and are taken as typed. */
const LONGEST_WORD = 64;

/** Shorter stems of another name are too likely to be of another word. */
const SHORTEST_STEM = 4;

/** Edits that a word of this length may have: none up to 3 letters, one up to 7, else two. */
export function usualEdits(word: string): number {
  const letters = [...word].length;
  return letters <= 3 ? 0 : letters <= 7 ? 1 : 2;
}

/** Letters of an ending. */
const MOST_ENDING = 3;

/** Collects variants, each word once, in the kind that is met first. */
class Collector {
  readonly variants = new Map<string, Variant>();
  constructor(private readonly snapshot: Snapshot) {}

  add(at: number, term: Term, kind: MatchKind, distance = 0): void {
    const documents = this.snapshot.documentCount(at, term);
    if (documents === 0) return;
    let variant = this.variants.get(term.word);
    if (!variant) {
      variant = { word: term.word, kind, distance, terms: [], documents: 0 };
      this.variants.set(term.word, variant);
    }
    if (variant.terms[at]) return;
    variant.terms[at] = term;
    variant.documents += documents;
  }

  /** Looks each word up where it was not met: a segment knows a form only by articles of that language. */
  complete(): void {
    const { segments } = this.snapshot;
    if (segments.length < 2) return;
    for (const { word, kind, terms } of [...this.variants.values()]) {
      segments.forEach(({ segment }, at) => {
        const term = terms[at] ? undefined : segment.term(word);
        if (term) this.add(at, term, kind);
      });
    }
  }

  /** By kind, in the order in which kinds were looked for, and by word, whatever segments the words are in. */
  inOrder(): Variant[] {
    const variants = [...this.variants.values()];
    const kinds = [...new Set(variants.map(({ kind }) => kind))];
    return variants.sort(
      (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.word < b.word ? -1 : 1),
    );
  }
}

/** The variants of a word, those of the closest kind first; within a kind by distance, then frequency, then word. */
export function expand(snapshot: Snapshot, word: string, asked: ExpandOptions): Variant[] {
  if (isPattern(word)) return wildcardVariants(snapshot, word);
  const options = word.length > LONGEST_WORD ? { ...asked, exact: true } : asked;
  const collector = new Collector(snapshot);
  const { segments } = snapshot;
  segments.forEach(({ segment }, at) => {
    const term = segment.term(word);
    if (term) collector.add(at, term, options.as ?? "exact");
  });
  if (options.prefix) {
    segments.forEach(({ segment }, at) => {
      for (const term of segment.prefixed(word)) collector.add(at, term, "prefix");
    });
  }
  if (options.exact) {
    if (mayDiffer(snapshot, word, collector.variants.size > 0, options.letters ?? false))
      addLetterVariants(snapshot, word, options.letters ? foldLetters : withoutDotless, collector);
  } else {
    addForms(snapshot, word, collector);
    addSpellings(snapshot, word, collector);
    for (const other of options.others ?? []) addOther(snapshot, other, collector);
    collector.complete();
  }
  const variants = collector.inOrder();
  if (!mayBeNear(options, snapshot)) return variants;
  if (options.edits === null && isKnown(word, variants)) return variants;
  return [...variants, ...nearVariants(snapshot, word, options, variants)];
}

/** Whether near words are asked for at all. */
function mayBeNear({ exact, prefix, edits }: ExpandOptions, snapshot: Snapshot): boolean {
  // What a part of an archive has not, the rest of it may have.
  return !exact && !((prefix || snapshot.isPart) && edits === null);
}

/** Near words of a word that was expanded, which are looked for only where what is known does not fill a page. */
export function nearVariants(
  snapshot: Snapshot,
  word: string,
  options: ExpandOptions,
  known: readonly Variant[],
): Variant[] {
  if (!mayBeNear(options, snapshot) || word.length > LONGEST_WORD || isPattern(word)) return [];
  return addNear(snapshot, word, options.edits ?? usualEdits(word), known);
}

/**
 * Whether the archive has the word as it is meant: itself, or in a form that is its beginning but for an ending. A stem
 * that two words share by chance (`genereated`, `general`) does not make the one the other.
 */
function isKnown(word: string, variants: readonly Variant[]): boolean {
  return variants.some(({ word: found, kind }) => {
    if (kind !== "form") return true;
    let same = 0;
    while (same < word.length && word[same] === found[same]) same++;
    return same >= Math.min(found.length - 1, word.length - MOST_ENDING);
  });
}

/** A pattern in more words than these is cut to the most frequent. */
export const MOST_WILD = 1_000;

/** The words of the vocabulary that a pattern with `*` and `?` matches. */
function wildcardVariants(snapshot: Snapshot, pattern: string): Variant[] {
  const collector = new Collector(snapshot);
  snapshot.segments.forEach(({ segment }, at) => {
    wildcardWords(segment, pattern, (term) => collector.add(at, term, "wildcard"));
  });
  const variants = [...collector.variants.values()];
  variants.sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1));
  return variants.slice(0, MOST_WILD);
}

function addForms(snapshot: Snapshot, word: string, collector: Collector): void {
  for (const language of stemmedIn(snapshot, word)) {
    const key = `${language}:${stem(word, language)}`;
    snapshot.segments.forEach(({ segment }, at) => {
      for (const term of segment.withStem(key)) collector.add(at, term, "form");
    });
  }
}

/** The languages of the archive whose words have stems. */
function stemmedIn(snapshot: Snapshot, word: string): string[] {
  return stemmingLanguages(word).filter((language) => snapshot.languages.has(language));
}

function addOther(snapshot: Snapshot, word: string, collector: Collector): void {
  snapshot.segments.forEach(({ segment }, at) => {
    const term = segment.term(word);
    if (term) collector.add(at, term, "synonym");
    for (const language of stemmedIn(snapshot, word)) {
      const stemmed = stem(word, language);
      if (stemmed.length < SHORTEST_STEM) continue;
      for (const form of segment.withStem(`${language}:${stemmed}`)) collector.add(at, form, "synonym");
    }
  });
}

/** Languages in which `I` and `ı` are one letter. */
const DOTLESS = ["az", "tr"];

/**
 * Whether words may stand in the archive that differ from one in variants of letters alone: many have its key, and to look at
 * all takes as long as a search.
 */
function mayDiffer(snapshot: Snapshot, word: string, isKnown: boolean, letters: boolean): boolean {
  const { languages } = snapshot;
  if (!letters) return /[iı]/.test(word) && DOTLESS.some((one) => languages.has(one));
  const isEnglish = languages.size === 1 && languages.has("en");
  return !(isKnown && isEnglish && isAscii(word));
}

/** What capitals do not tell apart: Turkish `I` and `İ` both give `i`. */
const withoutDotless = (word: string): string => word.replaceAll("ı", "i");

/** The words that are the same once the letters of both are plain. */
function addLetterVariants(
  snapshot: Snapshot,
  word: string,
  plain: (word: string) => string,
  collector: Collector,
): void {
  const wanted = plain(word);
  for (const key of spellingKeys(word)) {
    snapshot.segments.forEach(({ segment }, at) => {
      for (const term of segment.withSpelling(key))
        if (term.word !== word && plain(term.word) === wanted) collector.add(at, term, "spelling");
    });
  }
}

function addSpellings(snapshot: Snapshot, word: string, collector: Collector): void {
  for (const key of spellingKeys(word)) {
    snapshot.segments.forEach(({ segment }, at) => {
      for (const term of segment.withSpelling(key)) {
        if (isSameSpelling(word, term.word)) collector.add(at, term, "spelling");
      }
    });
  }
}

/** A word that stands in no more articles than this may be a slip of the pen, whatever else stands there. */
const RARE = 10;
/** A slip is so many times rarer than the word itself. */
const RARER = 20;

/**
 * Whether one of two near words may be a slip for the other, by the articles that they stand in: two words of like
 * frequency are two words (`minister`, `ministry`).
 */
function isSlip(near: number, own: number): boolean {
  return near <= RARE || near * RARER < own || own * RARER < near;
}

/** Near words; those with another first letter only if nothing else answers. */
function addNear(snapshot: Snapshot, word: string, edits: number, known: readonly Variant[]): Variant[] {
  const words = new Set(known.map((variant) => variant.word));
  if (edits === 0 || !canBeMistyped(word)) return [];
  for (const sameFirst of [true, false]) {
    const collector = new Collector(snapshot);
    snapshot.segments.forEach(({ segment }, at) => {
      nearWords(segment, word, edits, sameFirst, (term, distance) => {
        if (!words.has(term.word)) collector.add(at, term, "fuzzy", distance);
      });
    });
    const own = known.reduce((sum, { documents }) => sum + documents, 0);
    const near = [...collector.variants.values()].filter(({ documents }) => isSlip(documents, own));
    if (near.length > 0 || known.length > 0) {
      near.sort((a, b) => a.distance - b.distance || b.documents - a.documents || (a.word < b.word ? -1 : 1));
      return near.slice(0, MOST_NEAR);
    }
  }
  return [];
}
