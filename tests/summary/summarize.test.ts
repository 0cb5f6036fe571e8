import { expect, test } from "vitest";
import { summarize } from "../../src/summary/summarize.js";
import { splitSentences } from "../../src/text/sentences.js";

const LEAD = "The lighthouse keepers of the northern shore met on Monday to count the boats of the season.";
const body = [
  LEAD,
  "The weather was fine. Three keepers came by bicycle.",
  "The keepers counted boats of the northern shore twice, as in every season, the harbour office said.",
  "Tea was served afterwards. A dog barked at the gate.",
];

test("so many sentences, in the article's order, each one of the article's", () => {
  for (const sentences of [1, 2, 3, 5]) {
    const summary = summarize(body, { sentences });
    const all = body.flatMap(splitSentences);
    expect(summary).toHaveLength(sentences);
    expect(summary.map((one) => all.indexOf(one))).toEqual(
      summary.map((one) => all.indexOf(one)).sort((a, b) => a - b),
    );
  }
});

test("the lead that says it all is in the summary", () => {
  expect(summarize(body, { sentences: 1 })).toEqual([LEAD]);
});

test("an article of few sentences is its own summary", () => {
  expect(summarize(["One. Two."], { sentences: 3 })).toEqual(["One.", "Two."]);
  expect(summarize([])).toEqual([]);
});

test("two thousand sentences are summed up in no time", () => {
  const long = Array.from(
    { length: 2_000 },
    (_, i) => `Keeper ${i} counted ${i * 7} boats on shore ${i % 13}.`,
  );
  const started = performance.now();
  expect(summarize(long, { sentences: 5 })).toHaveLength(5);
  expect(performance.now() - started).toBeLessThan(5_000);
});
