/** Finds the copies of articles in different segments: by the keys in the segments, and then by their texts. */
import { dayNumber } from "../../corpus/typed-date.js";
import { joinPath } from "../../corpus/walk.js";
import { RecordReader } from "../../formats/records/record-reader.js";
import { joinedPairs } from "../build/merge.js";
import { Candidates } from "../copies/candidates.js";
import { bodyOfText, type Comparable } from "../copies/fingerprint.js";
import { Fingerprints, writeFingerprints } from "../format/fingerprints.js";
import { type Link, linkOf, readLinks } from "../format/links.js";
import { readText } from "../read/article-text.js";
import type { Segment } from "../read/segment.js";
import type { Stored } from "./load.js";
import type { KeptSegment } from "./plan.js";

/** Where one segment has this many times the articles of another, each key is looked up instead of reading all. */
const FAR_MORE = 16;
/** Of a key that more articles have than these, only the first are compared. */
const MOST_OF_ONE_KEY = 32;

export class CopyLinks {
  private readonly reader = new RecordReader();

  /** The roots' real paths. */
  constructor(private readonly roots: readonly string[]) {}

  /** The links between different segments of those given, by the articles' numbers in the whole. */
  among(segments: readonly Segment[]): Link[] {
    const bases = basesOf(segments);
    const articles = bases.at(-1) ?? 0;
    const bytes = Buffer.concat(writeFingerprints(articles, () => joinedPairs(segments)));
    const section = {
      length: bytes.length,
      read: (offset: number, length: number) => bytes.subarray(offset, offset + length),
    };
    const candidates = new Candidates(articles);
    candidates.addShared(
      new Fingerprints(section, articles).pairs(),
      (a, b) => partOf(bases, a) !== partOf(bases, b),
    );
    return this.compared(candidates, segments, bases);
  }

  /** The links between the last segment and the ones before it, by the articles' numbers in the whole. */
  toLast(segments: readonly Segment[]): Link[] {
    const last = segments.at(-1);
    if (!last) return [];
    const bases = basesOf(segments);
    const candidates = new Candidates(bases.at(-1) ?? 0);
    const lastBase = bases.at(-2) ?? 0;
    segments.slice(0, -1).forEach((segment, at) => {
      for (const [article, other] of sharing(segment, last))
        candidates.add((bases[at] ?? 0) + article, lastBase + other);
    });
    return this.compared(candidates, segments, bases);
  }

  private compared(candidates: Candidates, segments: readonly Segment[], bases: readonly number[]): Link[] {
    try {
      return [
        ...candidates.links((article) => {
          const at = partOf(bases, article);
          const segment = segments[at];
          return segment ? this.comparable(segment, article - (bases[at] ?? 0)) : null;
        }),
      ];
    } finally {
      this.reader.close();
    }
  }

  private comparable(segment: Segment, document: number): Comparable | null {
    const text = readText(segment, document, {
      reader: this.reader,
      pathOf: ({ root, relativePath }) => joinPath(this.roots[root] ?? "", relativePath),
      isUnchanged: () => false,
    });
    if (!text) return null;
    const { title, agency, version, status, date } = segment.record(document);
    const day = date === null ? null : dayNumber(date);
    return { ...bodyOfText(text.paragraphs), title, agency, version, status, day };
  }
}

/** The known links between segments that stay, by the articles' numbers in these. */
export function linksOfKept(known: Stored, keep: readonly KeptSegment[]): Link[] {
  if (known.manifest.links === "") return [];
  const before = basesOf(known.segments.map(({ segment }) => segment));
  const bases = basesOf(keep.map(({ segment }) => segment));
  const places = known.segments.map(({ segment }) => keep.findIndex((kept) => kept.segment === segment));
  const moved = (article: number): number | null => {
    const at = partOf(before, article);
    const place = places[at] ?? -1;
    return place < 0 ? null : article - (before[at] ?? 0) + (bases[place] ?? 0);
  };
  const bytes = Buffer.from(known.manifest.links, "base64");
  return readLinks(bytes, before.at(-1) ?? 0).flatMap((link): Link[] => {
    const [a, b] = [moved(link.a), moved(link.b)];
    return a === null || b === null ? [] : [linkOf(a, b, link.kind)];
  });
}

/** Articles of two segments that share a key. */
function* sharing(segment: Segment, other: Segment): Generator<[article: number, other: number]> {
  if (segment.articleCount * FAR_MORE < other.articleCount) {
    for (const [article, found] of sharing(other, segment)) yield [found, article];
    return;
  }
  const { fingerprints } = segment;
  for (const pairs of other.fingerprints.pairs())
    for (let i = 0; i < pairs.length; i += 2)
      for (const article of fingerprints.articlesOf(pairs[i] ?? 0).slice(0, MOST_OF_ONE_KEY))
        yield [article, pairs[i + 1] ?? 0];
}

function basesOf(segments: readonly Segment[]): number[] {
  const bases = [0];
  for (const { articleCount } of segments) bases.push((bases.at(-1) ?? 0) + articleCount);
  return bases;
}

/** The segment of an article. */
function partOf(bases: readonly number[], article: number): number {
  let at = bases.length - 2;
  while (at > 0 && (bases[at] ?? 0) > article) at--;
  return at;
}
