import fc from "fast-check";
import { expect, test } from "vitest";
import { lowerUnits, tokenize } from "../../src/text/tokenize.js";

const words = (text: string): string[] => tokenize(text).map(({ word }) => word);

test.each([
  ["Azerbaijan’s oil-and-gas sector", ["azerbaijan", "oil", "and", "gas", "sector"]],
  ["5.81 mln in 2025", ["5", "81", "mln", "in", "2025"]],
  ["U.S. O'Brien", ["us", "o", "brien"]],
  ["the U.S.-led U.N.", ["the", "us", "led", "un"]],
  ["a.m. США С.Ш.А. j.smith Ph.D", ["am", "сша", "сша", "j", "smith", "ph", "d"]],
  ["1,000 jobs, 123,456,789 manats", ["1000", "jobs", "123456789", "manats"]],
  ["10\u00a0500 10 500 1’234’567", ["10500", "10", "500", "1234567"]],
  [
    "3.14 1,23 0.123 1.2.3.4 1,0000 10,000s 22.04.2025",
    "3 14 1 23 0 123 1 2 3 4 1 0000 10 000s 22 04 2025".split(" "),
  ],
  ["در سال ۲۰۲۵ و ٢٠٢٥ २०२५", ["در", "سال", "2025", "و", "2025", "2025"]],
  ["İSTANBUL Bakı BAKI", ["istanbul", "bakı", "baki"]],
  ["Баку, 22 апреля", ["баку", "22", "апреля"]],
  ["北京 is", ["北", "京", "is"]],
  ["الجَزائِر", ["الجزائر"]],
  ["soft\u00adhyphen zero\u200bwidth", ["softhyphen", "zerowidth"]],
  ["cafe\u0301", ["café"]],
  ["— … !", []],
])("%s", (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test("offsets are those of the text, whatever its letters become", () => {
  const text = "İI ǅ ﬁn — Bakıda";
  for (const { start, end } of tokenize(text))
    expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
});

test("property: any string, no throw; tokens ascend and do not overlap; no letter or digit is in none", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const covered = new Uint8Array(text.length);
      let last = 0;
      for (const { start, end, word } of tokenize(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(word).not.toBe("");
        covered.fill(1, start, end);
        last = end;
      }
      for (const { index, 0: run } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
        for (let i = index; i < index + run.length; i++) {
          // The `s` of a possessive, and letters that are only decoration, are no words.
          if (!covered[i] && !/['’]s$/iu.test(text.slice(0, i + 1)) && tokenize(run).length > 0) {
            expect(text.slice(i)).toMatch(/^ـ/u);
          }
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test("property: lower case keeps every offset", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => lowerUnits(text).length === text.length));
});
