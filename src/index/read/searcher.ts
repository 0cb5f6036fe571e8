/** One consistent state of an archive. It never changes; it is shared by the calls that use it and closed with the last. */

import type { ReadingOptions, Warning } from "../../api/types.js";
import { joinPath } from "../../corpus/walk.js";
import { RecordReader } from "../../formats/records/record-reader.js";
import type { SegmentBuilder } from "../build/segment-builder.js";
import { type FileRef, fileKey } from "../format/file-key.js";
import { Ids, type SharedIds, sharedIds } from "./ids.js";
import type { Segment, SegmentFile } from "./segment.js";
import { type LiveSegment, Snapshot } from "./snapshot.js";

/** An index on disk that a searcher reads. */
export interface StoredIndex {
  folder: string;
  /** Its segments by the names of their files. */
  segments: ReadonlyMap<string, Segment>;
  /** Bytes of all segments. */
  bytes: number;
}

export interface SearcherState {
  /** As they were given: what paths begin with. */
  roots: readonly string[];
  segments?: readonly LiveSegment[];
  /** Builders that have read articles but made no segment yet, of an archive in memory. */
  builders?: readonly SegmentBuilder[];
  /** Null if the ids that several articles share are still to be found. */
  shared: SharedIds | null;
  /** Copies in different segments, as the manifest has them. */
  links?: string;
  fileCount: number;
  /** What is wrong with files, folders and the cache. */
  warnings: readonly Warning[];
  /** Null if the index is in memory. */
  stored: StoredIndex | null;
  /** How the files are read. */
  reading?: ReadingOptions | undefined;
}

export class Searcher {
  readonly roots: readonly string[];
  readonly fileCount: number;
  readonly stored: StoredIndex | null;
  /** Reads the texts of the articles. */
  readonly reader: RecordReader;
  private builders: readonly SegmentBuilder[];
  private current: Snapshot;
  /** Whether the snapshot can be searched, not only listed. */
  private isSearchable: boolean;
  private knownIds: Ids | undefined;
  private knownWarnings: readonly Warning[] | undefined;
  private readers = 1;

  /** With one reader, who has to release it. */
  constructor(private readonly state: SearcherState) {
    this.roots = state.roots;
    this.reader = new RecordReader(state.reading);
    this.fileCount = state.fileCount;
    this.stored = state.stored;
    this.builders = state.builders ?? [];
    this.isSearchable = this.builders.length === 0;
    // Segments that can only be listed take a fraction of the time.
    const listed = this.builders.map((builder) => ({ segment: builder.finishInMemory(null), deleted: null }));
    this.current = new Snapshot([...(state.segments ?? []), ...listed], state.links);
    for (const { segment } of this.current.segments) segment.retain();
  }

  get reading(): ReadingOptions | undefined {
    return this.state.reading;
  }

  retain(): this {
    this.readers++;
    return this;
  }

  release(): void {
    if (--this.readers > 0) return;
    this.reader.close();
    for (const { segment } of this.current.segments) segment.release();
  }

  /** The articles, to be listed. */
  get snapshot(): Snapshot {
    return this.current;
  }

  /** The articles, to be searched. They have the same numbers. */
  async searchable(): Promise<Snapshot> {
    if (this.isSearchable) return this.current;
    const { lexicon } = await import("../build/term-analyzer.js");
    if (!this.isSearchable) {
      const segments = this.builders.map((builder) => ({
        segment: builder.finishInMemory(lexicon),
        deleted: null,
      }));
      for (const { segment } of segments) segment.retain();
      this.current = new Snapshot(segments);
      this.builders = [];
      this.isSearchable = true;
    }
    return this.current;
  }

  /** The ids by which the articles are known. */
  get ids(): Ids {
    if (!this.knownIds) {
      const shared = this.state.shared ?? sharedIds(this.current, (article) => this.keyOf(article));
      this.knownIds = new Ids(this.current, shared);
    }
    return this.knownIds;
  }

  /** What could not be used, in path order, with one warning for all ids that several articles share. */
  get warnings(): readonly Warning[] {
    this.knownWarnings ??= [...this.state.warnings, ...this.duplicateIds()];
    return this.knownWarnings;
  }

  private duplicateIds(): Warning[] {
    const { ids } = this;
    let count = 0;
    let first: Warning | undefined;
    for (const [id, articles] of ids.shared) {
      count += articles.length - 1;
      const [, article] = articles;
      if (first || article === undefined) continue;
      const message = `duplicate id ${id}; this article is ${ids.idOf(article, id)}`;
      first = { path: this.pathOf(this.fileOf(article)), message };
    }
    if (!first) return [];
    const more = count - 1;
    if (more === 0) return [first];
    const others = more === 1 ? "1 more article has" : `${more.toLocaleString("en")} more articles have`;
    return [{ path: first.path, message: `${first.message}; ${others} the id of another` }];
  }

  fileOf(article: number): SegmentFile {
    const { segment, document } = this.current.locate(article);
    return segment.file(segment.record(document).file);
  }

  pathOf({ root, relativePath }: FileRef): string {
    return joinPath(this.roots[root] ?? "", relativePath);
  }

  /** The key of an article's file, in whose order files are. */
  keyOf(article: number): string {
    return fileKey(this.fileOf(article));
  }
}
