import { describe, expect, test } from "vitest";
import { archiveOfLines, type Line } from "../archive-of.js";

const lines: Line[] = [
  {
    id: "a",
    date: "2024-01-01",
    place: "Baku",
    agency: "AZERTAC",
    text: "The clerk saw Marta Quill in Northport.",
  },
  {
    id: "b",
    date: "2024-03-01",
    place: "Baku",
    agency: "TASS",
    text: "A letter to Marta Quill was found there.",
  },
  {
    id: "c",
    place: "Ganja",
    text: "In the harbour of Northport the boats were counted again by the keeper.",
  },
];

describe("stats", () => {
  test("sums, days, fields and names", async () => {
    const archive = await archiveOfLines(lines);
    expect(await archive.stats(null)).toEqual({
      query: null,
      relaxed: false,
      articles: 3,
      words: 28,
      from: "2024-01-01",
      to: "2024-03-01",
      undated: 1,
      places: [
        { value: "Baku", count: 2 },
        { value: "Ganja", count: 1 },
      ],
      agencies: [
        { value: "AZERTAC", count: 1 },
        { value: "TASS", count: 1 },
      ],
      languages: [{ value: "en", count: 3 }],
      namesFrom: 3,
      names: [
        { name: "Marta Quill", articles: 2, spellings: [] },
        { name: "Northport", articles: 2, spellings: [] },
      ],
    });
  });

  test("filters, queries and how many of each", async () => {
    const archive = await archiveOfLines(lines);
    expect(await archive.stats("quill", { place: "baku", limit: 1 })).toMatchObject({
      query: "quill",
      articles: 2,
      agencies: [{ value: "AZERTAC", count: 1 }],
      names: [{ name: "Marta Quill", articles: 2 }],
    });
    expect(await archive.stats("zebra")).toMatchObject({
      articles: 0,
      from: null,
      to: null,
      words: 0,
      names: [],
    });
  });

  test("of many articles a sample is read for names, unless all are asked for", async () => {
    const many = Array.from({ length: 1_500 }, (_, i) => ({
      id: `n${i}`,
      text: i % 3 === 0 ? "so Northport was seen" : "so Eastport was seen",
    }));
    const archive = await archiveOfLines(many);
    const sampled = await archive.stats(null);
    expect(sampled).toMatchObject({ articles: 1_500, namesFrom: 1_000 });
    expect(await archive.stats(null)).toEqual(sampled);
    expect(await archive.stats(null, { all: true })).toMatchObject({
      namesFrom: 1_500,
      names: [
        { name: "Eastport", articles: 1_000 },
        { name: "Northport", articles: 500 },
      ],
    });
  });

  test("German is left out: every noun has a capital there", async () => {
    const archive = await archiveOfLines([
      ...lines,
      {
        id: "d",
        text: "Der Wärter hat im Hafen die Boote gezählt und sagte, dass die Flotte der Heringe da ist.",
      },
    ]);
    expect(await archive.stats(null)).toMatchObject({ articles: 4, namesFrom: 3 });
  });
});
