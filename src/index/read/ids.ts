/** The ids by which articles are known in an archive, and what a person may type instead of them. */
import { parse } from "node:path";
import { wellFormed } from "../../text/well-formed.js";
import type { Snapshot } from "./snapshot.js";

/** Articles that share an id, in the order of their paths: the first keeps it, the others get -2, -3, ... */
export type SharedIds = Map<string, number[]>;

/** The ids that several articles share. Walks through all ids: done when an index is made, not when it is used. */
export function sharedIds(snapshot: Snapshot, pathOf: (article: number) => string): SharedIds {
  const shared: SharedIds = new Map();
  const first = new Map<string, number>();
  const several = snapshot.segments.length > 1;
  snapshot.segments.forEach(({ segment, deleted }, at) => {
    for (const { name, documents } of segment.namesPrefixed("i")) {
      const id = name.slice(1);
      for (const document of documents) {
        if (deleted?.[document]) continue;
        const article = (snapshot.bases[at] ?? 0) + document;
        const known = shared.get(id);
        const before = first.get(id);
        if (known) known.push(article);
        else if (before !== undefined) shared.set(id, [before, article]);
        else if (several || documents.length > 1) first.set(id, article);
      }
    }
  });
  for (const articles of shared.values()) inPathOrder(articles, pathOf);
  return inIdOrder(shared);
}

/**
 * The same after an update, from what was shared before: only those ids and those of the segments from `firstNew` on
 * can be shared now.
 */
export function sharedIdsAfter(
  snapshot: Snapshot,
  before: SharedIds,
  firstNew: number,
  pathOf: (article: number) => string,
): SharedIds {
  const ids = new Set(before.keys());
  for (const { segment } of snapshot.segments.slice(firstNew))
    for (const { name } of segment.namesPrefixed("i")) ids.add(name.slice(1));
  const shared: SharedIds = new Map();
  for (const id of ids) {
    const articles = namedIn(snapshot, `i${id}`);
    if (articles.length > 1) shared.set(id, inPathOrder(articles, pathOf));
  }
  return inIdOrder(shared);
}

/** Which numbers are added to which ids must not depend on how the index grew. */
function inIdOrder(shared: SharedIds): SharedIds {
  return new Map([...shared].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function inPathOrder(articles: number[], pathOf: (article: number) => string): number[] {
  return articles.sort((a, b) => (pathOf(a) === pathOf(b) ? a - b : pathOf(a) < pathOf(b) ? -1 : 1));
}

/** The articles of a name (see Segment.named), without those that are gone. */
function namedIn(snapshot: Snapshot, name: string): number[] {
  return snapshot.segments.flatMap(({ segment, deleted }, at) =>
    segment
      .named(name)
      .filter((document) => !deleted?.[document])
      .map((document) => (snapshot.bases[at] ?? 0) + document),
  );
}

/** Resolves what is typed to articles. */
export class Ids {
  /** The ids that were made to tell articles apart, and whose they are. */
  private readonly made = new Map<string, number>();
  private readonly madeOf = new Map<number, string>();

  constructor(
    private readonly snapshot: Snapshot,
    readonly shared: SharedIds,
  ) {
    for (const [id, articles] of shared) {
      let next = 2;
      for (const article of articles.slice(1)) {
        while (this.named(`i${id}-${next}`).length > 0 || this.made.has(`${id}-${next}`)) next++;
        this.made.set(`${id}-${next}`, article);
        this.madeOf.set(article, `${id}-${next}`);
      }
    }
  }

  /** The id under which an article is known, given the one that its file or record gives. */
  idOf(article: number, own: string): string {
    return this.madeOf.get(article) ?? own;
  }

  private named(name: string): number[] {
    return namedIn(this.snapshot, name);
  }

  private prefixed(prefix: string, most: number): number[] {
    const found: number[] = [];
    this.snapshot.segments.forEach(({ segment, deleted }, at) => {
      let left = most;
      for (const { documents } of segment.namesPrefixed(prefix)) {
        for (const document of documents) {
          if (deleted?.[document]) continue;
          found.push((this.snapshot.bases[at] ?? 0) + document);
          left--;
        }
        if (left <= 0) break;
      }
    });
    return found;
  }

  /**
   * The articles that fit what was typed: by full id, else by number, else by file name, else by the beginning of
   * an id. `most` is how many are wanted at the most of the last.
   */
  find(asTyped: string, most: number): number[] {
    const typed = wellFormed(asTyped);
    if (typed === "") return [];
    const made = this.made.get(typed);
    if (made !== undefined) return [made];
    const [exact] = this.shared.get(typed) ?? this.named(`i${typed}`);
    if (exact !== undefined) return [exact];
    const byNumber = /^\d+$/.test(typed) ? this.named(`n${numberKey(typed)}`) : [];
    if (byNumber.length > 0) return byNumber;
    const byFile = this.named(`f${typed}`);
    if (byFile.length > 0) return byFile;
    if (parse(typed).ext === "") {
      const byStem = this.prefixed(`f${typed}.`, most);
      if (byStem.length > 0) return byStem;
    }
    return this.prefixed(`i${typed}`, most);
  }
}

/** Numbers are told apart by their value: `0` is `000`. */
export function numberKey(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}
