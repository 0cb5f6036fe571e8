/** Other names of organisations, people and places, and those that a user has set. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherNames } from "../../../src/text/equivalents/other-names.js";
import { synonymsOf } from "../../../src/text/equivalents/synonyms.js";
import { lowerCase } from "../../../src/text/fold.js";

const others = (text: string): string[] =>
  otherNames(/[\u3400-\u9fff]/.test(text) ? [...text] : text.split(" ")).map((words) => words.join(" "));

test.each([
  ["оон", "united nations|bmt|联 合 国"],
  ["bmt", "un|оон"],
  ["united nations", "un|оон|bmt"],
  ["united states", "us|usa|сша|美 国"],
  ["opec", "опек|opek"],
  ["трампа", "trump"],
  ["trump", "трамп|特 朗 普"],
  ["特朗普", "trump|трамп"],
  ["zürich", "sürix|цюрих"],
  ["yerusəlim", "jerusalem|иерусалим"],
  ["ტრამპის", "trump"],
  ["日本", "japan|япония"],
])("%s: %s", (name, expected) => {
  expect(others(name)).toEqual(expect.arrayContaining(expected.split("|")));
});

describe("none", () => {
  test.each(["who", "minister", "ministerə", "tramway", "unit", "notes"])("of %s", (word) => {
    expect(otherNames([word])).toEqual([]);
  });

  test("is what was typed, and no name comes twice", () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom(..."adeinorstuабвоназы"), minLength: 1, maxLength: 5 }),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(words, (typed) => {
        const names = otherNames(typed).map((name) => name.join(" "));
        expect(names).not.toContain(typed.join(" "));
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(lowerCase(name)).toBe(name);
      }),
    );
  });
});

test("names that a user has set find one another", () => {
  const own = synonymsOf([["TESTAIR", "Testland Airlines"], ["Probia"]]);
  expect(otherNames(["testair"], own)).toEqual([["testland", "airlines"]]);
  expect(otherNames(["testland", "airlines"], own)).toEqual([["testair"]]);
  expect(otherNames(["probia"], own)).toEqual([]);
});
