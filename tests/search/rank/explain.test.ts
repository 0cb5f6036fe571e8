/** Where scores come from: the parts add up, and say what is in the article. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Archive, Explanation, Hit, SearchOptions } from "../../../src/index.js";
import { archiveOfLines } from "../archive-of.js";

let archive: Archive;

beforeAll(async () => {
  archive = await archiveOfLines([
    {
      id: "lead",
      title: "Grain prices in the port",
      text: "Grain prices rose in the port of Northport, the keeper said.\n\nThe price of grain was higher than the year before. The keeper counted the boats.",
    },
    { id: "form", text: "Pricing of grains was the matter of the keepers.\n\nNo boat came to the port." },
    { id: "near", text: "The grian was weighed by the keeper; the keeper of the port was away." },
    {
      id: "arabia",
      text: "The delegation of Saudi Arabia counted boats, boats and grain.\n\nSaudi Arabia buys grain.",
    },
    { id: "russian", text: "Делегация Саудовской Аравии и Алиев осмотрели порт и корабли." },
    { id: "name", text: "The visit of Aliyev to the port was on Monday. Əliyev left on Tuesday." },
    // So that no word but "the" stands in half of the articles: nearness passes over such words.
    ...["rain", "snow", "wind", "fog"].map((id) => ({ id, text: `The ${id} went over the hills at night.` })),
  ]);
});
afterAll(() => archive.close());

async function hitsOf(query: string, options: SearchOptions = {}): Promise<Hit[]> {
  return (await archive.search(query, { explain: true, ...options })).hits;
}

async function explained(query: string, id: string, options: SearchOptions = {}): Promise<Explanation> {
  const hit = (await hitsOf(query, options)).find((one) => one.id === id);
  if (!hit?.explanation) throw new Error(`no explanation of ${id}`);
  return hit.explanation;
}

const sum = (parts: readonly { score: number }[]): number =>
  parts.reduce((total, { score }) => total + score, 0);

test("property: the parts add up to the score, the words to their term, and nothing is left unexplained", async () => {
  const unit = fc.constantFrom(
    ..."grain grians prices price port keeper boat boats northport aliyev Алиев zebra pri* grain~2".split(
      " ",
    ),
    '"the port"',
    '"keeper counted"',
    "title:grain",
    'title:"grain prices"',
    "-boats",
    "saudi arabia",
    "саудовская аравия",
    "(grain OR boats)",
    "post-port",
    "lang:en",
  );
  const options = fc.record({
    match: fc.constantFrom("all" as const, "any" as const),
    sort: fc.constantFrom("relevance" as const, "date" as const),
    exact: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 5 }), options, async (units, how) => {
      for (const { score, explanation } of await hitsOf(units.join(" "), how)) {
        const { terms, nearness, others } = explanation ?? { terms: [], nearness: [], others: [] };
        expect(sum([...terms, ...nearness, ...others])).toBeCloseTo(score, 4);
        expect(others.map(({ part }) => part)).not.toContain("rest");
        for (const term of terms) expect(sum(term.words)).toBeCloseTo(term.score, 4);
      }
    }),
    { numRuns: 150 },
  );
});

test("without explain there is no explanation, and the hits are the same with it", async () => {
  const { hits } = await archive.search("grain keeper");
  expect(hits.length).toBeGreaterThan(1);
  expect(hits.every((hit) => !("explanation" in hit))).toBe(true);
  expect((await hitsOf("grain keeper")).map(({ explanation: _, ...hit }) => hit)).toEqual(hits);
});

test("a term: in how many articles it stands, and each word that answers it with its places", async () => {
  const { terms } = await explained("grain price", "lead");
  expect(terms.map(({ term, articles }) => [term, articles])).toEqual([
    ["grain", 3],
    ["price", 2],
  ]);
  expect(terms[0]?.words).toEqual([
    {
      word: "grain",
      kind: "exact",
      distance: 0,
      articles: 2,
      title: 1,
      lead: 1,
      body: 1,
      score: terms[0]?.score,
    },
  ]);
  expect(terms[1]?.words.map(({ score: _, ...word }) => word)).toEqual([
    { word: "price", kind: "exact", distance: 0, articles: 1, title: 0, lead: 0, body: 1 },
    { word: "prices", kind: "form", distance: 0, articles: 1, title: 1, lead: 1, body: 0 },
  ]);
  expect(terms[1]?.words[1]?.score).toBeGreaterThan(terms[1]?.words[0]?.score ?? 0);
});

test("a near word counts where the word itself is missing", async () => {
  const { terms, others } = await explained("grain", "near");
  expect(terms[0]?.words).toMatchObject([{ word: "grian", kind: "fuzzy", distance: 1, articles: 1 }]);
  expect(terms[0]?.articles).toBe(1);
  expect(others).toEqual([]);
  expect((await explained("grain", "lead")).others).toEqual([
    { part: "closeness", score: expect.any(Number) },
  ]);
});

test("what is title only counts in the title only", async () => {
  const { terms } = await explained("title:grain", "lead");
  expect(terms[0]?.words).toMatchObject([{ title: 1, lead: 0, body: 0 }]);
});

test("a phrase is one word, with its own places", async () => {
  const { terms } = await explained('"grain prices"', "lead");
  expect(terms).toMatchObject([
    {
      term: "grain prices",
      articles: 1,
      words: [{ word: "grain prices", kind: "exact", distance: 0, articles: 1, title: 1, lead: 1, body: 0 }],
    },
  ]);
});

test("another name of a country says so, and is left out where it is not in the article", async () => {
  const { terms } = await explained("саудовская аравия", "arabia");
  expect(terms.find(({ score }) => score > 0)?.words).toMatchObject([
    { word: "saudi arabia", kind: "synonym", distance: 0, body: 1, lead: 0 },
  ]);
  expect((await explained("saudi arabia", "arabia")).terms.map(({ term }) => term)).toEqual([
    "saudi",
    "arabia",
  ]);
});

test("a word that the article lacks is named with nothing", async () => {
  const { terms } = await explained("grain zebra", "near");
  expect(terms[1]).toEqual({ term: "zebra", articles: 0, weight: 0, score: 0, words: [] });
});

test("neighbours of the query that come near each other", async () => {
  const { nearness } = await explained("keeper counted boats", "lead");
  expect(nearness.map(({ score: _, ...more }) => more)).toEqual([
    { terms: ["keeper", "counted"], distance: 1 },
    { terms: ["counted", "boats"], distance: 2 },
  ]);
  expect(nearness[0]?.score).toBeGreaterThan(nearness[1]?.score ?? 0);
});

test("regression: where a common word is passed over, its neighbours are named, not the words beside them", async () => {
  const { nearness } = await explained("the keeper counted", "lead");
  expect(nearness.map(({ terms }) => terms)).toEqual([["keeper", "counted"]]);
});

test("in another order only the words count, as in the score", async () => {
  const { nearness, others } = await explained("keeper counted boats", "lead", { sort: "date" });
  expect({ nearness, others }).toEqual({ nearness: [], others: [] });
});
