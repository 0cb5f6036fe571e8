/** `azertac show`: articles to read. */
import type { Archive, FullArticle } from "../../../index.js";
import { CallError } from "../../io/call-error.js";
import { NOTHING } from "../../io/errors.js";
import { inItsArchive, recalledHit } from "../../io/last-search.js";
import type { Mark } from "../../render/marked.js";
import { type EachOptions, printEach } from "./print-articles.js";

export type ShowCall = EachOptions & {
  /** The query whose words are marked. */
  mark?: string;
  editor?: true;
  /** Show what changed between two versions. */
  diff?: true;
};

export async function show(ids: readonly string[], options: ShowCall): Promise<number> {
  if (options.diff) return showDifference(ids, options);
  if (options.last !== undefined) {
    if (ids.length > 0) throw new CallError("use ids or --last, not both");
    return showLast(options.last, options);
  }
  if (ids.length === 0) throw new CallError("give an id, or --last to show a hit of the last search");
  return printShown(ids, options, false);
}

async function showDifference(ids: readonly string[], options: ShowCall): Promise<number> {
  const hit = options.last === undefined ? null : recalledHit(options.last);
  if (options.last !== undefined && !hit) return NOTHING;
  const [id, other, ...more] = hit ? [hit.id, ...ids] : ids;
  if (id === undefined || more.length > 0) throw new CallError("--diff takes one or two ids");
  const dir = options.dir ?? (hit ? [...hit.roots] : undefined);
  const { diff } = await import("../diff/action.js");
  return diff(id, other, dir ? { ...options, dir } : options);
}

/** Shows a hit of the last search, in the archive that was searched. */
async function showLast(number: number | true, options: ShowCall): Promise<number> {
  const hit = recalledHit(number);
  if (!hit) return NOTHING;
  const { id, query, exact } = hit;
  return printShown([id], { mark: query, ...inItsArchive(options, hit) }, exact && !options.mark);
}

function printShown(
  ids: readonly string[],
  { mark, editor, ...options }: ShowCall,
  exact: boolean,
): Promise<number> {
  return printEach<FullArticle>(ids, options, {
    get: (archive, id) => archive.get(id),
    paragraphs: ({ body }) => body,
    reference: async (form, articles) => {
      const [{ exportAll }, { loadExporter }] = await Promise.all([
        import("../../../export/article.js"),
        import("../../../export/registry.js"),
      ]);
      return exportAll(await loadExporter(form), articles);
    },
    columns: { body: ({ body }) => body.join("\n\n") },
    ...(mark !== undefined && { highlighter: (archive: Archive) => archive.highlighter(mark, { exact }) }),
    ...(editor && {
      async open(articles: readonly FullArticle[], mark: Mark) {
        const { edit } = await import("../../io/editor.js");
        await edit({ articles, mark }, false);
      },
    }),
  });
}
