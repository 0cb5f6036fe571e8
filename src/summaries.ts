/** Summaries as the library gives them: of an article, and of several together. */
import type { Article, Dispatch, SearchSummary, Snippet, Summary } from "./article/model.js";
import { type Source, type SummarizeOptions, summarize, summarizeTogether } from "./summary/summarize.js";

/** An article and its text, null if its file can't be read any more. */
interface ReadArticle {
  article: Article;
  dispatch: Dispatch | null;
}

export function summaryOf(read: ReadArticle, options: SummarizeOptions): Summary {
  return { ...read.article, sentences: summarize(sourceOf(read), options) };
}

/** `ranges` gives what of a sentence answers the query. */
export function summaryOfSeveral(
  read: readonly ReadArticle[],
  options: SummarizeOptions & { ranges: (sentence: string) => Snippet["ranges"] },
): Pick<SearchSummary, "articles" | "sentences"> {
  const articles = read.map(({ article }) => article);
  const sentences = summarizeTogether(read.map(sourceOf), options).map(({ source, text }) => ({
    id: articles[source]?.id ?? "",
    text,
    ranges: options.ranges(text),
  }));
  return { articles, sentences };
}

function sourceOf({ article, dispatch }: ReadArticle): Source {
  return {
    paragraphs: dispatch?.paragraphs ?? [],
    language: article.language,
    isDispatch: article.agency !== null,
  };
}
