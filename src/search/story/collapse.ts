/** One line for each group of copies: takes a page out of an order of articles. */
import type { CopyGroups } from "./groups.js";

/** What a page is taken from. */
export interface Ranking {
  /** The first articles in order, `count` of them or all that there are. */
  first(count: number): readonly number[];
  /** Whether an article is one of those that are ordered. */
  has(article: number): boolean;
  /** Whether an article that is not may be shown because it corrects one that is. */
  allows(article: number): boolean;
}

/** A line of a page. */
export interface Line {
  /** The article that is shown. */
  shown: number;
  /** The one in whose place it is: the first of its group in the order. */
  first: number;
}

/** The lines from `offset` on, `limit` of them: each group once, where the first of it is in the order. */
export function collapsed(ranking: Ranking, groups: CopyGroups, offset: number, limit: number): Line[] {
  const wanted = offset + limit;
  for (let count = wanted + 8; ; count *= 2) {
    const articles = ranking.first(count);
    const lines = linesOf(articles, ranking, groups, wanted);
    if (lines.length >= wanted || articles.length < count) return lines.slice(offset, wanted);
  }
}

function linesOf(articles: readonly number[], ranking: Ranking, groups: CopyGroups, wanted: number): Line[] {
  const seen = new Set<readonly number[]>();
  const lines: Line[] = [];
  for (const article of articles) {
    if (lines.length >= wanted) break;
    const group = groups.groupOf(article);
    if (!group) lines.push({ shown: article, first: article });
    else if (!seen.has(group)) {
      seen.add(group);
      const members = group.filter(
        (other) => ranking.has(other) || (groups.corrects(other) && ranking.allows(other)),
      );
      lines.push({ shown: groups.shownOf(members) ?? article, first: article });
    }
  }
  return lines;
}
