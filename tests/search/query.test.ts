import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuery, QueryError } from "../../src/search/query.js";

const word = (text: string, more: object = {}): object => ({
  type: "word",
  words: [text],
  prefix: false,
  edits: null,
  titleOnly: false,
  ...more,
});

test.each([
  ["oil price", [word("oil"), word("price")]],
  ["oil AND price", [word("oil"), word("price")]],
  ['"Oil price"', [{ type: "phrase", words: ["oil", "price"], titleOnly: false }]],
  ["«нефть и газ»", [{ type: "phrase", words: ["нефть", "и", "газ"], titleOnly: false }]],
  ["-gas", [{ type: "not", item: word("gas") }]],
  ["NOT gas", [{ type: "not", item: word("gas") }]],
  ["oil OR gas", [{ type: "or", items: [word("oil"), word("gas")] }]],
  ["petrol*", [word("petrol", { prefix: true })]],
  ["oil~2", [word("oil", { edits: 2 })]],
  ["title:oil", [word("oil", { titleOnly: true })]],
  ['place:"New York"', [{ type: "field", field: "place", value: "New York" }]],
  ["lang:en", [{ type: "field", field: "language", value: "en" }]],
  ["date:2025-04..2025-05", [{ type: "date", from: "2025-04-01", to: "2025-05-31" }]],
  ["date:..2024", [{ type: "date", from: null, to: "2024-12-31" }]],
  ["date:7d..", [{ type: "date", from: "2025-04-15", to: null }]],
  ["post-conflict", [{ ...word(""), words: ["post", "conflict"] }]],
  ["at 10:30", [word("at"), { ...word(""), words: ["10", "30"] }]],
  ["(a b) OR c", [{ type: "or", items: [{ type: "and", items: [word("a"), word("b")] }, word("c")] }]],
  ["& — oil", [word("oil")]],
  ["", []],
])("%s", (query, expected) => {
  expect(parseQuery(query, "2025-04-22")).toEqual(expected);
});

test.each([
  ['oil "gas', 4, 1, /quotation mark is not closed/],
  ["(oil", 0, 1, /never closed|not closed/],
  ["oil)", 3, 1, /never opened/],
  ["oil OR", 4, 2, /both sides/],
  ["OR oil", 0, 2, /both sides/],
  ["oil NOT", 4, 3, /after it/],
  ["oil~7", 3, 2, /0, 1 or 2/],
  ["plase:Baku", 0, 5, /did you mean "place:"/],
  ["place: Baku", 0, 6, /no value/],
  ["date:2025-99", 0, 12, /not a date/],
])("%s is refused at its place", (query, at, length, says) => {
  try {
    parseQuery(query);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(QueryError);
    expect(error).toMatchObject({ query, at, length, message: expect.stringMatching(says) });
  }
});

const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(
    "(",
    ")",
    '"',
    "-",
    "~",
    "*",
    ":",
    "..",
    " ",
    "OR",
    "NOT",
    "AND",
    "title:",
    "date:",
    "oil",
    "«",
    "»",
    "“",
  ),
);

test("property: any string is a query or a QueryError whose place is in it", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const query = pieces.join("");
      try {
        parseQuery(query);
      } catch (error) {
        if (!(error instanceof QueryError)) throw error;
        expect(error.at).toBeGreaterThanOrEqual(0);
        expect(error.at).toBeLessThan(Math.max(1, query.length));
        expect(error.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 5000 },
  );
});

test("long and deep queries are read or refused in no time", () => {
  for (const unit of ["(", "-", '"', "a ", "NOT ", "a OR ", "a:", "~", "x~", "*", "place:"]) {
    const query = unit.repeat(19_000 / unit.length);
    const started = performance.now();
    try {
      parseQuery(query);
    } catch (error) {
      expect(error).toBeInstanceOf(QueryError);
    }
    // Fifty milliseconds are promised; a shared machine may need a few times that.
    expect(performance.now() - started, unit).toBeLessThan(1_000);
  }
});
