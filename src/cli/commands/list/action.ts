/** `azertac list`: the articles of an archive. */
import { existsSync } from "node:fs";
import type { Archive, Listed } from "../../../index.js";
import {
  type ArchiveOptions,
  type ChoiceOptions,
  type CopiesCall,
  copiesOf,
  type FilterOptions,
  hasChoice,
  hasDates,
  listOptionsOf,
  type OutputOptions,
  outputForm,
} from "../../config/options.js";
import { CallError } from "../../io/call-error.js";
import { FOUND, NOTHING } from "../../io/errors.js";
import { open } from "../../io/open.js";
import { page } from "../../io/page.js";
import { terminal } from "../../io/terminal.js";
import { typedPath } from "../../main/mistakes.js";
import { ARTICLE_FIELDS } from "../../render/fields.js";

export type ListCall = ArchiveOptions &
  FilterOptions &
  OutputOptions &
  ChoiceOptions &
  CopiesCall & { last?: true };

export async function list(paths: readonly string[], typed: ListCall): Promise<number> {
  const given =
    paths.length > 0 ? { ...typed, dir: [...(typed.dir ?? []), ...paths.map(archivePath)] } : typed;
  const lastSearch = given.last ? await import("../../io/last-search.js") : null;
  const last = lastSearch?.recalled() ?? null;
  if (given.last && !last) return NOTHING;
  const options = lastSearch && last ? lastSearch.inItsArchive(given, last) : given;
  const choice = hasChoice(options)
    ? (await import("../../config/choice.js")).choiceOf(options, ARTICLE_FIELDS)
    : null;
  const { archive, warn, close } = await open(options);
  try {
    const articles = last
      ? await hitsOf(archive, last.ids, options)
      : await archive.list({ ...listOptionsOf(options), copies: copiesOf(options) });
    warn();
    if (hasDates(options)) await (await import("../../io/undated.js")).sayUndated(archive, null, options);
    const form = outputForm(options);
    if (form === "text") {
      const { listLines } = await import("../../render/list.js");
      const grouped = !last && copiesOf(options) === "group";
      const on = terminal(options);
      await page(choice ? await choice.lines(articles, on) : await listLines(articles, on, grouped), options);
    } else {
      const { printArticles } = await import("../../io/print.js");
      await printArticles(form, articles, {}, choice?.fields);
    }
    if (articles.length > 0) return FOUND;
    const { explainEmptyList } = await import("../../io/no-results.js");
    await explainEmptyList(archive, options);
    return NOTHING;
  } finally {
    await close();
  }
}

/** A path that is given without -d. Throws CallError if there is nothing: it may be the word of a search. */
function archivePath(path: string): string {
  if (path === "-" || existsSync(path)) return path;
  throw new CallError(
    `there is no file or folder "${path}"; to find articles, type: azertac search ${typedPath(path)}`,
  );
}

/** The hits of the last search that match the filters, in their order unless another is asked for. */
async function hitsOf(archive: Archive, ids: readonly string[], options: ListCall): Promise<Listed[]> {
  const { offset = 0, limit, ...all } = options;
  const places = new Map(ids.map((id, place) => [id, place]));
  const hits = (await archive.list(listOptionsOf(all))).filter(({ id }) => places.has(id));
  if (options.sort === undefined) {
    const place = ({ id }: Listed): number => places.get(id) ?? 0;
    hits.sort((a, b) => (options.reverse ? place(b) - place(a) : place(a) - place(b)));
  }
  return hits.slice(offset, limit === undefined ? undefined : offset + limit);
}
