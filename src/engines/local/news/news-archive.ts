/**
 * What is new in an archive for each of several saved searches.
 *
 * The searches are run on the new articles alone: on a snapshot of the segments that have some, in which all other
 * articles count as deleted. New articles are in a small segment of their own, so that this takes no time to speak of,
 * however large the archive is.
 */
import { join } from "node:path";
import { abortable } from "../../../api/abort.js";
import type {
  Article,
  CountOptions,
  FieldName,
  FieldValue,
  FullArticle,
  Warning,
} from "../../../api/types.js";
import { distinctRoots } from "../../../corpus/roots.js";
import { CorruptIndexError } from "../../../index/format/bytes.js";
import { FORMAT_VERSION } from "../../../index/format/sections.js";
import type { Searcher } from "../../../index/read/searcher.js";
import type { Segment } from "../../../index/read/segment.js";
import { Snapshot } from "../../../index/read/snapshot.js";
import { openSearcher, type StoreOptions } from "../../../index/store/open.js";
import { cacheFolder } from "../../../platform/cache-folder.js";
import { hash53 } from "../../../platform/hash.js";
import { countAllValues } from "../../../search/facets/values.js";
import { comparison, firstOf } from "../../../search/match/filter.js";
import { matching } from "../../../search/search.js";
import { ArchiveView } from "../view.js";
import { type Candidate, recordArrivals } from "./arrivals.js";
import type { Entry } from "./ledger.js";
import { withLock } from "./lock.js";
import { type Mark, NewsState, newsFolder } from "./news-state.js";

/** A query that is asked again and again. */
export interface SavedSearch {
  name: string;
  query: string;
  options: CountOptions;
}

/** An article that arrived, or of which another version did. */
export interface NewArticle extends Article {
  update: boolean;
}

/** What is new for a search, oldest first, and how to say that it was reported. */
export interface News {
  search: SavedSearch;
  articles: NewArticle[];
  /** Marks what was reported as read: all of it, or all but the articles that a function names. */
  markRead(isLeft?: (article: number) => boolean): void;
  /** Remembers that all of it was shown, for {@link NewsArchive.markShown}. */
  markAsShown(): void;
}

/** An article to be reported: its entries in the ledger, and its number if it is there. */
interface Pending {
  entry: Entry;
  isUpdate: boolean;
  article: number | undefined;
}

/** Some articles of an archive. */
class PartSnapshot extends Snapshot {
  override readonly isPart = true;
}

interface Options {
  dir: readonly string[];
  onProgress: (done: number, total: number) => void;
}

export class NewsArchive {
  private constructor(
    private readonly roots: readonly string[],
    private readonly realRoots: readonly string[],
    private readonly store: StoreOptions,
    private searcher: Searcher,
  ) {}

  static async open({ dir, onProgress }: Options): Promise<NewsArchive> {
    const store: StoreOptions = { cache: cacheFolder(), progress: onProgress };
    const { searcher } = await openSearcher(dir, store);
    return new NewsArchive(dir, distinctRoots(dir).real, store, searcher);
  }

  get size(): number {
    return this.searcher.snapshot.articleCount;
  }

  get warnings(): readonly Warning[] {
    return this.searcher.warnings;
  }

  /** Reads what has changed in the files since the archive was read. */
  async refresh(damage?: CorruptIndexError, signal?: AbortSignal): Promise<void> {
    const { searcher } = await abortable(signal, this.store.progress, (progress) =>
      openSearcher(this.roots, { ...this.store, progress, damage }, this.searcher),
    );
    this.searcher.release();
    this.searcher = searcher;
  }

  /** The newest articles that any of the searches finds, with their texts. Throws QueryError and DateError. */
  async newest(searches: readonly SavedSearch[], most: number): Promise<FullArticle[]> {
    const snapshot = await this.searcher.searchable();
    const found = new Set<number>();
    const { texts } = new ArchiveView(this.searcher, () => {}, undefined, []);
    for (const { query, options } of searches) {
      const { articles, relaxed } = matching(snapshot, query, options, texts.textOf);
      if (!relaxed) for (const article of articles) found.add(article);
    }
    const compare = comparison(snapshot, "date", false, (number) => this.searcher.keyOf(number));
    const numbers = firstOf(Uint32Array.from(found), most, compare);
    const view = new ArchiveView(this.searcher, () => {}, undefined, []);
    const full: FullArticle[] = [];
    for (const number of numbers) {
      const text = view.text(number);
      if (text) full.push({ ...view.article(number), body: text.paragraphs });
    }
    return full;
  }

