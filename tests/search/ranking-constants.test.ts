/**
 * The numbers of ranking, each by what it does to a score. They are written out here: a change of one is a decision, and
 * wants another figure in the design.
 */
import { describe, expect, test } from "vitest";
import { expand } from "../../src/search/match/expand.js";
import { matchesOf, matchWord } from "../../src/search/match/term-matcher.js";
import { type FoundArticle, search } from "../../src/search/search.js";
import { type Archive, archiveOf, readerOf, type Text } from "./snapshot-of.js";

const textOf = (place: string, text: string, title?: string): Text => ({
  place,
  text,
  language: null,
  ...(title === undefined ? {} : { title }),
});
const fillers = (count: number, text = "nothing of it"): Text[] =>
  Array.from({ length: count }, (_, i) => textOf(`x${String(i).padStart(4, "0")}`, text));
const words = (count: number, name = "pad"): string[] =>
  Array.from({ length: count }, (_, i) => `${name}${i}`);

/** BM25's inverse document frequency. */
const idf = (documents: number, articles: number): number =>
  Math.log(1 + (articles - documents + 0.5) / (documents + 0.5));

function found(archive: Archive, query: string, match: "all" | "any" = "all"): Map<string, FoundArticle> {
  const { page } = search(archive.snapshot, query, { limit: 1_000, explain: true, match }, readerOf(archive));
  return new Map(page.map((one) => [(archive.keys[one.article] ?? "").slice(5), one]));
}

const gainOf = (one: FoundArticle | undefined, name: string): number =>
  one?.steps.find((step) => step.name === name)?.gain ?? Number.NaN;

describe("nearness: half of what the commoner of two words weighs, divided by their distance in words, up to 16", () => {
  const apart = (gap: number): string => ["alpha", ...words(gap - 1), "beta"].join(" ");
  const gaps = [1, 2, 3, 8, 15, 16, 17, 40];
  const archive = archiveOf([
    [
      ...gaps.map((gap) => textOf(`gap${gap}`, apart(gap))),
      textOf("reversed", "beta pad alpha"),
      textOf("closest", `alpha ${words(10).join(" ")} beta pad alpha`),
      // Beta alone: so it is the commoner, which counts.
      ...Array.from({ length: 20 }, (_, i) => textOf(`b${i}`, "beta alone")),
      ...fillers(70),
    ],
  ]);
  const articles = archive.keys.length;
  const both = gaps.length + 2;
  const weight = Math.min(idf(both, articles), idf(both + 20, articles));
  const hits = found(archive, "alpha beta");

  test.each(gaps)("%i words", (gap) => {
    expect(gainOf(hits.get(`gap${gap}`), "nearness")).toBeCloseTo(gap > 16 ? 0 : (0.5 * weight) / gap, 10);
  });

  test("either way round, and where they come nearest", () => {
    expect(gainOf(hits.get("reversed"), "nearness")).toBeCloseTo((0.5 * weight) / 2, 10);
    expect(gainOf(hits.get("closest"), "nearness")).toBeCloseTo((0.5 * weight) / 2, 10);
  });

  test.each([
    [49, 0.5 * idf(49, 100) * (1 + 1 / 4)],
    [50, (0.5 * idf(1, 100)) / 5],
  ])("a word between, in %i of 100 articles: passed over if it weighs less than 0.7", (documents, gain) => {
    const one = archiveOf([
      [
        textOf("one", "alpha common pad pad pad beta"),
        ...Array.from({ length: documents - 1 }, (_, i) => textOf(`c${i}`, "common alone")),
        ...fillers(100 - documents),
      ],
    ]);
    expect(gainOf(found(one, "alpha common beta").get("one"), "nearness")).toBeCloseTo(gain, 10);
  });
});

