/** `azertac timeline` as a user runs it. */
import { expect, test } from "vitest";
import { archiveOf, azertac, dispatch } from "./tool.js";

const wire = archiveOf({
  "1.txt": dispatch("2024-01-10", "Baku", "January 10", "Grain harvest rose in the northern plain."),
  "2.txt": dispatch("2024-01-12", "Ganja", "January 12", "The orchestra of the lyceum toured."),
  "3.txt": dispatch("2024-01-12", "Baku", "January 12", "Grain prices fell on the exchange."),
  "notes.txt": "Nothing here has a date. It is a plain text of two sentences.\n",
});

test("in a pipe: periods and numbers with tabs; articles without a date are spoken of", () => {
  expect(azertac(["timeline", "-d", wire])).toEqual({
    code: 0,
    out: "2024-01-10\t1\n2024-01-11\t0\n2024-01-12\t2\n",
    err: "1 of 4 articles has no date\n",
  });
});

test("a query, exclusions, filters and units", () => {
  expect(azertac(["timeline", "grain", "-harvest", "-d", wire]).out).toBe("2024-01-12\t1\n");
  expect(azertac(["timeline", "-d", wire, "--place", "Baku", "--by", "month"]).out).toBe("2024-01\t2\n");
  expect(azertac(["timeline", "-d", wire, "--by", "year", "--since", "2024"]).err).toBe(
    "azertac: 1 article has no date and is left out by --since\n",
  );
  expect(azertac(["timeline", "grain", "orchestra", "-d", wire]).err).toContain(
    "counting those with most of them",
  );
  expect(azertac(["timeline", "orchestras", "--exact", "-d", wire]).code).toBe(1);
});

test("as JSON, lines and CSV", () => {
  const { out } = azertac(["timeline", "-d", wire, "--by", "week", "--json"]);
  const periods = [{ period: "2024-W02", from: "2024-01-08", to: "2024-01-14", articles: 3 }];
  expect(JSON.parse(out)).toEqual({ query: null, relaxed: false, by: "week", total: 4, undated: 1, periods });
  expect(JSON.parse(azertac(["timeline", "-d", wire, "--by", "week", "--jsonl"]).out)).toEqual(periods[0]);
  expect(azertac(["timeline", "-d", wire, "--by", "week", "--csv"]).out).toBe(
    "period,from,to,articles\r\n2024-W02,2024-01-08,2024-01-14,3\r\n",
  );
});

test.each([
  [["zebra"], "nothing found for zebra"],
  [["--since", "2030"], "no article matches the filters"],
  [["--place", "Gnaja"], "did you mean Ganja?"],
  [["sentences"], "1 of 1 article has no date"],
])("nothing to draw, %j: exit code 1", (words, says) => {
  const { code, out, err } = azertac(["timeline", "-d", wire, ...words]);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain(says);
});

test.each([
  [["--by", "hour"], "day, week, month, year"],
  [["--since", "soon"], "is not a date"],
  [["(grain"], "not closed"],
  [["--json", "--csv"], "cannot be used with"],
  [["--ids"], "unknown option"],
])("a wrong call, %j: exit code 2", (words, says) => {
  const { code, out, err } = azertac(["timeline", "-d", wire, ...words]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(says);
});

test("too many days for anyone are counted by a coarser unit, and that is said", () => {
  const old = archiveOf({
    "1.txt": dispatch("2024-01-10", "Baku", "January 10", "Grain harvest rose."),
    "2.txt": dispatch("1024-01-10", "Baku", "January 10", "Grain harvest rose."),
  });
  const { code, err } = azertac(["timeline", "-d", old, "--by", "day"]);
  expect({ code, err }).toEqual({
    code: 0,
    err: "azertac: there are too many to count by day: these are counted by week\n",
  });
});
