import { describe, expect, test } from "vitest";
import { listLines } from "../../../src/cli/render/list.js";
import { measureFor } from "../../../src/cli/render/width.js";
import type { Article } from "../../../src/index.js";
import { articleOf, terminalOf } from "./article-of.js";

const articles = [
  articleOf({ id: "00aa11bb22cc33dd" }),
  articleOf({
    id: "ff00ff00ff00ff00",
    date: null,
    place: null,
    title: "北京电新华社记者在港口数了两次船只，全部到齐，无一缺席",
  }),
  articleOf({
    id: "notes",
    place: "A Place Of A Very Long Name Indeed",
    title: "Zoe\u0301 met Andre\u0301 twice",
  }),
];

async function listed(shown: readonly Article[], columns: number | null, color = false): Promise<string[]> {
  return [...(await listLines(shown, terminalOf(columns, color)))];
}

describe("listLines", () => {
  test("on a terminal: columns, the title cut", async () => {
    expect(await listed(articles, 72)).toEqual([
      "00aa11bb  2024-05-05  Northport             The keeper counted the boats\n",
      "ff00ff00  -           -                     北京电新华社记者在港口数了…\n",
      "notes     2024-05-05  A Place Of A Very L…  Zoe\u0301 met Andre\u0301 twice\n",
    ]);
  });

  test("place, then date give way on narrow terminals", async () => {
    const [first] = articles;
    const narrow = async (columns: number) => (await listed(first ? [first] : [], columns))[0];
    expect(await narrow(40)).toBe("00aa11bb  2024-05-05  The keeper counte…\n");
    expect(await narrow(30)).toBe("00aa11bb  The keeper counted…\n");
  });

  test.each([20, 30, 40, 60, 80, 132])("no line is wider than a terminal of %i columns", async (columns) => {
    const long = articleOf({ id: "a-file-name-that-goes-on-and-on-and-on-for-ever", title: "x".repeat(500) });
    const measure = await measureFor(["中"]);
    for (const line of await listed([...articles, long], columns)) {
      expect(measure(line.trimEnd())).toBeLessThanOrEqual(columns);
    }
  });

  test("in a pipe: tabs, nothing cut", async () => {
    const title = `${"word ".repeat(100)}end`;
    expect(await listed([articleOf({ title })], null)).toEqual([
      `00aa11bb\t2024-05-05\tNorthport\t${title}\n`,
    ]);
  });

  test("a tab or an escape in a title makes no column and no colour", async () => {
    expect(await listed([articleOf({ title: "a\tb\u001b[31mc\nd" })], null)).toEqual([
      "00aa11bb\t2024-05-05\tNorthport\ta b\ufffd[31mc d\n",
    ]);
  });

  test("colour only where it is asked for, round each part", async () => {
    const [line] = await listed(articles.slice(0, 1), null, true);
    expect(line).toBe(
      "\u001b[33m00aa11bb\u001b[39m\t\u001b[32m2024-05-05\u001b[39m\t\u001b[36mNorthport\u001b[39m\tThe keeper counted the boats\n",
    );
  });
});
