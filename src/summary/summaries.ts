/** Summaries as the library gives them: of an article, and of several together. */
import type { Article, SearchSummary, Snippet, Summary } from "../api/types.js";
import { type Source, type SummarizeOptions, summarize, summarizeTogether } from "./summarize.js";

/** An article and its text, without paragraphs if its file can no longer be read. */
interface ReadArticle {
  article: Article;
  paragraphs: readonly string[];
}

/** An agency that opens a text without a place, which no dateline has: `(CNN) -- Police …`. */
const SENDER = /^\(\p{Lu}{2,8}\)/u;

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

function sourceOf({ article, paragraphs }: ReadArticle): Source {
  return {
    paragraphs,
    language: article.language,
    isDispatch: article.agency !== null || SENDER.test(paragraphs[0] ?? ""),
  };
}
