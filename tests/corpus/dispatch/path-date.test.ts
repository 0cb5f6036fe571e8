/** Days in the names of files and folders. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { completeDay, dateInPath } from "../../../src/corpus/dispatch/path-date.js";
import { isDay } from "../../../src/corpus/typed-date.js";

test.each([
  ["2025/04/22/a.txt", { year: 2025, month: 4, day: 22 }],
  ["wire/2025-04-23_b.txt", { year: 2025, month: 4, day: 23 }],
  ["20250423.txt", { year: 2025, month: 4, day: 23 }],
  ["wire/20250423-baku.txt", { year: 2025, month: 4, day: 23 }],
  ["22.04.2025/a.txt", { year: 2025, month: 4, day: 22 }],
  ["2025_04_22.txt", { year: 2025, month: 4, day: 22 }],
  ["C:\\wire\\2025\\04\\22\\a.txt", { year: 2025, month: 4, day: 22 }],
  ["2025-04/a.txt", { year: 2025, month: 4, day: null }],
  ["2025/04/a.txt", { year: 2025, month: 4, day: null }],
  ["wire/2025/a.txt", { year: 2025, month: null, day: null }],
  ["2025-04-22/2025-04-23_b.txt", { year: 2025, month: 4, day: 23 }],
  ["2025-13-40.txt", null],
  ["2025-02-30.txt", null],
  ["id120250423887.txt", null],
  ["000_6d47f89584a386a7.txt", null],
  ["article-2000.txt", null],
  ["a.txt", null],
])("%s", (path, expected) => {
  expect(dateInPath(path)).toEqual(expected);
});

test.each([
  [{ month: 4, day: 22 }, { year: 2025, month: 4, day: 23 }, "2025-04-22"],
  [{ month: 12, day: 31 }, { year: 2025, month: 1, day: 1 }, "2024-12-31"],
  [{ month: 1, day: 1 }, { year: 2024, month: 12, day: 31 }, "2025-01-01"],
  [{ month: 4, day: 30 }, { year: 2025, month: 5, day: 1 }, "2025-04-30"],
  [{ month: 2, day: 29 }, { year: 2025, month: 3, day: 1 }, null],
  [{ month: 9, day: 11 }, { year: 2025, month: 4, day: 22 }, null],
  [{ month: 9, day: 11 }, { year: 2025, month: null, day: null }, "2025-09-11"],
])("the year of %j beside %j", (monthDay, near, expected) => {
  expect(completeDay(monthDay, near)).toBe(expected);
});

test("property: any day of the calendar is found in a name, whatever the separator", () => {
  const parts = [
    fc.integer({ min: 1800, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    fc.constantFrom("-", "_", ".", "/", ""),
  ] as const;
  fc.assert(
    fc.property(...parts, (year, month, day, sign) => {
      fc.pre(isDay(year, month, day));
      const pad = (n: number): string => String(n).padStart(2, "0");
      expect(dateInPath(`wire/${[year, pad(month), pad(day)].join(sign)}_x.txt`)).toEqual({
        year,
        month,
        day,
      });
    }),
  );
});
