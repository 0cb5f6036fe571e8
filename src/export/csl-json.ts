/** CSL-JSON (Citation Style Language 1.0.2), which Zotero, pandoc and citeproc read. */
import { authorsOf, type ExportArticle, type Exporter } from "./article.js";

export function cslOf(article: ExportArticle): Record<string, unknown> {
  const item: Record<string, unknown> = { id: article.id, type: "article-newspaper", title: article.title };
  const put = (name: string, value: unknown): void => {
    if (value !== null && value !== undefined && value !== "") item[name] = value;
  };
  const authors = authorsOf(article.byline);
  // Names are given whole: which part of one is the family's is not known.
  put("author", authors.length > 0 ? authors.map((literal) => ({ literal })) : undefined);
  put("container-title", article.agency);
  put("publisher-place", article.place);
  put("issued", article.date === null ? undefined : { "date-parts": [article.date.split("-").map(Number)] });
  put("language", article.language);
  put("URL", article.url);
  put("version", article.version);
  put("keyword", article.subjects?.join(", "));
  put("abstract", article.body[0]);
  put("note", article.body.join("\n\n"));
  return item;
}

export const exporter: Exporter = {
  extension: "json",
  start: "[\n",
  article: (article) => JSON.stringify(cslOf(article), null, 2),
  between: ",\n",
  end: "\n]\n",
};
