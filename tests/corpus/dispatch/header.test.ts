/** Lines above and below the text: stamps, bylines, sections, notices, sign-offs. All people and events are invented. */
import { expect, test } from "vitest";
import type { Dispatch } from "../../../src/api/types.js";
import { parseDispatch } from "../../../src/corpus/dispatch/parse.js";

const LEAD = "The lighthouse keepers of the northern shore met on Monday to count the boats of the season.";
const SECOND = "They found three more than last year, the harbour office said.";
const TEXT = `${LEAD}\n\n${SECOND}\n`;
const HEADLINE = "Keepers count the boats of the season";

test.each<[string, Partial<Dispatch>]>([
  [
    `${HEADLINE}\n\n15 March 2021, 09:00\nBAKU. KAZINFORM – ${TEXT}`,
    { date: "2021-03-15", time: "2021-03-15T09:00:00" },
  ],
  [`${HEADLINE}\n22 April 2025, 10:30\n\n${TEXT}`, { date: "2025-04-22", time: "2025-04-22T10:30:00" }],
  [
    `${HEADLINE}\n\n2017-10-11 13:58 | www.trend.az | 0\n\n${TEXT}`,
    { date: "2017-10-11", time: "2017-10-11T13:58:00" },
  ],
  [`${HEADLINE}\n- 01 mart, 2026\n- 11:20\n${TEXT}`, { date: "2026-03-01", time: "2026-03-01T11:20:00" }],
  [
    `${HEADLINE}\nXinhua | Updated: 2017-09-15 17:52\n${TEXT}`,
    { time: "2017-09-15T17:52:00", agency: "Xinhua" },
  ],
  [`${HEADLINE}\n\n5 October 2025 11:45 (UTC+04:00)\n\n${TEXT}`, { time: "2025-10-05T11:45:00+04:00" }],
  [
    `${HEADLINE}\n\nPolitics 5 October 2025 11:45 (UTC+04:00)\n\n${TEXT}`,
    { date: "2025-10-05", subjects: ["Politics"] },
  ],
  [
    `${HEADLINE}\n\nPublished: April 22, 2025 2:05 p.m. EDT\n\n${TEXT}`,
    { time: "2025-04-22T14:05:00-04:00" },
  ],
  [`${HEADLINE}\n\nTue, 22 Apr 2025 10:00:00 +0400\n\n${TEXT}`, { time: "2025-04-22T10:00:00+04:00" }],
  [`${HEADLINE}\n\n22.04.2025 10:30 GMT\n\n${TEXT}`, { time: "2025-04-22T10:30:00+00:00" }],
  [`${HEADLINE}\n\nОпубликовано: 22 апреля 2025 г., 10:30\n\n${TEXT}`, { time: "2025-04-22T10:30:00" }],
  [`${HEADLINE}\n\n22 Nisan 2025 Salı 10:30\n\n${TEXT}`, { time: "2025-04-22T10:30:00" }],
  [`${HEADLINE}\n\n2025年4月22日 10:30\n\n${TEXT}`, { time: "2025-04-22T10:30:00" }],
  [`${HEADLINE}\n\n04/22/2025\n\n${TEXT}`, { date: "2025-04-22" }],
])("a stamp under the headline: %j", (text, expected) => {
  expect(parseDispatch(text)).toMatchObject({ headline: HEADLINE, paragraphs: [LEAD, SECOND], ...expected });
});

test.each<[string, string | null, string | null]>([
  ["Date: April 22, 2025", "2025-04-22", null],
  ["Tuesday, April 22, 2025", "2025-04-22", null],
  ["22.04.2025 10:30", "2025-04-22", "2025-04-22T10:30:00"],
  ["2025-04-22 10:30", "2025-04-22", "2025-04-22T10:30:00"],
  ["2025-04-22T14:05:00+04:00", "2025-04-22", "2025-04-22T14:05:00+04:00"],
  ["date 2025-04-22T14:05:00Z", "2025-04-22", "2025-04-22T14:05:00+00:00"],
  ["22 апреля 2025", "2025-04-22", null],
  ["date 0099-04-22", "0099-04-22", null],
  ["22. April 2025", "2025-04-22", null],
  ["22 de abril de 2025", "2025-04-22", null],
  ["22 aprel 2025-ci il", "2025-04-22", null],
  ["2025-ci il 22 aprel", "2025-04-22", null],
  ["08-09-2016", "2016-09-08", null],
])("a line with a day above the text: %s", (line, date, time) => {
  expect(parseDispatch(`${line}\n\n${TEXT}`)).toMatchObject({
    date,
    time,
    place: null,
    headline: null,
    header: [line],
  });
});

test("a day whose month cannot be told from its day is not read, and kept", () => {
  expect(parseDispatch(`${HEADLINE}\n\n04/05/2025\n\n${TEXT}`)).toMatchObject({ date: null });
});

