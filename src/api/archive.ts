/** The public interface of an open archive, and the options for opening one. */
/// <reference lib="esnext.disposable" preserve="true" />
import type {
  CallOptions,
  CountOptions,
  Difference,
  FieldName,
  FieldValue,
  FullArticle,
  HighlighterOptions,
  Listed,
  ListOptions,
  ReadingOptions,
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
  UniqueOptions,
  Warning,
} from "./types.js";

/** Which archive, and how it is read. */
export interface StoredOptions extends ReadingOptions, CallOptions {
  /** The path of a folder or file, or several paths that are read as one archive. */
  dir: string | readonly string[];
  /**
   * The folder in which indexes are stored; `false` keeps everything in memory. Default: `AZERTAC_CACHE`, else
   * `azertac` in the user's cache folder.
   */
  cache?: string | false | undefined;
  /**
   * Called from time to time while files are read, with the number of bytes read and the number of bytes to read
   * (0 while that is unknown). An error that it throws ends the call.
   */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Which archive to open, and how. */
export interface OpenOptions extends StoredOptions {
  /** Names of one thing, a list each: `[["AZAL", "Azerbaijan Airlines"]]`. A search for one finds the others too. */
  synonyms?: readonly (readonly string[])[] | undefined;
  /**
   * The contents of the archive where it is no file, such as what came from standard input. `dir` is then one name to
   * call it by. It is kept in memory.
   */
  input?: Uint8Array | undefined;
}

/** How an index is built or updated. */
export interface UpdateOptions extends StoredOptions {
  /** Build the index from scratch, even if there is a usable one. Default: false. */
  rebuild?: boolean | undefined;
}

/** How long a summary is, and what it prefers. */
export interface SummaryOptions extends CallOptions {
  /** The most sentences to give, at least 1. Default: 3, or no limit if `words` is given. */
  sentences?: number | undefined;
  /** The most words to give, at least 1; one sentence is always given, however long it is. */
  words?: number | undefined;
  /** A query in the syntax of a search: sentences that match it are preferred. */
  query?: string | undefined;
}

/** How the best hits of a search are summarised, and which hits those are. */
export interface SearchSummaryOptions extends SummaryOptions, CountOptions, UniqueOptions {
  /** The number of hits to summarise, at least 1. Default: 5. */
  limit?: number | undefined;
}

/**
 * An open archive.
 *
 * Every question returns a promise. The promise rejects with
 * - a TypeError or RangeError that names the argument, if an argument is wrong,
 * - a {@link ClosedError} after {@link Archive.close | close()},
 * - the signal's reason, once the call's `signal` is aborted,
 * - an {@link ArchiveError} if the archive can no longer be read at all,
 * - a {@link CorruptIndexError} if the stored index is damaged and cannot be rebuilt,
 *
 * and with the errors that the method names. An archive does not change until {@link Archive.refresh | refresh()}.
 */
export interface Archive extends AsyncDisposable {
  /** The number of articles. Throws ClosedError after `close()`. */
  readonly size: number;
  /** What could not be read, in path order. Throws ClosedError after `close()`. */
  readonly warnings: readonly Warning[];
  /** The articles that match a filter, the newest first unless `sort` says otherwise. Rejects with DateError. */
  list(options?: ListOptions): Promise<Listed[]>;
  /**
   * The articles of {@link Archive.list | list()} one by one, in the same order, without holding them all in memory.
   * Wrong arguments and errors reject the iterator's first step. Rejects with DateError.
   *
   * @example
   * ```ts
   * for await (const { id, title } of archive.articles({ place: "Baku" })) console.log(id, title);
   * ```
   */
  articles(filter?: ListOptions): AsyncIterableIterator<Listed>;
  /**
   * One article with its text; null if there is none. `id` is a full id, a unique prefix of one, the number before
   * the `_` of a file's name, a file name, or `latest`. Rejects with AmbiguousIdError if several articles match.
   *
   * The text is read from its file. If the file has changed since the archive was read, its only article is given as it
   * is now; an article that can no longer be found in its file rejects with StaleError.
   */
  get(id: string, options?: CallOptions): Promise<FullArticle | null>;
  /** The articles that match a query, the most relevant first. Rejects with QueryError and DateError. */
  search(query: string, options?: SearchOptions): Promise<SearchResult>;
  /**
   * A likelier spelling of a query, and the words that no article has. This looks through the whole vocabulary: call it
   * when a search finds little. Rejects with QueryError and DateError.
   */
  suggest(query: string, options?: CountOptions): Promise<Suggestion>;
  /**
   * A function that finds the words of a query in a text, in every form in which a search finds them. It returns
   * ranges as {@link Snippet} has them, and still works when the archive is closed. Rejects with QueryError.
   */
  highlighter(query: string, options?: HighlighterOptions): Promise<(text: string) => Snippet["ranges"]>;
  /**
   * The key sentences of an article; null if there is no such article. `id` is what {@link Archive.get | get()} takes.
   * Rejects with AmbiguousIdError if several articles match, and with QueryError for a wrong `query`.
   */
  summarize(id: string, options?: SummaryOptions): Promise<Summary | null>;
  /**
   * The key sentences of the best hits of a search, as one summary in the order of the hits. Sentences that match the
   * `query` of the options are preferred; without it, those that match the search. Rejects with QueryError and
   * DateError.
   */
  summarizeSearch(query: string, options?: SearchSummaryOptions): Promise<SearchSummary>;
  /**
   * The articles most similar to one, which is not among them; null if there is no such article. `id` is what
   * {@link Archive.get | get()} takes. Rejects with AmbiguousIdError if several articles match, and with DateError.
   */
  related(id: string, options?: RelatedOptions): Promise<Related[] | null>;
  /**
   * What changed from one article to another, word by word. With one id: from the version before it, or, if it is the
   * first, to the one after it. Null if there is no such article or no other version. Rejects with AmbiguousIdError if
   * several articles match, and with StaleError as {@link Archive.get | get()} does.
   */
  diff(id: string, other?: string, options?: CallOptions): Promise<Difference | null>;
  /** The number of articles over time: those that match a query, or all for null. Rejects with QueryError and DateError. */
  timeline(query: string | null, options?: TimelineOptions): Promise<Timeline>;
  /** Counts and names of the articles that match a query, or of all for null. Rejects with QueryError and DateError. */
  stats(query: string | null, options?: StatsOptions): Promise<Stats>;
  /** The values of a field and the number of articles with each, the most frequent first. */
  values(field: FieldName, options?: CallOptions): Promise<FieldValue[]>;
  /** Reads the files that were added, changed or removed since the archive was read; resolves when that is done. */
  refresh(options?: CallOptions): Promise<void>;
  /**
   * Closes the archive: later calls reject with {@link ClosedError}. Calls that are running end properly, and `close()`
   * does not wait for them. Closing twice is fine.
   */
  close(): Promise<void>;
  /** The same as {@link Archive.close | close()}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}
