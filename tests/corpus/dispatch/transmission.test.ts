/** Headers and trailers of the wire. All people and events are invented. */
import { expect, test } from "vitest";
import { parseDispatch } from "../../../src/corpus/dispatch/parse.js";
import { cpuTime } from "../../cpu-time.js";

const LEAD = "Keepers of the northern lighthouse counted the boats of the season.";

test("IPTC 7901: key words, version, headline, byline, notes and the time below the text", () => {
  const text = [
    "\x01eca100 3 s 586 ccccb   dpa 099",
    "",
    "Harbour/Boats/",
    "\x021ST LEAD",
    "Keepers count the boats of the season",
    "By Ulf Brandes, dpa =",
    "",
    "Kiel (dpa) - Keepers of the northern lighthouse counted the boats",
    "of the season.",
    "",
    "# Notebook",
    "",
    "## Note to editors",
    "- adds the harbour office",
    "",
    "dpa ub xy",
    "\x03071341 GMT Okt 15",
    "\x7f",
    "\x7f\x04",
  ].join("\r\n");
  expect(parseDispatch(text)).toMatchObject({
    date: "2015-10-07",
    time: "2015-10-07T13:41:00+00:00",
    place: "Kiel",
    agency: "dpa",
    headline: "Keepers count the boats of the season",
    byline: "Ulf Brandes",
    version: "1ST LEAD",
    subjects: ["Harbour", "Boats"],
    paragraphs: [LEAD],
  });
});

test.each([
  ["101137 GMT Dez 18", "2018-12-10"],
  ["181137 GMT Dez 18", null],
])("IPTC 7901 without control characters: %s", (trailer, date) => {
  const text = `eca00075 3 i 510    dpa 1003\n\n/harbour/boats/\nKeepers count boats =\n\nKiel (dpa) - ${LEAD}\n\ndpa ub xy\n\n${trailer}\n`;
  expect(parseDispatch(text)).toMatchObject({ date, headline: "Keepers count boats", paragraphs: [LEAD] });
});

test("ANPA 1312: slug, headline, notes, byline, and the time below the text", () => {
  const text = [
    "\x16\x16\x01W2870\x1f_asian",
    "f l\x13\x11 BC-LT--Harbour-Boats 2ndLd-Writethru    11-13 1049",
    "\x02^BC-LT--Harbour-Boats, 2nd Ld-Writethru,466<",
    "^Keepers count the boats of the season<",
    "^AP Photo XNP101<",
    "^Eds: With AP Photos.<",
    "^By MARIA DEL CAMPO and ALAN WHITLOW=",
    "^Associated Press=",
    `\t   KIEL, Germany (AP) _ ${LEAD}`,
    "\t   They sang.",
    "",
    "\t   \x03AP-WF-11-13-13 1509GMT<",
    "\x0c",
    "\x04",
  ].join("\n");
  expect(parseDispatch(text)).toMatchObject({
    date: "2013-11-13",
    time: "2013-11-13T15:09:00+00:00",
    place: "Kiel",
    agency: "AP",
    headline: "Keepers count the boats of the season",
    byline: "MARIA DEL CAMPO and ALAN WHITLOW",
    version: "2nd Ld-Writethru",
    paragraphs: [LEAD, "They sang."],
  });
});

test("ANPA 1312: a list of headlines is its own text", () => {
  const lines = ["Keepers count boats", "Harbour opens", "Lighthouse is painted"];
  const text = `V4644_-----\nr e BC-Top-Headlines   02-09 0121\n^AP-Top-Headlines,0176<\n^Top news at 11:23 p.m.\n${lines.map((line) => `^${line}`).join("\n")}\n`;
  expect(parseDispatch(text)).toMatchObject({ headline: "Top news at 11:23 p.m.", paragraphs: lines });
});

