/** Days as numbers and as dates. */
import { expect, test } from "vitest";
import { dayNumber, dayOf, parseDay, parseDays } from "../../src/corpus/typed-date.js";

test("the date of a day's number is that of the calendar, from year 1 to 9999", () => {
  for (let day = dayNumber("0001-01-01"); day <= dayNumber("9999-12-31"); day += 17) {
    expect(dayOf(day)).toBe(new Date(day * 864e5).toISOString().slice(0, 10));
  }
  for (const date of ["0001-01-01", "1900-02-28", "2000-02-29", "2024-12-31", "9999-12-31"]) {
    expect(dayOf(dayNumber(date))).toBe(date);
  }
});

const NOW = "2025-03-31";

test.each([
  ["2025-04-22", "2025-04-22", "2025-04-22"],
  ["2025-4-2", "2025-04-02", "2025-04-02"],
  ["2025/04/22", "2025-04-22", "2025-04-22"],
  ["2025.04.22", "2025-04-22", "2025-04-22"],
  ["06.01.2025", "2025-01-06", "2025-01-06"],
  ["6.1.2025", "2025-01-06", "2025-01-06"],
  ["01.2025", "2025-01-01", "2025-01-31"],
  ["20250106", "2025-01-06", "2025-01-06"],
  ["6 January 2025", "2025-01-06", "2025-01-06"],
  ["6. Januar 2025", "2025-01-06", "2025-01-06"],
  ["6 Jan 2025", "2025-01-06", "2025-01-06"],
  ["22-Apr-2025", "2025-04-22", "2025-04-22"],
  ["January 6, 2025", "2025-01-06", "2025-01-06"],
  ["22 апреля 2025", "2025-04-22", "2025-04-22"],
  ["22 aprel 2025", "2025-04-22", "2025-04-22"],
  ["February 2024", "2024-02-01", "2024-02-29"],
  ["2025-W17", "2025-04-21", "2025-04-27"],
  ["2025w1", "2024-12-30", "2025-01-05"],
  ["1969-W01", "1968-12-30", "1969-01-05"],
  ["2020-W53", "2020-12-28", "2021-01-03"],
  ["2025", "2025-01-01", "2025-12-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["today", NOW, NOW],
  [" Yesterday ", "2025-03-30", "2025-03-30"],
  ["tomorrow", "2025-04-01", "2025-04-01"],
  ["7d", "2025-03-24", "2025-03-24"],
  ["2w", "2025-03-17", "2025-03-17"],
  ["1m", "2025-02-28", "2025-02-28"],
  ["1y", "2024-03-31", "2024-03-31"],
])("%s is from %s to %s", (typed, from, to) => {
  expect(parseDay(typed, NOW)).toEqual({ from, to });
});

test.each([
  "",
  "2025-13",
  "30.02.2025",
  "31 June 2025",
  "20251301",
  "2025-W54",
  "2021-W53",
  "2025-W0",
  "06/01/2025",
])("%s is not a date", (typed) => {
  expect(() => parseDay(typed, NOW)).toThrow(/is not a date: use 2025-04-22/);
});

test("each week of the calendar is the one that a timeline prints for its days", () => {
  for (let monday = dayNumber("1998-12-28"); monday < dayNumber("2032-01-01"); monday += 7) {
    const thursday = dayOf(monday + 3);
    const year = thursday.slice(0, 4);
    const week = Math.floor((monday + 3 - dayNumber(`${year}-01-01`)) / 7) + 1;
    expect(parseDay(`${year}-W${String(week).padStart(2, "0")}`)).toEqual({
      from: dayOf(monday),
      to: dayOf(monday + 6),
    });
  }
});

test("a range that ends before it begins is refused", () => {
  expect(() => parseDays("2025-02", "2025-01")).toThrow("since 2025-02 is after until 2025-01");
  expect(parseDays("2025-02", "2025-02-01")).toEqual({ from: "2025-02-01", to: "2025-02-01" });
  expect(parseDays(undefined, "2025")).toEqual({ from: null, to: "2025-12-31" });
});
