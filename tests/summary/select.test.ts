/** What a summary is made of: the greedy choice, against one that compares everything with everything. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Budget, type Candidate, select } from "../../src/summary/select.js";
import { norm, product } from "../../src/summary/terms.js";

/** The definition: of all that are left and fit the one that weighs most after what it repeats, the earliest of equals. */
function oracle(candidates: readonly Candidate[], budget: Budget, tolerance: number): number[] {
  const chosen: number[] = [];
  let { words } = budget;
  const byWorth = candidates
    .map((_, i) => i)
    .sort((a, b) => (candidates[b]?.weight ?? 0) - (candidates[a]?.weight ?? 0) || a - b);
  while (chosen.length < budget.sentences) {
    let best = -1;
    let most = -1;
    for (const i of byWorth) {
      const one = candidates[i];
      if (!one || chosen.includes(i) || one.words > words) continue;
      const said = Math.max(
        0,
        ...chosen.map((n) => {
          const other = candidates[n]?.terms ?? new Map();
          const both = norm(one.terms) * norm(other);
          return both > 0 ? product(one.terms, other) / both : 0;
        }),
      );
      const net = one.weight * (1 - said ** tolerance);
      if (said < 0.99 && net > most) [best, most] = [i, net];
    }
    if (best < 0) break;
    chosen.push(best);
    words -= candidates[best]?.words ?? 0;
  }
  return chosen.sort((a, b) => a - b);
}

const candidate = fc.record({
  terms: fc
    .array(fc.tuple(fc.constantFrom(..."abcdefgh"), fc.integer({ min: 1, max: 3 })), { maxLength: 6 })
    .map((pairs) => new Map(pairs)),
  words: fc.integer({ min: 1, max: 9 }),
  weight: fc.oneof(fc.constantFrom(0, 1, 2), fc.double({ min: 0, max: 3, noNaN: true })),
});

test("property: what is chosen is what comparing everything with everything chooses", () => {
  fc.assert(
    fc.property(
      fc.array(candidate, { minLength: 1, maxLength: 40 }),
      fc.constantFrom(1, 2, 3, 10, Number.POSITIVE_INFINITY),
      fc.constantFrom(9, 20, 100, Number.POSITIVE_INFINITY),
      fc.constantFrom(2, 4),
      (candidates, sentences, words, tolerance) => {
        const budget = { sentences, words };
        expect(select(candidates, budget, tolerance)).toEqual(oracle(candidates, budget, tolerance));
      },
    ),
    { numRuns: 1_000 },
  );
});

test("a sentence that is said word for word is not chosen again, however many are", () => {
  const terms = (n: number): Map<string, number> => new Map([[`word${n}`, 1]]);
  const candidates = Array.from({ length: 1_000 }, (_, i) => ({
    terms: terms(i % 500),
    words: 3,
    weight: 1,
  }));
  const everything = { sentences: 1_000, words: Number.POSITIVE_INFINITY };
  expect(select(candidates, everything, 4)).toEqual(Array.from({ length: 500 }, (_, i) => i));
});

test("sentences without a term are like no other, however many there are", () => {
  const candidates = Array.from({ length: 500 }, () => ({ terms: new Map(), words: 3, weight: 0 }));
  const everything = { sentences: 1_000, words: Number.POSITIVE_INFINITY };
  expect(select(candidates, everything, 4)).toHaveLength(500);
});
