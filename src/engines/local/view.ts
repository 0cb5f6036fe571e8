/** What one call sees of an archive: the articles and texts of one consistent state. */

import { Pauses } from "../../api/abort.js";
import { AmbiguousIdError, StaleError } from "../../api/errors.js";
import type { Article, ArticleText, FullArticle, Listed, ListOptions } from "../../api/types.js";
import { isLines } from "../../formats/records/raw-record.js";
import { plainRecord, readWhole } from "../../formats/records/record-reader.js";
import { type Files, readText } from "../../index/read/article-text.js";
import type { Searcher } from "../../index/read/searcher.js";
import type { SegmentFile } from "../../index/read/segment.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { allPassing, comparison, firstOf, isNarrow } from "../../search/match/filter.js";

/** How many articles an ambiguous id is shown with. */
const CANDIDATES = 10;

export class ArchiveView {
  /** Whether files are as they were when they were read, by path. */
  private readonly unchanged = new Map<string, boolean>();

  /** The caller retains the searcher as long as the view is used. */
  constructor(
    readonly searcher: Searcher,
    private readonly progress: (done: number, total: number) => void,
    readonly signal: AbortSignal | undefined,
    private readonly synonyms: readonly (readonly string[])[],
  ) {}

  get snapshot(): Snapshot {
    return this.searcher.snapshot;
  }

  /** The articles, ready to be searched. */
  async searchable(): Promise<Snapshot> {
    this.signal?.throwIfAborted();
    const snapshot = await this.searcher.searchable();
    this.signal?.throwIfAborted();
    snapshot.synonyms = this.synonyms;
    return snapshot;
  }

  /** What a search asks of articles besides what the index says. */
  readonly texts = {
    textOf: (number: number): ArticleText | null => this.text(number),
    pathOf: (number: number): string => this.searcher.keyOf(number),
  };

  /** The id by which an article is known. */
  idOf(number: number): string {
    const { segment, document } = this.snapshot.locate(number);
    return this.searcher.ids.idOf(number, segment.record(document).id);
  }

  article(number: number): Article {
    const { segment, document } = this.snapshot.locate(number);
    const record = segment.record(document);
    return articleOf(record, this.searcher.ids.idOf(number, record.id), this.pathOf(number));
  }

  /** An article with the ids of its copies. */
  listedArticle(number: number, copies: readonly string[]): Listed {
    const { segment, document } = this.snapshot.locate(number);
    const record = segment.record(document);
    const path = this.pathOf(number);
    return {
      id: this.searcher.ids.idOf(number, record.id),
      path,
      type: record.type,
      date: record.date,
      time: record.time,
      dateline: record.dateline,
      place: record.place,
      agency: record.agency,
      byline: record.byline,
      language: record.language,
      title: record.title,
      titleFrom: record.titleFrom,
      subjects: record.subjects,
      url: record.url,
      version: record.version,
      status: record.status,
      words: record.words,
      paragraphs: record.paragraphs,
      extra: record.extra,
      copies,
    };
  }

  private pathOf(number: number): string {
    return this.searcher.pathOf(this.searcher.fileOf(number));
  }

  /** An article with its text. Throws StaleError if its file has changed so that the article cannot be found in it. */
  async fullArticle(number: number): Promise<FullArticle> {
    const text = this.text(number);
    if (text) return { ...this.article(number), body: text.paragraphs };
    return this.reread(number);
  }

  /** The text of an article; null if its file can no longer be read or says something else now. */
  text(number: number): ArticleText | null {
    const { segment, document } = this.snapshot.locate(number);
    return readText(segment, document, this.files);
  }

  private get files(): Files {
    const { searcher } = this;
    return {
      reader: searcher.reader,
      pathOf: (file) => searcher.pathOf(file),
      isUnchanged: (path, file) => this.isUnchanged(path, file),
    };
  }

  /** Whether the file that was read last is the one that was indexed. */
  private isUnchanged(path: string, file: SegmentFile): boolean {
    let unchanged = this.unchanged.get(path);
    if (unchanged === undefined) {
      unchanged = this.searcher.reader.isUnchanged(file);
      this.unchanged.set(path, unchanged);
    }
    return unchanged;
  }

