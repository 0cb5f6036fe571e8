/** What is proposed for a query that finds little, and which words no article has. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Archive } from "../../src/index.js";
import { archiveOfLines, type Line } from "./archive-of.js";

let archive: Archive;

/** So many articles of the same words. */
const copies = (count: number, text: string, more: Partial<Line> = {}): Line[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${text.slice(0, 12)} ${i}`, text, ...more }));

beforeAll(async () => {
  archive = await archiveOfLines([
    ...copies(30, "The foreign minister spoke of oil prices in the port.", { place: "New York" }),
    ...copies(1, "The minster of the abbey is a church by the river.", { place: "Ganja", agency: "TASS" }),
    ...copies(4, "The lighthouse keeper counted boats in Karabakh.", { place: "Baku" }),
    ...copies(1, "The foreign ministry is by the abbey; an old ministry.", { date: "2020-05-05" }),
    ...copies(2, "Саудовская Аравия купила зерно."),
  ]);
});
afterAll(() => archive.close());

const likelier = async (query: string, options = {}): Promise<string | null> =>
  (await archive.suggest(query, options)).query;

test.each([
  // No article has the word.
  ["foregin minister", "foreign minister"],
  ["oli", "oil"],
  ["xinister", "minister"],
  ["lighthouse keepr", "lighthouse keeper"],
  // The word stands in few articles, another far likelier one in many.
  ["foreign minster", "foreign minister"],
  // Phrases, word by word.
  ['"foriegn minister"', '"foreign minister"'],
  ['"foreign minster"', '"foreign minister"'],
  ["„foriegn minister“ -boats", "„foreign minister“ -boats"],
  // Spaces too few or too many.
  ["lighthousekeeper", "lighthouse keeper"],
  // All else stays as it is typed.
  ["(Foregin OR zebra)  minister", "(Foreign OR zebra)  minister"],
  ["(Foregin OR oil)  minister", null],
  ["Foregin  (minister) place:“new york”", "Foreign  (minister) place:“new york”"],
  ["FOREGIN title:ministr~1", "FOREIGN title:minister~1"],
  // Values of fields.
  ["place:Gnaja", "place:Ganja"],
  ["place:NewYork oil", null],
  ['place:"New Yrok"', 'place:"New York"'],
  ["agency:TAS", "agency:TASS"],
  // Nothing is likelier.
  ["foreign minister", null],
  ["foreign ministry", null],
  ["abbey", null],
  ["zebra", null],
  ["", null],
  ["-foregin", null],
  ["2021", null],
  ["foregin~0", null],
  // Answered as one word.
  ["kara bakh boats", null],
  // Answered in another alphabet, under another name.
  ["Saudi Arabia", null],
  ["фореигн", null],
] as [string, string | null][])("%s: %s", async (query, expected) => {
  expect(await likelier(query)).toBe(expected);
});

test("what is proposed finds something, under the same filters", async () => {
  expect(await likelier("foregin ministry")).toBe("foreign ministry");
  expect(await likelier("foregin ministry", { place: "Ganja" })).toBe(null);
  expect(await likelier("foregin ministry", { since: "2020", until: "2020" })).toBe("foreign ministry");
  expect(await likelier("foregin", { exact: true })).toBe("foreign");
});

test.each([
  ["zebra oil", ["zebra"]],
  ["Zebra unicorn", ["Zebra", "unicorn"]],
  ['oil "the zebra crossing"', ["zebra", "crossing"]],
  ['"oil ministry"', ["oil ministry"]],
  ["zeb* title:unicorn", ["zeb*", "unicorn"]],
  ["place:Atlantis lang:xx", ["place:Atlantis", "lang:xx"]],
  ["zebra zebra", ["zebra"]],
  // Near words answer, or another choice does, or it is not wanted.
  ["foregin minister", []],
  ["zebra OR oil", []],
  ["oil -zebra", []],
  ["Saudi Arabia", []],
  ["id:zebra date:1999", []],
] as [string, string[]][])("no article has all of %s: %j", async (query, missing) => {
  expect((await archive.suggest(query)).missing).toEqual(missing);
});

test("long queries are left as they are", async () => {
  expect(await archive.suggest("foregin ".repeat(31))).toEqual({ query: null, missing: [] });
});

test("a query that can't be read is refused as by search", async () => {
  await expect(archive.suggest('oil "gas')).rejects.toThrow("not closed");
});

test("property: what is proposed is a query that all its words answer", async () => {
  const word = fc.constantFrom(
    ...'foregin forein minister minster oli oil abey keeper kara bakh zebra -boats OR ( ) " place:Bakku'.split(
      " ",
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (words) => {
      const meant = await likelier(words.join(" ")).catch(() => null);
      if (meant === null) return;
      const { total, relaxed } = await archive.search(meant, { exact: true });
      // Words typed as one are counted side by side, and may be found apart as well.
      expect({ some: total > 0, relaxed }).toEqual({ some: true, relaxed: false });
    }),
    { numRuns: 150 },
  );
});

test.each(["~zz/oilprice/y~9", "~oilprice~", "a/oilprice/~3", '~"oilprice~5', "-(oilprice"])(
  "a query in which a change would be read as something else gets no such change: %s",
  async (query) => {
    const archive = await archiveOfLines([
      { id: "a", text: "Oil price went up.\n\nThe oil price went y again and x 9." },
    ]);
    try {
      const suggestion = await archive.suggest(query);
      if (suggestion.query !== null) await archive.search(suggestion.query);
    } catch (error) {
      // What can't be read as it is typed is refused as it is by a search.
      await expect(archive.search(query)).rejects.toThrow(String(error instanceof Error && error.message));
    }
    archive.close();
  },
);
