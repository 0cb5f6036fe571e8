/** Shingles are runs of six words; what is counted of them is what comparing all of them gives. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { countShared, hashOfWord, shinglesOf, smallestShingles } from "../../src/text/shingles.js";

const WORDS = fc.array(fc.constantFrom(..."abcd"), { maxLength: 60 });
const hashes = (words: readonly string[]): Uint32Array => Uint32Array.from(words, hashOfWord);

function runs(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + 6 <= words.length; i++) found.add(words.slice(i, i + 6).join(" "));
  return found;
}

test("property: a text has as many shingles as different runs of six words", () => {
  fc.assert(
    fc.property(WORDS, (words) => {
      const shingles = shinglesOf(hashes(words));
      expect(shingles.length).toBe(runs(words).size);
      expect([...shingles]).toEqual([...shingles].sort((a, b) => a - b));
    }),
  );
});

test("property: two texts share as many shingles as runs", () => {
  fc.assert(
    fc.property(WORDS, WORDS, (a, b) => {
      const [left, right] = [runs(a), runs(b)];
      const shared = [...left].filter((run) => right.has(run)).length;
      expect(countShared(shinglesOf(hashes(a)), shinglesOf(hashes(b)))).toBe(shared);
    }),
  );
});

test("property: the smallest are the first of all", () => {
  fc.assert(
    fc.property(WORDS, fc.integer({ min: 1, max: 9 }), (words, count) => {
      const all = shinglesOf(hashes(words));
      expect([...smallestShingles(hashes(words), count)]).toEqual([...all.subarray(0, count)]);
    }),
  );
});
