import fc from "fast-check";
import { expect, test } from "vitest";
import { SegmentBuilder } from "../../../src/index/build/segment-builder.js";
import { lexicon } from "../../../src/index/build/term-analyzer.js";
import { Segment } from "../../../src/index/read/segment.js";
import { MemorySource } from "../../../src/index/read/source.js";
import { canBeMistyped, nearWords } from "../../../src/search/match/fuzzy.js";
import { EditRows, editDistance } from "../../../src/text/edit-distance.js";
import { builderSource } from "../../index/source-of.js";

/** The same distance by its definition: restricted Damerau-Levenshtein. */
function plainDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i ? (j ? 0 : i) : j)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row) row[j] = best;
    }
  }
  return at(a.length, b.length);
}

test.each([
  ["algera", "algeria", 1],
  ["agleria", "algeria", 1],
  ["magraman", "magramane", 1],
  ["zebra", "algeria", undefined],
  ["", "ab", 2],
  ["ab", "", 2],
])("%s and %s", (a, b, expected) => {
  expect(editDistance(a, b, 2)).toBe(expected);
});

/** A segment of one article, as it stays in memory or as it is stored. */
function segmentOf(text: string, isStored: boolean): Segment {
  const builder = new SegmentBuilder(false);
  builder.add(builderSource({ dispatch: { headline: null, paragraphs: [text] }, id: "a" }));
  return isStored ? new Segment(new MemorySource(builder.finish(lexicon))) : builder.finishInMemory(lexicon);
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });

test("property: the distance of one word after the other is exact up to the limit", () => {
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 40 }),
      word,
      fc.integer({ min: 1, max: 2 }),
      (list, query, most) => {
        const rows = new EditRows(query, most);
        for (const one of list) {
          const distance = plainDistance(query, one);
          const units = [...one].map((letter) => letter.charCodeAt(0));
          expect(rows.distance(units, one.length)).toBe(distance <= most ? distance : undefined);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("property: exactly the near words of a vocabulary are found, in its order, none falls through the prefilter", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 60 }),
      word,
      fc.integer({ min: 1, max: 2 }),
      fc.boolean(),
      fc.boolean(),
      (list, query, most, sameFirst, isStored) => {
        fc.pre(query !== "");
        const segment = segmentOf(list.join(" "), isStored);
        const found: string[] = [];
        nearWords(segment, query, most, sameFirst, (term, distance) => {
          expect(distance).toBe(plainDistance(query, term.word));
          found.push(term.word);
        });
        const words = [...segment.prefixed("")].map((term) => term.word);
        const near = words.filter((one) => {
          const distance = plainDistance(query, one);
          return distance > 0 && distance <= most && (!sameFirst || one[0] === query[0]);
        });
        expect(found).toEqual(near.filter(canBeMistyped));
      },
    ),
    { numRuns: 300 },
  );
});
