/** What a person may have meant by something short that they typed: titles, ids, places, agencies, by Fuse.js. */
import Fuse from "fuse.js";
import type { Archive, Article } from "../index.js";

const MOST = 3;
/** Titles of larger archives are not all gone through: those of the articles that a search finds are. */
const MANY = 20_000;

/** The articles whose titles or ids are nearest to what was typed, the nearest first. */
export async function nearestArticles(archive: Archive, typed: string): Promise<Article[]> {
  const articles =
    archive.size <= MANY
      ? archive.list()
      : (await archive.search(quote(typed), { match: "any", limit: 200 })).hits;
  const options = { ignoreLocation: true, ignoreDiacritics: true, threshold: 0.5 };
  const byTitle = new Fuse(articles, { ...options, keys: ["title"], useExtendedSearch: false });
  const byId = new Fuse(articles, { keys: ["id"], threshold: 0.4, distance: 20 });
  const words = typed.split(/\s+/).filter((word) => word.length > 2);
  const found = new Map<Article, number>();
  for (const { item, score = 1 } of byId.search(typed, { limit: MOST })) found.set(item, score);
  // Each word by itself: a title has them in another order and others between them.
  for (const word of words) {
    for (const { item, score = 1 } of byTitle.search(word, { limit: 50 })) {
      found.set(item, (found.get(item) ?? words.length) - (1 - score));
    }
  }
  return [...found]
    .sort((a, b) => a[1] - b[1])
    .slice(0, MOST)
    .map(([article]) => article);
}

/** What was typed as plain words of a query. */
function quote(typed: string): string {
  return typed.replace(/["():~*]|(?<!\S)-/g, " ");
}

/** The values nearest to what was typed. */
export function nearestValues(values: readonly string[], typed: string): string[] {
  return new Fuse([...values], { threshold: 0.5, ignoreDiacritics: true })
    .search(typed, { limit: MOST })
    .map(({ item }) => item);
}
