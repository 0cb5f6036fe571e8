/** The paragraphs of a dispatch are found again in its text without parsing it. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDispatch } from "../../../src/corpus/dispatch/parse.js";
import { hashOf, paragraphsIn, rangeOf } from "../../../src/corpus/dispatch/text-range.js";

const FOLDER = new URL("../../fixtures/dispatches/", import.meta.url);
const names = readdirSync(FOLDER).filter((name) => !/latin|utf-16|windows/.test(name));

test.each(names)("%s: the paragraphs are one part of the text", (name) => {
  const text = readFileSync(new URL(name, FOLDER), "utf8").replace(/^\ufeff/, "");
  const { paragraphs } = parseDispatch(text);
  const range = rangeOf(text, paragraphs);
  expect(range).not.toBeNull();
  if (range) expect(paragraphsIn(text, range)).toEqual(paragraphs);
});

describe("rangeOf", () => {
  test("a word of the first paragraph that stands in the header too is not taken for it", () => {
    const text = "Port news\n\nBAKU, April 22 (Agency) - Port news of the day.\n\nThe port is open.\n";
    const { paragraphs } = parseDispatch(text);
    expect(paragraphs.at(-1)).toBe("The port is open.");
    const range = rangeOf(text, paragraphs);
    expect(range && paragraphsIn(text, range)).toEqual(paragraphs);
  });

  test("null for paragraphs that are not in the text, or not side by side", () => {
    expect(rangeOf("One.\n\nTwo.", ["Three."])).toBeNull();
    expect(rangeOf("One.\n\nBetween.\n\nTwo.", ["One.", "Two."])).toBeNull();
  });

  test("a text without paragraphs has an empty range", () => {
    const range = rangeOf("Only a headline", []);
    expect(range && paragraphsIn("Only a headline", range)).toEqual([]);
  });

  test("property: what it gives makes the same paragraphs of any text", () => {
    const line = fc.constantFrom(
      "",
      "Port",
      "BAKU, April 22 (Agency) - Port.",
      "  news of the",
      "day-",
      "Two.",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join("\n");
        const { paragraphs } = parseDispatch(text);
        const range = rangeOf(text, paragraphs);
        if (range) expect(paragraphsIn(text, range)).toEqual(paragraphs);
      }),
    );
  });
});

test("the hash tells texts apart that differ in one unit", () => {
  expect(hashOf("harvest")).not.toBe(hashOf("harvesT"));
  expect(hashOf("harvest")).toBe(hashOf("harvest"));
});
