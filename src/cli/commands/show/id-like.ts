/** Ids that are typed in another way than the archive has them: in other letters, as they were printed, as a path. */
import { resolve } from "node:path";
import { AmbiguousIdError, type Archive, type Article } from "../../../index.js";
import { safe } from "../../render/safe.js";

/** How many articles an error names. */
const NAMED = 10;

/**
 * The full id of the article that was meant, or null. To be called where the id as typed finds nothing. Throws
 * AmbiguousIdError if several articles fit as well.
 */
export async function idLike(archive: Archive, typed: string): Promise<string | null> {
  if (typed === "") return null;
  const path = resolve(typed);
  const wanted = typed.toLowerCase();
  const ways: ((article: Article) => boolean)[] = [
    // A name with a line end or a tab is printed with a space.
    ({ id }) => safe(id) === typed,
    ({ id }) => safe(id).toLowerCase() === wanted,
    (article) => resolve(article.path) === path,
    ({ id }) => id.toLowerCase().startsWith(wanted),
  ];
  const found: Article[][] = ways.map(() => []);
  for await (const article of archive.articles()) {
    const way = ways.findIndex((fits) => fits(article));
    found[way]?.push(article);
  }
  const fitting = found.find((articles) => articles.length > 0) ?? [];
  const [first] = fitting;
  if (fitting.length > 1) throw new AmbiguousIdError(typed, fitting.slice(0, NAMED), fitting.length);
  return first?.id ?? null;
}
