/** Values of fields under their several names. */
import { expect, test } from "vitest";
import { joinPlaces, valueTest } from "../../../src/search/match/value-names.js";

test.each([
  ["baku", "Bakı"],
  ["Баку", "BAKU"],
  ["باكو", "Baku"],
  ["ndjamena", "N'Djamena"],
  ["newyork", "New York"],
  ["Гянджа", "Gəncə"],
  ["თბილისი", "Tbilisi"],
  ["york", "New York"],
])("place %s is %s", (typed, value) => {
  expect(valueTest("place", typed)(value)).toBe(true);
});

test.each([
  ["baku", "Batumi"],
  ["", "Baku"],
  ["***", "Baku"],
  ["york", "Yorktown"],
])("place %s is not %s", (typed, value) => {
  expect(valueTest("place", typed)(value)).toBe(false);
});

test("an agency answers to each of its names", () => {
  expect(valueTest("agency", "азертадж")("AZERTAC")).toBe(true);
  expect(valueTest("agency", "ITAR-TASS")("TASS")).toBe(true);
  expect(valueTest("agency", "TASS")("Reuters")).toBe(false);
});

test("counts of one place are added up under its most frequent name", () => {
  const counted = [
    { value: "Baku", count: 5 },
    { value: "Баку", count: 3 },
    { value: "Ganja", count: 2 },
    { value: "Bakı", count: 1 },
    { value: "Gəncə", count: 1 },
  ];
  expect(joinPlaces(counted)).toEqual([
    { value: "Baku", count: 9 },
    { value: "Ganja", count: 3 },
  ]);
});
