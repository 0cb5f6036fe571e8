/** Pairs of articles that are worth comparing: those that share keys. */
import type { KeyPairs } from "../format/fingerprints.js";
import { type Link, linkOf } from "../format/links.js";
import { NO_DAY } from "../format/sections.js";
import { type Comparable, compare, isTitleKey } from "./fingerprint.js";

/** Of so many articles of one key every pair counts. */
const FEW = 32;
/** Of more, each counts with so many that follow it: what is copied that often makes a chain. */
const NEXT = 4;
/** One shared key is enough if no more articles have it: a key of more may be a phrase that everybody uses. */
const RARE = 3;
/** Else so many have to be shared, and more by articles of different days: most of these are forms of a series. */
const SHARED = 2;
const SHARED_FAR = 3;
/** What a key that few have adds to the count, so that it is seen whether there is one. */
const RARE_KEY = 64;
/** Articles that are kept for more than one comparison. */
const KEPT = 1024;

/** What is known of the articles before they are compared. */
export interface Articles {
  count: number;
  /** Days since 1970, or NO_DAY. */
  dayOf(article: number): number;
  /** Whether an article says that it is a version: only then is a shared title enough. */
  isMarked(article: number): boolean;
}

/** Gathers pairs of articles, and compares those that share enough. */
export class Candidates {
  /** How many keys each pair shares. */
  private readonly pairs = new Map<number, number>();

  constructor(private readonly articles: Articles) {}

  /** Notes that two articles share a key that so many articles have. */
  add(a: number, b: number, key: number, holders: number): void {
    if (a === b) return;
    const { articles, pairs } = this;
    const isTitle = isTitleKey(key);
    if (isTitle && !articles.isMarked(a) && !articles.isMarked(b)) return;
    const code = Math.min(a, b) * articles.count + Math.max(a, b);
    pairs.set(code, (pairs.get(code) ?? 0) + (isTitle ? SHARED_FAR : holders <= RARE ? RARE_KEY : 1));
  }

  /** Whether two articles are of neighbouring days, as far as is known. */
  private areNear(a: number, b: number): boolean {
    const [first, second] = [this.articles.dayOf(a), this.articles.dayOf(b)];
    return first === NO_DAY || second === NO_DAY || Math.abs(first - second) <= 1;
  }

  /** Adds the pairs of all articles that share a key; `pairs` are in the order of the keys. */
  addShared(pairs: Iterable<KeyPairs>, isWanted = (_a: number, _b: number): boolean => true): void {
    let key = -1;
    let last = 0;
    // Most keys are of one article: only the others need a list.
    let run: number[] = [];
    const end = (): void => {
      const reach = run.length > FEW ? NEXT : run.length;
      for (let i = 0; i < run.length; i++)
        for (let j = i + 1; j < run.length && j <= i + reach; j++) {
          const [a = 0, b = 0] = [run[i], run[j]];
          if (isWanted(a, b)) this.add(a, b, key, run.length);
        }
    };
    for (const some of pairs)
      for (let i = 0; i < some.length; i += 2) {
        const article = some[i + 1] ?? 0;
        if (some[i] !== key) {
          if (run.length > 0) end();
          if (run.length > 0) run = [];
          key = some[i] ?? 0;
        } else if (run.length > 0) run.push(article);
        else run = [last, article];
        last = article;
      }
    if (run.length > 0) end();
  }

  /** The pairs that share enough, as numbers in ascending order. */
  private get chosen(): Float64Array {
    const codes: number[] = [];
    const { count } = this.articles;
    for (const [code, sum] of this.pairs) {
      const [shared, rare] = [(sum % RARE_KEY) + Math.floor(sum / RARE_KEY), sum >= RARE_KEY];
      if (
        shared >= SHARED_FAR ||
        ((rare || shared >= SHARED) && this.areNear(Math.floor(code / count), code % count))
      )
        codes.push(code);
    }
    return Float64Array.from(codes).sort();
  }

  /** How many pairs share enough. */
  get size(): number {
    return this.chosen.length;
  }

  /** The pairs that belong together; `read` gives null for an article whose text cannot be read. */
  links(read: (article: number) => Comparable | null): Link[] {
    const known = new Map<number, Comparable | null>();
    const get = (article: number): Comparable | null => {
      let found = known.get(article);
      if (found === undefined) {
        if (known.size >= KEPT) known.clear();
        found = read(article);
        known.set(article, found);
      }
      return found;
    };
    const links: Link[] = [];
    for (const code of this.chosen) {
      const a = Math.floor(code / this.articles.count);
      const b = code % this.articles.count;
      const [first, second] = [get(a), get(b)];
      const likeness = first && second ? compare(first, second) : "none";
      if (likeness !== "none") links.push(linkOf(a, b, KIND[likeness]));
    }
    return links;
  }
}

const KIND = { same: 0, "first-in-second": 1, "second-in-first": 2 } as const;
