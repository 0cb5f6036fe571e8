import { expect, test } from "vitest";
import { statsText } from "../../../../src/cli/commands/stats/view.js";
import type { Stats } from "../../../../src/index.js";
import { terminalOf } from "../../render/article-of.js";

const stats: Stats = {
  query: null,
  relaxed: false,
  articles: 1_234_567,
  words: 1,
  from: "2024-01-01",
  to: "2024-01-01",
  undated: 0,
  places: [
    { value: "A place with a very long name indeed", count: 1_234 },
    { value: "Ba\u001bku", count: 7 },
  ],
  agencies: [],
  languages: [],
  namesFrom: 1_000,
  names: [{ name: "Aliyev", articles: 12, spellings: ["Əliyev", "Алиев"] }],
};

test("figures in groups, one day, what names were looked for in; empty tables are left out", async () => {
  expect((await statsText(stats, terminalOf(null))).split("\n")).toEqual([
    "1,234,567 articles, 1 word",
    "2024-01-01",
    "",
    "Places",
    "  A place with a very long name indeed  1,234",
    `  Ba\ufffdku${" ".repeat(37)}7`,
    "",
    "Names, in 1,000 of 1,234,567 articles",
    "  Aliyev  12  Əliyev, Алиев",
    "",
  ]);
});

test("on a narrow terminal names are cut, never their numbers", async () => {
  const lines = (await statsText(stats, terminalOf(20))).split("\n");
  expect(lines).toContain("  A place wi…  1,234");
  expect(lines).toContain("  Aliyev  12  Əliye…");
  expect((await statsText(stats, terminalOf(3))).includes("1,234")).toBe(true);
});
