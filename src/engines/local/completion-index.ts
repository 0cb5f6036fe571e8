/** A quick look into an archive for what a shell completes while somebody types. */
import type { FieldName, FieldValue, ReadingOptions } from "../../api/types.js";
import { distinctRoots } from "../../corpus/roots.js";
import { totalSize } from "../../index/build/input-file.js";
import type { Ids } from "../../index/read/ids.js";
import type { Searcher } from "../../index/read/searcher.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { indexFolder } from "../../index/store/cache-dir.js";
import { diff } from "../../index/store/diff.js";
import { loadStored } from "../../index/store/load.js";
import { openSearcher, QUICKLY_READ, searcherOf } from "../../index/store/open.js";
import { readingKey } from "../../index/store/reading-key.js";
import { scan } from "../../index/store/scan.js";
import { cacheFolder, hasPrivateFolder } from "../../platform/cache-folder.js";
import { countAllValues } from "../../search/facets/values.js";

/** An archive of more files than these is not read for this, however short they are. */
const FEW_FILES = 1_000;

/** An article as it is offered. */
export interface ArticleRef {
  /** What may be typed for it. */
  name: string;
  title: string;
  date: string | null;
}

/**
 * The index that is stored, as it stands, or a small archive read on the spot. Nothing is built or brought up to date,
 * nothing written.
 */
export class CompletionIndex {
  private readonly snapshot: Snapshot;
  private readonly ids: Ids;

  private constructor(private readonly searcher: Searcher) {
    this.snapshot = searcher.snapshot;
    this.ids = searcher.ids;
  }

  /** Null if the archive is large and has no stored index. Throws what opening an archive throws. */
  static async open(
    given: readonly string[],
    cache = cacheFolder(),
    reading: ReadingOptions = {},
  ): Promise<CompletionIndex | null> {
    const { roots, real } = distinctRoots(given);
    const key = readingKey(reading);
    const folder = indexFolder(cache, real, key);
    const stored = hasPrivateFolder(cache, folder) ? loadStored(folder, real, key) : null;
    if (stored) return new CompletionIndex(searcherOf(stored, roots));
    if (!isSmall(roots)) return null;
    const { searcher } = await openSearcher(given, { cache: null, progress: () => {}, reading });
    return new CompletionIndex(searcher);
  }

  /** The newest articles. */
  newest(most: number): ArticleRef[] {
    const newest = this.snapshot.segments.flatMap(({ segment, deleted }, at) => {
      const articles: number[] = [];
      for (const document of segment.newest()) {
        if (articles.length >= most) break;
        if (!deleted?.[document]) articles.push((this.snapshot.bases[at] ?? 0) + document);
      }
      return articles;
    });
    return this.glimpses(newest).slice(0, most);
  }

  /**
   * The articles whose ids begin as typed, the newest first; if there are more than `most`, those whose ids come first
   * in the alphabet. Where no id begins so, the articles whose files' names do.
   */
  articles(typed: string, most: number): ArticleRef[] {
    const byId = new Set([...this.named(`i${typed}`, most)].map(({ article }) => article));
    for (const [id, articles] of this.ids.shared) {
      for (const article of articles) if (this.ids.idOf(article, id).startsWith(typed)) byId.add(article);
    }
    if (byId.size > 0) return this.glimpses([...byId]).filter(({ name }) => name.startsWith(typed));
    return [...this.named(`f${typed}`, most)].map(({ article, name }) => ({
      ...this.glimpse(article),
      name,
    }));
  }

  /** An article whose id begins as typed but not with `shared`, which begins so too. */
  articleBeside(typed: string, shared: string): ArticleRef | undefined {
    for (const from of [typed, `${shared}\uffff`]) {
      for (const { article, name } of this.named(`i${typed}`, 1, `i${from}`))
        if (!name.startsWith(shared)) return this.glimpse(article);
    }
    return undefined;
  }

  /** The values of a field, the most frequent first. */
  values(field: FieldName): FieldValue[] {
    return countAllValues(this.snapshot, field);
  }

  close(): void {
    this.searcher.release();
  }

  /** The articles of the names (see Segment.named) that begin with `prefix`, at most so many of each segment. */
  private *named(prefix: string, most: number, from = prefix): Generator<{ article: number; name: string }> {
    for (const [at, { segment, deleted }] of this.snapshot.segments.entries()) {
      let left = most;
      for (const { name, documents } of segment.namesPrefixed(prefix, from)) {
        for (const document of documents) {
          if (left <= 0 || deleted?.[document]) continue;
          yield { article: (this.snapshot.bases[at] ?? 0) + document, name: name.slice(1) };
          left--;
        }
        if (left <= 0) break;
      }
    }
  }

  /** The newest first. */
  private glimpses(articles: readonly number[]): ArticleRef[] {
    const dated = articles.map((article) => ({ article, day: this.snapshot.cell("days", article) }));
    return dated.sort((a, b) => b.day - a.day).map(({ article }) => this.glimpse(article));
  }

  private glimpse(article: number): ArticleRef {
    const { segment, document } = this.snapshot.locate(article);
    const { id, title, date } = segment.record(document);
    return { name: this.ids.idOf(article, id), title, date };
  }
}

function isSmall(roots: readonly string[]): boolean {
  const found = scan(roots);
  const files = found.folders.reduce(
    (sum, folder) => sum + (folder.files?.length ?? 0),
    found.fileRoots.length,
  );
  if (files > FEW_FILES) return false;
  const { read } = diff(roots, found, null, false);
  return read.length <= FEW_FILES && totalSize(read) <= QUICKLY_READ;
}
