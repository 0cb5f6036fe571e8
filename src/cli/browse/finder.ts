/** Asks the archive what the browser shows. */
import {
  AmbiguousIdError,
  type Archive,
  type Article,
  type CountOptions,
  type FieldName,
  type FullArticle,
  type ListOptions,
  type SearchResult,
} from "../../index.js";
import type { Answer, Order } from "./model.js";
import { queriesFor } from "./unfinished.js";

/** What was found by one of the queries that something typed stands for. */
interface Found {
  query: string;
  result: Pick<SearchResult, "total" | "relaxed"> & { hits: Answer["articles"] };
}

/** Articles further down have little in common with it. */
const MOST_RELATED = 50;

export class Finder {
  private known = new Map<FieldName, readonly string[]>();
  /** How many articles pass the filters, and how many there were when they were counted. */
  private listed: { size: number; total: number } | undefined;

  constructor(
    private readonly archive: Archive,
    private readonly options: CountOptions,
  ) {}

  /** Forgets what it knows of the archive, which has been refreshed. */
  forget(): void {
    this.known = new Map();
    this.listed = undefined;
  }

  /** The first `limit` articles for what is typed; the newest if nothing is. Throws QueryError and DateError. */
  async find(typed: string, order: Order, limit: number): Promise<Answer> {
    const { query, result } = await this.best(typed, order, limit);
    const { total, relaxed, hits } = result;
    const { exact } = this.options;
    const mark = query === "" ? () => [] : await this.archive.highlighter(query, { exact });
    return { typed, order, query, total, relaxed, articles: hits, mark, relatedTo: null, outdated: false };
  }

  /**
   * The articles related to one, of those that pass the filters, as an answer to go on to from `before`; null if its
   * file is gone.
   */
  async related(to: Article, before: Answer): Promise<Answer | null> {
    // An id that is gone may be the beginning of others.
    if (!(await this.get(to.id))) return null;
    const { match: _, exact: __, ...filter } = this.options;
    const articles = await this.archive.related(to.id, { ...filter, limit: MOST_RELATED });
    if (!articles) return null;
    return { ...before, total: articles.length, relaxed: false, articles, relatedTo: to, outdated: false };
  }

  /** The key sentences of an article that was got just now. */
  async sentences(id: string): Promise<readonly string[]> {
    return (await this.archive.summarize(id))?.sentences ?? [];
  }

  /** The same answer with its articles up to `limit`. */
  async more(answer: Answer, limit: number): Promise<Answer> {
    const { articles, query, order, total } = answer;
    const added = await this.ask(query, order, { offset: articles.length, limit: limit - articles.length });
    // Files have changed meanwhile: pages of different answers don't go together.
    if (added.total !== total) return this.find(answer.typed, order, limit);
    const known = new Set(articles.map(({ id }) => id));
    if (added.hits.some(({ id }) => known.has(id))) return this.find(answer.typed, order, limit);
    return { ...answer, articles: [...articles, ...added.hits] };
  }

  /** The article of a full id; null if its file is gone. */
  async get(id: string): Promise<FullArticle | null> {
    try {
      const article = await this.archive.get(id);
      // What is typed for an id may be the beginning of others.
      return article?.id === id ? article : null;
    } catch (error) {
      if (error instanceof AmbiguousIdError) return null;
      throw error;
    }
  }

  /** Loads what the first key would have to wait for. */
  async prepare(): Promise<void> {
    await this.archive.search("news", { limit: 1 });
  }

  /** The first query that all its words answer; else the first that anything answers; else the last. */
  private async best(typed: string, order: Order, limit: number): Promise<Found> {
    const { size } = this.archive;
    const queries = await queriesFor(typed.trim() === "" ? "" : typed, {
      size,
      values: (of) => this.values(of),
    });
    let some: Found | undefined;
    let last: Found | undefined;
    for (const query of queries) {
      const result = await this.ask(query, order, { offset: 0, limit });
      last = { query, result };
      if (result.total > 0 && !result.relaxed) return last;
      if (result.total > 0) some ??= last;
    }
    return some ?? last ?? { query: "", result: { total: 0, relaxed: false, hits: [] } };
  }

  private async ask(query: string, order: Order, page: ListOptions): Promise<Found["result"]> {
    const { match, exact, ...filter } = this.options;
    const { sort, reverse } = order;
    const options = { ...filter, ...page, sort, reverse, copies: "group" } as const;
    if (query !== "") {
      const found = await this.archive.search(query, { ...options, match, exact, snippets: false });
      return { ...found, total: found.groups ?? found.total };
    }
    const hits = await this.archive.list({ ...options, sort: sort === "relevance" ? "date" : sort });
    const { size } = this.archive;
    if (this.listed?.size !== size) {
      const { total } = await this.archive.timeline(null, { ...this.options, by: "year", unique: true });
      this.listed = { size, total };
    }
    return { total: Math.max(this.listed.total, hits.length), relaxed: false, hits };
  }

  private async values(field: FieldName): Promise<readonly string[]> {
    const known = this.known.get(field);
    if (known) return known;
    const values = (await this.archive.values(field)).map(({ value }) => value);
    this.known.set(field, values);
    return values;
  }
}
