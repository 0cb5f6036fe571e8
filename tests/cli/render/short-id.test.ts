import fc from "fast-check";
import { expect, test } from "vitest";
import { shortIds } from "../../../src/cli/render/short-id.js";
import { cpuTime } from "../../cpu-time.js";

const short = (...ids: string[]): string[] => shortIds(ids.map((id) => ({ id })));

test("eight characters of a digest, a name whole", () => {
  expect(short("6d47f89584a386a7", "harvest-of-grain", "123456789012")).toEqual([
    "6d47f895",
    "harvest-of-grain",
    "123456789012",
  ]);
});

test("as many more as tell two of a listing apart", () => {
  expect(short("aaaaaaaabbbbbbbb", "aaaaaaaabbcccccc", "aaaaaaaadddddddd")).toEqual([
    "aaaaaaaabbb",
    "aaaaaaaabbc",
    "aaaaaaaad",
  ]);
});

test("any ids: each is the beginning of its own and of no other", () => {
  const hex = fc.string({ unit: fc.constantFrom("0", "f"), minLength: 13, maxLength: 16 });
  fc.assert(
    fc.property(fc.uniqueArray(hex), (ids) => {
      short(...ids).forEach((shown, i) => {
        // An id that another begins with can only be typed in full.
        const fits = ids.filter((id) => id.startsWith(shown));
        expect(shown === ids[i] || (fits.length === 1 && fits[0] === ids[i])).toBe(true);
      });
    }),
  );
});

test("a long id costs no more than its length", async () => {
  const ids = Array.from({ length: 50 }, (_, i) => "x".repeat(200_000) + i);
  expect(await cpuTime(() => expect(short(...ids)).toEqual(ids))).toBeLessThan(5_000);
});
