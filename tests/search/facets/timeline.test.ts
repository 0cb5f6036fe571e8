import { describe, expect, test } from "vitest";
import { DateError, QueryError, type TimelineOptions } from "../../../src/index.js";
import { archiveOfLines } from "../archive-of.js";

async function timeline(days: readonly (string | null)[], options: TimelineOptions = {}) {
  const lines = days.map((date, i) => ({
    id: `a${i}`,
    text: i % 2 === 0 ? "Grain prices fell on the exchange." : "The orchestra of the lyceum toured.",
    ...(date === null ? {} : { date }),
  }));
  return (await archiveOfLines(lines)).timeline(null, options);
}

async function counts(days: readonly (string | null)[], options: TimelineOptions = {}) {
  const { periods } = await timeline(days, options);
  return periods.map(({ period, articles }) => `${period} ${articles}`);
}

describe("timeline", () => {
  test("empty periods stand between the others", async () => {
    expect(await counts(["2024-01-30", "2024-02-02", "2024-01-30"], { by: "day" })).toEqual([
      "2024-01-30 2",
      "2024-01-31 0",
      "2024-02-01 0",
      "2024-02-02 1",
    ]);
    expect(await counts(["2023-12-30", "2024-02-02"], { by: "month" })).toEqual([
      "2023-12 1",
      "2024-01 0",
      "2024-02 1",
    ]);
    expect(await counts(["2022-12-30", "2024-02-02"], { by: "year" })).toEqual([
      "2022 1",
      "2023 0",
      "2024 1",
    ]);
  });

  test("weeks begin on Monday and are counted as ISO 8601 does", async () => {
    // 2024-12-30 is a Monday of the first week of 2025; 2021-01-03 a Sunday of the last of 2020.
    const { periods } = await timeline(["2024-12-29", "2024-12-30", "2025-01-05"], { by: "week" });
    expect(periods).toEqual([
      { period: "2024-W52", from: "2024-12-23", to: "2024-12-29", articles: 1 },
      { period: "2025-W01", from: "2024-12-30", to: "2025-01-05", articles: 2 },
    ]);
    expect(await counts(["2021-01-03"], { by: "week" })).toEqual(["2020-W53 1"]);
    expect(await counts(["1969-12-31", "0001-01-01"].slice(0, 1), { by: "week" })).toEqual(["1970-W01 1"]);
  });

  test("periods have their first and last day", async () => {
    expect((await timeline(["2024-02-10"], { by: "month" })).periods).toEqual([
      { period: "2024-02", from: "2024-02-01", to: "2024-02-29", articles: 1 },
    ]);
    expect((await timeline(["0987-02-10"], { by: "year" })).periods).toEqual([
      { period: "0987", from: "0987-01-01", to: "0987-12-31", articles: 1 },
    ]);
    expect((await timeline(["9999-12-31"], { by: "week" })).periods[0]?.to).toBe("9999-12-31");
  });

  test.each([
    [["2024-01-01", "2024-01-20"], "day"],
    [["2024-01-01", "2024-06-20"], "week"],
    [["2022-01-01", "2024-06-20"], "month"],
    [["2012-01-01", "2024-06-20"], "year"],
    [["1012-01-01", "2024-06-20"], "year"],
  ])("%j is shown by %s", async (days, by) => {
    expect((await timeline(days)).by).toBe(by);
  });

  test("so many days that nobody could look at them are counted by week", async () => {
    const { by, periods } = await timeline(["1024-01-01", "2024-01-01"], { by: "day" });
    expect(by).toBe("week");
    expect(periods.length).toBeGreaterThan(52_000);
    expect(periods.reduce((sum, { articles }) => sum + articles, 0)).toBe(2);
  });

  test("articles without a date are counted apart", async () => {
    expect(await timeline(["2024-01-01", null, null])).toMatchObject({ total: 3, undated: 2, by: "day" });
    expect(await timeline([null])).toEqual({
      query: null,
      relaxed: false,
      by: "day",
      total: 1,
      undated: 1,
      periods: [],
    });
  });

  test("filters and queries", async () => {
    expect(await counts(["2024-01-01", "2024-01-02"], { since: "2024-01-02" })).toEqual(["2024-01-02 1"]);
    const archive = await archiveOfLines([
      { id: "a", date: "2024-01-01", text: "Grain prices fell on the exchange." },
      { id: "b", date: "2024-01-03", text: "The grain harvest rose in the plain." },
      { id: "c", date: "2024-01-04", text: "The orchestra of the lyceum toured." },
    ]);
    const found = await archive.timeline("grain");
    expect(found).toMatchObject({ query: "grain", total: 2, relaxed: false });
    expect(found.periods.map(({ articles }) => articles)).toEqual([1, 0, 1]);
    expect(await archive.timeline("grain orchestra")).toMatchObject({ relaxed: true, total: 1 });
    expect(await archive.timeline("grain orchestra", { match: "any" })).toMatchObject({ relaxed: false });
    expect(await archive.timeline("grain zebras", { exact: true, until: "2024-01-02" })).toMatchObject({
      total: 1,
    });
    expect((await archive.timeline("zebra")).periods).toEqual([]);
    await expect(archive.timeline("(grain")).rejects.toThrow(QueryError);
    await expect(archive.timeline(null, { since: "soon" })).rejects.toThrow(DateError);
  });
});
