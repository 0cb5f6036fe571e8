/** An open archive: one state of its articles at a time, and the questions about it. */
import { abortable, Pauses } from "../../api/abort.js";
import type { Archive, OpenOptions, SearchSummaryOptions, SummaryOptions } from "../../api/archive.js";
import {
  checkArchive,
  checkField,
  checkId,
  checkOptions,
  checkQuery,
  checkQueryOrNull,
  OPTIONS,
  readingOf,
} from "../../api/arguments.js";
import { ClosedError } from "../../api/errors.js";
import type {
  CallOptions,
  CountOptions,
  Difference,
  FieldName,
  FieldValue,
  FullArticle,
  HighlighterOptions,
  Hit,
  Listed,
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
  UniqueOptions,
  Warning,
} from "../../api/types.js";
import { TYPE_TEXT_HINT } from "../../formats/detect.js";
import { CorruptIndexError } from "../../index/format/bytes.js";
import type { Searcher } from "../../index/read/searcher.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { openSearcher, type StoreOptions } from "../../index/store/open.js";
import { cacheFolder } from "../../platform/cache-folder.js";
import { countAllValues } from "../../search/facets/values.js";
import type { Choose, Chosen } from "../../search/match/article-selector.js";
import { loadNames, loadNamesFor } from "../../search/match/known-names.js";
import type { TermMatcher } from "../../search/match/term-matcher.js";
import type { Highlighter } from "../../search/snippet.js";
import { summaryOf, summaryOfSeveral } from "../../summary/summaries.js";
import type { SummarizeOptions } from "../../summary/summarize.js";
import { type Synonyms, synonymsOf } from "../../text/equivalents/synonyms.js";
import { type Copies, isGrouped } from "./copies.js";
import { ArchiveView } from "./view.js";

export { FORMAT_VERSION } from "../../index/format/sections.js";
export { privateFolder } from "../../platform/cache-folder.js";

/** How many hits of a search are summarised together. */
const SUMMARIZED = 5;
/** How often a question is asked again because the stored index turns out to be damaged. */
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
    synonyms = [],
    onProgress = () => {},
    signal,
    ...more
  } = checkArchive("openArchive", OPTIONS.open, options);
  const roots = typeof dir === "string" ? [dir] : dir;
  const store = {
    cache: cache === false ? null : cache,
    progress: onProgress,
    reading: readingOf(more),
    input: more.input,
  };
  return openLocal(roots, store, synonymsOf(synonyms), signal);
}

/** Text of unknown formats needs an index of its own: it is read only where a first look finds some. */
async function openLocal(
  roots: readonly string[],
  store: StoreOptions,
  synonyms: Synonyms,
  signal: AbortSignal | undefined,
): Promise<Archive> {
  const { reading } = store;
  if (!reading?.unknownText)
    return new LocalArchive(roots, store, await openWith(roots, store, signal), synonyms);
  const plain = { ...store, reading: { ...reading, unknownText: undefined } };
  const searcher = await openWith(roots, plain, signal);
  if (!searcher.warnings.some(({ message }) => message.endsWith(TYPE_TEXT_HINT)))
    return new LocalArchive(roots, plain, searcher, synonyms);
  searcher.release();
  return new LocalArchive(roots, store, await openWith(roots, store, signal), synonyms);
}

/** Opens an archive, or its next state. Rejects with the signal's reason if it is aborted meanwhile. */
async function openWith(
  roots: readonly string[],
  options: StoreOptions,
  signal: AbortSignal | undefined,
  previous: Searcher | null = null,
): Promise<Searcher> {
  const { searcher } = await abortable(signal, options.progress, (progress) =>
    openSearcher(roots, { ...options, progress, signal }, previous),
  );
  if (signal?.aborted) searcher.release();
  signal?.throwIfAborted();
  return searcher;
}

class LocalArchive implements Archive {
  /** What the last search's words answer to: its hits are often marked next. */
  private lookedUp:
    | { snapshot: Snapshot; query: string; exact: boolean; matchers: TermMatcher[] }
    | undefined;
  private isClosed = false;
  /** Ends when no state is being replaced. */
  private replacing: Promise<void> = Promise.resolve();

  constructor(
    private readonly roots: readonly string[],
    private readonly options: StoreOptions,
    private searcher: Searcher,
    private readonly synonyms: Synonyms,
  ) {}

