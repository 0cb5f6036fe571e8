import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuery, QueryError, type QueryNode, type Span } from "../../../src/search/query/query.js";
import { cpuTime } from "../../cpu-time.js";

const word = (text: string, more: object = {}): object => ({
  type: "word",
  words: [text],
  prefix: false,
  edits: null,
  scope: "any",
  ...more,
});

/** The tree without the places of its words. */
function bare(node: QueryNode): unknown {
  if ("items" in node) return { ...node, items: node.items.map(bare) };
  if ("item" in node) return { ...node, item: bare(node.item) };
  if (node.type === "near") return { ...node, left: bare(node.left), right: bare(node.right) };
  if (node.type === "record" || node.type === "has") return { ...node, query: undefined, at: undefined };
  return { ...node, spans: undefined };
}

const phrase = (...words: string[]): object => ({ type: "phrase", words, scope: "any", slop: null });
const must = (item: object): object => ({ type: "must", item });
const near = (left: object, right: object, more: object = {}): object => ({
  ...{ type: "near", left, right, isNot: false },
  nearness: { distance: 5, within: "text", ordered: false, ...more },
});
const not = (item: object): object => ({ type: "not", item });
const or = (...items: object[]): object => ({ type: "or", items });
const date = (from: string | null, to: string | null): object => ({ type: "date", from, to });

