/** Dates of records in every form. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DayOrderVote, readDate } from "../../src/formats/dates.js";

describe("a day", () => {
  test.each([
    "2025-04-22",
    "2025/04/22",
    "2025.04.22",
    "2025. 4. 22.",
    "20250422",
    20250422,
    "22.04.2025",
    "22.4.25",
    "22/04/2025",
    "04/22/2025",
    "22-04-2025",
    "April 22, 2025",
    "April 22nd, 2025",
    "22 April, 2025",
    "22-APR-2025",
    "Tuesday, April 22, 2025",
    "22. April 2025",
    "22 de abril de 2025",
    "22 avril 2025",
    "22 aprile 2025",
    "22 april 2025",
    "22 kwietnia 2025",
    "22 апреля 2025 г.",
    "22 квітня 2025 року",
    "22 Nisan 2025",
    "22 aprel 2025-ci il",
    "2025-ci il 22 aprel",
    "2025-ci ilin 22 aprelində",
    "٢٢ أبريل ٢٠٢٥",
    "22 آوریل 2025",
    "22 აპრილი 2025",
    "2025年4月22日",
    "2025년 4월 22일",
  ])("%s", (value) => {
    expect(readDate(value)).toEqual({ date: "2025-04-22", time: null });
  });

  test("1er mai 2025", () => {
    expect(readDate("1er mai 2025")?.date).toBe("2025-05-01");
  });
});

describe("a day with a time", () => {
  test.each([
    ["2025-04-22T14:05:00+04:00", "2025-04-22T14:05:00+04:00"],
    ["2025-04-22T14:05:00.123Z", "2025-04-22T14:05:00Z"],
    ["2025-04-22 14:05", "2025-04-22T14:05:00"],
    ["20250422T140500+0400", "2025-04-22T14:05:00+04:00"],
    ["Tue, 22 Apr 2025 14:05:00 +0400", "2025-04-22T14:05:00+04:00"],
    ["Seg, 22 Abr 2025 14:05:00 -0300", "2025-04-22T14:05:00-03:00"],
    ["Tue Apr 22 14:05:00 UTC 2025", "2025-04-22T14:05:00Z"],
    ["14:05, 22 April 2025", "2025-04-22T14:05:00"],
    ["22.04.2025 14:05", "2025-04-22T14:05:00"],
    ["22.04.2025 14:05:00 UTC+04:00", "2025-04-22T14:05:00+04:00"],
    ["April 22, 2025 at 2:05 p.m. EDT", "2025-04-22T14:05:00-04:00"],
    ["April 22, 2025: 12:05 AM ET", "2025-04-22T00:05:00"],
    ["22-APR-2025 14:05:01.79", "2025-04-22T14:05:01"],
    [1745330700, "2025-04-22T14:05:00Z"],
    ["1745330700000", "2025-04-22T14:05:00Z"],
  ])("%s", (value, time) => {
    expect(readDate(value)).toEqual({ date: "2025-04-22", time });
  });
});

test.each([
  "2025-02-30",
  "31.04.2025",
  "2025",
  "04-2025",
  "soon",
  "",
  "-",
  "0000-00-00",
  7,
  null,
  "22 apples 2025",
  "1 2 3",
])("%s is no date", (value) => {
  expect(readDate(value)).toBeNull();
});

describe("day and month", () => {
  const vote = (...dates: string[]): DayOrderVote => {
    const votes = new DayOrderVote();
    for (const date of dates) votes.add(date);
    return votes;
  };

  test("are told apart by any date of the file", () => {
    expect(vote("03/04/2025", "22/04/2025")).toMatchObject({ order: "dmy", warning: null });
    expect(vote("03/04/2025", "04/22/2025")).toMatchObject({ order: "mdy", warning: null });
    expect(readDate("03/04/2025", "mdy")?.date).toBe("2025-03-04");
  });

  test("that stay open have a warning", () => {
    expect(vote("03/04/2025", "05/05/2025").warning).toBe(
      "1 date can be day/month or month/day; read as day/month",
    );
    expect(vote("03/04/2025", "04/22/2025", "22/04/2025").warning).toMatch(
      /^mixes day\/month and month\/day/,
    );
    expect(vote("05/05/2025", "03.04.2025", "2025-04-03").warning).toBeNull();
  });
});

test("any string is read or not, without an error, as a day that exists", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-zA-Z:.,/ +-]{0,30}$/)), (text) => {
      const found = readDate(text);
      if (found) expect(new Date(`${found.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(found.date);
      if (found?.time) expect(Number.isNaN(Date.parse(found.time))).toBe(false);
    }),
  );
});

test("every day is read in the forms that it is written in", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
      (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [year = "", month = "", date = ""] = iso.split("-");
        for (const language of [
          "en",
          "de",
          "fr",
          "es",
          "pt",
          "it",
          "ru",
          "uk",
          "tr",
          "az",
          "pl",
          "nl",
          "sv",
        ]) {
          const name = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", timeZone: "UTC" })
            .formatToParts(day)
            .find(({ type }) => type === "month")?.value;
          expect(readDate(`${Number(date)} ${name} ${year}`)?.date, `${language} ${name}`).toBe(iso);
        }
        expect(readDate(`${date}.${month}.${year}`)?.date).toBe(iso);
        expect(readDate(day.toUTCString())?.date).toBe(iso);
      },
    ),
    { numRuns: 50 },
  );
});
