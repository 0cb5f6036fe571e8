/** An open archive: the segments of its articles and the questions that can be put to them. */

import { abortable, Pauses } from "./api/abort.js";
import type { Archive, OpenOptions, SearchSummaryOptions, SummaryOptions } from "./api/archive.js";
import {
  checkArchive,
  checkField,
  checkId,
  checkOptions,
  checkQuery,
  checkQueryOrNull,
  OPTIONS,
} from "./api/arguments.js";
import { AmbiguousIdError, ClosedError } from "./api/errors.js";
import { RecordReader } from "./archive/read.js";
import type {
  Article,
  CallOptions,
  CountOptions,
  Dispatch,
  FieldName,
  FieldValue,
  FullArticle,
  Hit,
  ListOptions,
  MarkerOptions,
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
} from "./article/model.js";
import { CorruptIndexError } from "./index/bytes.js";
import { cacheFolder } from "./index/folder.js";
import { Ids } from "./index/ids.js";
import { dispatchOf } from "./index/ingest.js";
import type { SegmentFile } from "./index/segment.js";
import type { Snapshot } from "./index/snapshot.js";
import { Store } from "./index/store.js";
import type { Choose } from "./search/chosen.js";
import { allPassing, comparison, firstOf, isNarrow } from "./search/filter.js";
import type { Leaf } from "./search/leaf.js";
import type { Marker } from "./search/snippet.js";
import { countAllValues } from "./search/values.js";
import { summaryOf, summaryOfSeveral } from "./summaries.js";
import type { SummarizeOptions } from "./summary/summarize.js";

export { privateFolder } from "./index/folder.js";
export { FORMAT_VERSION } from "./index/format.js";

/** How many articles an ambiguous name is shown with. */
const CANDIDATES = 10;
/** How many hits of a search are summarised together. */
const SUMMARIZED = 5;
/** How often a question is asked again when files change under it. */
const MOST_TRIES = 3;

/**
 * Opens folders or files as one archive. A small archive is read into memory; the index of a larger one is stored in
 * `cache`, and updated when the archive is opened. azertac never writes to the files of an archive.
 *
 * Rejects with a TypeError or RangeError that names the wrong option, with {@link ArchiveError} if a path cannot be
 * read at all, and with the reason of `signal` once that is aborted. What else cannot be read is named in
 * {@link Archive.warnings}, and so is a cache that cannot be used.
 *
 * @example
 * ```ts
 * import { openArchive } from "azertac";
 *
 * const archive = await openArchive({ dir: "wire" });
 * const { total, hits } = await archive.search("foreign minister", { since: "2025", limit: 10 });
 * console.log(`${total} articles`);
 * for (const { id, date, title } of hits) console.log(id, date, title);
 * await archive.close();
 * ```
 */
export async function openArchive(options: OpenOptions): Promise<Archive> {
  const {
    dir,
    cache = cacheFolder(),
    onProgress,
    signal,
  } = checkArchive("openArchive", OPTIONS.open, options);
  const roots = typeof dir === "string" ? [dir] : dir;
  const store = await abortable(signal, onProgress, (progress) =>
    Store.open(roots, { cache: cache === false ? null : cache, progress }),
  );
  if (signal?.aborted) store.close();
  signal?.throwIfAborted();
  return new OpenedArchive(store, onProgress ?? (() => {}));
}

class OpenedArchive implements Archive {
  private madeIds: { snapshot: Snapshot; ids: Ids } | undefined;
  /** What the last search's words answer to: its hits are often marked next. */
  private lookedUp: { snapshot: Snapshot; query: string; exact: boolean; leaves: Leaf[] } | undefined;
  private readonly reader = new RecordReader();
  private isClosed = false;
  /** Calls that have not ended: what they use is closed after them. */
  private running = 0;

  constructor(
    private readonly store: Store,
    private readonly progress: (done: number, total: number) => void,
  ) {}