  /** The only article of a file as the file has it now. The rest of the archive stays as it was. */
  private async reread(number: number): Promise<FullArticle> {
    const path = this.pathOf(number);
    const [{ sourceOf }, { countWords }] = await Promise.all([
      import("../../index/build/article-source.js"),
      import("../../index/build/segment-builder.js"),
    ]);
    const bytes = isLines(path) ? null : readWhole(path, () => {});
    const { reading } = this.searcher;
    const record = bytes && plainRecord(bytes, path, () => {}, reading);
    const source = record && sourceOf(path, record, reading);
    if (!source) throw new StaleError(path);
    const { headline, paragraphs } = source.dispatch;
    const words = [headline ?? "", ...paragraphs].reduce((sum, text) => sum + countWords(text), 0);
    const counted = { words, paragraphs: paragraphs.length };
    return { ...articleOf({ ...source, ...counted }, this.article(number).id, path), body: paragraphs };
  }

  /** The texts of articles, read one by one. Those that cannot be read are left out. */
  async *dispatches(
    articles: Uint32Array,
  ): AsyncGenerator<{ dispatch: ArticleText; language: string | null }> {
    const pauses = new Pauses(this.signal);
    let bytes = 0;
    for (const [i, number] of articles.entries()) {
      if (pauses.isDue) await pauses.take();
      const { segment, document } = this.snapshot.locate(number);
      const { length, language } = segment.record(document);
      const dispatch = this.text(number);
      if (dispatch) yield { dispatch, language };
      bytes += length;
      // The rest is taken to be as long on average as what was read.
      this.progress(bytes, Math.round((bytes * articles.length) / (i + 1)));
    }
  }

  /** The numbers of a listing's articles, in order. */
  listed(options: ListOptions): number[] {
    const { snapshot } = this;
    const offset = options.offset ?? 0;
    const count = options.limit === undefined ? snapshot.articleCount : offset + options.limit;
    const { sort = "date", reverse = false } = options;
    const { pathOf } = this.texts;
    if (sort === "date" && !reverse && count < snapshot.articleCount && !isNarrow(options)) {
      const compare = comparison(snapshot, sort, reverse, pathOf, true);
      return firstOf(this.newest(count), count, compare).slice(offset);
    }
    const numbers = allPassing(snapshot, options);
    return firstOf(numbers, count, comparison(snapshot, sort, reverse, pathOf)).slice(offset);
  }

  /** The newest articles of each segment, `count` of each. */
  private newest(count: number): number[] {
    const { snapshot } = this;
    return snapshot.segments.flatMap(({ segment, deleted }, at) => {
      const chosen: number[] = [];
      for (const document of segment.newest()) {
        if (chosen.length >= count) break;
        if (!deleted?.[document]) chosen.push((snapshot.bases[at] ?? 0) + document);
      }
      return chosen;
    });
  }

  /** The one article that an id, or what may be given instead, matches. Throws AmbiguousIdError if several match. */
  find(typed: string): number | undefined {
    const found = this.searcher.ids.find(typed, CANDIDATES);
    const [first] = found;
    if (first === undefined && typed === "latest") return this.listed({ limit: 1 })[0];
    if (found.length < 2) return first;
    const candidates = found.slice(0, CANDIDATES).map((number) => this.article(number));
    throw new AmbiguousIdError(typed, candidates, found.length);
  }

  /** What a function makes of each item, with pauses in which the signal is heard. */
  async each<T, U>(items: readonly T[], make: (item: T) => U): Promise<U[]> {
    const pauses = new Pauses(this.signal);
    const made: U[] = [];
    for (const item of items) {
      if (pauses.isDue) await pauses.take();
      made.push(make(item));
    }
    return made;
  }
}

/** An article as it is printed, its keys in the order of the contract. Spelled out: a spread takes microseconds. */
function articleOf(record: Omit<Article, "id" | "path">, id: string, path: string): Article {
  return {
    id,
    path,
    type: record.type,
    date: record.date,
    time: record.time,
    dateline: record.dateline,
    place: record.place,
    agency: record.agency,
    byline: record.byline,
    language: record.language,
    title: record.title,
    titleFrom: record.titleFrom,
    subjects: record.subjects,
    url: record.url,
    version: record.version,
    status: record.status,
    words: record.words,
    paragraphs: record.paragraphs,
    extra: record.extra,
  };
}
