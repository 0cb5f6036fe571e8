/** `azertac show`: articles to read. */
import type { FullArticle } from "../../index.js";
import { CallError } from "../call-error.js";
import { type EachOptions, printEach } from "../each.js";
import { complain, NOTHING } from "../exit.js";
import { type LastSearch, lastSearch } from "../last.js";

type ShowCall = EachOptions & {
  /** The query whose words are marked. */
  mark?: string;
  /** The number of a hit of the last search; true for the first. */
  last?: number | true;
};

export async function show(ids: readonly string[], options: ShowCall): Promise<number> {
  const { mark, last } = options;
  if (last === undefined) {
    if (ids.length === 0)
      throw new CallError("which article? An id, latest, or --last for a hit of the last search");
    return printShown(ids, options, mark, false);
  }
  if (ids.length > 0) throw new CallError("either ids or --last");
  const search = lastSearch();
  const number = last === true ? 1 : last;
  const id = search?.ids[number - 1 - search.offset];
  if (!search || id === undefined) {
    complain(
      search ? whyNoHit(search, number) : "there is no last search: azertac search <words...> makes one",
    );
    return NOTHING;
  }
  return printShown(
    [id],
    { ...options, dir: options.dir ?? [...search.roots] },
    mark ?? search.query,
    search.exact,
  );
}

function printShown(
  ids: readonly string[],
  options: EachOptions,
  query: string | undefined,
  exact: boolean,
): Promise<number> {
  return printEach<FullArticle>(ids, options, {
    get: (archive, id) => archive.get(id),
    paragraphs: ({ body }) => body,
    columns: { body: ({ body }) => body.join("\n\n") },
    ...(query === undefined
      ? {}
      : { marks: (archive, { title, body }) => archive.mark(query, [title, ...body], { exact }) }),
  });
}

function whyNoHit({ query, offset, ids }: LastSearch, number: number): string {
  const search = `the last search, for ${query},`;
  if (ids.length === 0) return `${search} showed nothing`;
  return `${search} showed ${offset + 1} to ${offset + ids.length}: there is no ${number}`;
}
