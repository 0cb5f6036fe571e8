/** A difference has both texts in it, and its words show what was changed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DifferencePart } from "../../../src/index.js";
import { differenceOf } from "../../../src/search/story/difference.js";
import { archiveOfLines } from "../archive-of.js";

/** One of the two texts, as the parts have it. */
function side(paragraphs: readonly DifferencePart[][], left: "removed" | "added"): string[] {
  return paragraphs
    .map((parts) => parts.flatMap(({ type, text }) => (type === left ? [] : text)).join(""))
    .filter((text) => text !== "");
}

const TEXT = fc.array(
  fc
    .array(fc.constantFrom("the", "ferry", "opens", "late", "İzmir", "海港", ",", "12"), {
      minLength: 1,
      maxLength: 8,
    })
    .map((words) => words.join(" ")),
  { maxLength: 5 },
);

test("property: without what was added it is the old text, without what was removed the new one", () => {
  fc.assert(
    fc.property(TEXT, TEXT, (before, after) => {
      const paragraphs = differenceOf(before, after);
      expect(side(paragraphs, "added").join(" ").replace(/\s+/g, " ").trim()).toBe(before.join(" "));
      expect(side(paragraphs, "removed").join(" ").replace(/\s+/g, " ").trim()).toBe(after.join(" "));
    }),
  );
});

test("property: a text and itself have nothing but what is the same", () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      expect(differenceOf(text, text)).toEqual(text.map((paragraph) => [{ type: "same", text: paragraph }]));
    }),
  );
});

test("words that follow each other are one change", () => {
  expect(differenceOf(["The fare is two marks a day."], ["The fare is about nine marks a day."])).toEqual([
    [
      { type: "same", text: "The fare is " },
      { type: "removed", text: "two" },
      { type: "added", text: "about nine" },
      { type: "same", text: " marks a day." },
    ],
  ]);
});

test("long texts with nothing in common take no time", () => {
  const words = (word: string): string => Array.from({ length: 40_000 }, (_, i) => `${word}${i}`).join(" ");
  const started = performance.now();
  const paragraphs = differenceOf([words("a")], [words("b")]);
  expect(performance.now() - started).toBeLessThan(5000);
  expect(paragraphs.flat().map(({ type }) => type)).toEqual(["removed", "added"]);
});

describe("in an archive", () => {
  const body = (fare: string): string =>
    `The ferry to the island opens on Monday after a year of repairs, the harbour office said on Friday.\n\nThe fare is ${fare} marks and children travel free until the end of the summer.`;
  const lines = [
    { id: "old", date: "2024-05-01", title: "Ferry opens", text: body("two") },
    { id: "new", date: "2024-05-02", title: "CORRECTED-Ferry opens", text: body("nine") },
    { id: "else", date: "2024-05-02", title: "Lamp", text: "A lamp was sold." },
  ];

  test("with one id: from the version before it, or for the first to the next", async () => {
    const archive = await archiveOfLines(lines);
    for (const id of ["new", "old"]) {
      const found = await archive.diff(id);
      expect([found?.from.id, found?.to.id]).toEqual(["old", "new"]);
    }
    expect(await archive.diff("else")).toBeNull();
    expect(await archive.diff("nothing")).toBeNull();
    await archive.close();
  });

  test("with two ids: from the first to the second, whatever they are", async () => {
    const archive = await archiveOfLines(lines);
    const found = await archive.diff("new", "else");
    expect([found?.from.id, found?.to.id]).toEqual(["new", "else"]);
    expect(found?.from).not.toHaveProperty("body");
    expect(await archive.diff("new", "nothing")).toBeNull();
    await expect(archive.diff("new", 7 as never)).rejects.toThrow(TypeError);
    await archive.close();
  });
});
