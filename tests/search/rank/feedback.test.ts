/** Feedback: the best articles lift others like them, and nothing is found by it. */
import { expect, test } from "vitest";
import type { Archive, SearchOptions } from "../../../src/index.js";
import { archiveOfLines } from "../archive-of.js";

/** Two articles have the same two words of `grain harbour tariff`; one of them is about what the best is about. */
const LINES = [
  {
    id: "best",
    text: "The grain tariff at the harbour was raised. Silos, freighters and dockers wait for wheat.",
  },
  {
    id: "other",
    text: "Grain and harbour: painters love the colours of them, poets love the evenings there.",
  },
  { id: "like", text: "A grain ship left the harbour: dockers filled its silos and freighters with wheat." },
  { id: "wheat", text: "Wheat waits in silos for freighters and dockers, and nothing else is known of it." },
  ...Array.from({ length: 12 }, (_, i) => ({
    id: `rest${i}`,
    text: `Nothing happened in village ${i}, it was said.`,
  })),
];

async function ids(archive: Archive, query: string, options: SearchOptions): Promise<string[]> {
  return (await archive.search(query, options)).hits.map(({ id }) => id);
}

test("what is like the best article stands above what has only the words", async () => {
  const archive = await archiveOfLines(LINES);
  expect(await ids(archive, "grain harbour tariff", { match: "any" })).toEqual(["best", "like", "other"]);
  // Two words say too little of what is meant: then the order is that of the words alone.
  expect(await ids(archive, "grain harbour", { match: "any" })).toEqual(["other", "like", "best"]);
});

test("nothing is found by feedback", async () => {
  const archive = await archiveOfLines(LINES);
  const { hits, total } = await archive.search("grain harbour tariff", { match: "any" });
  expect(total).toBe(3);
  expect(hits.map(({ id }) => id)).not.toContain("wheat");
});

test("scores fall from hit to hit, and pages do not overlap", async () => {
  const archive = await archiveOfLines(
    Array.from({ length: 150 }, (_, i) => ({
      id: `a${i}`,
      text: `Grain ${i % 7 ? "and tariff" : ""} ${i % 5 ? "at the harbour" : ""} ${i % 3 ? "with dockers" : ""} of pier ${i}.`,
    })),
  );
  const options = { match: "any", limit: 150 } as const;
  const { hits, total } = await archive.search("grain harbour tariff", options);
  expect(total).toBe(150);
  for (const [i, { score }] of hits.entries())
    if (i > 0) expect(score).toBeLessThanOrEqual(hits[i - 1]?.score ?? 0);
  const pages: string[] = [];
  for (let offset = 0; offset < 150; offset += 30)
    pages.push(...(await ids(archive, "grain harbour tariff", { match: "any", limit: 30, offset })));
  expect(pages).toEqual(hits.map(({ id }) => id));
});

test("a relaxed answer keeps those with most words only", async () => {
  const archive = await archiveOfLines(LINES);
  const { relaxed, hits } = await archive.search("grain harbour zeppelin", {});
  expect(relaxed).toBe(true);
  expect(hits.map(({ id }) => id).sort()).toEqual(["best", "like", "other"]);
});
