/** The face of an open archive: what the library exports and the commands are written against. */
import type {
  Article,
  CountOptions,
  FieldValue,
  FullArticle,
  ListOptions,
  Related,
  RelatedOptions,
  SearchOptions,
  SearchResult,
  SearchSummary,
  Snippet,
  Stats,
  StatsOptions,
  Suggestion,
  Summary,
  Timeline,
  TimelineOptions,
  Warning,
} from "../article/model.js";

export interface OpenOptions {
  /** One or more folders or files. */
  dir: string | readonly string[];
  /** The folder for stored indexes; `false` keeps everything in memory. */
  cache?: string | false | undefined;
  /** Told now and then how far reading has come. `total` is 0 while unknown. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface SummaryOptions {
  /** How many sentences at the most: 3 if neither that nor `words` is given. */
  sentences?: number | undefined;
  /** How many words at the most, but at least one sentence. */
  words?: number | undefined;
  /** A query, as a search takes it: sentences that answer it come before others. */
  query?: string | undefined;
}

/** What is summarised together is what a search would give first. */
export interface SearchSummaryOptions extends SummaryOptions, CountOptions {
  /** How many hits are summarised, 5 if not given. */
  limit?: number | undefined;
}

export interface Archive {
  /** How many articles there are. */
  readonly size: number;
  /** What could not be read, in path order. */
  readonly warnings: readonly Warning[];
  /** Throws DateError for a bad date. */
  list(options?: ListOptions): Article[];
  /**
   * The article of a full id, a unique prefix of it, the number before the `_`, a file name, or `latest`;
   * null if there is none. Throws AmbiguousIdError where several fit.
   */
  get(id: string): FullArticle | null;
  /** Throws QueryError for a query that can't be read and DateError for a bad date. */
  search(query: string, options?: SearchOptions): Promise<SearchResult>;
  /**
   * What may have been meant by a query, and what of it no article has. It looks through the vocabulary and counts
   * what a few other spellings would find: to be asked when a search gives little. Throws QueryError and DateError.
   */
  suggest(query: string, options?: CountOptions): Promise<Suggestion>;
  /**
   * What marks the words of a query in a text, in any form that a search finds them in: it gives ranges as a snippet
   * has them. Throws QueryError and DateError.
   */
  marker(query: string, options?: Pick<SearchOptions, "exact">): Promise<(text: string) => Snippet["ranges"]>;
  /**
   * Null if there is no such article. With a query it is a promise, since the search is loaded for it. Throws
   * AmbiguousIdError where several fit, and QueryError and DateError for a bad query.
   */
  summarize(id: string, options?: SummaryOptions & { query?: undefined }): Summary | null;
  summarize(id: string, options: SummaryOptions): Summary | null | Promise<Summary | null>;
  /**
   * The best hits of a search summarised together, in their order. If `query` of the options does not say otherwise,
   * sentences that answer the search come before others. Throws QueryError and DateError.
   */
  summarizeSearch(query: string, options?: SearchSummaryOptions): Promise<SearchSummary>;
  /**
   * The articles nearest to one in what they say, never itself; null if there is no such article.
   * Throws AmbiguousIdError where several fit, and DateError for a bad date.
   */
  related(id: string, options?: RelatedOptions): Promise<Related[] | null>;
  /** Articles over time, or those that answer a query. Throws QueryError and DateError. */
  timeline(query: string | null, options?: TimelineOptions): Promise<Timeline>;
  /** Counts and names of the archive, or of the articles that answer a query. Throws QueryError and DateError. */
  stats(query: string | null, options?: StatsOptions): Promise<Stats>;
  /** The values of a field, the most frequent first. */
  values(field: "place" | "agency" | "language"): FieldValue[];
  close(): void;
}

/** Nothing of the archive can be read: the folder is missing, or is neither folder nor file. */
export class ArchiveError extends Error {
  override name = "ArchiveError";
}

/** What was typed fits several articles. */
export class AmbiguousIdError extends Error {
  override name = "AmbiguousIdError";
  constructor(
    readonly typed: string,
    /** The first few that fit. */
    readonly candidates: readonly Article[],
    readonly total: number,
  ) {
    super(`"${typed}" fits ${total} articles`);
  }
}