  values(field: FieldName): Promise<FieldValue[]> {
    return Promise.resolve(countAllValues(this.searcher.snapshot, field));
  }

  close(): void {
    this.searcher.release();
  }

  /**
   * Gives what is new to a function, which says what it reported. No other process says what is new meanwhile.
   * Rejects with CacheError, LockedError, QueryError and DateError.
   */
  async report(searches: readonly SavedSearch[], tell: (news: News[]) => Promise<void>): Promise<void> {
    await this.locked(async (state) => tell(await this.news(state, searches)));
  }

  private locked(work: (state: NewsState) => Promise<void>): Promise<void> {
    const folder = newsFolder(this.realRoots);
    return withLock(join(folder, "lock"), () => work(NewsState.open(folder, FORMAT_VERSION)));
  }

  private async news(state: NewsState, searches: readonly SavedSearch[]): Promise<News[]> {
    for (let tries = 1; ; tries++) {
      try {
        await this.searcher.searchable();
        this.record(state);
        return this.answers(state, searches);
      } catch (error) {
        if (!(error instanceof CorruptIndexError) || tries > 1) throw error;
        await this.refresh(error);
      }
    }
  }

  /** Brings the ledger up to date. */
  private record(state: NewsState): void {
    const { snapshot, stored } = this.searcher;
    const names = new Map([...(stored?.segments ?? [])].map(([name, segment]) => [segment, name]));
    const isRead = snapshot.segments.map(({ segment }) => state.segments.has(names.get(segment) ?? ""));
    const elsewhere = snapshot.segments.filter((_, at) => isRead[at]);
    const isReread = !state.isReadAs(FORMAT_VERSION);
    recordArrivals(
      state.ledger,
      this.candidates((at) => !isRead[at]),
      ({ id, content }) => {
        let count = 0;
        for (const { segment, deleted } of elsewhere)
          for (const document of segment.named(`i${id}`))
            if (!deleted?.[document] && contentOf(segment, document) === content) count++;
        return count;
      },
      isReread,
    );
    state.save(
      snapshot.segments.flatMap(({ segment }) => names.get(segment) ?? []),
      FORMAT_VERSION,
    );
  }

  /** The articles of some segments, oldest first. */
  private candidates(isWanted: (at: number) => boolean): Candidate[] {
    const { snapshot } = this.searcher;
    const numbers: number[] = [];
    for (const [at, { segment, deleted }] of snapshot.segments.entries()) {
      if (!isWanted(at)) continue;
      for (let document = 0; document < segment.articleCount; document++)
        if (!deleted?.[document]) numbers.push((snapshot.bases[at] ?? 0) + document);
    }
    const compare = comparison(
      snapshot,
      "date",
      false,
      (number) => this.searcher.keyOf(number),
      numbers.length < 1000,
    );
    numbers.sort((a, b) => compare(b, a));
    return numbers.map((number) => {
      const { segment, document } = snapshot.locate(number);
      const { id, version, status } = segment.record(document);
      const isVersion = version !== null || status !== null;
      return { key: hash53(id), content: contentOf(segment, document), id, isVersion };
    });
  }

  private answers(state: NewsState, searches: readonly SavedSearch[]): News[] {
    // Searches that were last asked at the same time have the same articles to look at.
    const shared = new Map<string, { pending: Pending[]; part: Snapshot; numbers: number[] }>();
    return searches.map((search) => {
      const mark = state.mark(search.name);
      const key = JSON.stringify([mark.place, mark.waiting]);
      let one = shared.get(key);
      if (!one) {
        const pending = this.pending(state, mark);
        one = { pending, ...this.part(pending) };
        shared.set(key, one);
      }
      return this.answer(state, mark, search, one);
    });
  }

