/** `azertac show`: articles to read. */
import type { FullArticle } from "../../index.js";
import { type EachOptions, printEach } from "../each.js";

export function show(ids: readonly string[], options: EachOptions): Promise<number> {
  return printEach<FullArticle>(ids, options, {
    get: (archive, id) => archive.get(id),
    paragraphs: ({ body }) => body,
    columns: { body: ({ body }) => body.join("\n\n") },
  });
}
