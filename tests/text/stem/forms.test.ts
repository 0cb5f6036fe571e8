/** How many forms of a word meet in one stem, by language: `forms/` has words with their forms, a word a line. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { stem, stemmingLanguages, stemStart } from "../../../src/text/stem/stem.js";

/** The least share of pairs that must meet. */
const FOUND = {
  az: 0.95,
  tr: 0.92,
  en: 0.98,
  ru: 0.92,
  uk: 0.92,
  kk: 0.92,
  hy: 0.92,
  ka: 0.92,
  fa: 0.92,
  ar: 0.8,
};
/** The most pairs of two words that may. */
const FALSE = 0.01;

const pairsOf = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));

test.each(Object.entries(FOUND))("forms of %s meet, and words do not", (language, least) => {
  const lines = readFileSync(new URL(`forms/${language}.txt`, import.meta.url), "utf8")
    .trim()
    .split("\n");
  const stems = lines.map((line) => line.split(" ").map((word) => stem(word, language)));
  const own = stems.flatMap((row) => pairsOf(row));
  expect(own.filter(([a, b]) => a === b).length / own.length).toBeGreaterThan(least);
  const others = pairsOf(stems).flatMap(([one, two]) => one.flatMap((a) => two.map((b) => a === b)));
  expect(others.filter(Boolean).length / others.length).toBeLessThan(FALSE);
});

test.each(Object.keys(FOUND))("a stem of %s is looked for where its word is", (language) => {
  const words = readFileSync(new URL(`forms/${language}.txt`, import.meta.url), "utf8")
    .split(/\s+/)
    .filter(Boolean);
  for (const word of words) {
    expect([word, stemmingLanguages(word).includes(language)]).toEqual([word, true]);
    expect([word, stemStart(stem(word, language))]).toEqual([word, stemStart(word)]);
  }
});