  /** Makes a call, unless the archive is closed or the signal aborted. */
  private async call<T>(signal: AbortSignal | undefined, work: () => T | Promise<T>): Promise<T> {
    this.throwIfClosed();
    signal?.throwIfAborted();
    this.running++;
    try {
      const answer = await work();
      signal?.throwIfAborted();
      return answer;
    } finally {
      this.running--;
      this.release();
    }
  }

  private throwIfClosed(): void {
    if (this.isClosed) throw new ClosedError();
  }

  /** Closes what no call uses any more. */
  private release(): void {
    if (!this.isClosed || this.running > 0) return;
    this.reader.close();
    this.store.close();
  }

  private get snapshot(): Snapshot {
    return this.store.snapshot;
  }

  private get ids(): Ids {
    if (this.madeIds?.snapshot !== this.snapshot) {
      this.madeIds = { snapshot: this.snapshot, ids: new Ids(this.snapshot, this.store.shared) };
    }
    return this.madeIds.ids;
  }

  get size(): number {
    this.throwIfClosed();
    return this.snapshot.articleCount;
  }

  get warnings(): Warning[] {
    this.throwIfClosed();
    const list = [...this.store.warnings];
    for (const [id, articles] of this.store.shared) {
      for (const article of articles.slice(1)) {
        const known = this.ids.idOf(article, id);
        list.push({
          path: this.pathOf(article),
          message: `has the id ${id} of another article: it is known as ${known}`,
        });
      }
    }
    return list;
  }

  private pathOf(article: number): string {
    return this.store.pathOf(this.store.fileOf(article));
  }

  /**
   * Answers a question, and again if what is stored turns out to be damaged, or if a file that the answer shows has
   * changed since it was read. `shown` gives the numbers of the articles that an answer shows.
   */
  private answer<T>(ask: () => T, shown: (answer: T) => readonly number[]): T {
    for (let tries = 0; ; tries++) {
      try {
        const answer = ask();
        const suspects = tries < MOST_TRIES ? this.changedFiles(shown(answer)) : [];
        if (suspects.length === 0) return answer;
        this.store.update(false, suspects);
      } catch (error) {
        if (!(error instanceof CorruptIndexError) || tries >= MOST_TRIES) throw error;
        this.store.rebuildNow(error);
      }
      // What it holds open may be a file that was there before.
      this.reader.close();
    }
  }

  private changedFiles(articles: readonly number[]): SegmentFile[] {
    const files = new Set(articles.map((article) => this.store.fileOf(article)));
    return [...files].filter((file) => !this.store.isCurrent(file));
  }

  private article(number: number): Article {
    const { segment, document } = this.snapshot.locate(number);
    const record = segment.record(document);
    return {
      id: this.ids.idOf(number, record.id),
      path: this.pathOf(number),
      date: record.date,
      place: record.place,
      agency: record.agency,
      language: record.language,
      title: record.title,
      titleFrom: record.titleFrom,
      words: record.words,
      paragraphs: record.paragraphs,
    };
  }

  /** The text of an article as it is in its file. */
  private dispatch(number: number): Dispatch | null {
    const { segment, document } = this.snapshot.locate(number);
    const { offset, length } = segment.record(document);
    const raw = this.reader.read(this.pathOf(number), offset, length);
    return raw && dispatchOf(raw);
  }

