import fc from "fast-check";
import { expect, test } from "vitest";
import { type Run, Union } from "../../src/search/union.js";

/** Few articles, so that runs meet; up to many runs, so that both ways to bring them together are taken. */
const runs = fc.array(
  fc.record({
    documents: fc.uniqueArray(fc.nat(40), { maxLength: 20 }),
    value: fc.integer({ min: 1, max: 9 }),
    tier: fc.nat(2),
    weight: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 60, size: "max" },
);

interface Made {
  documents: number[];
  value: number;
  tier: number;
  weight: number;
}

function runOf({ documents, value, tier, weight }: Made): Run {
  const ascending = Uint32Array.from(documents).sort();
  return { documents: ascending, values: new Float32Array(ascending.length).fill(value), tier, weight };
}

test("property: each article once, ascending, with the sum of its values, its nearest tier and its highest weight", () => {
  fc.assert(
    fc.property(runs, (made) => {
      const expected = new Map<number, { value: number; tier: number; weight: number }>();
      for (const { documents, value, tier, weight } of made) {
        for (const document of documents) {
          const before = expected.get(document) ?? { value: 0, tier: 9, weight: 0 };
          expected.set(document, {
            value: before.value + value,
            tier: Math.min(before.tier, tier),
            weight: Math.max(before.weight, weight),
          });
        }
      }
      const { documents, values, tiers, weights } = new Union(made.map(runOf));
      expect([...documents]).toEqual([...expected.keys()].sort((a, b) => a - b));
      documents.forEach((document, i) => {
        expect({ value: values[i], tier: tiers[i], weight: weights[i] }).toEqual(expected.get(document));
      });
    }),
  );
});