test.each([
  ["oil price", [word("oil"), word("price")]],
  ["oil AND price", [must(word("oil")), must(word("price"))]],
  ['"Oil price"', [{ type: "phrase", words: ["oil", "price"], scope: "any", slop: null }]],
  ["«нефть и газ»", [{ type: "phrase", words: ["нефть", "и", "газ"], scope: "any", slop: null }]],
  ["-gas", [{ type: "not", item: word("gas") }]],
  ["NOT gas", [{ type: "not", item: word("gas") }]],
  ["oil OR gas", [{ type: "or", items: [word("oil"), word("gas")] }]],
  ["petrol*", [word("petrol", { prefix: true })]],
  ["oil~2", [word("oil", { edits: 2 })]],
  ["title:oil", [word("oil", { scope: "title" })]],
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
  // Operators are in capitals: the same words in small letters are words.
  ["oil or gas", [word("oil"), word("or"), word("gas")]],
  ["Not oil And gas", [word("not"), word("oil"), word("and"), word("gas")]],
  ["a AND b OR c d", [must(word("a")), must(or(word("b"), word("c"))), word("d")]],
  ["oil | gas", [or(word("oil"), word("gas"))]],
  ["| oil |", [word("oil")]],
  ["Baku | (|)", [word("baku")]],
  // Proximity, in the forms of several tools.
  ...["w/5", "W/5", "near/5", "NEAR5", "N5", "/5", "within/5"].map((operator): [string, object[]] => [
    `oil ${operator} gas`,
    [near(word("oil"), word("gas"))],
  ]),
  ...["pre/5", "PRE/5", "ADJ5", "onear/5"].map((operator): [string, object[]] => [
    `oil ${operator} gas`,
    [near(word("oil"), word("gas"), { ordered: true })],
  ]),
  ["oil NEAR gas", [near(word("oil"), word("gas"), { distance: 10 })]],
  ["oil w/s gas", [near(word("oil"), word("gas"), { distance: null, within: "sentence" })]],
  ["oil SAME gas", [near(word("oil"), word("gas"), { distance: null, within: "paragraph" })]],
  ["oil NOT w/5 gas", [{ ...near(word("oil"), word("gas")), isNot: true }]],
  ["a w/5 b w/5 c", [near(near(word("a"), word("b")), word("c"))]],
  ["a OR b w/5 c", [or(word("a"), near(word("b"), word("c")))]],
  ["near the same gas", [word("near"), word("the"), word("same"), word("gas")]],
  // Wildcards, weights and counts.
  ["wom?n", [word("wom?n")]],
  ["*port*", [word("*port*")]],
  ["what? oil?", [word("what"), word("oil")]],
  ['"foreign minist*"', [phrase("foreign", "minist*")]],
  ['"oil price"~3', [{ ...phrase("oil", "price"), slop: 3 }]],
  ["oil^3 gas", [{ type: "boost", factor: 3, item: word("oil") }, word("gas")]],
  ["atleast5(oil)", [{ type: "atleast", count: 5, item: word("oil") }]],
  // Fields.
  ["HEADLINE(oil)", [word("oil", { scope: "title" })]],
  ["title:(oil OR gas)", [or(word("oil", { scope: "title" }), word("gas", { scope: "title" }))]],
  ["lead:oil", [word("oil", { scope: "lead" })]],
  ["author:smith", [{ type: "record", key: "byline", value: "smith" }]],
  ["desk:foreign", [{ type: "record", key: "desk", value: "foreign" }]],
  ["has:place", [{ type: "has", key: "place" }]],
  ["date:*", [{ type: "has", key: "date" }]],
  ["date:[2025-01-01 TO 2025-12-31]", [date("2025-01-01", "2025-12-31")]],
  ["since:2025-04", [date("2025-04-01", null)]],
  ["before:2025", [date(null, "2024-12-31")]],
  ["until:2025", [date(null, "2025-12-31")]],
  ["date:>2024", [date("2025-01-01", null)]],
  ["words:>300", [{ type: "length", least: 301, most: Number.POSITIVE_INFINITY }]],
  ["words:200..300", [{ type: "length", least: 200, most: 300 }]],
  [
    "place:(Baku OR Ganja)",
    [or(...["Baku", "Ganja"].map((value) => ({ type: "field", field: "place", value })))],
  ],
  // What is no field.
  ["https://example.org/oil", [{ ...word(""), words: ["https", "example", "org", "oil"] }]],
  ["Analysis: oil", [word("analysis"), word("oil")]],
  // Operators of others.
  ["oil && gas", [must(word("oil")), must(word("gas"))]],
  ["oil || gas", [or(word("oil"), word("gas"))]],
  ["+oil -gas !tax", [must(word("oil")), not(word("gas")), not(word("tax"))]],
  ["oil AND NOT gas", [must(word("oil")), not(word("gas"))]],
  ["oil ANDNOT gas", [must(word("oil")), not(word("gas"))]],
  // What is excluded.
  ['-"oil price"', [not(phrase("oil", "price"))]],
  ["-place:Baku", [not({ type: "field", field: "place", value: "Baku" })]],
  ["NOT (a OR b)", [not(or(word("a"), word("b")))]],
  ["-(a b)", [not({ type: "and", items: [word("a"), word("b")] })]],
  ["(-a)", [not(word("a"))]],
  ["a OR -b", [or(word("a"), not(word("b")))]],
  ["NOT -a", [not(not(word("a")))]],
  ["–gas —oil −coal", [not(word("gas")), not(word("oil")), not(word("coal"))]],
  ["--gas", [not(word("gas"))]],
  ["a - b", [word("a"), word("b")]],
  ["Baku – Ganja", [word("baku"), word("ganja")]],
  ['-"" NOT & oil', [word("oil")]],
  // Quotation marks as they are pasted.
  ["“oil price”", [phrase("oil", "price")]],
  ["„oil price“", [phrase("oil", "price")]],
  ["”oil price”", [phrase("oil", "price")]],
  ["»oil price«", [phrase("oil", "price")]],
  ["»oil price»", [phrase("oil", "price")]],
  ['"oil price”', [phrase("oil", "price")]],
  ['«the "Oil" price»', [phrase("the", "oil", "price")]],
  ["the minister’s ‘plan’", [word("the"), word("minister"), word("plan")]],
  ['oil"gas price"', [word("oil"), phrase("gas", "price")]],
  // Fields.
  ["place:“New York”", [{ type: "field", field: "place", value: "New York" }]],
  [
    "PLACE:Baku Language:en",
    [
      { type: "field", field: "place", value: "Baku" },
      { type: "field", field: "language", value: "en" },
    ],
  ],
  ['title:"oil price"', [{ type: "phrase", words: ["oil", "price"], scope: "title", slop: null }]],
  ["title:pri*", [word("pri", { prefix: true, scope: "title" })]],
  ["title:price~1", [word("price", { edits: 1, scope: "title" })]],
  ["id:6d47-a", [{ type: "field", field: "id", value: "6d47-a" }]],
  ["https://a.bc", [{ ...word(""), words: ["https", "a", "bc"] }]],
  // Dates: all that --since takes, on either side.
  ["date:today", [date("2025-04-22", "2025-04-22")]],
  ["date:yesterday..today", [date("2025-04-21", "2025-04-22")]],
  ["date:1y..6m", [date("2024-04-22", "2024-10-22")]],
  ["date:2w..", [date("2025-04-08", null)]],
  ["date:..7d", [date(null, "2025-04-15")]],
  ["date:2024", [date("2024-01-01", "2024-12-31")]],
  ["date:2024-2", [date("2024-02-01", "2024-02-29")]],
  ['date:"2024 .. 2025-01"', [date("2024-01-01", "2025-01-31")]],
  ["DATE:2024-12-24..2025", [date("2024-12-24", "2025-12-31")]],
  // Prefixes and edits stand behind a word only.
  ["* ~1 ~", [word("1")]],
  ["oil~0", [word("oil", { edits: 0 })]],
  ["post-conf*", [{ ...word("", { prefix: true }), words: ["post", "conf"] }]],
] as [string, object[]][])("%s", (query, expected) => {
  expect(parseQuery(query, "2025-04-22").map(bare)).toEqual(expected);
});

