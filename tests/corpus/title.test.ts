import fc from "fast-check";
import { expect, test } from "vitest";
import { titleOf } from "../../src/corpus/title.js";

const fromLead = (lead: string): string => titleOf({ headline: null, paragraphs: [lead] }).title;

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

test("a long sentence is shortened at a clause", () => {
  const lead =
    "The lighthouse keepers of the northern shore and islands, who had met twice in the spring of the year, counted all of the boats of the season again";
  expect(fromLead(lead)).toBe("The lighthouse keepers of the northern shore and islands");
});

test("a long clause is cut between words, with an ellipsis", () => {
  const lead = "word ".repeat(60);
  expect(fromLead(lead)).toMatch(/^(word )+word…$/);
  expect(fromLead(lead).length).toBeLessThanOrEqual(91);
});

test("no text, no title", () => {
  expect(titleOf({ headline: null, paragraphs: [] }).title).toBe("");
});

test("property: never throws, and never cuts a word", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (lead) => {
      const title = fromLead(lead);
      const body = title.replace(/…$/, "");
      expect(lead.includes(body)).toBe(true);
    }),
  );
});
