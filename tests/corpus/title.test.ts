import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { titleOf } from "../../src/corpus/title.js";

const fromLead = (lead: string, language: string | null = null): string =>
  titleOf({ headline: null, paragraphs: [lead] }, language).title;

test("the headline is the title", () => {
  expect(titleOf({ headline: "Boats counted", paragraphs: ["Text."] })).toEqual({
    title: "Boats counted",
    titleFrom: "headline",
  });
});

test("a short first sentence of the lead is the title, without its full stop", () => {
  expect(fromLead("The keepers of the shore met on Monday. They counted boats.")).toBe(
    "The keepers of the shore met on Monday",
  );
});

test("a full stop of an abbreviation ends no title", () => {
  expect(fromLead("Officials of the harbour and U.S. visitors met. More text.")).toBe(
    "Officials of the harbour and U.S. visitors met",
  );
});

describe("a long sentence is shortened at the last clause that fits, if it has its verb by then", () => {
  const rest =
    " and that the boats of the whole season would be counted again by the keepers of the other shore";
  test.each([
    ["en", "The keepers of the northern shore met in Northport on Monday, the harbour office said"],
    ["en", "The harbour office, which opened in May, told the keepers of the shore to count"],
    ["en", "A keeper wounded in the storm was taken to Northport, where a doctor saw him"],
    ["ru", "Смотрители маяков северного берега встретились в понедельник, сообщила контора"],
    ["de", "Die Wärter der nördlichen Küste haben am Montag die Boote gezählt"],
    ["fr", "Les gardiens des phares du nord ont compté les bateaux de la saison"],
    ["es", "Los guardianes de los faros del norte contaron los barcos el lunes"],
    ["az", "Şimal sahilinin mayak gözətçiləri bazar ertəsi günü Bakıda görüşüb"],
    ["tr", "Kuzey kıyısının deniz feneri bekçileri pazartesi günü Ankara'da toplandı"],
  ])("%s: %s", (language, clause) => {
    expect(fromLead(`${clause},${rest}`, language)).toBe(clause);
  });

  test.each([
    [
      "Northport, the harbour of the northern shore, on Monday hosted the second count of the herring boats",
      "Northport, the harbour of the northern shore, on Monday hosted the second count of the herring boats",
    ],
    ["The keepers of the northern shore and all of its islands, a group founded in May,", null],
    ["The proposed harbour of the northern shore and all of its many islands, newly charted,", null],
    ["The keepers of the northern shore, who met in Northport on the first Monday,", null],
    ["After the keepers of the northern shore had met in Northport on Monday,", null],
    ["“The keepers of the northern shore have counted, and they have counted well,", null],
  ])("not before its verb, nor inside a quotation: %s", (beginning, whole) => {
    const title = fromLead(`${beginning}${rest}`, "en");
    if (whole !== null) expect(title).toBe(`${whole}…`);
    expect(title.endsWith("…")).toBe(true);
    expect(title.length).toBeGreaterThan(60);
  });
});

describe("what is cut between words ends before a phrase, and never on a word that leads to more", () => {
  test.each([
    [
      "en",
      /\b(?:a|an|the|of|in|on|by|for|from|to|with|and|or|is|was)…$/i,
      "Nine of the keepers of the boats in the harbour of the town on the shore by the sea for a day from the north to the south with oars and the nets and",
    ],
    [
      "de",
      /\b(?:der|die|das|den|dem|in|im|an|am|von|vom|zu|und|mit|ein|eine)…$/i,
      "Neun der Wärter von den Booten in dem Hafen der Stadt an der Küste mit den Netzen und den Rudern von dem Norden zu dem Süden an einem der Tage",
    ],
    [
      "ru",
      /(?:^|\s)(?:в|на|с|из|и|по|для|от|до|к)…$/i,
      "Девять смотрителей из гавани в городе на берегу и с острова по пути на север и на юг от моря до озера и к устью реки для счёта лодок и сетей",
    ],
    [
      "fr",
      /(?:^|\s)(?:le|la|les|des|du|de|en|et|à|au|aux|dans|sur|par)…$/i,
      "Neuf des gardiens de la rade et des phares de la côte dans le nord et sur les îles en mer par la voie de la terre et de la mer au printemps",
    ],
  ])("%s", (language, wrong, lead) => {
    for (let from = 0; from < 40; from++) {
      const title = fromLead(`${"x".repeat(from + 1)} ${lead}`, language);
      expect(title).toMatch(/…$/);
      expect(title).not.toMatch(wrong);
      // Nor where the language is not known.
      expect(fromLead(`${"x".repeat(from + 1)} ${lead}`)).not.toMatch(wrong);
    }
  });

  test("nothing but words of one kind is cut where it is full", () => {
    const title = fromLead("word ".repeat(60));
    expect(title).toMatch(/^(word )+word…$/);
    expect(title.length).toBeGreaterThan(90);
    expect(title.length).toBeLessThanOrEqual(101);
  });

  test("nothing but words that lead on still has a title", () => {
    expect(fromLead("of the ".repeat(60), "en")).toMatch(/^of the .*…$/);
  });
});

test("no text, no title", () => {
  expect(titleOf({ headline: null, paragraphs: [] }).title).toBe("");
});

test("property: never throws, and never cuts a word", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 400 }),
      fc.constantFrom(null, "en", "tr", "xx"),
      (lead, language) => {
        const title = fromLead(lead, language);
        const body = title.replace(/…$/, "");
        expect(lead.includes(body)).toBe(true);
      },
    ),
  );
});
