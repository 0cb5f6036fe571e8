/** Copies are found by keys and by comparing texts; both agree with what comparing every pair finds. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Candidates } from "../../src/index/copies/candidates.js";
import {
  bodyOfText,
  type Comparable,
  compare,
  type Facts,
  keysOf,
  titleKeyOf,
} from "../../src/index/copies/fingerprint.js";
import { marksOf, plainTitle } from "../../src/index/copies/version-marks.js";
import { Fingerprints, KEY_BITS, writeFingerprints } from "../../src/index/format/fingerprints.js";
import { type Link, linkOf, readLinks, writeLinks } from "../../src/index/format/links.js";
import { NO_DAY } from "../../src/index/format/sections.js";
import { hashOfWord } from "../../src/text/shingles.js";

function fingerprintsOf(articles: number, pairs: [key: number, article: number][]): Fingerprints {
  const bytes = Buffer.concat(writeFingerprints(articles, () => [Uint32Array.from(pairs.flat())]));
  return new Fingerprints(
    { length: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) },
    articles,
  );
}

const KEY = fc.oneof(fc.integer({ min: 0, max: 2 ** KEY_BITS - 1 }), fc.integer({ min: 0, max: 20 }));

describe("fingerprints", () => {
  test("property: the articles of a key are those that were written, and all pairs come back in order", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40_000 }),
        fc.array(fc.tuple(KEY, fc.nat()), { maxLength: 60 }),
        (articles, drawn) => {
          const pairs = drawn.map(([key, article]): [number, number] => [key, article % articles]);
          const read = fingerprintsOf(articles, pairs);
          for (const key of [...pairs.map(([one]) => one), 7]) {
            const expected = pairs.flatMap(([one, article]) => (one === key ? [article] : []));
            expect(read.articlesOf(key)).toEqual(expected.sort((a, b) => a - b));
          }
          const back = [...read.pairs()].flatMap((some) => [...some]);
          expect(back).toEqual(pairs.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]).flat());
        },
      ),
      { numRuns: 60 },
    );
  });

  test("an empty section has no article", () => {
    const read = new Fingerprints({ length: 0, read: () => new Uint8Array() }, 0);
    expect(read.articlesOf(1)).toEqual([]);
    expect([...read.pairs()]).toEqual([]);
  });
});

describe("links", () => {
  test("property: come back as they were, in ascending order", () => {
    const link = fc
      .tuple(fc.nat(999), fc.nat(999), fc.constantFrom<0 | 1 | 2>(0, 1, 2))
      .filter(([a, b]) => a !== b)
      .map(([a, b, kind]) => linkOf(a, b, kind));
    fc.assert(
      fc.property(fc.uniqueArray(link, { selector: ({ a, b }) => a * 1000 + b }), (links) => {
        const sorted = links.toSorted((x, y) => x.a - y.a || x.b - y.b);
        expect(readLinks(writeLinks(links), 1000)).toEqual(sorted);
      }),
    );
  });

  test("one that leads nowhere is damage", () => {
    const links: Link[] = [{ a: 1, b: 9, kind: 0 }];
    expect(() => readLinks(writeLinks(links), 9)).toThrow("leads nowhere");
  });

  test("an excerpt stays one whichever article is named first", () => {
    expect(linkOf(5, 2, 1)).toEqual({ a: 2, b: 5, kind: 2 });
    expect(linkOf(2, 5, 1)).toEqual({ a: 2, b: 5, kind: 1 });
  });
});

/** So many articles of no known day. */
const near = (count: number) => ({ count, dayOf: () => NO_DAY, isMarked: () => false });

describe("candidates", () => {
  test("property: pairs that share four keys; of neighbouring days two, or one that few have", () => {
    const count = 12;
    const days = fc.array(fc.constantFrom(1, 2, 9, NO_DAY), { minLength: count, maxLength: count });
    const pairs = fc.array(fc.tuple(fc.nat(8), fc.nat(count - 1)), { maxLength: 30 });
    fc.assert(
      fc.property(pairs, days, (drawn, days) => {
        const dayOf = (article: number): number => days[article] ?? NO_DAY;
        const candidates = new Candidates({ count, dayOf, isMarked: () => false });
        const distinct = [
          ...new Map(drawn.map(([key, a]) => [`${key}-${a}`, [key * 2, a] as [number, number]])),
        ];
        const given = distinct.map(([, pair]) => pair);
        candidates.addShared(fingerprintsOf(count, given).pairs());
        let expected = 0;
        for (let a = 0; a < count; a++)
          for (let b = a + 1; b < count; b++) {
            const keysOfA = given.flatMap(([key, one]) => (one === a ? [key] : []));
            const shared = keysOfA.filter((key) => given.some(([other, one]) => one === b && other === key));
            const isRare = shared.some((key) => given.filter(([other]) => other === key).length <= 3);
            const isNear = [a, b].some((one) => dayOf(one) === NO_DAY) || Math.abs(dayOf(a) - dayOf(b)) <= 1;
            if (shared.length >= 4 || (isNear && (shared.length >= 2 || isRare))) expected++;
          }
        expect(candidates.size).toBe(expected);
      }),
    );
  });

  test("a title is enough only with what is marked as a version", () => {
    const shared = [Uint32Array.from([7, 0, 7, 1, 7, 2])];
    const found = [true, false].map((isMarked) => {
      const candidates = new Candidates({ ...near(3), isMarked: (article) => isMarked && article === 2 });
      candidates.addShared(shared);
      return candidates.size;
    });
    expect(found).toEqual([2, 0]);
  });

  test("a thousand articles of one key make a chain, not half a million pairs", () => {
    const candidates = new Candidates(near(1000));
    for (const key of [2, 4])
      candidates.addShared([Uint32Array.from(Array.from({ length: 1000 }, (_, i) => [key, i]).flat())]);
    expect(candidates.size).toBeLessThan(5000);
    expect(candidates.size).toBeGreaterThan(990);
  });
});

