import { describe, expect, test } from "vitest";
import { queriesFor } from "../../../src/cli/browse/unfinished.js";
import { parseQuery } from "../../../src/search/query/query.js";

const VALUES = {
  place: ["Baku", "Batumi", "New York", "Šuša", 'The "Port"'],
  agency: ["AZERTAC", "TASS"],
  language: ["en", "es"],
};
const known = (size: number) => ({ size, values: async (field: keyof typeof VALUES) => VALUES[field] });
const small = (typed: string): Promise<string[]> => queriesFor(typed, known(100));
const large = (typed: string): Promise<string[]> => queriesFor(typed, known(100_000));

describe("the last word may be the beginning of one", () => {
  test.each([
    ["Alge", "(Alge~0 OR Alge*)"],
    ["oil Alge", "oil (Alge~0 OR Alge*)"],
    ["(oil Alge", "(oil (Alge~0 OR Alge*)"],
    ["title:Alge", "(title:Alge~0 OR title:Alge*)"],
    ["post-con", "(post-con~0 OR post-con*)"],
    ["АЛЖ", "(АЛЖ~0 OR АЛЖ*)"],
    ['"foreign minister" Bak', '"foreign minister" (Bak~0 OR Bak*)'],
    ["a", "(a~0 OR a*)"],
  ])("%s", async (typed, query) => {
    expect(await small(typed)).toEqual([query, typed]);
    expect(() => parseQuery(`${query}${typed.startsWith("(") ? ")" : ""}`)).not.toThrow();
  });

  test.each([
    "Algeria ",
    "oil NOT Arm",
    "oil -Arm",
    '"foreign min',
    "«foreign min",
    "oil –Arm",
    "petrol*",
    "oil~1",
    "date:2025-04",
    "id:6d47",
    "港",
    "東京 会議",
    ")",
  ])("but not in %s", async (typed) => {
    expect(await small(typed)).toEqual([typed]);
  });
});

describe("a field's value that is not typed to its end", () => {
  test.each([
    ["oil place:Ba", 'oil (place:"Baku" OR place:"Batumi")'],
    ["place:sus", '(place:"Šuša")'],
    ["agency:ta", '(agency:"TASS")'],
    ["language:E", '(language:"en" OR language:"es")'],
    ["place:Nowhere", "place:Nowhere"],
    ["place:The", "place:The"],
  ])("%s", async (typed, query) => {
    expect(await small(typed)).toEqual([query]);
    expect(() => parseQuery(query)).not.toThrow();
  });

  test.each([
    ["oil place:", "oil"],
    ["date:", ""],
    ["oil -lang:", "oil"],
  ])("none yet: %s", async (typed, query) => {
    expect(await small(typed)).toEqual([query]);
  });

  test.each([
    ["oil OR", "oil"],
    ["oil AND ", "oil"],
    ["oil OR NOT", "oil"],
    ["oil -", "oil"],
    ["oil –", "oil"],
    ["oil|", "oil"],
    ["oil | ", "oil"],
    ["OR", ""],
    ["oil -place:", "oil"],
  ])("nor anything behind an operator: %s", async (typed, query) => {
    expect(await small(typed)).toEqual([query]);
  });

  test("a colon that belongs to no field, or stands in a quotation, is as it is typed", async () => {
    expect(await small("ratio:")).toEqual(["ratio:"]);
    expect(await small('"oil place:')).toEqual(['"oil place:']);
  });
});

describe("in a large archive short beginnings are not looked for at once", () => {
  test.each([
    ["oil a", ["oil"]],
    ["oil uk", ["oil uk", "oil"]],
    ["oil alg", ["oil alg", "oil alg*"]],
    ["oil alge", ["oil (alge~0 OR alge*)", "oil alge"]],
    ["a", [""]],
    ["oil OR a", ["oil"]],
    ["oil OR uk", ["oil OR uk", "oil"]],
  ])("%s", async (typed, queries) => {
    expect(await large(typed)).toEqual(queries);
  });
});

test("a long word takes no time", async () => {
  for (const typed of ["x".repeat(100_000), "(".repeat(100_000), `${"a:".repeat(50_000)}b`])
    expect((await small(typed)).length).toBeLessThan(3);
});

test.each([
  ["place:Lond oil", '(place:"London") '],
  ["-place:lond oil", '-(place:"London") '],
  ["place:London oil", "place:London "],
  ["place:Nowhere oil", "place:Nowhere "],
])("a value that was completed stays so while more is typed: %s", async (typed, start) => {
  const places = { size: 10, values: async () => ["London", "Paris"] };
  const [query = ""] = await queriesFor(typed, places);
  expect(query.startsWith(start)).toBe(true);
});