  /**
   * Asks a question of the present state of the archive, which stays open until the answer is there. If the stored index
   * turns out to be damaged it is rebuilt, and the question is asked again.
   */
  private async ask<T>(
    signal: AbortSignal | undefined,
    question: (view: ArchiveView) => T | Promise<T>,
  ): Promise<T> {
    for (let tries = 1; ; tries++) {
      this.throwIfClosed();
      signal?.throwIfAborted();
      const searcher = this.searcher.retain();
      try {
        const answer = await question(
          new ArchiveView(searcher, this.options.progress, signal, this.synonyms),
        );
        signal?.throwIfAborted();
        return answer;
      } catch (error) {
        if (!(error instanceof CorruptIndexError) || tries >= MOST_TRIES) throw error;
        await this.replace(signal, searcher, { damage: error });
      } finally {
        searcher.release();
      }
    }
  }

  /** Replaces a state of the archive by the next, unless another call has done so; null replaces any state. */
  private replace(
    signal: AbortSignal | undefined,
    state: Searcher | null,
    more: Pick<StoreOptions, "damage"> = {},
  ): Promise<void> {
    const replaced = this.replacing.then(async () => {
      if (this.isClosed || (state !== null && state !== this.searcher)) return;
      // Its segments are used again, also if the archive is closed meanwhile.
      const before = this.searcher.retain();
      try {
        const next = await openWith(this.roots, { ...this.options, ...more }, signal, before);
        if (this.isClosed) {
          next.release();
          return;
        }
        this.searcher = next;
        this.lookedUp = undefined;
        before.release();
      } finally {
        before.release();
      }
    });
    this.replacing = replaced.catch(() => {});
    return replaced;
  }

  private throwIfClosed(): void {
    if (this.isClosed) throw new ClosedError();
  }

  get size(): number {
    this.throwIfClosed();
    return this.searcher.snapshot.articleCount;
  }

  get warnings(): readonly Warning[] {
    this.throwIfClosed();
    return this.searcher.warnings;
  }

  async list(options: ListOptions = {}): Promise<Listed[]> {
    const wanted = checkOptions("list", OPTIONS.list, options);
    return this.ask(wanted.signal, async (view) => {
      await loadNamesFor(wanted);
      const copies = await copiesIn(view);
      return view.each(copies.listed(wanted), (number) => copies.withCopies(number));
    });
  }

  async *articles(filter: ListOptions = {}): AsyncGenerator<Listed, undefined> {
    const wanted = checkOptions("articles", OPTIONS.list, filter);
    await loadNamesFor(wanted);
    const { signal } = wanted;
    const held: { copies?: Copies } = {};
    try {
      const numbers = await this.ask(signal, async (view) => {
        const copies = await copiesIn(view);
        const listed = copies.listed(wanted);
        view.searcher.retain();
        held.copies = copies;
        return listed;
      });
      const pauses = new Pauses(signal);
      for (const number of numbers) {
        this.throwIfClosed();
        signal?.throwIfAborted();
        if (pauses.isDue) await pauses.take();
        if (held.copies) yield held.copies.withCopies(number);
      }
    } finally {
      held.copies?.view.searcher.release();
    }
  }

  async get(id: string, options: CallOptions = {}): Promise<FullArticle | null> {
    checkId("get", id);
    const { signal } = checkOptions("get", OPTIONS.call, options);
    return this.ask(signal, (view) => {
      const number = view.find(id);
      return number === undefined ? null : view.fullArticle(number);
    });
  }

  async summarize(id: string, options: SummaryOptions = {}): Promise<Summary | null> {
    checkId("summarize", id);
    const { query, sentences, words, signal } = checkOptions("summarize", OPTIONS.summary, options);
    return this.ask(signal, async (view) => {
      if (query === undefined) return summary(view, id, { sentences, words });
      const highlighter = await this.highlighterOf(view, query, false);
      return summary(view, id, { sentences, words, answers: (text) => highlighter.share(text) });
    });
  }

  async summarizeSearch(query: string, options: SearchSummaryOptions = {}): Promise<SearchSummary> {
    checkQuery("summarizeSearch", query);
    const wanted = checkOptions("summarizeSearch", OPTIONS.searchSummary, options);
    return this.ask(wanted.signal, (view) => this.summaryOfHits(view, query, wanted));
  }

