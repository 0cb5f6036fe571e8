/** Finds copies and versions among the articles of a segment that is being built, from the words that it has counted. */
import type { Article } from "../../api/types.js";
import { hashOfWord } from "../../text/shingles.js";
import { Candidates } from "../copies/candidates.js";
import { bodyOf, type Comparable, type Facts, isNumeric, keysOf, titleKeyOf } from "../copies/fingerprint.js";
import { marksOf } from "../copies/version-marks.js";
import { Fingerprints, writeFingerprints } from "../format/fingerprints.js";
import { writeLinks } from "../format/links.js";
import { NO_DAY } from "../format/sections.js";
import { Numbers } from "./numbers.js";

/** No key. */
const NONE = 0xffffffff;

/** Where the words of articles are: their numbers, and the words by these. */
export interface WordStream {
  readonly words: readonly string[];
  /** The numbers of an article's words, from one of them on. */
  wordsOf(article: number, from: number): Uint32Array;
}

/** The two sections that say which articles are copies. */
export interface CopySections {
  fingerprints: Uint8Array;
  links: Uint8Array;
}

export class CopyFinder {
  /** How many words of each article are its headline: they are left out. */
  private readonly headlineEnds = new Numbers();
  private readonly titleKeys = new Numbers();
  /** Those that say that they are versions. */
  private readonly marked = new Set<number>();

  constructor(private readonly stream: WordStream) {}

  /** Takes note of one more article. */
  add(article: Pick<Article, "title" | "version" | "status">, headlineWords: number): void {
    const { title } = article;
    if (marksOf(article).isMarked) this.marked.add(this.headlineEnds.length);
    this.headlineEnds.push(headlineWords);
    this.titleKeys.push(titleKeyOf(title) ?? NONE);
  }

  /** `factsOf` is asked of the few articles that may be copies. */
  find(days: Int32Array, factsOf: (article: number) => Facts): CopySections {
    const { stream, headlineEnds, titleKeys } = this;
    const articles = headlineEnds.length;
    const hashes = new Uint32Array(stream.words.length);
    for (let i = 0; i < hashes.length; i++) hashes[i] = hashOfWord(stream.words[i] ?? "");
    const wordsOf = (article: number): Uint32Array => stream.wordsOf(article, headlineEnds.get(article));
    const hashed = (numbers: Uint32Array): Uint32Array => {
      const words = new Uint32Array(numbers.length);
      for (let i = 0; i < words.length; i++) words[i] = hashes[numbers[i] ?? 0] ?? 0;
      return words;
    };
    const pairs = new Numbers();
    for (let article = 0; article < articles; article++) {
      const titleKey = titleKeys.get(article);
      for (const key of keysOf(hashed(wordsOf(article)), titleKey === NONE ? null : titleKey)) {
        pairs.push(key);
        pairs.push(article);
      }
    }
    const fingerprints = Buffer.concat(writeFingerprints(articles, () => [pairs.view()]));
    const candidates = new Candidates({
      count: articles,
      dayOf: (article) => days[article] ?? NO_DAY,
      isMarked: (article) => this.marked.has(article),
    });
    candidates.addShared(Fingerprints.over(fingerprints, articles).pairs());
    const links = candidates.links((article): Comparable => {
      const numbers = wordsOf(article);
      const body = bodyOf(hashed(numbers), (at) => isNumeric(stream.words[numbers[at] ?? 0] ?? ""));
      return { ...body, facts: () => factsOf(article) };
    });
    return { fingerprints, links: writeLinks(links) };
  }
}
