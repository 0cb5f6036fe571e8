/** Pairs of articles that are worth comparing: those that share a key. */
import type { KeyPairs } from "../format/fingerprints.js";
import { type Link, linkOf } from "../format/links.js";
import { type Comparable, compare } from "./fingerprint.js";

/** Of so many articles of one key every pair is compared. */
const FEW = 32;
/** Of more, each is compared with so many that follow it: what is copied that often makes a chain. */
const NEXT = 4;
/** Articles that are kept for more than one comparison. */
const KEPT = 1024;

/** Pairs of articles, `a` below `b`, each pair once and in ascending order. */
export class Candidates {
  private readonly codes = new Set<number>();

  /** `articles` is how many there are. */
  constructor(private readonly articles: number) {}

  add(a: number, b: number): void {
    if (a !== b) this.codes.add(Math.min(a, b) * this.articles + Math.max(a, b));
  }

  /** Adds the pairs of all articles that share a key; `pairs` are in the order of the keys. */
  addShared(pairs: Iterable<KeyPairs>, isWanted = (_a: number, _b: number): boolean => true): void {
    let key = -1;
    let run: number[] = [];
    const end = (): void => {
      const reach = run.length > FEW ? NEXT : run.length;
      run.forEach((a, i) => {
        for (const b of run.slice(i + 1, i + 1 + reach)) if (isWanted(a, b)) this.add(a, b);
      });
    };
    for (const some of pairs)
      for (let i = 0; i < some.length; i += 2) {
        if (some[i] !== key) {
          if (run.length > 1) end();
          run = [];
          key = some[i] ?? 0;
        }
        run.push(some[i + 1] ?? 0);
      }
    if (run.length > 1) end();
  }

  get size(): number {
    return this.codes.size;
  }

  /** The pairs that belong together; `read` gives null for an article whose text cannot be read. */
  *links(read: (article: number) => Comparable | null): Generator<Link> {
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
    for (const code of Float64Array.from(this.codes).sort()) {
      const a = Math.floor(code / this.articles);
      const b = code % this.articles;
      const [first, second] = [get(a), get(b)];
      if (!first || !second) continue;
      const likeness = compare(first, second);
      if (likeness !== "none") yield linkOf(a, b, KIND[likeness]);
    }
  }
}

const KIND = { same: 0, "first-in-second": 1, "second-in-first": 2 } as const;
