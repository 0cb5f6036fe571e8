/** What an answer says of copies and versions: their ids, and one line for each group of them. */
import type { CopiesOptions, Listed, ListOptions, RelatedOptions } from "../../api/types.js";
import { passTest } from "../../search/match/filter.js";
import type { Relation } from "../../search/related/related.js";
import { collapsed } from "../../search/story/collapse.js";
import { CopyGroups } from "../../search/story/groups.js";
import type { ArchiveView } from "./view.js";

/** How many related articles are given if the caller does not say. */
const MOST_RELATED = 10;

/** One for all articles without copies: nearly all are. */
const NONE: readonly string[] = Object.freeze([]);

export const isGrouped = ({ copies = "show" }: CopiesOptions): boolean => copies !== "show";

export class Copies {
  constructor(readonly view: ArchiveView) {}

  get groups(): CopyGroups {
    return CopyGroups.of(this.view.snapshot);
  }

  /** The ids of an article's copies and other versions. */
  idsOf(article: number): readonly string[] {
    const { view, groups } = this;
    if (groups.groupOf(article) === null) return NONE;
    return groups.copiesOf(article).map((other) => view.idOf(other));
  }

  withCopies(article: number): Listed {
    return this.view.listedArticle(article, this.idsOf(article));
  }

  /** The numbers of a listing's articles, in order. */
  listed(options: ListOptions): number[] {
    const { view, groups } = this;
    if (!isGrouped(options) || groups.isEmpty) return view.listed(options);
    const { offset = 0, limit = view.snapshot.articleCount } = options;
    const isIn = passTest(view.snapshot, options);
    const ranking = {
      first: (count: number) => view.listed({ ...options, offset: 0, limit: count }),
      has: isIn,
      allows: isIn,
    };
    return collapsed(ranking, groups, offset, limit).map(({ shown }) => shown);
  }

  /** Related articles, of which `ask` gives as many as it is told. */
  related(options: RelatedOptions, ask: (options: RelatedOptions) => Relation[] | null): Relation[] | null {
    const { groups } = this;
    if (!isGrouped(options) || groups.isEmpty) return ask(options);
    const { offset = 0, limit = MOST_RELATED } = options;
    const known = new Map<number, Relation>();
    let isKnown = true;
    const ranking = {
      first: (count: number) => {
        const found = ask({ ...options, offset: 0, limit: count });
        isKnown = found !== null;
        for (const relation of found ?? []) known.set(relation.article, relation);
        return found?.map(({ article }) => article) ?? [];
      },
      has: (article: number) => known.has(article),
      allows: () => false,
    };
    const lines = collapsed(ranking, groups, offset, limit);
    return isKnown ? lines.flatMap(({ shown }) => known.get(shown) ?? []) : null;
  }
}
