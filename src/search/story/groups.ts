/** Groups of articles that are copies or versions of each other, and which of a group is shown. */
import { marksOf } from "../../index/copies/version-marks.js";
import type { Snapshot } from "../../index/read/snapshot.js";

/** So many copies of an article are named: a form that was sent ten thousand times would name itself as often each time. */
export const MOST_COPIES = 100;

/** The groups of a snapshot. An article is in one group or in none. */
export class CopyGroups {
  /** Of each group that was asked about the articles that are named. */
  private readonly firstOf = new Map<readonly number[], number[]>();
  private static readonly known = new WeakMap<Snapshot, CopyGroups>();

  private readonly groups = new Map<number, readonly number[]>();
  private readonly excerpts = new Set<number>();

  /** Made once for each snapshot: a look through the pairs that the index has. */
  static of(snapshot: Snapshot): CopyGroups {
    let groups = CopyGroups.known.get(snapshot);
    if (!groups) {
      groups = new CopyGroups(snapshot);
      CopyGroups.known.set(snapshot, groups);
    }
    return groups;
  }

  private constructor(private readonly snapshot: Snapshot) {
    const forest = new Forest();
    const containers = new Map<number, number[]>();
    for (const { a, b, kind } of snapshot.links()) {
      if (kind === 0) {
        forest.join(a, b);
        continue;
      }
      const [excerpt, container] = kind === 1 ? [a, b] : [b, a];
      const others = containers.get(excerpt);
      if (others) others.push(container);
      else containers.set(excerpt, [container]);
    }
    this.joinExcerpts(forest, containers);
    for (const group of forest.groups()) for (const article of group) this.groups.set(article, group);
  }

  /** An excerpt joins what it is cut from; a page of several unrelated excerpts is a digest and joins none of them. */
  private joinExcerpts(forest: Forest, containers: ReadonlyMap<number, readonly number[]>): void {
    const parts = new Map<number, Set<number>>();
    for (const [excerpt, others] of containers)
      for (const container of others) {
        const found = parts.get(container) ?? new Set();
        parts.set(container, found.add(forest.rootOf(excerpt)));
      }
    const joins: [excerpt: number, container: number][] = [];
    for (const [excerpt, others] of containers) {
      const whole = others.filter((container) => (parts.get(container)?.size ?? 0) < 2);
      const [nearest] = whole.sort(
        (a, b) => this.daysApart(excerpt, a) - this.daysApart(excerpt, b) || a - b,
      );
      if (nearest !== undefined) joins.push([excerpt, nearest]);
    }
    for (const [excerpt, container] of joins) {
      forest.join(excerpt, container);
      this.excerpts.add(excerpt);
    }
  }

  private daysApart(a: number, b: number): number {
    return Math.abs(this.snapshot.cell("days", a) - this.snapshot.cell("days", b));
  }

  /** Whether no article has a copy. */
  get isEmpty(): boolean {
    return this.groups.size === 0;
  }

  /** All articles of an article's group, itself among them; null if it is alone. */
  groupOf(article: number): readonly number[] | null {
    return this.groups.get(article) ?? null;
  }

  /** The others of an article's group, the one that is shown first; of a large group the first MOST_COPIES. */
  copiesOf(article: number): number[] {
    const group = this.groups.get(article);
    if (!group) return [];
    let first = this.firstOf.get(group);
    if (!first) {
      first = this.ordered(group).slice(0, MOST_COPIES + 1);
      this.firstOf.set(group, first);
    }
    return first.filter((other) => other !== article).slice(0, MOST_COPIES);
  }

  /** The one of some articles of a group that is shown: a correction, then no excerpt, then the newest. */
  shownOf(articles: readonly number[]): number | undefined {
    return articles.length < 2 ? articles[0] : this.ordered(articles)[0];
  }

  /** The articles of a group, itself among them, from the oldest to the newest. */
  inTime(article: number): number[] {
    const { snapshot } = this;
    const cell = (name: "days" | "times", one: number): number => snapshot.cell(name, one);
    return [...(this.groups.get(article) ?? [article])].sort(
      (a, b) => cell("days", a) - cell("days", b) || cell("times", a) - cell("times", b) || a - b,
    );
  }

  /** Whether an article says that it corrects another. */
  corrects(article: number): boolean {
    const { segment, document } = this.snapshot.locate(article);
    return marksOf(segment.record(document)).corrects;
  }

  private ordered(articles: readonly number[]): number[] {
    const { snapshot, excerpts } = this;
    const keyed = articles.map((article) => ({
      article,
      keys: [
        this.corrects(article) ? 1 : 0,
        excerpts.has(article) ? 0 : 1,
        snapshot.cell("days", article),
        snapshot.cell("times", article),
        article,
      ],
    }));
    keyed.sort((x, y) => {
      const at = x.keys.findIndex((key, i) => key !== y.keys[i]);
      return (y.keys[at] ?? 0) - (x.keys[at] ?? 0);
    });
    return keyed.map(({ article }) => article);
  }

  /** Of some articles one of each group, in their order. */
  unique(articles: Uint32Array): Uint32Array {
    if (this.isEmpty) return articles;
    const given = new Map<readonly number[], number[]>();
    for (const article of articles) {
      const group = this.groups.get(article);
      if (!group) continue;
      const some = given.get(group);
      if (some) some.push(article);
      else given.set(group, [article]);
    }
    const left = new Set<number>();
    for (const some of given.values()) {
      const shown = this.shownOf(some);
      for (const article of some) if (article !== shown) left.add(article);
    }
    return left.size === 0 ? articles : articles.filter((article) => !left.has(article));
  }
}

/** Joins numbers into disjoint sets (union-find with path halving). */
class Forest {
  private readonly parents = new Map<number, number>();

  rootOf(number: number): number {
    let at = number;
    for (;;) {
      const parent = this.parents.get(at) ?? at;
      if (parent === at) return at;
      const above = this.parents.get(parent) ?? parent;
      this.parents.set(at, above);
      at = above;
    }
  }

  join(a: number, b: number): void {
    const [left, right] = [this.rootOf(a), this.rootOf(b)];
    // The least is the root, whatever the order in which pairs come.
    this.parents.set(Math.max(left, right), Math.min(left, right));
    this.parents.set(Math.min(left, right), Math.min(left, right));
  }

  /** The sets of more than one number, each ascending. */
  groups(): number[][] {
    const groups = new Map<number, number[]>();
    for (const number of [...this.parents.keys()].sort((a, b) => a - b)) {
      const root = this.rootOf(number);
      const group = groups.get(root);
      if (group) group.push(number);
      else groups.set(root, [number]);
    }
    return [...groups.values()];
  }
}
