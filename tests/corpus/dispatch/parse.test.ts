/** The forms in which dispatches come, one fixture each; and that no text is lost, whatever comes. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Dispatch } from "../../../src/api/types.js";
import { decode } from "../../../src/corpus/decode.js";
import { parseDispatch } from "../../../src/corpus/dispatch/parse.js";
import { cpuTime } from "../../cpu-time.js";

const LEAD = "The lighthouse keepers of the northern shore met on Monday to count the boats of the season.";
const SECOND = "They found three more than last year, the harbour office said.";
const HEADLINE = "Keepers count the boats of the season";

function read(name: string): string {
  const decoded = decode(readFileSync(new URL(`../../fixtures/dispatches/${name}.txt`, import.meta.url)));
  if ("problem" in decoded) throw new Error(decoded.problem);
  return decoded.text;
}

const usual = {
  date: "2025-04-22",
  place: "Baku",
  agency: "AZERTAC",
  headline: null,
  paragraphs: [LEAD, SECOND],
};

test.each([
  ["header", {}],
  ["no-date", { date: null }],
  ["own-year", {}],
  ["dateline-in-lead", { date: null }],
  ["dateline-in-brackets", {}],
  ["agency-1", {}],
  ["agency-2", {}],
  ["agency-3", {}],
  ["agency-4", {}],
  ["agency-5", {}],
  ["long-place", { place: "New York", region: "USA" }],
  ["capitals", { place: "New York" }],
  ["headline-before", { headline: HEADLINE }],
  ["headline-before-tight", { headline: HEADLINE }],
  ["headline-after", { headline: HEADLINE }],
  ["headline-between", { headline: HEADLINE }],
  ["headline-alone", { headline: HEADLINE, date: null, place: null, agency: null }],
  ["reuters", { agency: "Reuters" }],
  ["tass", { agency: "TASS", place: "Moscow" }],
  ["xinhua", { agency: "Xinhua", place: "Beijing" }],
  ["menafn", { agency: "AzerNews", place: null, date: "2023-12-28" }],
  ["plain", { date: null, place: null, agency: null }],
  ["bom-crlf", {}],
  ["utf-16", {}],
  ["end-marks", {}],
  ["no-break-spaces", {}],
  ["wrapped", { paragraphs: [`${LEAD} ${LEAD}`, SECOND] }],
  ["indented", {}],
])("%s", (name, different) => {
  expect(parseDispatch(read(name))).toMatchObject({ ...usual, ...different });
});

test.each([
  ["azerbaijani", "Bakı", /^Şimal sahilinin mayak gözətçiləri/],
  ["russian", "Баку", /^Смотрители маяков/],
  ["windows-1251", "Баку", /^Смотрители маяков/],
  ["latin-1", "Genève", /^Les gardiens de phare de la côte/],
])("%s", (name, place, lead) => {
  const dispatch = parseDispatch(read(name));
  expect(dispatch).toMatchObject({ date: "2025-04-22", place, agency: "AZERTAC", headline: null });
  expect(dispatch.paragraphs).toHaveLength(2);
  expect(dispatch.paragraphs[0]).toMatch(lead);
});

test("the header's date beats that of the dateline", () => {
  expect(parseDispatch(` date 2025-04-23 Baku, April 22, 2024, AZERTAC\n\n${LEAD}`).date).toBe("2025-04-23");
});

test("an impossible date is none, and its text is kept", () => {
  const { date, headline, paragraphs } = parseDispatch(` date 2025-02-30\n\n${LEAD}\n`);
  expect(date).toBeNull();
  expect([headline, ...paragraphs].join(" ")).toContain("2025-02-30");
});

test("a sentence that begins like a dateline is text", () => {
  const text =
    "Baku, April 22 was a day of wind and rain, and the boats stayed in the harbour until the evening.";
  expect(parseDispatch(`${text}\n\n${SECOND}`)).toMatchObject({ place: null, paragraphs: [text, SECOND] });
});

test("Azerbaijani capitals are lowered by Azerbaijani rules", () => {
  expect(parseDispatch(`BAKI, 22 aprel, AZƏRTAC\n\n${LEAD}`).place).toBe("Bakı");
});

test("regression: a lead of two sentences without a final full stop is no headline", () => {
  const lead = "France and the island signed two agreements on Monday. REUTER";
  expect(parseDispatch(` date 2025-04-22 Baku, April 22, AZERTAC\n\n${lead}\n\n${LEAD}`)).toMatchObject({
    headline: null,
    paragraphs: [lead, LEAD],
  });
});

test("what a record says wins over its text, and a repeated title is not said twice", () => {
  const known = { date: "2024-01-02T03:04:05Z", place: "Shusha", agency: "azertag", title: HEADLINE };
  expect(parseDispatch(`${HEADLINE}\n\nBaku, April 22, AZERTAC\n\n${LEAD}`, known)).toMatchObject({
    date: "2024-01-02",
    place: "Shusha",
    agency: "AZERTAC",
    headline: HEADLINE,
    paragraphs: [LEAD],
  });
});

test.each([
  ["22.04.2025", "2025-04-22"],
  ["26-FEB-1987 15:01:01.79", "1987-02-26"],
  ["April 22, 2025", "2025-04-22"],
  ["20250422", "2025-04-22"],
  ["2025-04-31", null],
  ["soon", null],
])("a record's date %s", (date, expected) => {
  expect(parseDispatch("Some text.", { date }).date).toBe(expected);
});

/** A character of a script without spaces is a word: at a wrap two of them are joined. */
const WORD = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[\p{L}\p{N}])+/gu;
const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "    ",
    " date 2025-04-22 ",
    "Baku, April 22, AZERTAC",
    "BAKU, April 22 (AZERTAC) -",
  ),
  fc.constantFrom(
    "MOSCOW, April 22. /TASS/.",
    "Some headline",
    "A sentence, of words.",
    "***",
    "-0-",
    "By John Smith",
    "(END)",
    "someone@agency.example",
    "15 March 2021, 09:00",
    "POLITICS",
    "新华社北京5月20日电（记者王明）",
    "ZCZC AAP\n$Headline of it\n",
    "eca062 4 i 211 ccccb   dpa 061\n\nKey-words/\nHeadline =\n",
    "Trend:",
    "REUTER",
    "\u2028",
    "\u00a0",
  ),
);

/** Every word of a dispatch in the fields that keep text as it is written. */
function written(dispatch: Dispatch): string {
  const { dateline, headline, kicker, abstract, paragraphs, header, footer } = dispatch;
  return [dateline, headline, kicker, abstract, ...paragraphs, ...header, ...footer].join("\n");
}

const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

test("property: nothing throws, and no word is lost or said twice", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      // A word divided at a line's end is one word afterwards.
      fc.pre(!/[\p{L}\p{N}][-\u00ad]\s*[\n\r\u0085\u2028\u2029\v\f]/u.test(text));
      expect(wordsOf(written(parseDispatch(text))).sort()).toEqual(wordsOf(text).sort());
    }),
    { numRuns: 2000 },
  );
});

test("a text of 16 MB in one line is parsed in linear time", async () => {
  for (const unit of ["word ", "Baku, April 22, ", "(((", "1 ", "A. ", "  \u00a0"]) {
    const text = unit.repeat(Math.floor(4_000_000 / unit.length));
    // A quadratic pattern would take minutes.
    expect(await cpuTime(() => parseDispatch(text)), unit).toBeLessThan(20_000);
  }
});
