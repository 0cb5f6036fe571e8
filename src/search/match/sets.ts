/** Sets of a segment's articles, as ascending arrays of their numbers. */
import { dayNumber } from "../../corpus/typed-date.js";
import { NO_DAY } from "../../index/format/sections.js";
import type { Segment } from "../../index/read/segment.js";
import { kernelFor } from "../../kernel/kernel.js";
import { valueTest } from "./known-names.js";

export type Articles = Uint32Array;

/** Where the first number of an ascending list stands that is not below `value`, from `from` on; the end if none is. */
export function firstNotBelow(list: Articles, value: number, from: number): number {
  if (from >= list.length || (list[from] ?? 0) >= value) return from;
  // In growing steps past it, then by halves: few comparisons both for near and for far.
  let low = from;
  let step = 1;
  while (low + step < list.length && (list[low + step] ?? 0) < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, list.length);
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle;
    else high = middle;
  }
  return high;
}

/** In a list so many times as long as another, leaps are quicker than to walk through both. */
const DENSE = 16;

export function intersect(a: Articles, b: Articles): Articles {
  if (a === b) return a;
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  if (many.length < few.length * DENSE) return kernelFor((few.length + many.length) * 4).intersect(few, many);
  const out = new Uint32Array(few.length);
  let count = 0;
  let at = 0;
  for (let i = 0; i < few.length; i++) {
    const document = few[i] ?? 0;
    at = firstNotBelow(many, document, at);
    if (many[at] === document) out[count++] = document;
  }
  return out.subarray(0, count);
}

/** Articles from one day to another, both included; an open end is null. Those without a day never answer. */
export function byDate(segment: Segment, from: string | null, to: string | null): Articles {
  const first = from === null ? NO_DAY + 1 : dayNumber(from);
  const last = to === null ? Number.MAX_SAFE_INTEGER : dayNumber(to);
  return select(segment.column("days"), (day) => day !== NO_DAY && day >= first && day <= last);
}

/** The articles whose number in a column passes. */
export function select(column: ArrayLike<number>, test: (value: number) => boolean): Articles {
  const out: number[] = [];
  for (let document = 0; document < column.length; document++)
    if (test(column[document] ?? 0)) out.push(document);
  return Uint32Array.from(out);
}

const columnOf = { place: "places", agency: "agencies", language: "languages", type: "types" } as const;

/** Articles whose place, agency, language or type is what was typed, under any of its names. */
export function byValue(segment: Segment, field: keyof typeof columnOf, typed: string): Articles {
  const isMeant = valueTest(field, typed);
  // Of a field's own values alone: to compare names takes time.
  const column = segment.column(columnOf[field]);
  const isOwn = new Uint8Array(segment.values.length);
  for (const number of column) isOwn[number] = 1;
  const numbers = new Set<number>();
  segment.values.forEach((value, number) => {
    if (value !== null && isOwn[number] === 1 && isMeant(value)) numbers.add(number);
  });
  return numbers.size === 0 ? new Uint32Array() : select(column, (value) => numbers.has(value));
}
