/** `search --explain`: where scores come from, for people and for programs. */
import { expect, test } from "vitest";
import { azertac } from "./tool.js";

interface Explained {
  score: number;
  explanation: Record<"terms" | "nearness" | "others", { score: number }[]>;
}

const sumOf = ({ explanation: { terms, nearness, others } }: Explained): number =>
  [...terms, ...nearness, ...others].reduce((sum, { score }) => sum + score, 0);

const QUERY = ["consultatoins", '"foreign ministries"'];

test("--json and --jsonl have it as a further key of each hit, and its parts add up", () => {
  const { code, out } = azertac(["search", ...QUERY, "--explain", "--json"]);
  expect(code).toBe(0);
  const result = JSON.parse(out);
  expect(Object.keys(result)).toEqual(["query", "total", "relaxed", "hits"]);
  const [hit] = result.hits;
  expect(hit.explanation).toEqual({
    terms: ["consultatoins", "foreign ministries"].map((term) => ({
      term,
      articles: 1,
      weight: expect.any(Number),
      score: expect.any(Number),
      words: [
        {
          word: term === "consultatoins" ? "consultations" : term,
          kind: term === "consultatoins" ? "fuzzy" : "exact",
          distance: term === "consultatoins" ? 1 : 0,
          articles: 1,
          title: expect.any(Number),
          lead: expect.any(Number),
          body: expect.any(Number),
          score: expect.any(Number),
        },
      ],
    })),
    nearness: [{ terms: ["consultatoins", "foreign ministries"], distance: 3, score: expect.any(Number) }],
    others: [],
  });
  expect(sumOf(hit)).toBeCloseTo(hit.score, 5);
  const line = JSON.parse(azertac(["search", ...QUERY, "--explain", "--jsonl"]).out);
  expect(line).toEqual(hit);
});

test("without --explain the key is not there", () => {
  expect(azertac(["search", "Algeria", "--json"]).out).not.toContain("explanation");
});

test("in a pipe it is text without colour", () => {
  const { out } = azertac(["search", "Algeria", "--explain"]);
  expect(out).toMatch(/^ {3}score {2}word +match +articles {2}title {2}lead {2}body$/m);
  expect(out).toMatch(/^ {3}\d\.\d{3} {2}score\n$/m);
  expect(out).not.toContain("\u001b");
});

test.each([["--csv"], ["--ids"], ["--columns=id"], ["--format={id}"]])(
  "--explain with %s is a wrong call",
  (other) => {
    const { code, out, err } = azertac(["search", "Algeria", "--explain", other]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("cannot be used with");
  },
);
