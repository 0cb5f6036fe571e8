/** Ids as short as they may be typed. */
import type { Article } from "../../index.js";

/** Characters of a long id; more where two of a listing begin alike. */
const SHORT = 8;
/** Ids made of a digest are shortened; others are names, and stay whole. */
const DIGEST = /^[0-9a-f]{13,128}$/i;

/** For each article the beginning of its id that no other of these has. */
export function shortIds(articles: readonly Pick<Article, "id">[]): string[] {
  const alike = new Map<string, string[]>();
  for (const { id } of articles) {
    const start = id.slice(0, SHORT);
    const others = alike.get(start);
    if (others) others.push(id);
    else alike.set(start, [id]);
  }
  const lengths = new Map<string, number>();
  for (const ids of alike.values()) if (ids.length > 1) tellApart(ids.sort(), lengths);
  return articles.map(({ id }) => (DIGEST.test(id) ? id.slice(0, lengths.get(id) ?? SHORT) : id));
}

/** Of sorted ids, only neighbours can have the most in common. */
function tellApart(ids: readonly string[], lengths: Map<string, number>): void {
  ids.forEach((id, i) => {
    const common = Math.max(commonLength(id, ids[i - 1]), commonLength(id, ids[i + 1]));
    lengths.set(id, Math.max(SHORT, common + 1));
  });
}

function commonLength(id: string, other = ""): number {
  let length = 0;
  while (length < id.length && id[length] === other[length]) length++;
  return length;
}
