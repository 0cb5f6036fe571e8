/** Where parts of a query stand near each other: their spans of positions in an article, and the distances between. */
import { PARAGRAPH } from "../../index/format/postings.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import type { Nearness } from "../query/operators.js";
import { eachOccurrence, placesOf } from "./phrase-positions.js";
import type { SentenceTest } from "./same-sentence.js";
import { hasLead, SCOPES, type TermMatcher } from "./term-matcher.js";

/** Stretches of positions in some articles, from `starts[i]` to `starts[i + 1]` those of the i-th, in order. */
export interface Spans {
  starts: Uint32Array;
  /** The first and the last position of each. */
  begins: Uint32Array;
  ends: Uint32Array;
}

/** Collects spans article by article. */
class SpanList {
  private readonly starts: number[] = [0];
  private readonly begins: number[] = [];
  private readonly ends: number[] = [];

  add(begin: number, end: number): void {
    this.begins.push(begin);
    this.ends.push(end);
  }

  /** What is added from now on is of the next article. */
  next(): void {
    this.starts.push(this.begins.length);
  }

  finish(): Spans {
    return {
      starts: Uint32Array.from(this.starts),
      begins: Uint32Array.from(this.begins),
      ends: Uint32Array.from(this.ends),
    };
  }
}

/** Where a word or phrase stands in articles of the segment at `at`, which are given ascending. */
export function termSpans(
  snapshot: Snapshot,
  at: number,
  { slots, scope }: TermMatcher,
  documents: Uint32Array,
): Spans {
  const known = new Map(
    [...new Set(slots)].map((variants) => [
      variants,
      placesOf(snapshot, at, variants, documents, hasLead(scope)),
    ]),
  );
  const places = slots.flatMap((variants) => known.get(variants) ?? []);
  const [first] = places;
  const list = new SpanList();
  documents.forEach((_, d) => {
    eachOccurrence(places, d, ([chosen = 0]) => {
      const begin = first?.positions[chosen] ?? 0;
      const part = first?.inTitle[chosen] === 1 ? "title" : first?.inLead?.[chosen] === 1 ? "lead" : "body";
      if (SCOPES[scope][part] > 0) list.add(begin, begin + slots.length - 1);
    });
    list.next();
  });
  return list.finish();
}

/** The spans of several parts, any of which may stand there. */
export function unitedSpans(parts: readonly Spans[], articles: number): Spans {
  const list = new SpanList();
  for (let d = 0; d < articles; d++) {
    const found = parts.flatMap((spans) => [...spansIn(spans, d)]);
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    for (const [begin, end] of found) list.add(begin, end);
    list.next();
  }
  return list.finish();
}

function* spansIn({ starts, begins, ends }: Spans, article: number): Generator<[number, number]> {
  for (let i = starts[article] ?? 0; i < (starts[article + 1] ?? 0); i++)
    yield [begins[i] ?? 0, ends[i] ?? 0];
}

/** The positions between paragraphs of some articles. */
function paragraphEnds(snapshot: Snapshot, at: number, documents: Uint32Array): Spans {
  const term = snapshot.segments[at]?.segment.term(PARAGRAPH);
  const variants = term
    ? [{ word: PARAGRAPH, kind: "exact", distance: 0, terms: [], documents: 0 } as const]
    : [];
  const named = variants.map((variant) => {
    const terms: (typeof term)[] = [];
    terms[at] = term;
    return { ...variant, terms };
  });
  const { starts, positions } = placesOf(snapshot, at, named, documents);
  return { starts, begins: positions, ends: positions };
}

/** What is near what in articles of the segment at `at`: each pair as a span from the first of both to the last. */
export function nearSpans(
  snapshot: Snapshot,
  at: number,
  documents: Uint32Array,
  [left, right]: readonly [Spans, Spans],
  nearness: Nearness,
  inSentence?: SentenceTest,
): Spans {
  const isNear = distanceTest(snapshot, at, documents, nearness, inSentence);
  const list = new SpanList();
  documents.forEach((_, d) => {
    for (const a of spansIn(left, d))
      for (const b of spansIn(right, d))
        if (isNear(d, a, b)) list.add(Math.min(a[0], b[0]), Math.max(a[1], b[1]));
    list.next();
  });
  return list.finish();
}

/** The spans of the left part that the right one is not near. */
export function lonelySpans(
  snapshot: Snapshot,
  at: number,
  documents: Uint32Array,
  [left, right]: readonly [Spans, Spans],
  nearness: Nearness,
  inSentence?: SentenceTest,
): Spans {
  const isNear = distanceTest(snapshot, at, documents, nearness, inSentence);
  const list = new SpanList();
  documents.forEach((_, d) => {
    const others = [...spansIn(right, d)];
    for (const a of spansIn(left, d)) if (!others.some((b) => isNear(d, a, b))) list.add(a[0], a[1]);
    list.next();
  });
  return list.finish();
}

type IsNear = (article: number, a: [number, number], b: [number, number]) => boolean;

function distanceTest(
  snapshot: Snapshot,
  at: number,
  documents: Uint32Array,
  { distance, within, ordered }: Nearness,
  inSentence: SentenceTest | undefined,
): IsNear {
  const paragraphs = within === "text" ? null : paragraphEnds(snapshot, at, documents);
  return (article, a, b) => {
    const gap = b[0] > a[1] ? b[0] - a[1] : ordered ? 0 : a[0] > b[1] ? a[0] - b[1] : 0;
    // Nothing is near itself.
    if (gap === 0 || (distance !== null && gap > distance)) return false;
    if (!paragraphs) return true;
    const [low, high] = a[0] < b[0] ? [a[0], b[0]] : [b[0], a[0]];
    if (hasBetween(paragraphs, article, low, high)) return false;
    return inSentence ? inSentence(article, low, high) : true;
  };
}

/** Whether a position from `low` to `high` is among an article's. */
function hasBetween({ starts, begins }: Spans, article: number, low: number, high: number): boolean {
  let from = starts[article] ?? 0;
  let to = starts[article + 1] ?? 0;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((begins[middle] ?? 0) < low) from = middle + 1;
    else to = middle;
  }
  return from < (starts[article + 1] ?? 0) && (begins[from] ?? 0) <= high;
}

/** The articles that have a span. */
export function withSpans(documents: Uint32Array, { starts }: Spans): Uint32Array {
  return documents.filter((_, d) => (starts[d + 1] ?? 0) > (starts[d] ?? 0));
}
