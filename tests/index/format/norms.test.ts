import fc from "fast-check";
import { expect, test } from "vitest";
import { lengthsOfNorms, normOf } from "../../../src/index/format/norms.js";

const lengths = lengthsOfNorms();

test("property: a length comes back within 2.2%, and longer articles never get a smaller norm", () => {
  fc.assert(
    fc.property(fc.nat(40_000), (words) => {
      expect(Math.abs((lengths[normOf(words)] ?? 0) - words)).toBeLessThanOrEqual(0.5 + words * 0.022);
      expect(normOf(words + 1)).toBeGreaterThanOrEqual(normOf(words));
    }),
  );
});

test("what is longer than the last norm gets the last", () => {
  expect(normOf(0)).toBe(0);
  expect(normOf(10_000_000)).toBe(255);
});
