import { expect, test } from "vitest";
import { relatedLines } from "../../../../src/cli/commands/related/view.js";
import { articleOf, terminalOf } from "../../render/article-of.js";

const related = [{ ...articleOf(), score: 0.5, copies: [], ties: ["Northport", "bo\u001bats", "keeper"] }];

test("on a terminal the words stand below the line, cut at the width", async () => {
  expect(await relatedLines(related, terminalOf(60))).toEqual([
    "00aa11bb  2024-05-05  Northport  The keeper counted the boa…\n  Northport, bo\ufffdats, keeper\n",
  ]);
  const [line = ""] = await relatedLines(related, terminalOf(20));
  expect(line.split("\n").map((part) => part.length <= 20)).toEqual([true, true, true]);
});

test("in a pipe they are one more column", async () => {
  expect(await relatedLines(related, terminalOf(null))).toEqual([
    "00aa11bb\t2024-05-05\tNorthport\tThe keeper counted the boats\tNorthport, bo\ufffdats, keeper\n",
  ]);
});
