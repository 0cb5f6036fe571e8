/** The segments that make up an archive at one moment, and the articles in them that still count. */
import type { Matches } from "../../kernel/kernel.js";
import { type Link, readLinks } from "../format/links.js";
import type { Postings } from "../format/postings.js";
import { goneOf } from "../format/tombstones.js";
import type { QueryWord, Segment, Term } from "./segment.js";

/** A segment and which of its articles are gone (1 an article), null if none is. */
export interface LiveSegment {
  segment: Segment;
  deleted: Uint8Array | null;
}

const NONE = new Uint32Array();

/** An article's number in a snapshot is its number in its segment plus the articles of the segments before. */
export class Snapshot {
  readonly segments: readonly LiveSegment[];
  /** The number of each segment's first article, and one past the last. */
  readonly bases: readonly number[];
  /** Articles that count. */
  readonly articleCount: number;
  /** Words in them. */
  readonly wordCount: number;
  /** Of a part of an archive: that a word does not stand here does not mean that it stands nowhere. */
  readonly isPart: boolean = false;

  /** Of each segment the articles that are gone, ascending. */
  private readonly gone: Uint32Array[] = [];
  private readonly columns = new Map<string, Int32Array>();
  /** Names that the user has set as those of one thing, as `lowerCase` gives them; a search looks for all of them. */
  synonyms: readonly (readonly string[])[] = [];
  private knownLanguages: ReadonlySet<string> | undefined;

  /** `linksBetween` has the copies in different segments, as the manifest has them. */
  constructor(
    segments: readonly LiveSegment[],
    private readonly linksBetween = "",
  ) {
    this.segments = segments;
    const bases = [0];
    let articles = 0;
    let words = 0;
    for (const { segment, deleted } of segments) {
      bases.push((bases.at(-1) ?? 0) + segment.articleCount);
      articles += segment.articleCount;
      words += segment.wordCount;
      const gone = deleted ? Uint32Array.from(goneOf(deleted)) : NONE;
      this.gone.push(gone);
      articles -= gone.length;
      words -= segment.wordsIn(gone);
    }
    this.bases = bases;
    this.articleCount = articles;
    this.wordCount = words;
  }

  /** The pairs of articles that count and are copies or versions of each other, by their numbers in the snapshot. */
  *links(): Generator<Link> {
    for (const [at, { segment, deleted }] of this.segments.entries()) {
      const base = this.bases[at] ?? 0;
      for (const { a, b, kind } of segment.links())
        if (!deleted?.[a] && !deleted?.[b]) yield { a: a + base, b: b + base, kind };
    }
    if (this.linksBetween === "") return;
    for (const link of readLinks(Buffer.from(this.linksBetween, "base64"), this.bases.at(-1) ?? 0))
      if (this.isAlive(link.a) && this.isAlive(link.b)) yield link;
  }

  private isAlive(article: number): boolean {
    const { at, document } = this.locate(article);
    return !this.segments[at]?.deleted?.[document];
  }

  /** One number an article, over all segments. */
  column(name: "days" | "lengths" | "times"): Int32Array {
    const [first] = this.segments;
    if (first && this.segments.length === 1) return first.segment.column(name);
    let column = this.columns.get(name);
    if (!column) {
      column = new Int32Array(this.bases.at(-1) ?? 0);
      this.segments.forEach(({ segment }, at) => {
        column?.set(segment.column(name), this.bases[at] ?? 0);
      });
      this.columns.set(name, column);
    }
    return column;
  }

  /** The number of one article in a column, without reading the column. */
  cell(name: "days" | "lengths" | "times", article: number): number {
    const { segment, document } = this.locate(article);
    return segment.cell(name, document);
  }

  /** Whether any article has a time of day. */
  get hasTimes(): boolean {
    return this.segments.some(({ segment }) => segment.hasTimes);
  }

  /** The languages (ISO 639-1) of the articles, as far as they are known. */
  get languages(): ReadonlySet<string> {
    this.knownLanguages ??= new Set(this.segments.flatMap(({ segment }) => segment.languages));
    return this.knownLanguages;
  }

  /** The segment of an article and its number there. */
  locate(article: number): { at: number; segment: Segment; document: number } {
    let at = this.segments.length - 1;
    while (at > 0 && (this.bases[at] ?? 0) > article) at--;
    const live = this.segments[at];
    if (!live) throw new RangeError(`no article ${article}`);
    return { at, segment: live.segment, document: article - (this.bases[at] ?? 0) };
  }

  /** A word's postings in one segment, without the articles that are gone. */
  postings(at: number, term: Term): Postings {
    const live = this.segments[at];
    if (!live) throw new RangeError(`no segment ${at}`);
    const all = live.segment.postings(term);
    const { deleted } = live;
    if (!deleted || !all.documents.some((document) => deleted[document])) return all;
    const keep = (values: Uint32Array): Uint32Array =>
      values.filter((_, i) => !deleted[all.documents[i] ?? 0]);
    return {
      documents: keep(all.documents),
      frequencies: keep(all.frequencies),
      inTitle: keep(all.inTitle),
      inLead: keep(all.inLead),
    };
  }

  /** The articles of one segment that have all words and are not gone: for each word what it is worth there. */
  matches(at: number, words: readonly QueryWord[]): Matches[] {
    const live = this.segments[at];
    if (!live) throw new RangeError(`no segment ${at}`);
    return live.segment.matches(words, live.deleted);
  }

  /** In how many articles that count a word stands, in one segment. */
  documentCount(at: number, term: Term): number {
    const gone = this.gone[at] ?? NONE;
    const segment = this.segments[at]?.segment;
    if (!segment || gone.length === 0) return term.documents;
    return term.documents - segment.chosenPostings(term, gone).owners.length;
  }
}
