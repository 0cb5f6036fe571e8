/** `azertac related`: the articles nearest to one in what they say. */
import type { Archive } from "../../../index.js";
import {
  type ArchiveOptions,
  type ChoiceOptions,
  type CopiesCall,
  copiesOf,
  type FilterOptions,
  filterOf,
  hasChoice,
  type OutputOptions,
  outputForm,
} from "../../config/options.js";
import { CallError } from "../../io/call-error.js";
import { FOUND, logError, NOTHING } from "../../io/errors.js";
import { inItsArchive, recalledHit } from "../../io/last-search.js";
import { explainNothing, noArticles } from "../../io/no-results.js";
import { open } from "../../io/open.js";
import { page } from "../../io/page.js";
import { terminal } from "../../io/terminal.js";
import { ARTICLE_FIELDS, RELATED_FIELDS } from "../../render/fields.js";
import { offer } from "../show/print-articles.js";

export type RelatedCall = ArchiveOptions &
  FilterOptions &
  OutputOptions &
  ChoiceOptions &
  CopiesCall & {
    /** The number of a hit of the last search; true for the first. */
    last?: number | true;
  };

export async function related(typedId: string | undefined, given: RelatedCall): Promise<number> {
  if (typedId === undefined && given.last === undefined)
    throw new CallError("give an id, or --last for a hit of the last search");
  if (typedId !== undefined && given.last !== undefined) throw new CallError("use an id or --last, not both");
  const hit = given.last === undefined ? null : recalledHit(given.last);
  if (given.last !== undefined && !hit) return NOTHING;
  const id = typedId ?? hit?.id ?? "";
  const options = hit ? inItsArchive(given, hit) : given;
  const choice = hasChoice(options)
    ? (await import("../../config/choice.js")).choiceOf(options, { ...ARTICLE_FIELDS, ...RELATED_FIELDS })
    : null;
  const { archive, warn, close } = await open(options);
  try {
    const { limit, offset } = options;
    const copies = copiesOf(options);
    const wanted = { ...filterOf(options), limit, offset, copies };
    const typed = await archive.related(id, wanted);
    const other = typed ? null : await (await import("../show/id-like.js")).idLike(archive, id);
    const articles = other === null ? typed : await archive.related(other, wanted);
    warn();
    const form = outputForm(options);
    if (form === "text") {
      const { relatedLines } = await import("./view.js");
      const on = terminal(options);
      const lines = choice
        ? await choice.lines(articles ?? [], on)
        : await relatedLines(articles ?? [], on, copies === "group");
      await page(lines, options);
    } else {
      const { printArticles } = await import("../../io/print.js");
      await printArticles(form, articles ?? [], RELATED_FIELDS, choice?.fields);
    }
    if (archive.size === 0) logError(noArticles(options));
    else if (articles === null) await offer(archive, id);
    else if (articles.length > 0) return FOUND;
    else await explainNothing(archive, options, await whyNone(archive, other ?? id, options));
    return NOTHING;
  } finally {
    await close();
  }
}

/** Why nothing is shown of an article that there is: nothing is related to it, nothing passes, the page is behind all. */
async function whyNone(archive: Archive, id: string, options: FilterOptions): Promise<string> {
  const passing = await archive.related(id, { ...filterOf(options), limit: 1 });
  if (passing?.length) return `no more articles are related to ${id}`;
  const others = await archive.related(id, { limit: 1 });
  return others?.length
    ? `no article that is related to ${id} matches the filters`
    : `no other article is related to ${id}`;
}