test.each<[string, Partial<Dispatch>]>([
  [" date 2022-05 Baku, 11. Mai, AZERTAC", { date: "2022-05-11", place: "Baku", monthDay: null }],
  [" date 2023-01 Baku, December 31, AZERTAC", { date: "2022-12-31" }],
  [" date 2022-05 Baku, 11. September, AZERTAC", { date: null, monthDay: { month: 9, day: 11 } }],
  [
    "Baku, 11. Mai, AZERTAC",
    { date: null, monthDay: { month: 5, day: 11 }, dateline: "Baku, 11. Mai, AZERTAC" },
  ],
])("the day of a dateline: %s", (line, expected) => {
  expect(parseDispatch(`${line}\n\n${TEXT}`)).toMatchObject(expected);
});

test.each<[string, string | null, string | null]>([
  ["By Alan Whitlow", "Alan Whitlow", "Reuters"],
  ["By ALAN WHITLOW and MARIA DEL CAMPO", "ALAN WHITLOW and MARIA DEL CAMPO", "Reuters"],
  ["By Alan Whitlow, The Harbour Post", "Alan Whitlow, The Harbour Post", "Reuters"],
  ["Von Ulf Brandes, dpa", "Ulf Brandes", "Reuters"],
  ["Par Karim Benslama", "Karim Benslama", "Reuters"],
  ["Автор: Олег Кравцев", "Олег Кравцев", "Reuters"],
  ["By Reuters", null, "Reuters"],
])("a byline of its own: %s", (line, byline, agency) => {
  const dispatch = parseDispatch(`${HEADLINE}\n\n${line}\n\nLONDON, April 22 (Reuters) - ${TEXT}`);
  expect(dispatch).toMatchObject({
    headline: HEADLINE,
    byline,
    agency,
    place: "London",
    paragraphs: [LEAD, SECOND],
  });
  expect(parseDispatch(`${line}\nLONDON, April 22 (Reuters) - ${TEXT}`)).toMatchObject({
    byline,
    headline: null,
  });
});

test.each([
  "By far the largest catch of the year was landed in the harbour on Monday",
  "Von der Leyen visits the harbour of the northern shore",
  "Par un matin de brume les gardiens comptent",
  "By the Sea",
])("prose that begins like a byline: %s", (line) => {
  expect(parseDispatch(`${line}\n\n${TEXT}`).byline).toBeNull();
});

test.each<[string, Partial<Dispatch>]>([
  [
    `AMTLICHE CHRONIK\n${HEADLINE}\nBaku, 13. März, AZERTAC\n${TEXT}`,
    { kicker: "AMTLICHE CHRONIK", subjects: ["AMTLICHE CHRONIK"], headline: HEADLINE },
  ],
  [`ELM VƏ TƏHSİL\n\n\n${HEADLINE}\n\n${TEXT}`, { kicker: "ELM VƏ TƏHSİL", headline: HEADLINE }],
  [`POLITICS\n\nBaku, April 22, AZERTAC\n\n${TEXT}`, { kicker: "POLITICS", headline: null }],
  [
    `HARBOUR NEWS\n${HEADLINE}\n\nBAKU, April 22 (AZERTAC) - ${TEXT}`,
    { kicker: "HARBOUR NEWS", subjects: [], headline: HEADLINE },
  ],
])("a section above the headline: %j", (text, expected) => {
  expect(parseDispatch(text)).toMatchObject({ ...expected, paragraphs: [LEAD, SECOND] });
});

test.each(["+ ↺ − 16 px", "A- A A+", "Share | Print", "Распечатать | Поделиться"])(
  "controls of a page are no text: %s",
  (line) => {
    expect(parseDispatch(` date 2019-03-07 ${line}\n\n${TEXT}`)).toMatchObject({
      headline: null,
      paragraphs: [LEAD, SECOND],
    });
    expect(parseDispatch(`${HEADLINE}\n\n${line}\n\nBAKU, April 22 (AZERTAC) - ${TEXT}`).header).toEqual([
      line,
    ]);
  },
);

test.each<[string, Dispatch["status"]]>([
  ["CORRECTED", "corrected"],
  ["(CORRECTED)", "corrected"],
  ["*** EMBARGOED UNTIL 10:00 GMT, April 22 ***", "embargoed"],
  ["EMBARGOED UNTIL 22 April 2025 10:00", "embargoed"],
  ["Sperrfrist: 22. April 2025, 10.00 Uhr", "embargoed"],
  ["WITHDRAWN", "withdrawn"],
  ["MANDATORY KILL", "withdrawn"],
])("a notice above the text: %s", (line, status) => {
  const dispatch = parseDispatch(`${line}\n${HEADLINE}\n\nBAKU, April 22 (AZERTAC) - ${TEXT}`);
  expect(dispatch).toMatchObject({ status, headline: HEADLINE, header: [line], paragraphs: [LEAD, SECOND] });
});