  /** The texts of articles, read one by one; those that can't be read are left out. */
  private async *texts(
    articles: Uint32Array,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<{ dispatch: Dispatch; language: string | null }> {
    const pauses = new Pauses(signal);
    let bytes = 0;
    for (const [i, number] of articles.entries()) {
      if (pauses.isDue) await pauses.take();
      const { segment, document } = this.snapshot.locate(number);
      const { length, language } = segment.record(document);
      const dispatch = this.dispatch(number);
      if (dispatch) yield { dispatch, language };
      bytes += length;
      // What is left is taken to be as long as what was read.
      this.progress(bytes, Math.round((bytes * articles.length) / (i + 1)));
    }
  }

  async list(options: ListOptions = {}): Promise<Article[]> {
    const wanted = checkOptions("list", OPTIONS.list, options);
    const { signal } = wanted;
    return this.call(signal, () => each(this.shownList(wanted), signal, (number) => this.article(number)));
  }

  async *articles(filter: ListOptions = {}): AsyncGenerator<Article, undefined> {
    const wanted = checkOptions("articles", OPTIONS.list, filter);
    const { signal } = wanted;
    const numbers = await this.call(signal, () => this.shownList(wanted));
    const pauses = new Pauses(signal);
    for (const number of numbers) {
      if (pauses.isDue) await pauses.take();
      // What is done between two articles is not part of the call.
      yield await this.call(signal, () => this.article(number));
    }
  }

  private shownList(options: ListOptions): number[] {
    return this.answer(
      () => this.listed(options),
      (answer) => answer,
    );
  }

  /** The numbers of a listing's articles, in order. */
  private listed(options: ListOptions): number[] {
    const offset = options.offset ?? 0;
    const size = this.snapshot.articleCount;
    const count = options.limit === undefined ? size : offset + options.limit;
    const pathOf = (number: number): string => this.store.keyOf(number);
    const { sort = "date", reverse = false } = options;
    if (sort === "date" && !reverse && count < size && !isNarrow(options)) {
      return firstOf(this.newest(count), count, comparison(this.snapshot, sort, reverse, pathOf, true)).slice(
        offset,
      );
    }
    const numbers = allPassing(this.snapshot, options);
    return firstOf(numbers, count, comparison(this.snapshot, sort, reverse, pathOf)).slice(offset);
  }

  /** The newest articles of each segment, so many of each. */
  private newest(count: number): number[] {
    return this.snapshot.segments.flatMap(({ segment, deleted }, at) => {
      const chosen: number[] = [];
      for (const document of segment.newest()) {
        if (chosen.length >= count) break;
        if (!deleted?.[document]) chosen.push((this.snapshot.bases[at] ?? 0) + document);
      }
      return chosen;
    });
  }

  /** The one article that fits what was typed. */
  private find(typed: string): number | undefined {
    const found = this.answer(
      () => this.ids.find(typed, CANDIDATES),
      (answer) => answer,
    );
    const [first] = found;
    if (first === undefined && typed === "latest") return this.listed({ limit: 1 })[0];
    if (found.length < 2) return first;
    const candidates = found.slice(0, CANDIDATES).map((number) => this.article(number));
    throw new AmbiguousIdError(typed, candidates, found.length);
  }

  async get(id: string, options: CallOptions = {}): Promise<FullArticle | null> {
    checkId("get", id);
    const { signal } = checkOptions("get", OPTIONS.call, options);
    return this.call(signal, () => {
      const number = this.find(id);
      if (number === undefined) return null;
      const dispatch = this.dispatch(number);
      return dispatch && { ...this.article(number), body: dispatch.paragraphs };
    });
  }

  async summarize(id: string, options: SummaryOptions = {}): Promise<Summary | null> {
    checkId("summarize", id);
    const wanted = checkOptions("summarize", OPTIONS.summary, options);
    const { query, sentences, words, signal } = wanted;
    return this.call(signal, async () => {
      if (query === undefined) return this.summary(id, { sentences, words });
      const marker = await this.markerOf(query, false, signal);
      return this.summary(id, { sentences, words, answers: (text) => marker.share(text) });
    });
  }

  private summary(id: string, options: SummarizeOptions): Summary | null {
    const number = this.find(id);
    if (number === undefined) return null;
    const dispatch = this.dispatch(number);
    if (!dispatch) return null;
    return summaryOf({ article: this.article(number), dispatch }, options);
  }

  async summarizeSearch(query: string, options: SearchSummaryOptions = {}): Promise<SearchSummary> {
    checkQuery("summarizeSearch", query);
    const wanted = checkOptions("summarizeSearch", OPTIONS.searchSummary, options);
    return this.call(wanted.signal, () => this.summaryOfHits(query, wanted));
  }

  private async summaryOfHits(query: string, options: SearchSummaryOptions): Promise<SearchSummary> {
    const { sentences, words, query: question = query, limit = SUMMARIZED, ...filter } = options;
    const { signal } = options;
    const { page, leaves, total, relaxed, Marker } = await this.findHits(query, { ...filter, limit });
    const marker =
      question === query ? new Marker(leaves) : await this.markerOf(question, options.exact ?? false, signal);
    const answers = (text: string): number => marker.share(text);
    const ranges = (text: string): Snippet["ranges"] => marker.ranges(text);
    const read = await each(page, signal, ({ article }) => ({
      article: this.article(article),
      dispatch: this.dispatch(article),
    }));
    return { query, total, relaxed, ...summaryOfSeveral(read, { sentences, words, answers, ranges }) };
  }

  /** A page of what a search finds, with what shows it. */
  private async findHits(query: string, options: SearchOptions) {
    const [{ search }, { Marker }] = await Promise.all([
      import("./search/search.js"),
      import("./search/snippet.js"),
    ]);
    await this.prepareSearch(options.signal);
    const found = this.answer(
      () =>
        search(this.snapshot, query, options, {
          textOf: (number) => this.dispatch(number),
          pathOf: (number) => this.store.keyOf(number),
        }),
      ({ page }) => page.map(({ article }) => article),
    );
    return { ...found, Marker };
  }

  private async prepareSearch(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    await this.store.prepareSearch();
    signal?.throwIfAborted();
  }

  async search(query: string, options: SearchOptions = {}): Promise<SearchResult> {
    checkQuery("search", query);
    const wanted = checkOptions("search", OPTIONS.search, options);
    return this.call(wanted.signal, () => this.hitsOf(query, wanted));
  }

  private async hitsOf(query: string, options: SearchOptions): Promise<SearchResult> {
    const { signal } = options;
    const { Marker, ...found } = await this.findHits(query, options);
    const { leaves } = found;
    this.lookedUp = { snapshot: this.snapshot, query, exact: options.exact ?? false, leaves };
    const marker = options.snippets === false ? null : new Marker(leaves);
    const explainer = options.explain
      ? new (await import("./search/explain.js")).Explainer(this.snapshot, leaves)
      : null;
    signal?.throwIfAborted();
    const hits = await each(found.page, signal, (hit): Hit => {
      const { article, score } = hit;
      const shown = marker ? this.passages(article, marker) : { matched: [], snippets: [] };
      const explained = explainer ? { explanation: explainer.explain(hit) } : {};
      // To spread these into one literal takes V8 several microseconds a hit.
      return Object.assign(this.article(article), { score: Number(score.toPrecision(7)) }, shown, explained);
    });
    return { query, total: found.total, relaxed: found.relaxed, hits };
  }

  async suggest(query: string, options: CountOptions = {}): Promise<Suggestion> {
    checkQuery("suggest", query);
    const wanted = checkOptions("suggest", OPTIONS.count, options);
    return this.call(wanted.signal, async () => {
      const { suggest } = await import("./search/suggest.js");
      await this.prepareSearch(wanted.signal);
      return this.answer(
        () => suggest(this.snapshot, query, wanted),
        () => [],
      );
    });
  }

  private passages(article: number, marker: Marker): Pick<Hit, "matched" | "snippets"> {
    const dispatch = this.dispatch(article);
    return marker.show(dispatch?.headline ?? null, dispatch?.paragraphs ?? []);
  }

  async marker(query: string, options: MarkerOptions = {}): Promise<(text: string) => Snippet["ranges"]> {
    checkQuery("marker", query);
    const { exact = false, signal } = checkOptions("marker", OPTIONS.marker, options);
    const marker = await this.call(signal, () => this.markerOf(query, exact, signal));
    return (text) => marker.ranges(text);
  }

  private async markerOf(query: string, exact: boolean, signal: AbortSignal | undefined): Promise<Marker> {
    const [{ leavesOf }, { Marker }] = await Promise.all([
      import("./search/search.js"),
      import("./search/snippet.js"),
    ]);
    await this.prepareSearch(signal);
    const leaves = this.answer(
      () => this.leavesOfLast(query, exact) ?? leavesOf(this.snapshot, query, exact),
      () => [],
    );
    return new Marker(leaves);
  }

  private leavesOfLast(query: string, exact: boolean): Leaf[] | undefined {
    const { lookedUp } = this;
    const isSame = lookedUp?.query === query && lookedUp.exact === exact;
    return isSame && lookedUp.snapshot === this.snapshot ? lookedUp.leaves : undefined;
  }

  async related(id: string, options: RelatedOptions = {}): Promise<Related[] | null> {
    checkId("related", id);
    const wanted = checkOptions("related", OPTIONS.related, options);
    return this.call(wanted.signal, () => this.relatedTo(id, wanted));
  }

  private async relatedTo(id: string, options: RelatedOptions): Promise<Related[] | null> {
    const { signal } = options;
    const { related } = await import("./search/related.js");
    await this.prepareSearch(signal);
    const found = this.answer(
      () => {
        const origin = this.find(id);
        return origin === undefined
          ? null
          : related(this.snapshot, origin, options, {
              textOf: (number) => this.dispatch(number),
              pathOf: (number) => this.store.keyOf(number),
            });
      },
      (answer) => answer?.map(({ article }) => article) ?? [],
    );
    return found && each(found, signal, ({ article, ...more }) => ({ ...this.article(article), ...more }));
  }

  async timeline(query: string | null, options: TimelineOptions = {}): Promise<Timeline> {
    checkQueryOrNull("timeline", query);
    const wanted = checkOptions("timeline", OPTIONS.timeline, options);
    return this.call(wanted.signal, async () => {
      const { countOverTime } = await import("./search/timeline.js");
      const choose = await this.chooser(query, wanted);
      return this.answer(
        () => {
          const { articles, relaxed } = choose(this.snapshot);
          return { query, relaxed, ...countOverTime(this.snapshot, articles, wanted.by) };
        },
        () => [],
      );
    });
  }

  /** What chooses the articles that are counted, with all loaded that it needs. */
  private async chooser(query: string | null, options: CountOptions): Promise<Choose> {
    const { chooser } = await import("./search/chosen.js");
    if (query !== null) await this.prepareSearch(options.signal);
    options.signal?.throwIfAborted();
    return chooser(query, options);
  }

  async stats(query: string | null, options: StatsOptions = {}): Promise<Stats> {
    checkQueryOrNull("stats", query);
    const wanted = checkOptions("stats", OPTIONS.stats, options);
    return this.call(wanted.signal, async () => {
      const { countFacts, countNames, sampleOf } = await import("./search/stats.js");
      const choose = await this.chooser(query, wanted);
      wanted.signal?.throwIfAborted();
      const { counted, sample } = this.answer(
        () => {
          const { articles, relaxed } = choose(this.snapshot);
          const facts = countFacts(this.snapshot, articles, wanted);
          return { counted: { query, relaxed, ...facts }, sample: sampleOf(articles, wanted) };
        },
        (answer) => [...answer.sample],
      );
      return { ...counted, ...(await countNames(this.texts(sample, wanted.signal), wanted)) };
    });
  }

  async values(field: FieldName, options: CallOptions = {}): Promise<FieldValue[]> {
    checkField("values", field);
    const { signal } = checkOptions("values", OPTIONS.call, options);
    return this.call(signal, () =>
      this.answer(
        () => countAllValues(this.snapshot, field),
        () => [],
      ),
    );
  }

  async refresh(options: CallOptions = {}): Promise<void> {
    const { signal } = checkOptions("refresh", OPTIONS.call, options);
    return this.call(signal, () => {
      try {
        this.store.update(false);
      } catch (error) {
        if (!(error instanceof CorruptIndexError)) throw error;
        this.store.rebuildNow(error);
      } finally {
        // What it holds open may be a file that was there before.
        this.reader.close();
      }
    });
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    this.release();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** What a function gives for each item, with pauses. */
async function each<T, U>(
  items: readonly T[],
  signal: AbortSignal | undefined,
  make: (item: T) => U,
): Promise<U[]> {
  const pauses = new Pauses(signal);
  const made: U[] = [];
  for (const item of items) {
    if (pauses.isDue) await pauses.take();
    made.push(make(item));
  }
  return made;
}
