import { describe, expect, test } from "vitest";
import { explanationLines } from "../../../../src/cli/commands/search/explanation.js";
import { themeFor } from "../../../../src/cli/render/theme.js";
import { measureFor } from "../../../../src/cli/render/width.js";
import type { Explanation, WordScore } from "../../../../src/index.js";

const word = (more: Partial<WordScore>): WordScore => ({
  word: "grain",
  kind: "exact",
  distance: 0,
  articles: 12,
  title: 1,
  lead: 0,
  body: 3,
  score: 1,
  ...more,
});

const EXPLANATION: Explanation = {
  terms: [
    { term: "grain", articles: 20, weight: 2, score: 1, words: [word({})] },
    {
      term: "prise",
      articles: 1500,
      weight: 1,
      score: 10.5,
      words: [
        word({ word: "price", kind: "fuzzy", distance: 1, articles: 1400, score: 8.25 }),
        word({ word: "\u001b[31mprizes\u202e", kind: "fuzzy", distance: 2, score: 2.25 }),
      ],
    },
    { term: "zebra", articles: 0, weight: 0, score: 0, words: [] },
    {
      term: "алиев",
      articles: 7,
      weight: 0,
      score: 2,
      words: [word({ word: "aliyev", kind: "spelling", score: 2 })],
    },
  ],
  nearness: [
    { terms: ["grain", "prise"], distance: 1, score: 0.5 },
    { terms: ["prise", "zebra"], distance: 4, score: 0.125 },
  ],
  others: [{ part: "closeness", score: 20 }],
};

async function lines(columns: number, color: "dark" | false = false): Promise<string[]> {
  const look = { columns, theme: await themeFor(color), measure: await measureFor(["grain"]) };
  return explanationLines(EXPLANATION, 34.125, look);
}

describe("explanationLines", () => {
  test("a table: terms, their words, what else was added, the sum", async () => {
    expect(await lines(77)).toEqual([
      " score  word           match           articles  title  lead  body",
      " 1.000  grain          exact                 12      1     0     3",
      "10.500  prise                              1500",
      " 8.250    price        fuzzy, 1 edit       1400      1     0     3",
      " 2.250    \ufffd[31mprizes  fuzzy, 2 edits        12      1     0     3",
      " 0.000  zebra          not in it              0",
      " 2.000  алиев: aliyev  spelling              12      1     0     3",
      " 0.500  nearness of grain and prise: side by side",
      " 0.125  nearness of prise and zebra: 4 words apart",
      "20.000  closeness",
      "34.125  score",
    ]);
  });

  test("in short lines where the table does not fit", async () => {
    const short = await lines(30);
    expect(short.slice(0, 9)).toEqual([
      " 1.000  grain",
      "        exact, 12 articles,",
      "        title 1, lead 0, body",
      "        3",
      "10.500  prise",
      "        1500 articles",
      " 8.250    price",
      "          fuzzy, 1 edit, 1400",
      "          articles, title 1,",
    ]);
    expect(short.slice(-4)).toEqual([
      " 0.125  nearness of prise and",
      "        zebra: 4 words apart",
      "20.000  closeness",
      "34.125  score",
    ]);
  });

  test.each([12, 20, 30, 45, 60, 80, 200])("no line is wider than %i columns", async (columns) => {
    for (const line of await lines(columns)) expect(line.length).toBeLessThanOrEqual(columns);
  });

  test("scores in the colour of ids, words in that of matches; nothing speaks to the terminal", async () => {
    const colored = (await lines(77, "dark")).join("\n");
    expect(colored).toContain("\u001b[33m 1.000\u001b[39m  \u001b[1m\u001b[31mgrain\u001b[39m\u001b[22m");
    expect(colored.split("\n")[0]).toMatch(/^\u001b\[2m score /);
    expect(colored).not.toMatch(/\u001b\[31mprizes|\u202e/);
  });

  test("a query of fields alone has a sum and nothing else", async () => {
    const look = { columns: 60, theme: await themeFor(false), measure: await measureFor([]) };
    expect(explanationLines({ terms: [], nearness: [], others: [] }, 0, look)).toEqual(["0.000  score"]);
  });
});