test.each<[string, Partial<Dispatch>]>([
  ["CORRECTED-Keepers count the boats", { status: "corrected", version: null }],
  ["UPDATE 2-Keepers count the boats", { status: null, version: "UPDATE 2" }],
  ["Corrected figures please the keepers", { status: null, version: null }],
  ["Keepers withdrawn from the shore", { status: null }],
])("what a headline says of the version: %s", (headline, expected) => {
  expect(parseDispatch(`${headline}\n\nBAKU, April 22 (AZERTAC) - ${TEXT}`)).toMatchObject({
    headline,
    ...expected,
  });
});

test("a summary between headline and dateline is kept apart", () => {
  const text = `${HEADLINE}\n\nThe office had said before that nobody counts them.\n\nBAKU, April 22. /TASS/. ${TEXT}`;
  expect(parseDispatch(text)).toMatchObject({
    headline: HEADLINE,
    abstract: "The office had said before that nobody counts them.",
    place: "Baku",
    paragraphs: [LEAD, SECOND],
  });
});

test.each<[string, string[]]>([
  ["\n\nREUTER", ["REUTER"]],
  [" REUTER", ["REUTER"]],
  ["\n Reuter", ["Reuter"]],
  ["\n\n(END)", ["(END)"]],
  [" (END)", ["(END)"]],
  [" L.D. –0–", ["L.D.", "–0–"]],
  ["\n\nL.D.\n\n–0–", ["L.D.", "–0–"]],
  ["\n\nkeeper@agency.example\n(END)", ["keeper@agency.example", "(END)"]],
  [" keeper@agency.example", ["keeper@agency.example"]],
  [" (APS)", ["(APS)"]],
  ["(ANI)", ["(ANI)"]],
  ["\n\n/ritzau/", ["/ritzau/"]],
  [" —AFP", ["—AFP"]],
  ["\n\ndpa wsz jln npr", ["dpa wsz jln npr"]],
  ["\n\nab/cd", ["ab/cd"]],
  ["\n\nWAM/Hatem Nur", ["WAM/Hatem Nur"]],
  ["\n==Kyodo", ["==Kyodo"]],
  ["\n\nAAP RTV\nNNNN", ["AAP RTV", "NNNN"]],
  ["\n\n© 2025 AAP", ["© 2025 AAP"]],
  ["\n\n-0-\n\n***", ["-0-", "***"]],
  ["（完）", ["（完）"]],
])("a sign-off: %j", (end, footer) => {
  expect(parseDispatch(`${LEAD}\n\n${SECOND}${end}\n`)).toMatchObject({ paragraphs: [LEAD, SECOND], footer });
});

test.each([
  "The deal was reported first by Reuters",
  "She told the agency, known as the AFP.",
  "They waited until the very end.",
  "It is sold by the AP.",
  "The son.",
])("the end of a sentence is no sign-off: %s", (last) => {
  expect(parseDispatch(`${LEAD}\n\n${last}\n`)).toMatchObject({ paragraphs: [LEAD, last], footer: [] });
});

test("an address below the text is the article's own", () => {
  const url = "https://news.example/2025/keepers";
  expect(parseDispatch(`${LEAD}\n\n${SECOND}\n\n${url}\n`)).toMatchObject({
    url,
    paragraphs: [LEAD, SECOND],
  });
});

test.each([
  ["about gas pipe-\nlines and the coun-\ntry for hours", "about gas pipelines and the country for hours"],
  ["an anti-\naircraft gun of a state-\nowned firm", "an anti-aircraft gun of a state-owned firm"],
  ["the Iraq-\nIran border and 55-\nyear leases", "the Iraq-Iran border and 55-year leases"],
  ["a verb\u00ad\nindung", "a verbindung"],
  ["Ein- und Aus-\nfuhr", "Ein- und Ausfuhr"],
  ["he paused -\nthen spoke", "he paused - then spoke"],
])("a hyphen at a line's end: %j", (text, expected) => {
  expect(parseDispatch(`The keepers spoke ${text}.`).paragraphs).toEqual([`The keepers spoke ${expected}.`]);
});

test("regression: an indented line begins a paragraph although the one before has one line", () => {
  const text = `    BAKU, April 22 - The keepers met\non Monday.\n    They counted all boats.\n    Then they went home to their\nlighthouse.\n`;
  expect(parseDispatch(text).paragraphs).toEqual([
    "The keepers met on Monday.",
    "They counted all boats.",
    "Then they went home to their lighthouse.",
  ]);
});

test("a headline right above paragraphs of a line each", () => {
  const long = `${LEAD} ${SECOND}`;
  expect(parseDispatch(`${HEADLINE}\n${long}\n${long}\n`)).toMatchObject({
    headline: HEADLINE,
    paragraphs: [long, long],
  });
});
