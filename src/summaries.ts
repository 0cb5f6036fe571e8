/** Summaries as the library gives them: of an article, and of several together. */
import type { Article, Dispatch, SearchSummary, Summary } from "./article/model.js";
import { type Source, type SummarizeOptions, summarize, summarizeTogether } from "./summary/summarize.js";

/** An article and its text, null if its file can't be read any more. */
interface ReadArticle {
  article: Article;
  dispatch: Dispatch | null;
}

export function summaryOf(read: ReadArticle, options: SummarizeOptions): Summary {
  return { ...read.article, sentences: summarize(sourceOf(read), options) };
}

export function summaryOfSeveral(
  read: readonly ReadArticle[],
  options: SummarizeOptions,
): Pick<SearchSummary, "articles" | "sentences"> {
  const articles = read.map(({ article }) => article);
  const picked = summarizeTogether(read.map(sourceOf), options);
  return {
    articles,
    sentences: picked.map(({ source, text }) => ({ id: articles[source]?.id ?? "", text })),
  };
}

function sourceOf({ article, dispatch }: ReadArticle): Source {
  return {
    paragraphs: dispatch?.paragraphs ?? [],
    language: article.language,
    isDispatch: article.agency !== null,
  };
}