test("ANPA 1312 as Kyodo sends it", () => {
  const text = [
    "\x01a0105KYODO\x1f_koko-",
    "u s\x14\x12 BC-Harbour-Boats   09-12 0344",
    "\x02BC-Harbour-Boats",
    "Harbour: Keepers count the boats of the season+",
    "     SAITAMA, Japan, Dec. 9 Kyodo - Keepers of the northern ",
    "lighthouse counted the boats of the season.",
    "     They sang.",
    "==Kyodo",
    "\x03KWS-21:37-09-12-18\x04",
  ].join("\r\n");
  expect(parseDispatch(text)).toMatchObject({
    date: "2018-12-09",
    time: "2018-12-09T21:37:00",
    place: "Saitama",
    region: "Japan",
    agency: "Kyodo",
    headline: "Harbour: Keepers count the boats of the season",
    paragraphs: [LEAD, "They sang."],
  });
});

test("ZCZC with the codes of AAP", () => {
  const text = `ZCZC AAP\n%A\n#Boats_BC1\n$Keepers count the boats\n:(BRISBANE)\n&AAPIS\\Someone\n*07000000\n@QLD\n${LEAD}\n\n   They sang.\n\nAAP RTV\nNNNN\n`;
  expect(parseDispatch(text)).toMatchObject({
    place: "Brisbane",
    agency: "AAP",
    headline: "Keepers count the boats",
    date: null,
    paragraphs: [LEAD, "They sang."],
    footer: ["AAP RTV", "NNNN"],
  });
});

test("ZCZC with lines of keys", () => {
  const text = `zczc\nAN#26945219\nPD#06 June 2016 14:00:00\nBY#\nTI#Keepers count the boats\nAB#The count is over.\nTX#\n${LEAD}\nThey sang.\n`;
  expect(parseDispatch(text)).toMatchObject({
    date: "2016-06-06",
    time: "2016-06-06T14:00:00",
    headline: "Keepers count the boats",
    abstract: "The count is over.",
    paragraphs: [LEAD, "They sang."],
  });
});

test("ZCZC with codes in capitals", () => {
  const text = `ZCZC1187/SXA\nXCI20327026526_SXA_QBKN\nR CRO S0A QBKN\nFari: contate le barche\n   (ANSA) - ROMA, 22 APR - ${LEAD}\n(ANSA).\n22-APR-25 10:30 NNNN\n`;
  expect(parseDispatch(text)).toMatchObject({
    date: "2025-04-22",
    time: "2025-04-22T10:30:00",
    place: "Roma",
    agency: "ANSA",
    headline: "Fari: contate le barche",
    paragraphs: [LEAD],
  });
});

test("a press release with its source above the headline", () => {
  const text = `Source: Orvel, Inc. \nMEDIA RELEASE PR67276 \nFirm Counts Boats With Keepers \nOf The Shore\n\nAUSTIN, Texas, Feb. 1, 2017 /PRNewswire-AsiaNet/ --\n\n${LEAD}\n`;
  expect(parseDispatch(text)).toMatchObject({
    headline: "Firm Counts Boats With Keepers Of The Shore",
    place: "Austin",
    region: "Texas",
    agency: "PRNewswire",
    date: "2017-02-01",
    paragraphs: [LEAD],
  });
});

test("huge transmissions are read in linear time and without an error", async () => {
  const heads = [
    "ZCZC AAP\n",
    "eca062 4 i 211 ccccb   dpa 061\n",
    "z6715-----\nr z BC-Boats   02-20 0500\n",
    "ZCZC AAP\nNNNN\n",
  ];
  const units = [
    "\x01\n",
    "A1\n",
    "^a<\n",
    "a/",
    "^ ",
    "$a\n",
    "# Notebook\n",
    " =",
    "NNNN\n",
    "a-\n",
    "a\u00ad\n",
  ];
  for (const head of heads) {
    for (const unit of units) {
      const text = head + unit.repeat(Math.floor(300_000 / unit.length));
      expect(await cpuTime(() => parseDispatch(text)), JSON.stringify([head, unit])).toBeLessThan(5_000);
    }
  }
});