/** A paragraph of that many different words, from one of them on. */
const words = (from: number, count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `w${String.fromCharCode(97 + ((from + i) % 26))}x${from + i}y`,
  ).join(" ");

function article(text: string, more: Partial<Facts> = {}): Comparable {
  const facts = { title: "Council meets on harbour", agency: "APA", version: null, status: null, day: 100 };
  return { ...bodyOfText([text]), facts: () => ({ ...facts, ...more }) };
}

describe("two articles", () => {
  test.each<[string, Comparable, Comparable, string]>([
    ["the same text", article(words(0, 100)), article(words(0, 100), { day: 400 }), "same"],
    ["two thirds the same", article(words(0, 100)), article(words(20, 100)), "same"],
    ["a third the same", article(words(0, 100)), article(words(50, 100)), "none"],
    ["an excerpt", article(words(0, 40)), article(words(0, 300)), "first-in-second"],
    ["with an excerpt", article(words(0, 300)), article(words(200, 40)), "second-in-first"],
    ["nothing in common", article(words(0, 100)), article(words(500, 100)), "none"],
    ["a short note, the same", article(words(0, 12)), article(words(0, 12)), "none"],
    [
      "a correction that shares little",
      article(words(0, 100)),
      article(words(60, 100), { title: "CORRECTED-Council meets on harbour plan" }),
      "same",
    ],
    [
      "a correction of another agency's article",
      article(words(0, 100)),
      article(words(60, 100), { title: "CORRECTED-Council meets on harbour plan", agency: "TAP" }),
      "none",
    ],
    [
      "a correction a week later",
      article(words(0, 100)),
      article(words(60, 100), { title: "CORRECTED-Council meets on harbour plan", day: 107 }),
      "none",
    ],
    [
      "two issues of a table",
      article(`${words(0, 70)} 11.5 12.5 13.5 14.5`),
      article(`${words(0, 70)} 21.5 22.5 23.5 24.5`, { day: 107 }),
      "none",
    ],
    [
      "a table and its update of the same day",
      article(`${words(0, 70)} 11.5 12.5 13.5 14.5`),
      article(`${words(0, 70)} 21.5 22.5 23.5 24.5`),
      "same",
    ],
  ])("%s", (_, a, b, expected) => {
    expect(compare(a, b)).toBe(expected);
    const reversed = { "first-in-second": "second-in-first", "second-in-first": "first-in-second" };
    expect(compare(b, a)).toBe(Object.entries(reversed).find(([name]) => name === expected)?.[1] ?? expected);
  });

  test("property: texts that share half of their shingles nearly always share a key", () => {
    let found = 0;
    const runs = 300;
    for (let run = 0; run < runs; run++) {
      // 105 words have 100 shingles; of two such texts 67 are in both, of 133.
      const keys = [0, 33].map((from) => {
        const text = bodyWords(words(1000 * run + from, 105));
        return keysOf(text, titleKeyOf("Two words"));
      });
      if (keys[0]?.some((key) => keys[1]?.includes(key))) found++;
    }
    expect(found / runs).toBeGreaterThan(0.98);
  });
});

const bodyWords = (text: string): Uint32Array => Uint32Array.from(text.split(" "), hashOfWord);

describe("marks of versions", () => {
  test.each([
    ["CORRECTED-Council meets", true, true],
    ["(CORRECTED) - Council meets", true, true],
    ["CORRECTION: Council meets", true, true],
    ["UPDATE 2-Council meets", true, false],
    ["RPT-UPDATE 1-Council meets", true, false],
    ["REFILE-Council meets", true, false],
    ["(2nd LD) Council meets", true, false],
    ["(LEAD) Council meets", true, false],
    ["Council meets (Update 1)", true, false],
    ["Council meets (AKTUALISIERT)", true, false],
    ["BERICHTIGUNG: Rat tagt", true, true],
    ["ОБНОВЛЕНО: Совет собрался", true, false],
    ["DÜZƏLİŞ - Şura toplandı", true, true],
    ["Corrections officers seek more beds", false, false],
    ["Minister repeats call for talks", false, false],
    ["USDA to update wheat acreage", false, false],
    ["Lead prices rise", false, false],
    ["Second world congress opens", false, false],
  ])("%s", (title, isMarked, corrects) => {
    expect(marksOf({ title, version: null, status: null })).toEqual({ isMarked, corrects });
  });

  test("the version and the status of the source count too", () => {
    const title = "Council meets";
    expect(marksOf({ title, version: "1", status: null }).isMarked).toBe(false);
    expect(marksOf({ title, version: "2", status: null }).isMarked).toBe(true);
    expect(marksOf({ title, version: "2nd Ld-Writethru", status: null }).isMarked).toBe(true);
    expect(marksOf({ title, version: null, status: "corrected" })).toEqual({
      isMarked: true,
      corrects: true,
    });
  });

  test("a title without its marks and tickers", () => {
    expect(plainTitle("CORRECTED-UPDATE 2-Harbour Co <HRB.O> sells unit").trim()).toBe(
      "harbour co   sells unit",
    );
  });
});
