/** The values of a field and how many articles have each. */
import type { FieldValue } from "../../api/types.js";
import type { Snapshot } from "../../index/read/snapshot.js";
import { joinPlaces } from "../match/known-names.js";

const COLUMNS = { place: "places", agency: "agencies", language: "languages", type: "types" } as const;

/** The most frequent value first, of articles given by their numbers. */
export function countValues(
  snapshot: Snapshot,
  field: keyof typeof COLUMNS,
  articles: Uint32Array,
): FieldValue[] {
  const counts = new Map<string, number>();
  const columns = snapshot.segments.map(({ segment }) => segment.column(COLUMNS[field]));
  for (const article of articles) {
    const { at, segment, document } = snapshot.locate(article);
    const value = segment.values[columns[at]?.[document] ?? 0];
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return named(field, counts);
}

/** The same of all articles, by a tally for each segment: a third of the time that looking each up takes. */
export function countAllValues(snapshot: Snapshot, field: keyof typeof COLUMNS): FieldValue[] {
  const counts = new Map<string, number>();
  for (const { segment, deleted } of snapshot.segments) {
    const { values } = segment;
    const tally = new Uint32Array(values.length);
    segment.column(COLUMNS[field]).forEach((number, document) => {
      if (!deleted?.[document]) tally[number] = (tally[number] ?? 0) + 1;
    });
    for (const [number, count] of tally.entries()) {
      const value = values[number];
      if (value && count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
    }
  }
  return named(field, counts);
}

/** Places under one name each, however they are spelt. */
function named(field: keyof typeof COLUMNS, counts: ReadonlyMap<string, number>): FieldValue[] {
  const values = byCount(counts);
  return field === "place" ? joinPlaces(values) : values;
}

function byCount(counts: ReadonlyMap<string, number>): FieldValue[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