/** The spans of all words of a tree. */
function spansOf(node: QueryNode): Span[] {
  if ("items" in node) return node.items.flatMap(spansOf);
  if ("item" in node) return spansOf(node.item);
  if (node.type === "near") return [node.left, node.right].flatMap(spansOf);
  return "spans" in node ? node.spans : [];
}

test("words know where they stand", () => {
  const query = 'Oil -(gas OR “the Price”) title:tax* title:"New deal" post-war~1 place:“New York” date:2024';
  const words = parseQuery(query)
    .flatMap(spansOf)
    .map(({ start, end }) => query.slice(start, end));
  expect(words).toEqual(["Oil", "gas", "the", "Price", "tax", "New", "deal", "post", "war", "New York"]);
});

test.each([
  ['oil "gas', 4, 1, /quotation mark is not closed/],
  ["(oil", 0, 1, /never closed|not closed/],
  ["oil)", 3, 1, /never opened/],
  ["oil OR", 4, 2, /both sides/],
  ["OR oil", 0, 2, /both sides/],
  ["oil NOT", 4, 3, /after it/],
  ["oil~7", 3, 2, /0, 1 or 2/],
  ["place: Baku", 0, 6, /no value/],
  ["date:2025-99", 5, 7, /not a date/],
  ["oil date:2024..2025-99", 15, 7, /not a date/],
  ["date:2025..7x", 11, 2, /not a date/],
  ["date:2025...2026", 11, 5, /not a date/],
  ["date:2025..2024", 5, 10, /after the last/],
  ["date:7d..2w", 5, 6, /after the last/],
  ["date:..", 5, 2, /needs an end/],
  ['date:""', 6, 1, /needs an end/],
  ["place:(Baku -Ganja)", 12, 1, /only values and OR/],
  ["title:/oil/", 6, 5, /regular expressions are not supported/],
  ["caps(oil)", 0, 4, /no function "caps"/],
  ["oil [2024 TO 2025]", 4, 5, /a range needs a field/],
  ["oil w/5", 4, 3, /both sides/],
  ["w/5 oil", 0, 3, /both sides/],
  ["(oil gas) w/5 tax", 10, 3, /between words, phrases or choices/],
  ["oil w/0 gas", 4, 3, /must be 1 to 1000/],
  ["oil^x", 3, 2, /followed by a number/],
  ["words:many", 6, 4, /number of words is missing/],
  ["before:never", 7, 5, /not a date/],
  ["oil “gas", 4, 1, /quotation mark is not closed/],
  ["oil AND", 4, 3, /both sides/],
  ["a OR OR b", 2, 2, /both sides/],
  ["(a OR) b", 3, 2, /both sides/],
  ["-(a", 1, 1, /not closed/],
  ["oil~", 3, 1, /0, 1 or 2/],
  ["title:oil~9", 9, 2, /0, 1 or 2/],
  [`${"(".repeat(101)}a${")".repeat(101)}`, 100, 1, /too deeply/],
  ["oil ".repeat(1001), 4000, 3, /more than 1000 words/],
  [`"${"oil ".repeat(1001)}"`, 0, 4006, /more than 1000 words/],
  ["a".repeat(10_001), 10_000, 1, /longer than 10000/],
  ["a* ".repeat(11), 30, 2, /more than 10 words with wildcards/],
])("%s is refused at its place", (query, at, length, says) => {
  try {
    parseQuery(query);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(QueryError);
    expect(error).toMatchObject({ query, at, length, message: expect.stringMatching(says) });
  }
});

