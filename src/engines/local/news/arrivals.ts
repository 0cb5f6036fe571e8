/**
 * Finds out which articles arrived, were edited or were only renamed since the ledger was last written.
 *
 * Each article that ever arrived has an identity: where it was last (its key, from its id) and what it said (its
 * content). An article that no identity accounts for is, in this order: a renamed one, if an identity with its content
 * is no longer where it was; an edited one, if an identity with its key no longer says what it said; else a new one.
 * Clocks and file times play no part.
 */
import type { Entry, Identity, Ledger } from "./ledger.js";

/** An article that may have arrived. */
export interface Candidate extends Pick<Entry, "key" | "content" | "id"> {
  /** It says itself that it is a later version: if its id is known, that is what it is reported as. */
  isVersion: boolean;
}

/**
 * Adds to the ledger what happened to the candidates. `elsewhere` counts the articles with an id and a content that are
 * not among the candidates. After a change of how files are read, `isReread` is true: then other contents under the same
 * keys are no edits.
 */
export function recordArrivals(
  ledger: Ledger,
  candidates: readonly Candidate[],
  elsewhere: (article: Pick<Entry, "id" | "content">) => number,
  isReread: boolean,
): void {
  if (ledger.end === 0) for (const one of candidates) ledger.add("new", one, null);
  else new Comparison(ledger, candidates, elsewhere, isReread).run();
}

const pairOf = ({ key, content }: Pick<Entry, "key" | "content">): string => `${key} ${content}`;

class Comparison {
  private readonly present = new Map<string, number>();
  /** What every identity has ever been, and the identities by what they are now. */
  private readonly ever: Set<string>;
  private readonly keys: Set<number>;
  private readonly now = new Map<string, Identity[]>();
  private readonly byKey = new Map<number, Set<string>>();
  private readonly byContent = new Map<number, Set<string>>();
  /** Identities that are no longer what they were, by that. */
  private readonly free = new Map<string, Identity[]>();

  constructor(
    private readonly ledger: Ledger,
    private readonly candidates: readonly Candidate[],
    private readonly elsewhere: (article: Pick<Entry, "id" | "content">) => number,
    private readonly isReread: boolean,
  ) {
    for (const one of candidates) this.present.set(pairOf(one), (this.present.get(pairOf(one)) ?? 0) + 1);
    const known = ledger.having(
      new Set(candidates.map(({ key }) => key)),
      new Set(candidates.map(({ content }) => content)),
    );
    this.ever = new Set(known.map(pairOf));
    this.keys = new Set(known.map(({ key }) => key));
    for (const identity of ledger.identities(known)) {
      const pair = pairOf(identity);
      push(this.now, pair, identity);
      add(this.byKey, identity.key, pair);
      add(this.byContent, identity.content, pair);
    }
  }

  run(): void {
    const moved = this.unaccounted().filter(
      (one) => !this.take(one, this.byContent.get(one.content), "moved"),
    );
    const edited = moved.filter((one) => {
      const kind = this.isReread || this.ever.has(pairOf(one)) ? "reread" : "update";
      return !this.take(one, this.byKey.get(one.key), kind);
    });
    for (const one of edited)
      this.ledger.add(one.isVersion && this.keys.has(one.key) ? "version" : "new", one, null);
  }

  /** The candidates that are more than the identities that are the same. */
  private unaccounted(): Candidate[] {
    const left = new Map<string, number>();
    return this.candidates.filter((one) => {
      const pair = pairOf(one);
      const more = left.get(pair) ?? this.count(one) - (this.now.get(pair)?.length ?? 0);
      left.set(pair, more - 1);
      return more > 0;
    });
  }

  /** Articles that there are now with this key and content. */
  private count(one: Pick<Entry, "key" | "content" | "id">): number {
    return (this.present.get(pairOf(one)) ?? 0) + this.elsewhere(one);
  }

  /** Gives the candidate the first identity that is free, if there is one. */
  private take(one: Candidate, pairs: Iterable<string> = [], kind: Entry["kind"]): boolean {
    for (const pair of pairs) {
      const identity = this.freeOf(pair).shift();
      if (!identity) continue;
      this.ledger.add(kind, one, identity.identity);
      return true;
    }
    return false;
  }

  private freeOf(pair: string): Identity[] {
    let free = this.free.get(pair);
    if (!free) {
      const identities = this.now.get(pair) ?? [];
      const [first] = identities;
      free = first ? identities.slice(this.count(first)) : [];
      this.free.set(pair, free);
    }
    return free;
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
