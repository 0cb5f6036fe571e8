import { describe, expect, test } from "vitest";
import { timelineLines } from "../../../../src/cli/commands/timeline/view.js";
import type { Timeline } from "../../../../src/index.js";
import { terminalOf } from "../../render/article-of.js";

function timelineOf(...counts: number[]): Timeline {
  const periods = counts.map((articles, i) => ({
    period: String(2000 + i),
    from: `${2000 + i}-01-01`,
    to: `${2000 + i}-12-31`,
    articles,
  }));
  return { query: null, relaxed: false, by: "year", total: 0, undated: 0, periods };
}

describe("timelineLines", () => {
  test("the longest bar fills the width, the others are in proportion to eighths of a column", async () => {
    // 30 columns: 4 of the year, 3 of the number, two gaps of 2.
    expect(await timelineLines(timelineOf(152, 76, 0, 1), terminalOf(30), true)).toEqual([
      `2000  ${"█".repeat(19)}  152\n`,
      `2001  ${"█".repeat(9)}▌  76\n`,
      "2002\n",
      "2003  ▏  1\n",
    ]);
  });

  test("ASCII where the locale is not UTF-8", async () => {
    const lines = await timelineLines(timelineOf(100, 50, 1), terminalOf(31), false);
    expect(lines).toEqual([
      `2000  ${"#".repeat(20)}  100\n`,
      `2001  ${"#".repeat(10)}  50\n`,
      "2002  #  1\n",
    ]);
  });

  test("a pipe gets tabs", async () => {
    expect(await timelineLines(timelineOf(3, 0), terminalOf(null), true)).toEqual(["2000\t3\n", "2001\t0\n"]);
  });

  test.each([1, 5, 12, 14, 20, 40, 79, 80, 200])(
    "no line is wider than %i columns, if it has room at all",
    async (columns) => {
      const lines = await timelineLines(timelineOf(100_000, 7, 0, 99_999), terminalOf(columns), true);
      const widest = Math.max(...lines.map((line) => line.trimEnd().length));
      expect(widest).toBeLessThanOrEqual(Math.max(12, Math.min(80, columns)));
      expect(lines[0]).toContain("100000");
    },
  );

  test("a long gap is one line that says how long", async () => {
    const gap = new Array<number>(900).fill(0);
    expect(await timelineLines(timelineOf(1, ...gap, 1), terminalOf(30), true)).toEqual([
      expect.stringContaining("2000"),
      "⋮     900 years without any\n",
      expect.stringContaining("2901"),
    ]);
  });

  test("colour", async () => {
    const [line] = await timelineLines(timelineOf(1), terminalOf(30, true), true);
    expect(line).toContain("\u001b[36m█");
  });

  test("nothing has no lines", async () => {
    expect(await timelineLines(timelineOf(), terminalOf(30), true)).toEqual([]);
  });
});
