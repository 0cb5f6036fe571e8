/** Forms of dispatches that agencies use: each was misread once. All names are invented. */
import { describe, expect, test } from "vitest";
import { parseDispatch } from "../../../src/corpus/dispatch/parse.js";

describe("datelines", () => {
  test.each([
    ["ASTANA. KAZINFORM The capital hosts an energy week.", "Astana", "Kazinform", "The capital hosts"],
    ["København, onsdag /ritzau/\n\nHavnen voksede i maj.", "København", "Ritzau", "Havnen voksede"],
    ["BRUSSEL 05/06 (BELGA) = De haven groeide in mei.", "Brussel", "Belga", "De haven"],
    ["AGI - Milano, 1 lug. - La Borsa apre in rialzo.", "Milano", "AGI", "La Borsa"],
    ["阿塞拜疆国家通讯社巴库2024年5月14日电 会谈于周二举行。", "巴库", "AZERTAC", "会谈于周二"],
    ["باكو، 14 مايو (أيار) 2024 (أذرتاج)\n\nجرت المحادثات يوم الثلاثاء.", "باكو", "AZERTAC", "جرت المحادثات"],
  ])("%s", (text, place, agency, start) => {
    const found = parseDispatch(text);
    expect(found).toMatchObject({ place, agency });
    expect(found.paragraphs[0]).toMatch(new RegExp(`^${start}`));
  });

  test("an agency that signs in brackets", () => {
    const text =
      "Fair opens\n\nMANILA – A fair opened in the park on Wednesday morning, officials said. (PNA)\n";
    expect(parseDispatch(text)).toMatchObject({ place: "Manila", agency: "PNA", footer: ["(PNA)"] });
  });

  test("a writer and a day on a page are no dateline", () => {
    const text =
      "Exports rise in May\n\nAli Yilmaz  | 05.06.2024 - Update : 05.06.2024\n\nANKARA\n\nExports rose by 4% in May.\n";
    expect(parseDispatch(text)).toMatchObject({
      headline: "Exports rise in May",
      byline: "Ali Yilmaz",
      place: "Ankara",
      date: "2024-06-05",
      paragraphs: ["Exports rose by 4% in May."],
    });
  });
});

describe("between headline and text", () => {
  const BODY = "SINGAPORE, June 5 (Reuters) - Palm oil fell on Wednesday.";

  test.each([
    [
      "points of a summary",
      "* Prices down 2%\n* Exports weak",
      { abstract: "* Prices down 2% * Exports weak" },
    ],
    ["a second headline", "Utl.: Pegel steigen weiter =", { abstract: "Utl.: Pegel steigen weiter =" }],
    ["a section", "Politics", { subjects: ["Politics"] }],
    ["a notice", "(ATTN: UPDATES with closing)", { header: ["(ATTN: UPDATES with closing)"] }],
    ["writers", "by Xinhua writers Li Si and Wang Wu", { byline: "Li Si and Wang Wu" }],
    ["a reporter", "Ana Souza - Repórter da Agência Brasil", { byline: "Ana Souza" }],
  ])("%s", (_, line, fields) => {
    const found = parseDispatch(`Palm oil falls on exports\n\n${line}\n\n${BODY}\n`);
    expect(found).toMatchObject({ headline: "Palm oil falls on exports", place: "Singapore", ...fields });
    expect(found.paragraphs).toEqual(["Palm oil fell on Wednesday."]);
  });
});

describe("below the text", () => {
  test.each([
    "abc def",
    "ABC // DEF",
    "AB/CD/EF",
    "AB/1234",
    "9376**1416",
    "(Bitti)",
    "# # #",
    "(©NTB)",
    "(Hina) xabc ydef",
    "(By Ann Lee)\nEnditem/AB",
    "(NAMPA)\nAB/CD/EF",
    "TB/AB\n====\nEdited by Ann Bello",
    "Pewarta: Budi Santoso\nEditor: Siti Aminah\nCopyright © ANTARA 2024",
    "(Reporting by Ann Lee; Editing by Bob Ray)",
    "1483**1771\nFollow us on Twitter: @example",
    "Ad Soyad\nAZƏRTAC-ın xüsusi müxbiri\nGəncə",
  ])("%j is a sign-off", (end) => {
    const found = parseDispatch(
      `Port grows\n\nOSLO, June 5 (NTB) - The port grew in May.\n\nFish led the growth.\n\n${end}\n`,
    );
    expect(found.paragraphs).toEqual(["The port grew in May.", "Fish led the growth."]);
    expect(found.footer.join("\n")).toBe(end);
  });

  test.each([
    ["//Petra// AB\n05/06/2024 12:30:15", "2024-06-05", "2024-06-05T12:30:15"],
    ["XY\n05-GIU-24 09:05 NNN", "2024-06-05", "2024-06-05T09:05:00"],
    ["This report by The Canadian Press was first published June 5, 2024.", "2024-06-05", null],
    // The dateline is of another day.
    ["06.07.2024 12:30", null, null],
  ])("a day below the text completes the dateline: %j", (end, date, time) => {
    const found = parseDispatch(`Port grows\n\nAMMAN, June 5 (Petra) - The port grew in May.\n\n${end}\n`);
    expect(found).toMatchObject({ date, time, paragraphs: ["The port grew in May."] });
  });

  test("the last words of a sentence are no sign-off", () => {
    const text = "The keepers will count\nall boats of the sea and\nthe bay.\n\nThe count is long:\nof all\n";
    expect(parseDispatch(text).footer).toEqual([]);
  });
});
