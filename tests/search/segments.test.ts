/** What is found does not depend on how the articles are spread over segments: an index that grew answers as one built anew. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { SearchOptions } from "../../src/api/types.js";
import { fileKey } from "../../src/index/format/file-key.js";
import { related } from "../../src/search/related/related.js";
import { search } from "../../src/search/search.js";
import { suggest } from "../../src/search/suggest.js";
import { type Archive, archiveOf, readerOf } from "./snapshot-of.js";

function answersOf(archive: Archive, query: string, options: SearchOptions): unknown {
  const { total, relaxed, page } = search(archive.snapshot, query, options, readerOf(archive));
  return {
    total,
    relaxed,
    page: page.map(({ article, score }) => [archive.keys[article], score]),
    suggested: suggest(archive.snapshot, query, {}),
  };
}

function relatedOf(archive: Archive): unknown {
  return archive.keys
    .map((key, article) => ({ key, found: related(archive.snapshot, article, {}, readerOf(archive)) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, found }) => [key, found?.map((one) => [archive.keys[one.article], one.score, one.ties])]);
}

const word = fc.constantFrom(
  ..."grain grains harbour harbours tariff tariffs Aliyev Əliyev Алиев election elections elected silo silos the of and oil".split(
    " ",
  ),
);
const text = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => `${words.join(" ")}.`);
const article = fc.record({
  text,
  language: fc.constantFrom("en", "az", "ru", null),
  segment: fc.nat(3),
  // `a-b` is before `a/b` as a text, and behind it in the order of the walk.
  folder: fc.constantFrom("a/", "a-", "a b/", "ə/", ""),
});
const query = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

test("property: an archive in one segment and in several gives the same articles, scores and order", () => {
  fc.assert(
    fc.property(
      fc.array(article, { minLength: 2, maxLength: 30 }),
      query,
      fc.constantFrom<SearchOptions>(
        { limit: 50 },
        { limit: 50, match: "any" },
        { limit: 50, reverse: true },
      ),
      (articles, asked, options) => {
        const texts = articles.map((one, i) => ({ ...one, place: `${one.folder}${i % 7}${i}.txt` }));
        const parts = [0, 1, 2, 3].map((n) => texts.filter(({ segment }) => segment === n));
        const one = archiveOf([texts]);
        const several = archiveOf(parts.filter((part) => part.length > 0));
        expect(answersOf(several, asked, options)).toEqual(answersOf(one, asked, options));
        expect(relatedOf(several)).toEqual(relatedOf(one));
      },
    ),
    { numRuns: 100 },
  );
});

test("articles of one score come in the order of the walk", () => {
  const texts = ["b.txt", "a-b.txt", "a/b.txt", "a/a.txt", "c/d.txt"].map((place) => ({
    place,
    text: "The grain ship left.",
    language: "en",
  }));
  const order = ["a/a.txt", "a/b.txt", "a-b.txt", "b.txt", "c/d.txt"].map((place) =>
    fileKey({ root: 0, relativePath: place }),
  );
  for (const parts of [[texts], texts.map((one) => [one]), texts.toReversed().map((one) => [one])]) {
    const archive = archiveOf(parts);
    const { page } = search(archive.snapshot, "grain", {}, readerOf(archive));
    expect(page.map(({ article }) => archive.keys[article])).toEqual(order);
  }
});
