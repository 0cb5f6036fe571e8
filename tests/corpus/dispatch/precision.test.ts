/** Prose, headings and tables that begin like a dateline: nothing may be read from them. */
import { expect, test } from "vitest";
import { parseDispatch } from "../../../src/corpus/dispatch/parse.js";

const SECOND = "They found three more than last year, the harbour office said on the following day.";

test.each([
  "Baku, April 22 was a day of wind and rain, and the boats stayed in the harbour until the evening.",
  "Trend analysis shows that fewer boats return to the harbour than in any year before, he said.",
  "Reuters, the news agency, said that it would open an office in the harbour of the northern shore.",
  "The Associated Press (AP) said on Monday that the keepers had counted all boats of the season.",
  "Associated Press Holdings (AP) said on Monday that the keepers had counted all boats of the season.",
  "Orvel Holdings Inc (ORV) - The firm counts boats on behalf of the harbour office, it said on Monday.",
  "May 5 - The keepers met on Monday to count the boats of the season, an aide to the office said.",
  "On Friday, April 22 - the day of the count - the keepers met at the lighthouse of the shore.",
  "In London, April 22 is a holiday - and a long one, the keepers of the lighthouse said on Monday.",
  "NOTE - The keepers met on Monday to count the boats of the season, an aide to the office said.",
  "UPDATE - The keepers met on Monday to count the boats of the season, an aide to the office said.",
  "NATO - The keepers met on Monday to count the boats of the season, an aide to the office said.",
  "Canadian Pacific (CP) confirms that the keepers met on Monday to count the boats of the season.",
  "Keepers - Reuters has learnt - met on Monday to count the boats of the season, an aide said.",
  "London (population 9 million) is a large city, and its harbour has many boats, the keepers said.",
  "Boats/harbour/22: the keepers met on Monday to count the boats of the season, an aide said then.",
  "Sunday, Bloody Sunday (Revisited) - The keepers met on Monday to count the boats, an aide said.",
])("no dateline: %s", (text) => {
  expect(parseDispatch(`${text}\n\n${SECOND}`)).toMatchObject({
    place: null,
    agency: null,
    date: null,
    monthDay: null,
    dateline: null,
    byline: null,
    paragraphs: [text, SECOND],
  });
});

test.each([
  "ROTTERDAM PORT SUBSIDY TO END JULY 1 - MINISTER",
  "TREASURY BALANCES AT FED ROSE ON FEB 25",
  "KEEPERS SAY NO RESIGNATION OVER BOATS REPORT",
  "FRENCH BOAT MAKER SEEKS EURO-CP/CREDIT",
  "N.Y. COMEX METALS WAREHOUSE STOCKS - APRIL 7",
  "CANADIAN PACIFIC (CP) CONFIRMS EARNINGS",
  "Keepers Ready for Talks - Xinhua",
  "China's Keeper Visits (AP)",
  "Baku - Oil Capital of the Caspian",
  "Live from London",
])("a headline is no dateline: %s", (headline) => {
  const dispatch = parseDispatch(`${headline}\n\nHARBOURTOWN, April 22 - ${SECOND}\n\n${SECOND}`);
  expect(dispatch).toMatchObject({
    headline,
    place: "Harbourtown",
    agency: null,
    paragraphs: [SECOND, SECOND],
  });
});

test.each([
  "Qtly div eight cts vs eight cts in prior qtr\n    Payable April 30\n    Record April 15",
  "Ended Jan 31\n    Shr loss 50 cts vs loss one ct",
  "The stocks were as follows --\n   02/28/87    01/31/87  02/28/86\n   1,200       1,300     1,400",
])("a table has no day: %j", (text) => {
  expect(parseDispatch(text)).toMatchObject({ date: null, monthDay: null, place: null, agency: null });
});

test("the last words of a wrapped sentence are no line of a header", () => {
  const text =
    "The office of the keepers will count\nall boats of the season, a man told\nReuters.\n    The count ends on\nMarch 12, 1987.\n";
  expect(parseDispatch(text)).toMatchObject({ agency: null, date: null, headline: null, header: [] });
});
