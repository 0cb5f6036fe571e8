/** An open archive: the segments of its articles and the questions that can be put to them. */
import { RecordReader } from "./archive/read.js";
import {
  AmbiguousIdError,
  type Archive,
  type OpenOptions,
  type SearchSummaryOptions,
  type SummaryOptions,
} from "./archive/types.js";
import type {
  Article,
  CountOptions,
  Dispatch,
  FieldValue,
  FullArticle,
  Hit,
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

/** Opens folders or files as one archive. Throws ArchiveError if one of them can't be read at all. */
export async function openArchive(options: OpenOptions): Promise<Archive> {
  const roots = typeof options.dir === "string" ? [options.dir] : options.dir;
  const cache = options.cache === undefined ? cacheFolder() : options.cache;
  const progress = options.onProgress ?? (() => {});
  const store = await Store.open(roots, { cache: cache === false ? null : cache, progress });
  return new OpenedArchive(store, progress);
}

class OpenedArchive implements Archive {
  private madeIds: { snapshot: Snapshot; ids: Ids } | undefined;
  /** What the last search's words answer to: its hits are often marked next. */
  private lookedUp: { snapshot: Snapshot; query: string; exact: boolean; leaves: Leaf[] } | undefined;
  private readonly reader = new RecordReader();

  constructor(
    private readonly store: Store,
    private readonly progress: (done: number, total: number) => void,
  ) {}

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
    return this.snapshot.articleCount;
  }

  get warnings(): Warning[] {
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
  private *texts(articles: Uint32Array): Generator<{ dispatch: Dispatch; language: string | null }> {
    let bytes = 0;
    for (const [i, number] of articles.entries()) {
      const { segment, document } = this.snapshot.locate(number);
      const { length, language } = segment.record(document);
      const dispatch = this.dispatch(number);
      if (dispatch) yield { dispatch, language };
      bytes += length;
      // What is left is taken to be as long as what was read.
      this.progress(bytes, Math.round((bytes * articles.length) / (i + 1)));
    }
  }

  list(options: ListOptions = {}): Article[] {
    const numbers = this.answer(
      () => this.listed(options),
      (answer) => answer,
    );
    return numbers.map((number) => this.article(number));
  }

  /** The numbers of a listing's articles, in order. */
  private listed(options: ListOptions): number[] {
    const offset = options.offset ?? 0;
    const count = options.limit === undefined ? this.size : offset + options.limit;
    const pathOf = (number: number): string => this.store.keyOf(number);
    const { sort = "date", reverse = false } = options;
    if (sort === "date" && !reverse && count < this.size && !isNarrow(options)) {
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

  get(id: string): FullArticle | null {
    const number = this.find(id);
    if (number === undefined) return null;
    const dispatch = this.dispatch(number);
    return dispatch && { ...this.article(number), body: dispatch.paragraphs };
  }

  summarize(id: string, options?: SummaryOptions & { query?: undefined }): Summary | null;
  summarize(id: string, options: SummaryOptions): Summary | null | Promise<Summary | null>;
  summarize(id: string, options: SummaryOptions = {}): Summary | null | Promise<Summary | null> {
    const { query } = options;
    return query === undefined
      ? this.summary(id, options)
      : this.markerOf(query, false).then((marker) =>
          this.summary(id, { ...options, answers: (text) => marker.share(text) }),
        );
  }

  private summary(id: string, options: SummarizeOptions): Summary | null {
    const number = this.find(id);
    if (number === undefined) return null;
    const dispatch = this.dispatch(number);
    if (!dispatch) return null;
    return summaryOf({ article: this.article(number), dispatch }, options);
  }

  async summarizeSearch(query: string, options: SearchSummaryOptions = {}): Promise<SearchSummary> {
    const { sentences, words, query: question = query, limit = SUMMARIZED, ...filter } = options;
    const { page, leaves, total, relaxed, Marker } = await this.findHits(query, { ...filter, limit });
    const marker =
      question === query ? new Marker(leaves) : await this.markerOf(question, options.exact ?? false);
    const answers = (text: string): number => marker.share(text);
    const ranges = (text: string): Snippet["ranges"] => marker.ranges(text);
    const read = page.map(({ article }) => ({
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
    await this.store.prepareSearch();
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

  async search(query: string, options: SearchOptions = {}): Promise<SearchResult> {
    const { Marker, ...found } = await this.findHits(query, options);
    const { leaves } = found;
    this.lookedUp = { snapshot: this.snapshot, query, exact: options.exact ?? false, leaves };
    const marker = options.snippets === false ? null : new Marker(leaves);
    const explainer = options.explain
      ? new (await import("./search/explain.js")).Explainer(this.snapshot, leaves)
      : null;
    const hits = found.page.map((hit): Hit => {
      const { article, score } = hit;
      const shown = marker ? this.passages(article, marker) : { matched: [], snippets: [] };
      const explained = explainer ? { explanation: explainer.explain(hit) } : {};
      // To spread these into one literal takes V8 several microseconds a hit.
      return Object.assign(this.article(article), { score: Number(score.toPrecision(7)) }, shown, explained);
    });
    return { query, total: found.total, relaxed: found.relaxed, hits };
  }

  async suggest(query: string, options: CountOptions = {}): Promise<Suggestion> {
    const { suggest } = await import("./search/suggest.js");
    await this.store.prepareSearch();
    return this.answer(
      () => suggest(this.snapshot, query, options),
      () => [],
    );
  }

  private passages(article: number, marker: Marker): Pick<Hit, "matched" | "snippets"> {
    const dispatch = this.dispatch(article);
    return marker.show(dispatch?.headline ?? null, dispatch?.paragraphs ?? []);
  }

  async marker(
    query: string,
    { exact = false }: Pick<SearchOptions, "exact"> = {},
  ): Promise<(text: string) => Snippet["ranges"]> {
    const marker = await this.markerOf(query, exact);
    return (text) => marker.ranges(text);
  }

  private async markerOf(query: string, exact: boolean): Promise<Marker> {
    const [{ leavesOf }, { Marker }] = await Promise.all([
      import("./search/search.js"),
      import("./search/snippet.js"),
    ]);
    await this.store.prepareSearch();
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
    const { related } = await import("./search/related.js");
    await this.store.prepareSearch();
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
    return found?.map(({ article, ...more }) => ({ ...this.article(article), ...more })) ?? null;
  }

  async timeline(query: string | null, options: TimelineOptions = {}): Promise<Timeline> {
    const { countOverTime } = await import("./search/timeline.js");
    const choose = await this.chooser(query, options);
    return this.answer(
      () => {
        const { articles, relaxed } = choose(this.snapshot);
        return { query, relaxed, ...countOverTime(this.snapshot, articles, options.by) };
      },
      () => [],
    );
  }

  /** What chooses the articles that are counted, with all loaded that it needs. */
  private async chooser(query: string | null, options: CountOptions): Promise<Choose> {
    const { chooser } = await import("./search/chosen.js");
    if (query !== null) await this.store.prepareSearch();
    return chooser(query, options);
  }

  async stats(query: string | null, options: StatsOptions = {}): Promise<Stats> {
    const { countFacts, countNames, sampleOf } = await import("./search/stats.js");
    const choose = await this.chooser(query, options);
    const { counted } = this.answer(
      () => {
        const { articles, relaxed } = choose(this.snapshot);
        const sample = sampleOf(articles, options);
        const names = countNames(this.texts(sample), options);
        return {
          counted: { query, relaxed, ...countFacts(this.snapshot, articles, options), ...names },
          sample,
        };
      },
      ({ sample }) => [...sample],
    );
    return counted;
  }

  values(field: "place" | "agency" | "language"): FieldValue[] {
    return this.answer(
      () => countAllValues(this.snapshot, field),
      () => [],
    );
  }

  close(): void {
    this.reader.close();
    this.store.close();
  }
}