const SIGNS =
  '( ) [ ] " “ ” „ « » ‹ › ’ - – − -- ~ ~1 ~9 * : .. | || & AND OR NOT or title: date: id: place:';
const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.string({ unit: fc.constantFrom("\ud800", "\udc00", "\u0301", "\u0000", "İ", "中", "a"), maxLength: 4 }),
  fc.constantFrom(...SIGNS.split(" "), " ", "\t", "\u00a0", "oil", "2025-04", "7d"),
);

/** What a string is: a query, whose words stand where they say, or an error at a place in it. */
function check(query: string): void {
  try {
    for (const { start, end } of parseQuery(query).flatMap(spansOf)) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(query.length);
    }
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    expect(error.query).toBe(query);
    expect(error.at).toBeGreaterThanOrEqual(0);
    expect(error.at).toBeLessThan(Math.max(1, query.length));
    expect(error.length).toBeGreaterThan(0);
    expect(error.message.length).toBeLessThan(300);
  }
}

test("property: any string is a query or a QueryError whose place is in it", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom("", " "), (pieces, between) =>
      check(pieces.join(between)),
    ),
    { numRuns: 5000 },
  );
});

test("property: so is any short string many times over", () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.nat(10_000), (pieces, length) => {
      const unit = pieces.join("") || " ";
      check(unit.repeat(Math.ceil(length / unit.length)));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["brackets", "(".repeat(4_000_000)],
  ["nested brackets", `${"(".repeat(100_000)}oil${")".repeat(100_000)}`],
  ["quotation marks", '"'.repeat(1_000_000)],
  ["quotation marks that close", '"a" '.repeat(2_499)],
  ["colons", "a:".repeat(4_999)],
  ["near fields", "x:dat:e".repeat(1_400)],
  ["fields", "place:a ".repeat(1_200)],
  ["minus signs", "- -(-".repeat(1_900)],
  ["dashes", "—".repeat(9_999)],
  ["operators", "OR AND NOT ".repeat(900)],
  ["NOT alone", "NOT ".repeat(2_450)],
  ["choices", "a OR ".repeat(1_900)],
  ["bars", "| ".repeat(4_900)],
  ["tildes", "~".repeat(9_999)],
  ["tildes behind a word", `x${"~".repeat(9_998)}`],
  ["asterisks", "*".repeat(9_999)],
  ["dots", `date:${".".repeat(9_990)}`],
  ["digits", `date:${"1".repeat(9_990)}`],
  ["one word", "a".repeat(10_000)],
  ["words of one character", "中".repeat(10_000)],
])("%s without end are read or refused in no time", async (_, query) => {
  // Fifty milliseconds are promised; code that has not been compiled may need a few times that.
  expect(await cpuTime(() => check(query))).toBeLessThan(1_000);
});
