import { describe, expect, test } from "vitest";
import { articleText } from "../../../src/cli/render/article.js";
import { articleOf, terminalOf } from "./article-of.js";

const BODY = [
  "The keeper of the lighthouse counted the boats twice and found them all.",
  "Nobody was surprised.",
];

describe("articleText", () => {
  test("title, facts and wrapped paragraphs", async () => {
    expect(await articleText(articleOf(), BODY, terminalOf(null), { width: 60 })).toBe(
      [
        "The keeper counted the boats",
        "2024-05-05 · Northport · EXAMPLE · en · 12 words",
        "00aa11bb22cc33dd",
        "",
        "The keeper of the lighthouse counted the boats twice and",
        "found them all.",
        "",
        "Nobody was surprised.",
      ].join("\n"),
    );
  });

  test("what is unknown is left out, and one word is a word", async () => {
    const bare = articleOf({ date: null, place: null, agency: null, language: null, words: 1 });
    expect((await articleText(bare, [], terminalOf(null))).split("\n")[1]).toBe("1 word · 00aa11bb22cc33dd");
  });

  test("80 columns at the most on a wide terminal, all of a narrow one", async () => {
    const widest = async (columns: number): Promise<number> => {
      const text = await articleText(articleOf(), ["word ".repeat(200)], terminalOf(columns));
      return Math.max(...text.split("\n").map((line) => line.length));
    };
    expect([await widest(200), await widest(40)]).toEqual([79, 39]);
  });

  test("every line of a title in bold, the paragraphs plain", async () => {
    const text = await articleText(
      articleOf({ title: "long ".repeat(6).trim() }),
      BODY,
      terminalOf(20, true),
    );
    const [first, second] = text.split("\n");
    expect([first, second]).toEqual([
      "\u001b[1mlong long long long\u001b[22m",
      "\u001b[1mlong long\u001b[22m",
    ]);
    expect(text.slice(text.indexOf("\n\n"))).not.toContain("\u001b");
  });
});
