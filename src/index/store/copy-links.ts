/** Finds the copies of articles in different segments: by the keys in the segments, and then by their texts. */
import { dayNumber } from "../../corpus/typed-date.js";
import { joinPath } from "../../corpus/walk.js";
import { RecordReader } from "../../formats/records/record-reader.js";
import { Candidates } from "../copies/candidates.js";
import { bodyOfText, type Comparable, type Facts } from "../copies/fingerprint.js";
import { marksOf } from "../copies/version-marks.js";
import type { Fingerprints } from "../format/fingerprints.js";
import { type Link, linkOf, readLinks } from "../format/links.js";
import { NO_DAY } from "../format/sections.js";
import { readText } from "../read/article-text.js";
import type { Segment } from "../read/segment.js";
import type { Stored } from "./load.js";
import type { KeptSegment } from "./plan.js";

/** Where one segment has this many times the articles of another, each key is looked up instead of reading all. */
const FAR_MORE = 16;
/** Of a key that more articles have than these, only the first are compared. */
const MOST_OF_ONE_KEY = 12;

export class CopyLinks {
  private readonly reader = new RecordReader();

  /** The roots' real paths. */
  constructor(private readonly roots: readonly string[]) {}

  /** The links between different segments of those given, by the articles' numbers in the whole, as their keys are. */
  among(segments: readonly Segment[], fingerprints: Fingerprints): Link[] {
    const bases = basesOf(segments);
    const candidates = candidatesIn(segments, bases);
    candidates.addShared(fingerprints.pairs(), (a, b) => partOf(bases, a) !== partOf(bases, b));
    return this.compared(candidates, segments, bases);
  }

  /** The links between the last segment and the ones before it, by the articles' numbers in the whole. */
  toLast(segments: readonly Segment[]): Link[] {
    const last = segments.at(-1);
    if (!last) return [];
    const bases = basesOf(segments);
    const candidates = candidatesIn(segments, bases);
    const lastBase = bases.at(-2) ?? 0;
    segments.slice(0, -1).forEach((segment, at) => {
      for (const { article, other, key, holders } of sharing(segment, last))
        candidates.add((bases[at] ?? 0) + article, lastBase + other, key, holders);
    });
    return this.compared(candidates, segments, bases);
  }

  private compared(candidates: Candidates, segments: readonly Segment[], bases: readonly number[]): Link[] {
    try {
      return candidates.links((article) => {
        const at = partOf(bases, article);
        const segment = segments[at];
        return segment ? this.comparable(segment, article - (bases[at] ?? 0)) : null;
      });
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
    const facts = (): Facts => {
      const { title, agency, version, status, date } = segment.record(document);
      return { title, agency, version, status, day: date === null ? null : dayNumber(date) };
    };
    return { ...bodyOfText(text.paragraphs), facts };
  }
}

function candidatesIn(segments: readonly Segment[], bases: readonly number[]): Candidates {
  const located = (article: number): [Segment | undefined, number] => {
    const at = partOf(bases, article);
    return [segments[at], article - (bases[at] ?? 0)];
  };
  return new Candidates({
    count: bases.at(-1) ?? 0,
    dayOf: (article) => {
      const [segment, document] = located(article);
      return segment?.cell("days", document) ?? NO_DAY;
    },
    isMarked: (article) => {
      const [segment, document] = located(article);
      return segment !== undefined && marksOf(segment.record(document)).isMarked;
    },
  });
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

/** Two articles of different segments that share a key, and how many articles have that key. */
interface Shared {
  article: number;
  other: number;
  key: number;
  holders: number;
}

function* sharing(segment: Segment, other: Segment): Generator<Shared> {
  if (segment.articleCount * FAR_MORE < other.articleCount) {
    for (const shared of sharing(other, segment))
      yield { ...shared, article: shared.other, other: shared.article };
    return;
  }
  const { fingerprints } = segment;
  for (const pairs of other.fingerprints.pairs())
    for (let i = 0; i < pairs.length; i += 2) {
      const key = pairs[i] ?? 0;
      const found = fingerprints.articlesOf(key);
      for (const article of found.slice(0, MOST_OF_ONE_KEY))
        yield { article, other: pairs[i + 1] ?? 0, key, holders: found.length + 1 };
    }
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