  private async summaryOfHits(
    view: ArchiveView,
    query: string,
    options: SearchSummaryOptions,
  ): Promise<SearchSummary> {
    const { sentences, words, query: question = query, limit = SUMMARIZED, unique, ...filter } = options;
    const { page, matchers, total, relaxed, Highlighter } = await findHits(view, query, {
      ...filter,
      limit,
      copies: unique ? "group" : "show",
    });
    const highlighter =
      question === query
        ? new Highlighter(matchers)
        : await this.highlighterOf(view, question, options.exact ?? false);
    const answers = (text: string): number => highlighter.share(text);
    const ranges = (text: string): Snippet["ranges"] => highlighter.ranges(text);
    const read = await view.each(page, ({ article }) => ({
      article: view.article(article),
      paragraphs: view.text(article)?.paragraphs ?? [],
    }));
    return { query, total, relaxed, ...summaryOfSeveral(read, { sentences, words, answers, ranges }) };
  }

  async search(query: string, options: SearchOptions = {}): Promise<SearchResult> {
    checkQuery("search", query);
    const wanted = checkOptions("search", OPTIONS.search, options);
    return this.ask(wanted.signal, (view) => this.hitsOf(view, query, wanted));
  }

  private async hitsOf(view: ArchiveView, query: string, options: SearchOptions): Promise<SearchResult> {
    const { Highlighter, copies, ...found } = await findHits(view, query, options);
    const { matchers } = found;
    const { snapshot } = view;
    this.lookedUp = { snapshot, query, exact: options.exact ?? false, matchers };
    const highlighter = options.snippets === false ? null : new Highlighter(matchers);
    const explainer = options.explain
      ? new (await import("../../search/rank/explain.js")).Explainer(snapshot, matchers)
      : null;
    const hits = await view.each(found.page, (hit): Hit => {
      const { article, score } = hit;
      const shown = highlighter ? passages(view, article, highlighter) : { matched: [], snippets: [] };
      const explained = explainer ? { explanation: explainer.explain(hit) } : {};
      // To spread these into one literal takes V8 several microseconds a hit.
      return Object.assign(
        view.article(article),
        { score: Number(score.toPrecision(7)) },
        shown,
        { copies: copies.idsOf(article) },
        explained,
      );
    });
    const { total, groups, relaxed } = found;
    return { query, total, ...(groups === undefined ? {} : { groups }), relaxed, hits };
  }

  async suggest(query: string, options: CountOptions = {}): Promise<Suggestion> {
    checkQuery("suggest", query);
    const wanted = checkOptions("suggest", OPTIONS.count, options);
    return this.ask(wanted.signal, async (view) => {
      const { suggest } = await import("../../search/suggest.js");
      return suggest(await view.searchable(), query, wanted);
    });
  }

  async highlighter(
    query: string,
    options: HighlighterOptions = {},
  ): Promise<(text: string) => Snippet["ranges"]> {
    checkQuery("highlighter", query);
    const { exact = false, signal } = checkOptions("highlighter", OPTIONS.highlighter, options);
    const highlighter = await this.ask(signal, (view) => this.highlighterOf(view, query, exact));
    return (text) => highlighter.ranges(text);
  }

  private async highlighterOf(view: ArchiveView, query: string, exact: boolean): Promise<Highlighter> {
    const [{ matchersOf }, { Highlighter }] = await Promise.all([
      import("../../search/search.js"),
      import("../../search/snippet.js"),
    ]);
    const snapshot = await view.searchable();
    return new Highlighter(this.matchersOfLast(snapshot, query, exact) ?? matchersOf(snapshot, query, exact));
  }

  private matchersOfLast(snapshot: Snapshot, query: string, exact: boolean): TermMatcher[] | undefined {
    const { lookedUp } = this;
    const isSame = lookedUp?.query === query && lookedUp.exact === exact;
    return isSame && lookedUp.snapshot === snapshot ? lookedUp.matchers : undefined;
  }

  async related(id: string, options: RelatedOptions = {}): Promise<Related[] | null> {
    checkId("related", id);
    const wanted = checkOptions("related", OPTIONS.related, options);
    return this.ask(wanted.signal, async (view) => {
      await loadNamesFor(wanted);
      const { related } = await import("../../search/related/related.js");
      const snapshot = await view.searchable();
      const origin = view.find(id);
      if (origin === undefined) return null;
      const copies = await copiesIn(view);
      const found = copies.related(wanted, (options) => related(snapshot, origin, options, view.texts));
      return (
        found && view.each(found, ({ article, ...more }) => ({ ...copies.withCopies(article), ...more }))
      );
    });
  }

