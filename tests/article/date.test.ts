/** Days as numbers and as dates. */
import { expect, test } from "vitest";
import { dayNumber, dayOf } from "../../src/article/date.js";

test("the date of a day's number is that of the calendar, from year 1 to 9999", () => {
  for (let day = dayNumber("0001-01-01"); day <= dayNumber("9999-12-31"); day += 17) {
    expect(dayOf(day)).toBe(new Date(day * 864e5).toISOString().slice(0, 10));
  }
  for (const date of ["0001-01-01", "1900-02-28", "2000-02-29", "2024-12-31", "9999-12-31"]) {
    expect(dayOf(dayNumber(date))).toBe(date);
  }
});
