import { describe, expect, test } from "vitest";
import { hitsText } from "../../../../src/cli/commands/search/view.js";
import { safeSnippet } from "../../../../src/cli/render/marked.js";
import type { Hit, SearchResult, Snippet } from "../../../../src/index.js";
import { articleOf, terminalOf } from "../../render/article-of.js";

function resultOf(...snippets: Snippet[]): SearchResult {
  const hit: Hit = { ...articleOf(), score: 1, matched: [], snippets, copies: [] };
  return { query: "boats", total: 1, relaxed: false, hits: [hit] };
}

const SNIPPET: Snippet = {
  text: "The keeper counted the boats twice.",
  ranges: [
    [4, 10],
    [23, 28],
  ],
};

const mark = (text: string): string => `\u001b[1m\u001b[31m${text}\u001b[39m\u001b[22m`;

describe("hitsText", () => {
  test("number, title, facts, snippet; no mark without colour", async () => {
    expect(await hitsText(resultOf(SNIPPET), 0, terminalOf(null))).toBe(
      [
        "1. The keeper counted the boats",
        "   00aa11bb · 2024-05-05 · Northport",
        "   The keeper counted the boats twice.",
        "",
      ].join("\n"),
    );
  });

  test("numbers go on behind an offset, aligned", async () => {
    const { hits, ...rest } = resultOf();
    const text = await hitsText({ ...rest, hits: [...hits, ...hits] }, 8, terminalOf(null));
    expect(text.split("\n").filter((line) => /\d\. /.test(line))).toEqual([
      " 9. The keeper counted the boats",
      "10. The keeper counted the boats",
    ]);
  });

  test("matches are marked by colour, also across the end of a line", async () => {
    const text = await hitsText(resultOf(SNIPPET), 0, terminalOf(24, true));
    expect(text).toContain(`   The ${mark("keeper")} counted\n   the ${mark("boats")} twice.\n`);
    const across = await hitsText(
      resultOf({ text: "counted boats", ranges: [[0, 13]] }),
      0,
      terminalOf(13, true),
    );
    expect(across).toContain(`   ${mark("counted")}\n   ${mark("boats")}\n`);
  });

  test.each([14, 40])("no line is wider than %i columns", async (columns) => {
    const text = await hitsText(
      resultOf({ text: "unbreakable".repeat(9), ranges: [] }),
      0,
      terminalOf(columns),
    );
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(columns);
  });
});

describe("safeSnippet", () => {
  test("ranges stay on their words where characters are left out", () => {
    const text = "a\u200bb \u202eboats\u202c and \u001b bo\u00adats";
    const ranges: Snippet["ranges"] = [
      [text.indexOf("boats"), text.indexOf("boats") + 5],
      [text.indexOf("bo\u00ad"), text.length],
    ];
    const shown = safeSnippet({ text, ranges });
    expect(shown.text).toBe("ab boats and \ufffd boats");
    expect(shown.ranges.map(([start, end]) => shown.text.slice(start, end))).toEqual(["boats", "boats"]);
  });
});