describe("feedback", () => {
  const query = "grain harbour tariff";
  const pad = (name: string): string => words(20, name).join(" ");
  const body = (first: string, more: string): string => `${first}\n\n${more}`;
  const archive = archiveOf([
    [
      // Best by its words; the second has one less.
      textOf("best", body("grain harbour tariff", `zebra ${pad("p")}`)),
      textOf("next", body("grain harbour pads", `yak ${pad("q")}`)),
      // What the best has, what the second has, what none of them has; all of one length.
      textOf("zebra", body(`${pad("r")} grain`, `zebra ${pad("s")}`), "Head"),
      textOf("yak", body(`${pad("t")} grain`, `yak ${pad("u")}`), "Head"),
      textOf("other", body(`${pad("v")} grain`, `ox ${pad("w")}`), "Head"),
      ...fillers(200),
    ],
  ]);
  const hits = found(archive, query, "any");
  const unfed = (place: string): number =>
    gainOf(hits.get(place), "words") + gainOf(hits.get(place), "nearness");
  const gain = (place: string): number =>
    gainOf(hits.get(place), "feedback") - gainOf(hits.get("other"), "feedback");

  test("an article's say is its share of the best score to the power of 16", () => {
    expect(unfed("next") / unfed("best")).toBeGreaterThan(0.5);
    expect(gain("zebra") / gain("yak")).toBeCloseTo((unfed("best") / unfed("next")) ** 16, 6);
  });

  test("the weightiest word counts half of one of the query", () => {
    const articles = archive.keys.length;
    const average = archive.snapshot.wordCount / articles;
    const length = 43;
    const saturated = 2.6 / (1 + 1.6 * (1 - 0.6 + (0.6 * length) / average));
    expect(archive.snapshot.cell("lengths", archive.keys.indexOf("0000\u0000zebra"))).toBe(length);
    // Harbour weighs most: the two best have it, of which zebra has only the first.
    const power = (place: string): number => (unfed(place) / unfed("best")) ** 16;
    const share = (1 + power("zebra")) / (1 + power("next"));
    expect(gain("zebra")).toBeCloseTo(0.5 * idf(2, articles) * saturated * share, 6);
  });
});

describe("a near word is a slip if it is in 10 articles at most, or 20 times rarer or commoner than the word", () => {
  const isNear = (own: number, near: number): boolean => {
    const archive = archiveOf([
      [
        ...Array.from({ length: own }, (_, i) => textOf(`own${i}`, "minister")),
        ...Array.from({ length: near }, (_, i) => textOf(`near${i}`, "ministry")),
      ],
    ]);
    const options = { exact: false, prefix: false, edits: 2 };
    return expand(archive.snapshot, "minister", options).some(({ word }) => word === "ministry");
  };

  test.each([
    [30, 10, true],
    [30, 11, false],
    [220, 11, false],
    [221, 11, true],
    [1, 20, false],
    [1, 21, true],
    [3, 60, false],
    [3, 61, true],
  ])("%i articles have the word, %i the other: %s", (own, near, expected) => {
    expect(isNear(own, near)).toBe(expected);
  });
});

describe("where a word stands counts: 4 in the title, 2 in the first 80 words of the lead, else 1", () => {
  /** What the occurrences of a word are worth together in an article. */
  const worth = (text: Text, word: string): number => {
    const { snapshot } = archiveOf([[text]]);
    return matchesOf(snapshot, 0, [snapshot.segments[0]?.segment.term(word)]).frequencies[0] ?? 0;
  };
  const titleWorth = (text: Text, word: string): number => {
    const { snapshot } = archiveOf([[text]]);
    const term = snapshot.segments[0]?.segment.term(word);
    const variant = { word, kind: "exact", distance: 0, terms: [term], documents: 1 } as const;
    return matchWord(snapshot, 0, [{ ...variant, terms: [term] }], "title").frequencies[0] ?? 0;
  };
  const lead = words(100, "w").join(" ");
  const article = textOf("a", `${lead}\n\nbody of w0 it`, "Head words here");

  test.each([
    ["head", 4],
    ["here", 4],
    ["w0", 2 + 1],
    ["w1", 2],
    ["w79", 2],
    ["w80", 1],
    ["w99", 1],
    ["body", 1],
  ])("%s: %i", (word, expected) => {
    expect(worth(article, word)).toBe(expected);
    expect(titleWorth(article, word)).toBe(expected === 4 ? 4 : 0);
  });

  test("a title that is the beginning of the lead is counted there and not twice", () => {
    const sentence = "Seven keepers of the northern lights met in Baku. They saw boats.";
    const taken = textOf("b", `${sentence}\n\nKeepers of boats again.`);
    expect(worth(taken, "seven")).toBe(4);
    expect(worth(taken, "baku")).toBe(4);
    expect(worth(taken, "they")).toBe(2);
    expect(worth(taken, "boats")).toBe(2 + 1);
    expect(worth(taken, "keepers")).toBe(4 + 1);
    expect(worth(taken, "again")).toBe(1);
  });

  test("a line without words is no lead", () => {
    for (const title of [undefined, "Head words here"]) {
      const starred = textOf("c", `* * *\n\n${lead}\n\nbody`, title);
      if (title !== undefined) expect(worth(starred, "w79")).toBe(2);
      expect(worth(starred, "w80")).toBe(1);
      expect(worth(starred, "body")).toBe(1);
    }
  });
});
