/** `azertac show`: articles to read. */
import type { Archive, FullArticle } from "../../index.js";
import { CallError } from "../call-error.js";
import { type EachOptions, printEach } from "../each.js";
import { complain, NOTHING } from "../exit.js";
import { lastSearch } from "../last.js";

type ShowCall = EachOptions & {
  /** The query whose words are marked. */
  mark?: string;
  /** The number of a hit of the last search; true for the first. */
  last?: number | true;
};

export async function show(ids: readonly string[], options: ShowCall): Promise<number> {
  if (options.last !== undefined) {
    if (ids.length > 0) throw new CallError("either ids or --last can say what to show, not both");
    return showLast(options.last === true ? 1 : options.last, options);
  }
  if (ids.length === 0)
    throw new CallError("missing required argument 'id', or --last for a hit of the last search");
  return printShown(ids, options, false);
}

/** Shows a hit of the last search, in the archive that was searched. */
async function showLast(number: number, options: ShowCall): Promise<number> {
  const search = lastSearch();
  if (!search) {
    complain("no search is remembered: azertac search <words...> makes one");
    return NOTHING;
  }
  const { roots, query, exact, offset, ids } = search;
  const id = ids[number - 1 - offset];
  if (id === undefined) {
    complain(
      `there is no hit ${number}: the last search, for ${query}, showed ${numbers(offset, ids.length)}`,
    );
    return NOTHING;
  }
  return printShown(
    [id],
    { mark: query, ...options, dir: options.dir ?? [...roots] },
    exact && !options.mark,
  );
}

function printShown(ids: readonly string[], { mark, ...options }: ShowCall, exact: boolean): Promise<number> {
  return printEach<FullArticle>(ids, options, {
    get: (archive, id) => archive.get(id),
    paragraphs: ({ body }) => body,
    columns: { body: ({ body }) => body.join("\n\n") },
    ...(mark !== undefined && { marker: (archive: Archive) => archive.marker(mark, { exact }) }),
  });
}

/** The numbers of so many hits behind an offset. */
function numbers(offset: number, hits: number): string {
  if (hits === 0) return "nothing";
  return hits === 1 ? `hit ${offset + 1}` : `hits ${offset + 1} to ${offset + hits}`;
}
