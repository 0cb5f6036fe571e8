/** Finds copies and versions among the articles of a segment that is being built, from the words that it has counted. */
import type { Article } from "../../api/types.js";
import { dayNumber } from "../../corpus/typed-date.js";
import { hashOfWord } from "../../text/shingles.js";
import { Candidates } from "../copies/candidates.js";
import { bodyOf, type Comparable, isNumeric, keysOf, titleKeyOf } from "../copies/fingerprint.js";
import { Fingerprints, writeFingerprints } from "../format/fingerprints.js";
import { writeLinks } from "../format/links.js";
import { Numbers } from "./numbers.js";

/** No key. */
const NONE = 0xffffffff;

/** Where the words of articles are: their numbers, and the words by these. */
export interface WordStream {
  readonly words: readonly string[];
  /** The numbers of an article's words, from one of them on. */
  wordsOf(article: number, from: number): Uint32Array;
}

/** What is compared of an article besides its words. */
export type Facts = Pick<Article, "title" | "agency" | "version" | "status" | "date">;

/** The two sections that say which articles are copies. */
export interface CopySections {
  fingerprints: Uint8Array;
  links: Uint8Array;
}

export class CopyFinder {
  /** How many words of each article are its headline: they are left out. */
  private readonly headlineEnds = new Numbers();
  private readonly titleKeys = new Numbers();

  constructor(private readonly stream: WordStream) {}

  /** Takes note of one more article. */
  add(title: string, headlineWords: number): void {
    this.headlineEnds.push(headlineWords);
    this.titleKeys.push(titleKeyOf(title) ?? NONE);
  }

  /** `factsOf` is asked of the few articles that may be copies. */
  find(factsOf: (article: number) => Facts): CopySections {
    const { stream, headlineEnds, titleKeys } = this;
    const articles = headlineEnds.length;
    const hashes = Uint32Array.from(stream.words, hashOfWord);
    const wordsOf = (article: number): Uint32Array => stream.wordsOf(article, headlineEnds.get(article));
    const pairs = new Numbers();
    for (let article = 0; article < articles; article++) {
      const titleKey = titleKeys.get(article);
      const words = wordsOf(article).map((number) => hashes[number] ?? 0);
      for (const key of keysOf(words, titleKey === NONE ? null : titleKey)) {
        pairs.push(key);
        pairs.push(article);
      }
    }
    const fingerprints = Buffer.concat(writeFingerprints(articles, () => [pairs.view()]));
    const section = {
      length: fingerprints.length,
      read: (offset: number, length: number) => fingerprints.subarray(offset, offset + length),
    };
    const candidates = new Candidates(articles);
    candidates.addShared(new Fingerprints(section, articles).pairs());
    const links = candidates.links((article): Comparable => {
      const numbers = wordsOf(article);
      const body = bodyOf(
        numbers.map((number) => hashes[number] ?? 0),
        (at) => isNumeric(stream.words[numbers[at] ?? 0] ?? ""),
      );
      const { date, ...facts } = factsOf(article);
      return { ...body, ...facts, day: date === null ? null : dayNumber(date) };
    });
    return { fingerprints, links: writeLinks(links) };
  }
}