  async diff(id: string, other?: string, options: CallOptions = {}): Promise<Difference | null> {
    checkId("diff", id);
    if (other !== undefined) checkId("diff", other);
    const { signal } = checkOptions("diff", OPTIONS.call, options);
    return this.ask(signal, async (view) => {
      const { difference } = await import("./difference.js");
      return difference(view, id, other);
    });
  }

  async timeline(query: string | null, options: TimelineOptions = {}): Promise<Timeline> {
    checkQueryOrNull("timeline", query);
    const wanted = checkOptions("timeline", OPTIONS.timeline, options);
    return this.ask(wanted.signal, async (view) => {
      const { countOverTime } = await import("../../search/facets/timeline.js");
      const choose = await chooserOf(view, query, wanted);
      const { articles, relaxed } = await uniquely(view, wanted, choose(view.snapshot));
      return { query, relaxed, ...countOverTime(view.snapshot, articles, wanted.by) };
    });
  }

  async stats(query: string | null, options: StatsOptions = {}): Promise<Stats> {
    checkQueryOrNull("stats", query);
    const wanted = checkOptions("stats", OPTIONS.stats, options);
    return this.ask(wanted.signal, async (view) => {
      const { countFacts, countNames, sampleOf } = await import("../../search/facets/stats.js");
      const choose = await chooserOf(view, query, wanted);
      await loadNames();
      const { articles, relaxed } = await uniquely(view, wanted, choose(view.snapshot));
      const facts = countFacts(view.snapshot, articles, wanted);
      const names = await countNames(view.dispatches(sampleOf(articles, wanted)), wanted);
      return { query, relaxed, ...facts, ...names };
    });
  }

  async values(field: FieldName, options: CallOptions = {}): Promise<FieldValue[]> {
    checkField("values", field);
    const { signal } = checkOptions("values", OPTIONS.call, options);
    return this.ask(signal, async (view) => {
      await loadNames();
      return countAllValues(view.snapshot, field);
    });
  }

  async refresh(options: CallOptions = {}): Promise<void> {
    const { signal } = checkOptions("refresh", OPTIONS.call, options);
    this.throwIfClosed();
    return this.replace(signal, null);
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    this.searcher.release();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** A page of what a search finds, with what shows it. */
async function findHits(view: ArchiveView, query: string, options: SearchOptions) {
  const [{ search }, { Highlighter }] = await Promise.all([
    import("../../search/search.js"),
    import("../../search/snippet.js"),
  ]);
  const snapshot = await view.searchable();
  const copies = await copiesIn(view);
  const groups = isGrouped(options) ? copies.groups : null;
  return { ...search(snapshot, query, options, view.texts, groups), Highlighter, copies };
}

async function copiesIn(view: ArchiveView): Promise<Copies> {
  const { Copies } = await import("./copies.js");
  return new Copies(view);
}

/** What was chosen, with one article of each group of copies if they are to count once. */
async function uniquely(view: ArchiveView, { unique }: UniqueOptions, chosen: Chosen): Promise<Chosen> {
  return unique ? { ...chosen, articles: (await copiesIn(view)).groups.unique(chosen.articles) } : chosen;
}

function passages(
  view: ArchiveView,
  article: number,
  highlighter: Highlighter,
): Pick<Hit, "matched" | "snippets"> {
  const text = view.text(article);
  return highlighter.show(text?.headline ?? null, text?.paragraphs ?? []);
}

async function summary(view: ArchiveView, id: string, options: SummarizeOptions): Promise<Summary | null> {
  const number = view.find(id);
  if (number === undefined) return null;
  const { body, ...article } = await view.fullArticle(number);
  return summaryOf({ article, paragraphs: body }, options);
}

/** What chooses the articles that are counted, with all loaded that it needs. */
async function chooserOf(view: ArchiveView, query: string | null, options: CountOptions): Promise<Choose> {
  const { chooser } = await import("../../search/match/article-selector.js");
  if (query !== null) await view.searchable();
  return chooser(query, options, view.texts.textOf);
}
