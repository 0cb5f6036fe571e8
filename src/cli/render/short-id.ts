/** Ids as short as they may be typed. */
import type { Article } from "../../index.js";

/** Characters of a long id. */
const SHORT = 8;
/** Ids up to this long are names, and stay whole. */
const WHOLE = 12;

/** For each article the beginning of its id that no other of them has: eight characters, more if need be. */
export function shortIds(articles: readonly Pick<Article, "id">[]): string[] {
  const taken = new Map<string, number>();
  for (const { id } of articles) {
    for (let length = SHORT; length < id.length; length += 4) {
      const start = id.slice(0, length);
      taken.set(start, (taken.get(start) ?? 0) + 1);
    }
  }
  return articles.map(({ id }) => {
    if (!/^[0-9a-f]+$/i.test(id) || id.length <= WHOLE) return id;
    for (let length = SHORT; length < id.length; length += 4) {
      if (taken.get(id.slice(0, length)) === 1) return id.slice(0, length);
    }
    return id;
  });
}
