/** `azertac show`: articles to read. */
import type { FullArticle } from "../../index.js";
import { printEach } from "../each.js";
import type { ArchiveOptions, OutputOptions } from "../options.js";

export function show(
  ids: readonly string[],
  options: ArchiveOptions & OutputOptions & { width?: number },
): Promise<number> {
  return printEach<FullArticle>(ids, options, {
    get: (archive, id) => archive.get(id),
    paragraphs: ({ body }) => body,
    columns: { body: ({ body }) => body.join("\n\n") },
  });
}
