/** What changed between two articles of an archive. */
import type { Difference, FullArticle } from "../../api/types.js";
import { differenceOf } from "../../search/story/difference.js";
import { CopyGroups } from "../../search/story/groups.js";
import type { ArchiveView } from "./view.js";

/** Null if there is no such article, or no other version of the only one that is named. */
export async function difference(
  view: ArchiveView,
  id: string,
  other: string | undefined,
): Promise<Difference | null> {
  const first = view.find(id);
  if (first === undefined) return null;
  const pair = other === undefined ? neighbours(view, first) : [first, view.find(other)];
  const [from, to] = pair;
  if (from === undefined || to === undefined) return null;
  const [before, after] = [await view.fullArticle(from), await view.fullArticle(to)];
  const { body: _, ...fromArticle } = before;
  const { body: __, ...toArticle } = after;
  return { from: fromArticle, to: toArticle, paragraphs: differenceOf(textOf(before), textOf(after)) };
}

/** An article and the version before it; for the first version it and the next. */
function neighbours(view: ArchiveView, article: number): (number | undefined)[] {
  const versions = CopyGroups.of(view.snapshot).inTime(article);
  const at = versions.indexOf(article);
  return at > 0 ? [versions[at - 1], article] : [article, versions[1]];
}

function textOf({ title, titleFrom, body }: FullArticle): string[] {
  return titleFrom === "lead" ? body : [title, ...body];
}
