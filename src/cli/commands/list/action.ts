/** `azertac list`: the articles of an archive. */
import type { Archive, Listed } from "../../../index.js";
import {
  type ArchiveOptions,
  type ChoiceOptions,
  type CopiesCall,
  copiesOf,
  type FilterOptions,
  hasChoice,
  listOptionsOf,
  type OutputOptions,
  outputForm,
} from "../../config/options.js";
import { FOUND, NOTHING } from "../../io/errors.js";
import { open } from "../../io/open.js";
import { page } from "../../io/page.js";
import { terminal } from "../../io/terminal.js";
import { ARTICLE_FIELDS } from "../../render/fields.js";

export type ListCall = ArchiveOptions &
  FilterOptions &
  OutputOptions &
  ChoiceOptions &
  CopiesCall & { last?: true };

export async function list(given: ListCall): Promise<number> {
  const last = given.last ? (await import("../../io/last-search.js")).recalled() : null;
  if (given.last && !last) return NOTHING;
  const options = last ? { ...given, dir: given.dir ?? [...last.roots] } : given;
  const choice = hasChoice(options)
    ? (await import("../../config/choice.js")).choiceOf(options, ARTICLE_FIELDS)
    : null;
  const { archive, warn, close } = await open(options);
  try {
    const articles = last
      ? await hitsOf(archive, last.ids, options)
      : await archive.list({ ...listOptionsOf(options), copies: copiesOf(options) });
    warn();
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
