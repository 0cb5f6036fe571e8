/** What is new, as it is printed: under the names of the searches for a person, with the name as a value for programs. */
import type { NewArticle, News } from "../../../engines/local/news/news-archive.js";
import type { Choice } from "../../config/choice.js";
import { type ChoiceOptions, type OutputOptions, outputForm } from "../../config/options.js";
import { print } from "../../io/output.js";
import { printArticles } from "../../io/print.js";
import { terminal, type ViewOptions } from "../../io/terminal.js";
import { ARTICLE_FIELDS, type Fields } from "../../render/fields.js";
import { json } from "../../render/json.js";
import { listLines } from "../../render/list.js";
import { safe } from "../../render/safe.js";

/** An article under the name of the search that it is new for. */
export interface NewsItem extends NewArticle {
  search: string;
}

export const NEWS_FIELDS: Fields<NewsItem> = {
  search: ({ search }) => search,
  update: ({ update }) => (update ? "update" : "new"),
  ...ARTICLE_FIELDS,
};

/** Prints up to `most` articles of each search and gives how many that were. */
export async function printNews(
  news: readonly News[],
  most: number,
  options: ViewOptions & OutputOptions & ChoiceOptions,
  choice: Choice<NewsItem> | null,
): Promise<number> {
  const items = news.flatMap(({ search, articles }) =>
    articles.slice(0, most).map((article): NewsItem => ({ search: search.name, ...article })),
  );
  const form = outputForm(options);
  if (form === "json") {
    const searches = news.map(({ search: { name, query }, articles }) => ({
      name,
      query,
      articles: articles.slice(0, most),
    }));
    print([json({ searches })]);
  } else if (form !== "text") {
    // An article that is new for two searches has one id.
    const printed = form === "ids" ? [...new Map(items.map((item) => [item.id, item])).values()] : items;
    await printArticles(form, printed, {}, choice?.fields ?? NEWS_FIELDS);
  } else if (choice) {
    print(await choice.lines(items, terminal(options)));
  } else {
    for (const { search, articles } of news) {
      if (articles.length === 0) continue;
      print([`# ${safe(search.name)}\n`]);
      print(await listLines(articles.slice(0, most).map(marked), terminal(options)));
    }
  }
  return items.length;
}

/** An update says so before its title. */
const marked = (article: NewArticle): NewArticle =>
  article.update ? { ...article, title: `(update) ${article.title}` } : article;
