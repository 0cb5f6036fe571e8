/** The loops do the same as JavaScript and as WebAssembly, and what plain arrays and maps say they should. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteWriter } from "../../src/index/format/bytes.js";
import { checksumOf } from "../../src/index/format/checksum.js";
import { letterBitsOf } from "../../src/index/format/fuzzy-prefilter.js";
import { compiledKernel, type Kernel, plainKernel, type Standing } from "../../src/kernel/kernel.js";
import { writePosting } from "../index/write-posting.js";

const compiled = compiledKernel();
if (!compiled) throw new Error("no WebAssembly");
const kernels: [string, Kernel][] = [
  ["JavaScript", plainKernel()],
  ["WebAssembly", compiled],
];

const WORTH = { body: 1, title: 4, lead: 2 };
const ARTICLES = 100_000;

/** Articles near each other and far apart, so that windows have many and few. */
const article = fc.oneof(fc.nat(300), fc.nat(ARTICLES - 1));
const posting = fc.record({
  positions: fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 4 }),
  title: fc.nat(4),
  lead: fc.nat(4),
});
type Row = { positions: number[]; title: number; lead: number };
const word = fc.record({
  rows: fc.uniqueArray(fc.tuple(article, posting), { selector: ([one]) => one, maxLength: 40 }),
  tier: fc.nat(3),
  weight: fc.constantFrom(1, 0.5, 0.25),
});

/** Postings and positions as an index has them; of the times those of title and lead are the first. */
function written(rows: readonly [number, Row][]): {
  bytes: Uint8Array;
  positions: Uint8Array;
  rows: [number, Row][];
} {
  const ordered = rows
    .map(([one, { positions, title, lead }]): [number, Row] => {
      const inTitle = Math.min(title, positions.length);
      const inLead = Math.min(lead, positions.length - inTitle);
      return [one, { positions: positions.toSorted((a, b) => a - b), title: inTitle, lead: inLead }];
    })
    .sort(([a], [b]) => a - b);
  const out = new ByteWriter();
  const places = new ByteWriter();
  let last = -1;
  for (const [one, { positions, title, lead }] of ordered) {
    writePosting(out, one - last, positions.length, title, lead);
    last = one;
    positions.forEach((position, i) => {
      places.varint(position - (positions[i - 1] ?? 0));
    });
  }
  return { bytes: Uint8Array.from(out.view()), positions: Uint8Array.from(places.view()), rows: ordered };
}

const weightOf = ({ positions, title, lead }: Row): number =>
  positions.length - title - lead + WORTH.title * title + WORTH.lead * lead;

