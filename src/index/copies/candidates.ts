/** Pairs of articles that are worth comparing: those that share keys. */
import type { KeyPairs } from "../format/fingerprints.js";
import { type Link, linkOf } from "../format/links.js";
import { NO_DAY } from "../format/sections.js";
import { type Comparable, compare, isTitleKey } from "./fingerprint.js";

/** Of so many articles of one key every pair counts. */
const FEW = 12;
/** Of more, each counts with so many that follow it by day and are near: what is copied that often makes a chain. */
const NEXT = 4;
/** One shared key of articles of neighbouring days is enough if no more articles have it: others are common phrases. */
const RARE = 3;
/** Else they have to share so many keys, and others even more: most of those are forms of a series. */
const SHARED = 2;
const SHARED_FAR = 4;
/** A shared title counts as so many keys, but is not enough by itself. */
const TITLE = 2;
/** What is added to the sum of a pair for a key, a key that few have, a title, and that of one marked as a version. */
const ONE = 1;
const ONE_RARE = 1 << 6;
const ONE_TITLE = 1 << 12;
const ONE_MARKED = 1 << 13;
/** So many pairs are noted for common keys. */
const MOST_PAIRS = 1 << 22;
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
  /** What each pair shares, as a sum. */
  private readonly pairs = new Map<number, number>();

  constructor(private readonly articles: Articles) {}

  /** Notes that two articles share a key that so many articles have. */
  add(a: number, b: number, key: number, holders: number): void {
    if (a === b) return;
    const { articles, pairs } = this;
    // Where everything is like everything, common phrases say nothing: this bounds the memory.
    if (pairs.size > MOST_PAIRS && holders > RARE) return;
    const code = Math.min(a, b) * articles.count + Math.max(a, b);
    let more = holders <= RARE ? ONE_RARE : ONE;
    if (isTitleKey(key)) more = articles.isMarked(a) || articles.isMarked(b) ? ONE_MARKED : ONE_TITLE;
    pairs.set(code, (pairs.get(code) ?? 0) + more);
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
      const isLong = run.length > FEW;
      if (isLong) run.sort((a, b) => this.articles.dayOf(a) - this.articles.dayOf(b) || a - b);
      const reach = isLong ? NEXT : run.length;
      for (let i = 0; i < run.length; i++)
        for (let j = i + 1; j < run.length && j <= i + reach; j++) {
          const [a = 0, b = 0] = [run[i], run[j]];
          if (isWanted(a, b) && (!isLong || this.areNear(a, b))) this.add(a, b, key, run.length);
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
    for (const [code, sum] of this.pairs) if (sum >= ONE_MARKED || this.isEnough(code, sum)) codes.push(code);
    return Float64Array.from(codes).sort();
  }

  private isEnough(code: number, sum: number): boolean {
    const rare = Math.floor((sum % ONE_TITLE) / ONE_RARE);
    const keys = rare + (sum % ONE_RARE);
    const shared = keys + (sum >= ONE_TITLE ? TITLE : 0);
    if (keys === 0 || (shared < SHARED && rare === 0)) return false;
    const { count } = this.articles;
    return shared >= SHARED_FAR || this.areNear(Math.floor(code / count), code % count);
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
