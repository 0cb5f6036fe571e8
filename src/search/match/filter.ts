/** What narrows a listing or a search, and the order in which articles are given. */

import type { FieldName, Filter, SortOrder } from "../../api/types.js";
import { parseDays } from "../../corpus/typed-date.js";
import { NO_DAY } from "../../index/format/sections.js";
import type { Segment } from "../../index/read/segment.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { byDate, byValue, intersect } from "./sets.js";

/** Whether a filter asks for anything. */
export function isNarrow({ since, until, place, agency, language, type }: Filter): boolean {
  return [since, until, place, agency, language, type].some((asked) => asked !== undefined);
}

/** The articles of a segment that pass, ascending; undefined if nothing is asked for. Throws DateError. */
export function passing(segment: Segment, filter: Filter): Uint32Array | undefined {
  let found: Uint32Array | undefined;
  const narrow = (next: Uint32Array): void => {
    found = found ? intersect(found, next) : next;
  };
  const { since, until, place, agency, language, type } = filter;
  if (since !== undefined || until !== undefined) {
    const { from, to } = parseDays(since, until);
    narrow(byDate(segment, from, to));
  }
  if (place !== undefined) narrow(byValues(segment, "place", place));
  if (agency !== undefined) narrow(byValues(segment, "agency", agency));
  if (language !== undefined) narrow(byValues(segment, "language", language));
  if (type !== undefined) narrow(byValues(segment, "type", type));
  return found;
}

/** The articles that have one of the values. */
function byValues(segment: Segment, field: FieldName, values: string | readonly string[]): Uint32Array {
  const [first = "", ...others] = typeof values === "string" ? [values] : values;
  const found = byValue(segment, field, first);
  if (others.length === 0) return found;
  const all = new Set(found);
  for (const value of others) for (const document of byValue(segment, field, value)) all.add(document);
  return Uint32Array.from(all).sort();
}

/** The numbers of the articles that count and pass, ascending. Throws DateError. */
export function allPassing(snapshot: Snapshot, filter: Filter): Uint32Array {
  const all = new Uint32Array(snapshot.bases.at(-1) ?? 0);
  let count = 0;
  for (const [at, { segment, deleted }] of snapshot.segments.entries()) {
    const base = snapshot.bases[at] ?? 0;
    const pass = passing(segment, filter);
    const most = pass ? pass.length : segment.articleCount;
    for (let i = 0; i < most; i++) {
      const document = pass ? (pass[i] ?? 0) : i;
      if (!deleted?.[document]) all[count++] = base + document;
    }
  }
  return all.subarray(0, count);
}

/** Tells whether an article that counts passes. What passes is found out when the first is asked for. */
export function passTest(snapshot: Snapshot, filter: Filter): (article: number) => boolean {
  if (!isNarrow(filter)) return () => true;
  let all: Set<number> | undefined;
  return (article) => {
    all ??= new Set(allPassing(snapshot, filter));
    return all.has(article);
  };
}

/** Below zero if the first comes first. */
export type Compare = (a: number, b: number) => number;

/**
 * Orders articles by their numbers: newest, longest or first in the alphabet first; where that is equal, by path and
 * place in the file, whatever the segments are. `relevance` is by date here: the caller puts scores before it.
 * `few` says that few articles will be compared: then dates are read one by one.
 */
export function comparison(
  snapshot: Snapshot,
  sort: SortOrder,
  reverse: boolean,
  pathOf: (article: number) => string,
  few = sort === "relevance",
): Compare {
  const first = firstComparison(snapshot, sort, few);
  // The newest first: of one moment the last in the source. Articles without a date are in the order of the source.
  const isLaterFirst = (article: number): boolean =>
    sort === "date" && snapshot.cell("days", article) !== NO_DAY;
  const forward: Compare = (a, b) =>
    first(a, b) || (isLaterFirst(a) ? -1 : 1) * comparePlaces(snapshot, a, b, pathOf);
  return reverse ? (a, b) => -forward(a, b) : forward;
}