describe.each(kernels)("as %s", (_, kernel) => {
  test("property: each article once, ascending, with what its words weigh and the nearest tier", () => {
    const words = fc.array(word, { maxLength: 6 });
    fc.assert(
      fc.property(words, fc.uniqueArray(fc.nat(300), { maxLength: 20 }), (made, gone) => {
        const ordered = made.toSorted((a, b) => a.tier - b.tier);
        const expected = new Map<number, { value: number; tier: number }>();
        for (const { rows, tier, weight } of ordered)
          for (const [one, row] of written(rows).rows) {
            const before = expected.get(one);
            if (gone.includes(one) || (before && before.tier < 2 && tier >= 2)) continue;
            const value = (before?.value ?? 0) + weightOf(row) * weight;
            expected.set(one, { value, tier: Math.min(before?.tier ?? 9, tier) });
          }
        const runs = ordered.map(({ rows, tier, weight }) => ({
          bytes: written(rows).bytes,
          count: rows.length,
          tier,
          weight,
        }));
        const deleted = Uint8Array.from({ length: ARTICLES }, (_, i) => (gone.includes(i) ? 1 : 0));
        const found = kernel.join([{ runs, weight: WORTH }], ARTICLES, gone.length > 0 ? deleted : null)?.[0];
        const articles = [...expected.keys()].sort((a, b) => a - b);
        expect([...(found?.documents ?? [])]).toEqual(articles);
        expect([...(found?.frequencies ?? [])]).toEqual(articles.map((one) => expected.get(one)?.value));
        expect([...(found?.tiers ?? [])]).toEqual(articles.map((one) => expected.get(one)?.tier));
        expect(found?.own).toBe(articles.filter((one) => (expected.get(one)?.tier ?? 9) < 2).length);
      }),
      { numRuns: 60 },
    );
  });

  test("property: articles that have all of several words, and what each word alone would say of them", () => {
    const words = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(words, (made) => {
        const asked = made.map((list) => {
          const runs = list
            .toSorted((a, b) => a.tier - b.tier)
            .map(({ rows, tier, weight }) => ({
              bytes: written(rows).bytes,
              count: rows.length,
              tier,
              weight,
            }));
          return { runs, weight: WORTH };
        });
        const alone = asked.map((one) => kernel.join([one], ARTICLES, null)?.[0]);
        const [first, ...others] = alone.map((matches) => [...(matches?.documents ?? [])]);
        const shared = first?.filter((one) => others.every((list) => list.includes(one))) ?? [];
        const joined = kernel.join(asked, ARTICLES, null);
        joined?.forEach((matches, i) => {
          const whole = alone[i];
          const places = shared.map((one) => whole?.documents.indexOf(one) ?? -1);
          expect([...matches.documents]).toEqual(shared);
          expect([...matches.frequencies]).toEqual(places.map((at) => whole?.frequencies[at]));
          expect([...matches.tiers]).toEqual(places.map((at) => whole?.tiers[at]));
          expect([matches.own, matches.all]).toEqual([whole?.own, whole?.documents.length]);
        });
        expect(joined?.length).toBe(made.length);
      }),
      { numRuns: 60 },
    );
  });

  test("an article is left out where the word counts for nothing: it is not in the title", () => {
    const { bytes } = written([
      [3, { positions: [0, 9], title: 1, lead: 1 }],
      [8, { positions: [5], title: 0, lead: 1 }],
    ]);
    const runs = [{ bytes, count: 2, tier: 0, weight: 1 }];
    const found = kernel.join([{ runs, weight: { body: 0, title: 4, lead: 0 } }], 10, null)?.[0];
    expect([...(found?.documents ?? [])]).toEqual([3]);
    expect([...(found?.frequencies ?? [])]).toEqual([4]);
  });

  test("of a few articles, four or not, none is counted that is not there", () => {
    const { bytes } = written([[0, { positions: [1], title: 0, lead: 0 }]]);
    const runs = [{ bytes, count: 1, tier: 0, weight: 1 }];
    const full = written(
      Array.from({ length: 300 }, (_, i) => [i, { positions: [1], title: 0, lead: 0 }]),
    ).bytes;
    for (let articles = 1; articles < 10; articles++) {
      // So that something stands in the memory.
      kernel.join([{ runs: [{ bytes: full, count: 300, tier: 0, weight: 1 }], weight: WORTH }], 300, null);
      const found = kernel.join([{ runs, weight: WORTH }], articles, null)?.[0];
      expect([found?.own, found?.all, [...(found?.documents ?? [])]]).toEqual([1, 1, [0]]);
    }
  });

  test("property: how near two words come to each other in the articles that have both", () => {
    const positions = fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 5 });
    const rows = fc.uniqueArray(fc.tuple(fc.nat(19), positions), { selector: ([one]) => one, maxLength: 20 });
    const standing = (list: readonly [number, number[]][]): Standing => {
      const ordered = list.toSorted(([a], [b]) => a - b);
      return {
        owners: Uint32Array.from(ordered, ([one]) => one),
        frequencies: Uint32Array.from(ordered, ([, places]) => places.length),
        positions: Uint32Array.from(ordered.flatMap(([, places]) => places.toSorted((a, b) => a - b))),
      };
    };
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 1, max: 20 }), (left, right, most) => {
        const gaps = new Uint32Array(20).fill(most);
        kernel.nearest(standing(left), standing(right), gaps);
        const expected = Array.from(gaps, (_, one) => {
          const [, a = []] = left.find(([owner]) => owner === one) ?? [];
          const [, b = []] = right.find(([owner]) => owner === one) ?? [];
          return Math.min(most, ...a.flatMap((x) => b.map((y) => Math.abs(x - y) || 1)));
        });
        expect([...gaps]).toEqual(expected);
      }),
    );
  });

  test("property: what postings and positions say of chosen articles", () => {
    fc.assert(
      fc.property(word, fc.uniqueArray(article, { maxLength: 30 }), (made, others) => {
        const { bytes, positions, rows } = written(made.rows);
        const wanted = Uint32Array.from(new Set([...others, ...rows.slice(0, 9).map(([one]) => one)])).sort();
        const chosen = kernel.choose(bytes, rows.length, wanted);
        if (!chosen) throw new Error("cut off");
        const expected = rows.filter(([one]) => wanted.includes(one));
        expect([...chosen.owners]).toEqual(expected.map(([one]) => wanted.indexOf(one)));
        expect([...chosen.frequencies]).toEqual(expected.map(([, row]) => row.positions.length));
        expect([...chosen.inTitle]).toEqual(expected.map(([, { title }]) => title));
        const places = expected.flatMap(([, row]) => row.positions);
        expect([...(kernel.positions(positions, chosen, places.length) ?? [])]).toEqual(places);
      }),
      { numRuns: 200 },
    );
  });

  test("property: scores by BM25, the words that an article has and its farthest tier", () => {
    const list = fc.uniqueArray(fc.nat(400), { maxLength: 60 });
    fc.assert(
      fc.property(list, fc.array(list, { maxLength: 3 }), (asked, lists) => {
        const documents = Uint32Array.from(asked).sort();
        const words = lists.map((one, n) => {
          const matched = Uint32Array.from(one).sort();
          const frequencies = Float32Array.from(matched, (d) => 1 + (d % 5));
          const tiers = Uint8Array.from(matched, (d) => d % 4);
          return {
            matches: { documents: matched, frequencies, tiers, own: 0, all: 0 },
            weight: 2 + n,
            near: [0.75, 0.5],
          };
        });
        const normOf = (document: number): number => document % 256;
        const lengthNorm = Float64Array.from({ length: 256 }, (_, norm) => 0.5 + norm / 100);
        const scores = kernel.score(documents, words, Uint8Array.from(documents, normOf), lengthNorm);
        documents.forEach((document, i) => {
          const has = words.filter(({ matches }) => matches.documents.includes(document));
          const tier = document % 4;
          const frequency = 1 + (document % 5);
          const expected = has.reduce((sum, { weight, near }) => {
            const own = tier < 2 ? weight : (near[tier - 2] ?? 0);
            return sum + (own * frequency) / (frequency + (lengthNorm[normOf(document)] ?? 0));
          }, 0);
          expect(scores.scores[i]).toBeCloseTo(expected, 9);
          expect(scores.words[i]).toBe(has.length);
          expect(scores.tiers[i]).toBe(has.length > 0 ? Math.min(tier, 2) : 0);
        });
      }),
      { numRuns: 100 },
    );
  });

  test("property: the bytes of articles among those at hand", () => {
    const list = fc.uniqueArray(fc.nat(300), { maxLength: 60 });
    fc.assert(
      fc.property(list, fc.constantFrom(0, 700_000, -3), (some, first) => {
        const bytes = Uint8Array.from({ length: 301 }, (_, i) => i % 251);
        const picked = kernel.pick(
          Uint32Array.from(
            some.sort((a, b) => a - b),
            (i) => i + first + 3,
          ),
          bytes,
          first + 3,
        );
        expect([...picked]).toEqual(some.map((i) => i % 251));
      }),
    );
  });

  test("property: of a prefilter of any size the words that have at most so many letters more and less than one", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d", "e"), maxLength: 7 });
    // Some more than are filtered at a time.
    const size = fc.constantFrom(0, 1, 20, 8_191, 8_192, 8_193, 20_000);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        size,
        word,
        fc.nat(2),
        (made, count, own, most) => {
          const words = Array.from({ length: count }, (_, i) => made[(i * 7) % made.length] ?? "");
          const prefilter = Int32Array.from(words.flatMap(letterBitsOf));
          // What the prefilter keeps apart of a word's letters: each, and each that stands there twice.
          const letters = (text: string): string[] =>
            [..."abcde"].flatMap((one) => Array(Math.min(2, text.split(one).length - 1)).fill(one));
          const lacking = (a: string, b: string): number => {
            const rest = letters(b);
            return letters(a).filter((one) => !rest.includes(one) || !rest.splice(rest.indexOf(one), 1))
              .length;
          };
          const isNear = (text: string): boolean =>
            Math.abs(text.length - own.length) <= most &&
            lacking(own, text) <= most &&
            lacking(text, own) <= most;
          const near = new Map(made.map((text) => [text, isNear(text)]));
          const [ownLetters, twice] = letterBitsOf(own);
          const lengths = { shortest: own.length - most, longest: own.length + most };
          const sought = { letters: ownLetters, twice, ...lengths, most };
          const found = kernel.prefilter(new Uint8Array(prefilter.buffer), sought);
          expect(found).toEqual([...words.keys()].filter((i) => near.get(words[i] ?? "")));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("property: the highest scores, and scores raised by their tiers", () => {
    const list = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.nat(2)), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(list, fc.nat(59), (made, n) => {
        const scores = Float64Array.from(made, ([score]) => score / 4);
        const count = 1 + (n % scores.length);
        const limit = [...scores].sort((a, b) => b - a)[count - 1] ?? 0;
        const places = [...scores.keys()].filter((i) => (scores[i] ?? 0) >= limit);
        expect([...kernel.best(scores, count)]).toEqual(places);
        const tiers = Uint8Array.from(made, ([, tier]) => tier);
        const raised = kernel.raised(scores, tiers, [8, 4, 0]);
        expect([...raised]).toEqual(made.map(([score, tier]) => score / 4 + (8 - 4 * tier)));
      }),
      { numRuns: 200 },
    );
  });

  test("property: what two lists share", () => {
    const list = fc.uniqueArray(fc.nat(200), { maxLength: 100 }).map((one) => Uint32Array.from(one).sort());
    fc.assert(
      fc.property(list, list, (a, b) => {
        expect([...kernel.intersect(a, b)]).toEqual([...a].filter((one) => b.includes(one)));
      }),
    );
  });

  test("property: checksums of pages are those that were written", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const pages = Array.from({ length: Math.ceil(bytes.length / 64) }, (_, i) =>
          checksumOf(bytes.slice(i * 64, (i + 1) * 64)),
        );
        expect([...kernel.checksums(bytes, 64)]).toEqual(pages);
      }),
    );
  });

  test("property: any bytes are postings or damaged", () => {
    const bytes = fc.uint8Array({ maxLength: 60 });
    fc.assert(
      fc.property(bytes, fc.nat(80), (any, count) => {
        const found = kernel.join(
          [{ runs: [{ bytes: any, count, tier: 0, weight: 1 }], weight: WORTH }],
          1000,
          null,
        )?.[0];
        if (found) expect([...found.documents]).toEqual([...new Set(found.documents)].sort((a, b) => a - b));
        expect(found?.documents.every((one) => one < 1000) ?? true).toBe(true);
        kernel.choose(any, count, Uint32Array.of(1, 5, 100, 900));
        kernel.positions(any, { frequencies: Uint32Array.of(3, 9), before: Uint32Array.of(0, 40) }, 12);
      }),
      { numRuns: 2000 },
    );
  });

  test("postings that are cut off are noticed", () => {
    const { bytes, positions } = written([
      [1, { positions: [0, 5, 300], title: 1, lead: 1 }],
      [70_000, { positions: [9, 10], title: 0, lead: 0 }],
    ]);
    const cut = bytes.subarray(0, bytes.length - 1);
    const found = (part: Uint8Array, count: number): unknown =>
      kernel.join([{ runs: [{ bytes: part, count, tier: 0, weight: 1 }], weight: WORTH }], ARTICLES, null);
    expect(found(bytes, 2)).not.toBeNull();
    expect(found(cut, 2)).toBeNull();
    expect(found(bytes, 1)).toBeNull();
    expect(kernel.choose(cut, 2, Uint32Array.of(70_000))).toBeNull();
    const all = { frequencies: Uint32Array.of(3, 2), before: Uint32Array.of(0, 3) };
    expect(kernel.positions(positions.subarray(0, 3), all, 5)).toBeNull();
  });
});
