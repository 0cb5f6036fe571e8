import { expect, test } from "vitest";
import { sentenceLines } from "../../../../src/cli/commands/summary/view.js";
import type { SearchSummary } from "../../../../src/index.js";
import { articleOf, terminalOf } from "../../render/article-of.js";

const articles = [
  articleOf({ id: "00aa11bb22cc33dd", date: "2024-05-05" }),
  articleOf({ id: "notes", date: null }),
  articleOf({ id: "\u001b[31mevil\u202e", date: "2024-05-06" }),
];
const sentences = [
  {
    id: "00aa11bb22cc33dd",
    text: "The keeper counted the boats of the herring fleet twice.",
    ranges: [[23, 28]],
  },
  { id: "notes", text: "代表团来了。", ranges: [] },
  { id: "\u001b[31mevil\u202e", text: "A bell\u0007 rang\nand rang.", ranges: [] },
] satisfies SearchSummary["sentences"];
const lines = async (columns: number | null, width?: number) =>
  (await sentenceLines({ articles, sentences }, terminalOf(columns), width)).join("").split("\n");

test("on a terminal: beside id and date, which stand once", async () => {
  const shown = await lines(60);
  expect(shown[0]).toMatch(/^00aa11bb {3}2024-05-05 {2}The keeper/);
  expect(shown[1]).toMatch(/^ {23}\S/);
  expect(shown[2]).toMatch(/^notes {6}- {11}代表团来了。$/);
  expect(shown.every((line) => line.length <= 60)).toBe(true);
});

test("on a narrow terminal: below them, with an empty line between two", async () => {
  const shown = await lines(30);
  expect(shown.slice(0, 4)).toEqual([
    "00aa11bb  2024-05-05",
    "The keeper counted the boats",
    "of the herring fleet twice.",
    "",
  ]);
});

test("in a pipe: tabs, a line each, nothing cut", async () => {
  const shown = await lines(null);
  expect(shown).toHaveLength(4);
  expect(shown[0]).toBe(`00aa11bb\t2024-05-05\t${sentences[0]?.text}`);
  expect(await lines(null, 30)).toEqual(await lines(30));
});

test("no control character reaches the terminal", async () => {
  for (const columns of [null, 20, 80]) {
    expect((await lines(columns)).join("\n")).not.toMatch(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
    );
  }
});

test("matches are marked where there is colour", async () => {
  const [first] = await sentenceLines({ articles, sentences }, terminalOf(null, true));
  expect(first).toMatch(/the \x1b\[[\d;m\x1b[]+boats\x1b/);
});