  private answer(
    state: NewsState,
    mark: Mark,
    search: SavedSearch,
    { pending, part, numbers }: { pending: Pending[]; part: Snapshot; numbers: number[] },
  ): News {
    const { texts } = new ArchiveView(this.searcher, () => {}, undefined, []);
    const { articles, relaxed } = matching(part, search.query, search.options, texts.textOf);
    const found = new Set(relaxed ? [] : Array.from(articles, (article) => numbers[article] ?? -1));
    const hits = pending.filter(({ article }) => article !== undefined && found.has(article));
    const absent = pending.filter(({ article }) => article === undefined).map(({ entry }) => entry.at);
    const { ledger } = state;
    const all = { place: ledger.end, waiting: absent };
    const { generation } = mark;
    const save = (next: Omit<Mark, "generation">): void => {
      if (
        next.place === mark.place &&
        next.waiting.join() === mark.waiting.join() &&
        !next.shown &&
        !mark.shown
      )
        return;
      state.saveMark(search.name, { generation, ...next });
    };
    const view = new ArchiveView(this.searcher, () => {}, undefined, []);
    return {
      search,
      articles: hits.map(({ article = 0, isUpdate }) => ({ ...view.article(article), update: isUpdate })),
      markRead(isLeft = () => false) {
        const left = hits.flatMap(({ entry }, i) => (isLeft(i) ? entry.at : []));
        save({ place: ledger.end, waiting: [...absent, ...left].sort((a, b) => a - b), shown: null });
      },
      markAsShown: () => save({ place: mark.place, waiting: mark.waiting, shown: all }),
    };
  }

  /** Marks as read what was shown last, or all that there is where nothing was. */
  async markShown(searches: readonly SavedSearch[]): Promise<void> {
    await this.locked(async (state) => {
      this.record(state);
      for (const { name } of searches) {
        const { generation, shown } = state.mark(name);
        const next = shown ?? { place: state.ledger.end, waiting: [] };
        state.saveMark(name, { generation, ...next, shown: null });
      }
    });
  }

  /** The articles whose entries a search has not seen, each once, in the order of arrival. */
  private pending(state: NewsState, { place, waiting }: Mark): Pending[] {
    const { ledger } = state;
    const entries = [...ledger.at(waiting), ...ledger.from(place)];
    const byIdentity = new Map<number, Pending>();
    for (const entry of entries) {
      if (entry.kind === "moved" || entry.kind === "reread") continue;
      if (byIdentity.has(entry.identity)) continue;
      byIdentity.set(entry.identity, { entry, isUpdate: entry.kind !== "new", article: undefined });
    }
    const taken = new Set<number>();
    for (const { identity, id, content } of ledger.identities(
      [...byIdentity.values()].map(({ entry }) => entry),
    )) {
      const article = this.numbered(id, content).find((number) => !taken.has(number));
      const one = byIdentity.get(identity);
      if (article === undefined || !one) continue;
      taken.add(article);
      one.article = article;
    }
    return [...byIdentity.values()];
  }

  /** The numbers of the articles with an id and a content. */
  private numbered(id: string, content: number): number[] {
    const { snapshot } = this.searcher;
    return snapshot.segments.flatMap(({ segment, deleted }, at) =>
      segment
        .named(`i${id}`)
        .filter((document) => !deleted?.[document] && contentOf(segment, document) === content)
        .map((document) => (snapshot.bases[at] ?? 0) + document),
    );
  }

  /** A snapshot of some articles alone, and their numbers in the whole one by those in the part. */
  private part(pending: readonly Pending[]): { part: Snapshot; numbers: number[] } {
    const { snapshot } = this.searcher;
    const deleted = new Map<number, Uint8Array>();
    for (const { article } of pending) {
      if (article === undefined) continue;
      const { at, segment, document } = snapshot.locate(article);
      const mask = deleted.get(at) ?? new Uint8Array(segment.articleCount).fill(1);
      mask[document] = 0;
      deleted.set(at, mask);
    }
    const chosen = [...deleted].sort(([a], [b]) => a - b);
    const segments = chosen.flatMap(([at, mask]) => {
      const segment = snapshot.segments[at]?.segment;
      return segment ? { segment, deleted: mask } : [];
    });
    const numbers: number[] = [];
    for (const [at, mask] of chosen)
      for (let document = 0; document < mask.length; document++)
        numbers.push((snapshot.bases[at] ?? 0) + document);
    return { part: new PartSnapshot(segments), numbers };
  }
}

/** What an article says, as far as it tells one version from another, in 53 bits. */
function contentOf(segment: Segment, document: number): number {
  const { range, isStored, offset, length, title, status, version, type } = segment.record(document);
  if (range && type === "text") return range.hash + 2 ** 32 * (length % 2 ** 21);
  const told = hash53(JSON.stringify([title, status, version]));
  const text = range ? range.hash : isStored ? bytesHash(segment.storedText(offset, length)) : 0;
  return text + 2 ** 32 * (told % 2 ** 21);
}

/** FNV-1a over bytes. */
function bytesHash(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
