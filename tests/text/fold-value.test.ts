/** Values of fields: what is found in a filter is offered in the shell and in the browser, whatever is typed for it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { queriesFor } from "../../src/cli/browse/unfinished.js";
import { matching } from "../../src/cli/complete/candidates.js";
import { beginsValue, foldValue } from "../../src/text/fold-value.js";
import { archiveOfLines } from "../search/archive-of.js";

const PLACES = [
  "Gəncə",
  "İzmir",
  "Şırnak",
  "Bakı",
  "Łódź",
  "Đà Nẵng",
  "Straßburg",
  "Ærøskøbing",
  "St. Petersburg",
  "Йошкар-Ола",
  "ΑΘΗΝΑ",
];
const TYPED = [
  "gence",
  "izmir",
  "sirnak",
  "baki",
  "lodz",
  "da nang",
  "strassburg",
  "aero",
  "st petersburg",
  "йошкар ола",
  "αθηνα",
];

describe("a value is known by its letters alone", () => {
  test.each(PLACES.map((place, i) => [TYPED[i] ?? "", place]))("%s is %s", async (typed, place) => {
    expect(beginsValue(typed, place)).toBe(true);
    const archive = await archiveOfLines([{ id: "a", text: "Text of it.", place }]);
    // Words are compared whole in a filter.
    if (foldValue(place) === foldValue(typed)) expect(await archive.list({ place: typed })).toHaveLength(1);
    await archive.close();
    const candidates = PLACES.map((value) => ({ value, text: "" }));
    expect(matching(candidates, typed, beginsValue).map(({ value }) => value)).toEqual([place]);
    const known = { size: 1, values: async () => PLACES };
    if (!typed.includes(" "))
      expect(await queriesFor(`place:${typed}`, known)).toEqual([`(place:"${place}")`]);
  });
});

test("marks alone begin no value", () => {
  expect(beginsValue("-", "Baku")).toBe(false);
  expect(beginsValue("", "Baku")).toBe(false);
});

test("property: a value begins with itself in any case", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."abəığşç ÉÅßй-.中") }), (value) => {
      if (foldValue(value) !== "") expect(beginsValue(value.toUpperCase(), value.toLowerCase())).toBe(true);
    }),
  );
});
