import { describe, expect, test } from "vitest";
import { nameSequences } from "../../../src/text/names/names.js";

/** The sequences of a paragraph; those that begin a sentence are marked. */
function sequences(paragraph: string): string[] {
  return [...nameSequences(paragraph, () => {})].map(
    ({ words, isStart }) => `${isStart ? "^" : ""}${words.join(" ")}`,
  );
}

describe("nameSequences", () => {
  test.each([
    ["capitalised words in a row", "a letter to Marta Quill of the harbour", ["Marta Quill"]],
    ["the first word of a sentence is marked", "Boats came. Marta left.", ["^Boats", "^Marta"]],
    ["so is that of a quotation", "he said “Boats came”", ["^Boats"]],
    ["commas part names", "in Northport, Eastport and by sea", ["Northport", "Eastport"]],
    ["small words join", "at the Bank of Northport and Eastport", ["Bank of Northport and Eastport"]],
    ["but not two of them", "the Bank of Northport and of Eastport", ["Bank of Northport", "Eastport"]],
    ["a possessive ends a name", "the Ministry's Marta Quill", ["Ministry", "Marta Quill"]],
    ["titles and initials with a full stop", "when Mr. J. Quill came", ["Mr J Quill"]],
    ["letters with full stops", "the U.S. Senate", ["U.S. Senate"]],
    ["hyphens and apostrophes", "with Al-Sabah O’Hara there", ["Al-Sabah O’Hara"]],
    ["Azerbaijani and Russian", "dedi ki, İlham Əliyev və Ильхам Алиев", ["İlham Əliyev", "Ильхам Алиев"]],
    ["no capitals, no names", "灯台の守り手 and nothing else 1987", []],
    ["a headline in capitals is none", "BOATS COME TO NORTHPORT", []],
  ])("%s", (_, paragraph, found) => {
    expect(sequences(paragraph)).toEqual(found);
  });

  test("words in lower case are told", () => {
    const lower: string[] = [];
    expect([...nameSequences("The boat of Marta", (word) => lower.push(word))]).toHaveLength(2);
    expect(lower).toEqual(["boat", "of"]);
  });

  test("a long row of capitals is cut, not dropped", () => {
    const row = Array.from({ length: 40 }, (_, i) => `Name${i}`).join(" ");
    const found = [...nameSequences(`and ${row}`, () => {})].flatMap(({ words }) => words);
    expect(found).toHaveLength(40);
  });
});
