/** `azertac summary`: the sentences that carry an article. */
import type { Summary } from "../../index.js";
import { type EachOptions, printEach } from "../each.js";

type SummaryCall = EachOptions & { sentences: number };

export function summary(ids: readonly string[], options: SummaryCall): Promise<number> {
  const { sentences } = options;
  return printEach<Summary>(ids, options, {
    get: (archive, id) => archive.summarize(id, { sentences }),
    paragraphs: (article) => [article.sentences.join(" ")],
    columns: { sentences: (article) => article.sentences.join(" ") },
  });
}
