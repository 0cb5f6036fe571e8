/** Words that are joined here and split there, and signs inside a word of a query. */
import { expect, test } from "vitest";
import { archiveOfLines } from "../archive-of.js";

const archiveOf = (texts: Readonly<Record<string, string>>) =>
  archiveOfLines(Object.entries(texts).map(([id, text]) => ({ id, text })));

const REST = "The talks that were held on that day went on for hours, he said at the end of it.";

/** Whether a query finds an article of this text, and none of a text without it. */
async function finds(text: string, query: string, exact = false): Promise<boolean> {
  const archive = await archiveOf({ one: `${text} ${REST}`, other: `Nothing of the kind. ${REST}` });
  const { hits } = await archive.search(query, { exact });
  await archive.close();
  return hits.length === 1 && hits[0]?.id === "one";
}

test.each([
  ["The U.S. Senate voted.", "US"],
  ["The US Senate voted.", "U.S."],
  ["The U.S. Senate voted.", '"US Senate"'],
  ["The US Senate voted.", '"the U.S. Senate"'],
  ["A ceasefire was agreed.", "cease-fire"],
  ["A cease-fire was agreed.", "ceasefire"],
  ["A cease-fire was agreed.", '"a ceasefire was agreed"'],
  ["A ceasefire was agreed.", '"a cease-fire was agreed"'],
  ["An F-16 fighter crashed.", "F16"],
  ["An F16 fighter crashed.", "F-16"],
  ["A Shi'ite cleric spoke.", "Shiite"],
  ["Sean O’Testov spoke.", "OTestov"],
  ["The firm cut 1,000 jobs.", "1000"],
  ["The firm cut 1000 jobs.", "1,000"],
  ["The firm cut 1 000 jobs.", "1000"],
  ["Growth was 5 per cent.", "percent"],
  ["Growth was 5 percent.", "per cent"],
  ["Talks on oil and gas opened.", "oil/gas"],
  ["Talks on oil and gas opened.", "oil,gas"],
  ["The Testland-Probia border was calm.", "Probia-Testland"],
  ["Türkiye'nin ihracatı arttı.", "Türkiye'de"],
  ["BMT-nin iclası keçirilib.", "BMT-də"],
  ["Forças Armadas chegaram a Dili.", '"forcas armadas"'],
  ["Ο Γιώργος μίλησε στην Αθήνα.", '"Ο ΓΙΩΡΓΟΣ"'],
  ["Die Königstraße war gesperrt.", '"die Königstrasse"'],
])("%s is found by %s", async (text, query) => {
  expect(await finds(text, query)).toBe(true);
});

test.each([
  // Both only say how a sentence is built.
  ["Maybe it will rain.", '"it may be"'],
  ["They may be late.", "maybe"],
  // Side by side, in another order: a phrase is a phrase.
  ["The Testland-Probia border was calm.", '"Probia Testland"'],
  // An ending of Azerbaijani is a word of English.
  ["The check was late.", "check-in"],
])("%s is not found by %s", async (text, query) => {
  expect(await finds(text, query, true)).toBe(false);
});

test("both spellings are counted, whichever is typed", async () => {
  const archive = await archiveOf({
    one: `A cease-fire was agreed. ${REST}`,
    two: `A ceasefire holds. ${REST}`,
  });
  expect((await archive.search("ceasefire")).total).toBe(2);
  expect((await archive.search("cease-fire")).total).toBe(2);
});

test("exactly the same but for a dotless ı, which capitals do not tell apart", async () => {
  const text =
    "Işık Üniversitesi açıldı. Bu haber çok önemli olarak değerlendirildi ve bir daha ele alındı, dedi.";
  const archive = await archiveOf({ one: text });
  expect((await archive.search("ışık", { exact: true })).total).toBe(1);
  expect((await archive.search("isik", { exact: true })).total).toBe(0);
});
