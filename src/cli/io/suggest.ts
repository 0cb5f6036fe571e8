/** What a person may have meant by something short that they typed: titles, ids, places, commands; by Fuse.js. */
import Fuse from "fuse.js";
import type { Archive, Article } from "../../index.js";
import { editDistance } from "../../text/edit-distance.js";

/** So many are proposed. */
const MOST = 3;
/** Titles of larger archives are not all gone through: those of the articles that a search finds are. */
const MANY = 20_000;
/** Longer titles and more words than these are not compared. */
const TITLE_UNITS = 300;
const WORDS = 8;
/** Articles that one word of a title brings in. */
const NEAR_A_WORD = 50;
/** Fuse.js: 0 is a perfect match, 1 takes anything. */
const WORD_THRESHOLD = 0.4;
const TEXT_THRESHOLD = 0.5;

/** The articles whose titles or ids are nearest to what was typed, the nearest first. */
export async function nearestArticles(archive: Archive, typed: string): Promise<Article[]> {
  const wanted = typed.slice(0, TITLE_UNITS).trim();
  if (wanted === "") return [];
  const articles =
    archive.size <= MANY
      ? await archive.list()
      : (await archive.search(plainWords(wanted), { match: "any", limit: 200 })).hits;
  const byId = new Fuse(articles, { keys: ["id"], threshold: WORD_THRESHOLD, distance: 20 });
  const ids = byId.search(wanted.slice(0, 32), { limit: MOST }).map(({ item }) => item);
  return [...new Set([...ids, ...nearestTitles(articles, wanted)])].slice(0, MOST);
}

/** Each word is looked for by itself: a title has them in another order, and others between them. */
function nearestTitles(articles: readonly Article[], typed: string): Article[] {
  const titles = articles.map((article) => ({ article, title: article.title.slice(0, TITLE_UNITS) }));
  const fuse = new Fuse(titles, {
    keys: ["title"],
    includeScore: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: WORD_THRESHOLD,
  });
  const points = new Map<Article, number>();
  for (const word of typed.match(/[\p{L}\p{N}]{3,32}/gu)?.slice(0, WORDS) ?? []) {
    for (const { item, score = 1 } of fuse.search(word, { limit: NEAR_A_WORD })) {
      points.set(item.article, (points.get(item.article) ?? 0) + 1 - score);
    }
  }
  return [...points].sort((a, b) => b[1] - a[1]).map(([article]) => article);
}

/** What was typed, without what a query takes for more than words. */
function plainWords(typed: string): string {
  return (
    typed
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, WORDS)
      .join(" ")
      .toLowerCase() ?? ""
  );
}

/** The name of a command, option or key that was mistyped; undefined if none is near enough to be it. */
export function mistypedName(names: readonly string[], typed: string): string | undefined {
  const wanted = typed.toLowerCase();
  if (wanted.replace(/^-+/, "") === "") return undefined;
  const most = Math.max(1, Math.floor(wanted.replace(/^-+/, "").length / 3));
  return nearestTexts(names, typed).find((name) => {
    const known = name.toLowerCase();
    return known.startsWith(wanted) || editDistance(wanted, known, most) !== undefined;
  });
}

/** The texts nearest to what was typed, the nearest first. */
export function nearestTexts(texts: readonly string[], typed: string): string[] {
  // For nothing Fuse.js finds everything.
  if (typed.trim() === "") return [];
  return new Fuse([...texts], { threshold: TEXT_THRESHOLD, ignoreDiacritics: true })
    .search(typed.slice(0, 32), { limit: MOST })
    .map(({ item }) => item);
}
