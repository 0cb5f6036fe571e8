/** JSON Lines: the articles as `show --jsonl` prints them. azertac reads them back without loss. */
import type { ExportArticle, Exporter } from "./article.js";

/** All keys, in the order of the contract; what is unknown is null. */
function completed(article: ExportArticle): Record<string, unknown> {
  return {
    id: article.id,
    path: article.path ?? null,
    type: article.type ?? null,
    date: article.date,
    time: article.time ?? null,
    dateline: article.dateline ?? null,
    place: article.place,
    agency: article.agency,
    byline: article.byline ?? null,
    language: article.language,
    title: article.title,
    titleFrom: article.titleFrom,
    subjects: article.subjects ?? [],
    url: article.url ?? null,
    version: article.version ?? null,
    status: article.status ?? null,
    words: article.words,
    paragraphs: article.paragraphs,
    extra: article.extra ?? {},
    body: article.body,
  };
}

export const exporter: Exporter = {
  extension: "jsonl",
  start: "",
  article: (article) => `${JSON.stringify(completed(article))}\n`,
  between: "",
  end: "",
};
