/** What is compared of an article to find its copies, and the few keys under which it can be looked up. */
import type { Article } from "../../api/types.js";
import {
  countShared,
  distinct,
  hashOfWord,
  SHINGLE_WORDS,
  shinglesOf,
  smallestShingles,
} from "../../text/shingles.js";
import { tokenize } from "../../text/tokenize.js";
import { KEY_BITS } from "../format/fingerprints.js";
import { marksOf, plainTitle } from "./version-marks.js";

/** The smallest hashes of an article's shingles serve as its keys (a bottom-k MinHash). */
const SHINGLE_KEYS = 7;
const TITLE_KEY = 1;
const SPREAD = 0x9e3779b1;
/** A text of fewer shingles is not compared: a single sentence may well be the same in two articles. */
const LEAST_SHINGLES = 12;
/** Words of the title that make one more key: a correction may share few shingles with what it corrects. */
const TITLE_WORDS = 3;
/** Shorter words of a title are not looked at. */
const SHORTEST_WORD = 3;

/** The words of an article's body, as hashes. */
export interface Body {
  shingles: Uint32Array;
  /** The numbers in it, as hashes of words, each once and ascending; found when they are needed. */
  numbers: () => Uint32Array;
}

/** What is compared of an article. */
export interface Comparable extends Body {
  /** What else is asked for where the bodies are alike. */
  facts: () => Facts;
}

export interface Facts extends Pick<Article, "title" | "agency" | "version" | "status"> {
  /** Days since 1970, or null. */
  day: number | null;
}

/** The body from the hashes of its words; `isNumber` tells which are numbers. */
export function bodyOf(words: Uint32Array, isNumber: (at: number) => boolean): Body {
  return {
    shingles: shinglesOf(words),
    numbers: () => distinct(words.filter((_, at) => isNumber(at)).sort()),
  };
}

/** The body from its paragraphs. */
export function bodyOfText(paragraphs: readonly string[]): Body {
  const words = paragraphs.flatMap((paragraph) => tokenize(paragraph).map(({ word }) => word));
  return bodyOf(Uint32Array.from(words, hashOfWord), (at) => isNumeric(words[at] ?? ""));
}

/** True for `1987`, `12.5` and what else begins with a digit. */
export function isNumeric(word: string): boolean {
  const unit = word.charCodeAt(0);
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x660 && unit <= 0x669);
}

/** The keys of an article from the hashes of its words; none if it is too short to be compared. */
export function keysOf(words: Uint32Array, titleKey: number | null): number[] {
  if (words.length < LEAST_SHINGLES + SHINGLE_WORDS - 1) return [];
  const keys = Array.from(smallestShingles(words, SHINGLE_KEYS), (hash) => keyOf(hash, 0));
  if (titleKey !== null) keys.push(titleKey);
  return keys;
}

/** The key of a title; null if it has few words. */
export function titleKeyOf(title: string): number | null {
  const plain = plainTitle(title);
  let found = 0;
  let hash = 0;
  for (let start = 0; start < plain.length && found < TITLE_WORDS; ) {
    let end = start;
    while (end < plain.length && isWordUnit(plain.charCodeAt(end))) end++;
    if (end - start >= SHORTEST_WORD) {
      hash = Math.imul(hash ^ hashOfWord(plain.slice(start, end)), SPREAD);
      found++;
    }
    start = end + 1;
  }
  return found < TITLE_WORDS ? null : keyOf(hash, TITLE_KEY);
}

/** Letters and digits, roughly: quicker than cutting a title as a text is cut. */
function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return unit > 0xbf && (unit < 0x2000 || unit > 0x206f) && (unit < 0x3000 || unit > 0x303f);
}

/** The smallest hashes all begin with zeros; as keys they have to be spread evenly. */
function keyOf(hash: number, kind: 0 | typeof TITLE_KEY): number {
  return (((Math.imul(hash, SPREAD) >>> (32 - KEY_BITS)) & ~TITLE_KEY) | kind) >>> 0;
}

/** Whether a key is one of a title: those of shingles are even. */
export function isTitleKey(key: number): boolean {
  return (key & TITLE_KEY) !== 0;
}

/** The words of a title that say something, without the marks of a version. */
export function titleWords(title: string): string[] {
  return tokenize(plainTitle(title))
    .map(({ word }) => word)
    .filter((word) => word.length >= SHORTEST_WORD);
}

/** How two articles belong together: not at all, as copies or versions, or one as an excerpt of the other. */
export type Likeness = "none" | "same" | "first-in-second" | "second-in-first";

/** Of two texts that share this much of all their shingles, or of those of the shorter one, one is a copy. */
const ALIKE = 0.5;
const ALIKE_IN_PART = 0.3;
const CONTAINED = 0.8;
/** Texts of different days that are no more alike than this may be issues of a series: a daily table, say. */
const THE_SAME = 0.9;
/** These are issues of a series unless nearly all numbers are the same too, and the text is no short form. */
const SAME_NUMBERS = 0.7;
const LONG_FORM = 60;
/** With what is marked as a version, under the same title and within so many days, less has to be shared. */
const VERSION_DAYS = 2;
const VERSION_SHARE = 0.25;
const SAME_TITLE = 0.5;

/** Compares two articles. The order of the two makes no difference but to the direction of an excerpt. */
export function compare(a: Comparable, b: Comparable): Likeness {
  const least = Math.min(a.shingles.length, b.shingles.length);
  if (least < LEAST_SHINGLES) return "none";
  const shared = countShared(a.shingles, b.shingles);
  const alike = shared / (a.shingles.length + b.shingles.length - shared);
  const contained = shared / least;
  if (contained < VERSION_SHARE) return "none";
  const [first, second] = [a.facts(), b.facts()];
  if (areVersions(first, second)) return "same";
  const isCopy = alike >= ALIKE || (alike >= ALIKE_IN_PART && contained >= ALIKE) || contained >= CONTAINED;
  if (!isCopy) return "none";
  if (daysBetween(first, second) !== 0 && alike < THE_SAME && isSeries(a, b, least)) return "none";
  if (alike >= ALIKE_IN_PART) return "same";
  return a.shingles.length < b.shingles.length ? "first-in-second" : "second-in-first";
}

/** Not a number if either day is unknown. */
function daysBetween(a: Facts, b: Facts): number {
  return a.day === null || b.day === null ? Number.NaN : Math.abs(a.day - b.day);
}

function areVersions(a: Facts, b: Facts): boolean {
  if (daysBetween(a, b) > VERSION_DAYS || !isSameAgency(a, b) || !isSameTitle(a.title, b.title)) return false;
  return marksOf(a).isMarked || marksOf(b).isMarked;
}

function isSameAgency(a: Facts, b: Facts): boolean {
  return a.agency === null || b.agency === null || a.agency === b.agency;
}

/** Whether two titles have most of their words in common. */
export function isSameTitle(a: string, b: string): boolean {
  const left = new Set(titleWords(a));
  const right = new Set(titleWords(b));
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared >= 2 && shared >= SAME_TITLE * Math.min(left.size, right.size);
}

/** Whether two alike texts of different days differ as the issues of a series do: in their numbers. */
function isSeries(a: Comparable, b: Comparable, least: number): boolean {
  if (least < LONG_FORM) return true;
  const [left, right] = [a.numbers(), b.numbers()];
  const numbers = Math.min(left.length, right.length);
  return numbers > 0 && countShared(left, right) < SAME_NUMBERS * numbers;
}