function firstComparison(snapshot: Snapshot, sort: SortOrder, few: boolean): Compare {
  if (sort === "title") return byTitle(snapshot);
  const name = sort === "words" ? "lengths" : "days";
  const byNumber = byColumn(snapshot, name, few);
  if (sort !== "date" || !snapshot.hasTimes) return byNumber;
  const byTime = byColumn(snapshot, "times", few);
  return (a, b) => byNumber(a, b) || byTime(a, b);
}

/** By a number of each article, the greatest first. `few` reads those of single articles. */
function byColumn(snapshot: Snapshot, name: "days" | "lengths" | "times", few: boolean): Compare {
  if (few) return (a, b) => snapshot.cell(name, b) - snapshot.cell(name, a);
  const column = snapshot.column(name);
  return (a, b) => (column[b] ?? 0) - (column[a] ?? 0);
}

function byTitle(snapshot: Snapshot): Compare {
  const titles = new Map<number, string>();
  const title = (article: number): string => {
    let known = titles.get(article);
    if (known === undefined) {
      const { segment, document } = snapshot.locate(article);
      known = segment.record(document).title;
      titles.set(article, known);
    }
    return known;
  };
  const { compare } = new Intl.Collator(mainLanguage(snapshot), { numeric: true });
  return (a, b) => compare(title(a), title(b));
}

/** The language of most articles, whose alphabet orders titles: ə comes behind e in Azerbaijani, and ç behind c. */
function mainLanguage(snapshot: Snapshot): string {
  const counts = new Map<string, number>();
  for (const { segment } of snapshot.segments) {
    const { values } = segment;
    for (const number of segment.column("languages")) {
      const language = values[number];
      if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  let [main, most] = ["en", 0];
  for (const [language, count] of counts) if (count > most) [main, most] = [language, count];
  return main;
}

function comparePlaces(
  snapshot: Snapshot,
  a: number,
  b: number,
  pathOf: (article: number) => string,
): number {
  if (snapshot.segments.length === 1) return a - b;
  const [left, right] = [snapshot.locate(a), snapshot.locate(b)];
  if (left.at === right.at) return a - b;
  const [pathA, pathB] = [pathOf(a), pathOf(b)];
  if (pathA !== pathB) return pathA < pathB ? -1 : 1;
  return left.segment.record(left.document).offset - right.segment.record(right.document).offset;
}

/** The first `count` of `items` in order. A heap of that size, so that few of many are found without sorting all. */
export function firstOf(items: ArrayLike<number>, count: number, compare: Compare): number[] {
  if (count >= items.length / 4) return Array.from(items).sort(compare).slice(0, count);
  // The root is the worst of those kept.
  const heap: number[] = [];
  const swap = (i: number, j: number): void => {
    const [a, b] = [heap[i], heap[j]];
    if (a !== undefined && b !== undefined) [heap[i], heap[j]] = [b, a];
  };
  const worse = (i: number, j: number): boolean => {
    const [a, b] = [heap[i], heap[j]];
    return a !== undefined && b !== undefined && compare(a, b) > 0;
  };
  const sink = (from: number): void => {
    for (let i = from; ; ) {
      let worst = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && worse(child, worst)) worst = child;
      if (worst === i) return;
      swap(i, worst);
      i = worst;
    }
  };
  for (let n = 0; n < items.length; n++) {
    const item = items[n] ?? 0;
    if (heap.length < count) {
      heap.push(item);
      for (let i = heap.length - 1; i > 0 && worse(i, (i - 1) >> 1); i = (i - 1) >> 1) swap(i, (i - 1) >> 1);
    } else if (heap[0] !== undefined && compare(item, heap[0]) < 0) {
      heap[0] = item;
      sink(0);
    }
  }
  return heap.sort(compare);
}
