import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as edit from "../../../src/cli/browse/line.js";

/** `|` is the cursor. */
const line = (shown: string): edit.Line => ({ text: shown.replace("|", ""), cursor: shown.indexOf("|") });
const shown = ({ text, cursor }: edit.Line): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe("insert", () => {
  test("at the cursor", () => {
    expect(shown(edit.insert(line("oil| price"), "y"))).toBe("oily| price");
  });

  test("what is pasted becomes one line without controls or characters that can't be seen", () => {
    expect(shown(edit.lineOf("oil\nand\x1b[31m\u202egas\u200b"))).toBe("oil and\ufffd[31mgas|");
  });

  test("no more than a thousand characters, and never half of one", () => {
    expect(edit.lineOf("x".repeat(5_000)).text).toHaveLength(1_000);
    expect(edit.lineOf(`${"x".repeat(999)}😀`).text).toHaveLength(999);
  });

  test("a mark that is typed behind a letter is one character with it", () => {
    const typed = edit.insert(edit.lineOf("cafe"), "\u0301");
    expect(shown(edit.deleteTo(typed, edit.toLeft))).toBe("caf|");
  });
});

test.each([
  ["left", edit.toLeft, "oil| price", "oi|l price"],
  ["left at the start", edit.toLeft, "|oil", "|oil"],
  ["right over a flag", edit.toRight, "|🇦🇿 az", "🇦🇿| az"],
  ["right at the end", edit.toRight, "oil|", "oil|"],
  ["a word to the left", edit.toWordLeft, "oil place:Baku  |", "oil place:|Baku  "],
  ["a word to the left from inside", edit.toWordLeft, "oil pri|ce", "oil |price"],
  ["a word to the right", edit.toWordRight, "oil|, price", "oil, price|"],
  ["a word in another script", edit.toWordLeft, "цены нефть|", "цены |нефть"],
  ["the start", edit.toStart, "oil| price", "|oil price"],
  ["the end", edit.toEnd, "oil| price", "oil price|"],
])("%s", (_, place, before, after) => {
  expect(shown(edit.move(line(before), place))).toBe(after);
});

test.each([
  ["back", edit.toLeft, "oi|l", "o|l"],
  ["back over a letter with its marks", edit.toLeft, "cafe\u0301|", "caf|"],
  ["forward", edit.toRight, "o|il", "o|l"],
  ["what stands before, up to a space", edit.toSpaceLeft, "oil place:Baku |gas", "oil |gas"],
  ["a word back", edit.toWordLeft, "oil place:Baku|", "oil place:|"],
  ["a word forward", edit.toWordRight, "oil| place:Baku", "oil|:Baku"],
  ["to the start", edit.toStart, "oil pri|ce", "|ce"],
])("delete %s", (_, place, before, after) => {
  expect(shown(edit.deleteTo(line(before), place))).toBe(after);
});

test("the cursor is never inside a character, whatever is typed and deleted", () => {
  const places = [edit.toLeft, edit.toRight, edit.toWordLeft, edit.toWordRight, edit.toSpaceLeft];
  const step = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 3 }).map((text) => (at: edit.Line) => edit.insert(at, text)),
    fc.constantFrom(...places).map((place) => (at: edit.Line) => edit.move(at, place)),
    fc.constantFrom(...places).map((place) => (at: edit.Line) => edit.deleteTo(at, place)),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let at = edit.lineOf("");
      for (const one of steps) {
        at = one(at);
        expect(at.cursor).toBeGreaterThanOrEqual(0);
        expect(at.cursor).toBeLessThanOrEqual(at.text.length);
        // A low surrogate behind the cursor would be half of a character.
        expect(at.text.charCodeAt(at.cursor) & 0xfc00).not.toBe(0xdc00);
      }
    }),
  );
});
