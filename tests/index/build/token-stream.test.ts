/** The stream of tokens turned round is what maps and arrays say, as JavaScript and as WebAssembly. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loopsFor, TokenStream } from "../../../src/index/build/token-stream.js";
import { ByteReader } from "../../../src/index/format/bytes.js";
import { decodePostings, PARAGRAPH } from "../../../src/index/format/postings.js";
import { Arena } from "../../../src/kernel/arena.js";
import { tokenize } from "../../../src/text/tokenize.js";

/** An article: its title, its lead, and a paragraph. */
type Texts = readonly [string, string, string];
/** Of a word in an article: the article, times, those in the title and in the lead, and where. */
type Row = [article: number, times: number, inTitle: number, inLead: number, positions: number[]];

/** The rows of each word, and in which articles it stands as bits. */
interface Expected {
  rows: Map<string, Row[]>;
  bits: Map<string, number>;
}

const languageOf = (article: number): number => 1 << (article % 3);

function expectedOf(articles: readonly Texts[]): Expected {
  const rows = new Map<string, Row[]>();
  const bits = new Map<string, number>([[PARAGRAPH, 0]]);
  rows.set(PARAGRAPH, []);
  articles.forEach((texts, article) => {
    let position = 0;
    texts.forEach((text, field) => {
      if (position > 0) {
        const list = rows.get(PARAGRAPH) ?? [];
        if (list.at(-1)?.[0] !== article) list.push([article, 0, 0, 0, []]);
        const row = list.at(-1);
        row?.[4].push(position++);
        if (row) row[1]++;
        if (row && field === 1) row[3]++;
        bits.set(PARAGRAPH, (bits.get(PARAGRAPH) ?? 0) | languageOf(article));
      }
      for (const { word } of tokenize(text)) {
        const list = rows.get(word) ?? [];
        rows.set(word, list);
        if (list.at(-1)?.[0] !== article) list.push([article, 0, 0, 0, []]);
        const row = list.at(-1);
        row?.[4].push(position++);
        if (row) row[1]++;
        if (row && field < 2) row[field === 0 ? 2 : 3]++;
        bits.set(word, (bits.get(word) ?? 0) | languageOf(article));
      }
    });
  });
  return { rows, bits };
}

function streamOf(articles: readonly Texts[], long: boolean, stream = new TokenStream(long)): TokenStream {
  articles.forEach(([title, ...paragraphs], article) => {
    const titleEnd = stream.add(title);
    const ends = paragraphs.map((paragraph) => {
      if (stream.articleLength > 0) stream.endParagraph();
      stream.add(paragraph);
      return stream.articleLength;
    });
    stream.endArticle(titleEnd, ends[0] ?? 0, languageOf(article));
  });
  return stream;
}

function invertedOf(articles: readonly Texts[], long: boolean, made?: TokenStream): Expected {
  const stream = streamOf(articles, long, made);
  const order = stream.words.map((_, number) => number).slice(1);
  const { postings, sizes, languageBits } = stream.invert(order);
  const rows = new Map<string, Row[]>();
  const bits = new Map<string, number>();
  let at = 0;
  order.forEach((number, i) => {
    const [count = 0, size = 0, positionsSize = 0] = sizes.subarray(i * 3, i * 3 + 3);
    const { documents, frequencies, inTitle, inLead } = decodePostings(
      postings.subarray(at, at + size),
      count,
    );
    const reader = new ByteReader(postings.subarray(at + size, at + size + positionsSize));
    const list = [...documents].map((article, k): Row => {
      let position = 0;
      const positions = Array.from({ length: frequencies[k] ?? 0 }, () => (position += reader.varint()));
      return [article, frequencies[k] ?? 0, inTitle[k] ?? 0, inLead[k] ?? 0, positions];
    });
    expect(reader.done).toBe(true);
    rows.set(stream.words[number] ?? "", list);
    bits.set(stream.words[number] ?? "", languageBits[number] ?? 0);
    at += size + positionsSize;
  });
  expect(at).toBe(postings.length);
  return { rows, bits };
}

const part = fc.oneof(
  fc.constantFrom(
    "baku",
    "Bakı",
    "Kremlin's",
    "it’s",
    "s",
    "'s",
    "cafe\u0301",
    "北京",
    "𝒜's",
    "😀",
    "ـ",
    " ",
    ", ",
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(" "));

describe.each([
  ["JavaScript", false],
  ["WebAssembly", true],
])("%s", (_, long) => {
  test("property: postings and positions of any texts", () => {
    const articles = fc.array(fc.tuple(text, text, text), { maxLength: 8 });
    fc.assert(
      fc.property(articles, (some) => {
        expect(invertedOf(some, long)).toEqual(expectedOf(some));
      }),
      { numRuns: 300 },
    );
  });

  test("more words than are cut, kept or found at a time", () => {
    const words = Array.from({ length: 50_000 }, (_, i) => `w${(i * 7919) % 6000}`);
    const many = words.join(" ");
    const articles: Texts[] = [
      ["w1 w2", many, "w3"],
      ["", "京".repeat(5000), `${"a".repeat(70_000)} w1`],
      [many, "", ""],
    ];
    expect(invertedOf(articles, long)).toEqual(expectedOf(articles));
  });

  // Postings were lost where the memory of JavaScript grew while they were written.
  test.each([20_000, 30_000, 45_000, 70_000, 100_000, 150_000])("%i tokens", (count) => {
    const words = Array.from({ length: count }, (_, i) => `w${(i * 7919) % 9000}`);
    const articles = Array.from(
      { length: count / 1000 },
      (_, i): Texts => ["", words.slice(i * 1000, (i + 1) * 1000).join(" "), ""],
    );
    expect(invertedOf(articles, long)).toEqual(expectedOf(articles));
  });

  test.each([0x7ff0_0000, 0x7fff_0000, 0xa000_0000])(
    "beyond %i bytes, where addresses have their highest bit",
    (skipped) => {
      const loaded = loopsFor(long);
      const arena = new Arena(loaded.memory);
      // What is never written to takes no memory of the machine.
      arena.room(skipped + 2 ** 25);
      arena.clear(skipped);
      const words = Array.from({ length: 50_000 }, (_, i) => `w${(i * 7919) % 6000}`).join(" ");
      const articles: Texts[] = [
        ["w1 w2", words, "w3"],
        ["", "京".repeat(5000), "w1"],
      ];
      expect(invertedOf(articles, long, new TokenStream(long, loaded, arena))).toEqual(expectedOf(articles));
      expect(arena.mark).toBeGreaterThan(2 ** 31);
    },
  );

  test("turned round again it is the same", () => {
    const stream = streamOf([["a b", "c", "d"]], long);
    const once = stream.invert([1, 2, 3, 4]);
    const bytes = [...once.postings];
    const again = stream.invert([1, 2, 3, 4]);
    expect([...again.postings]).toEqual(bytes);
    expect(again.sizes).toEqual(once.sizes);
  });
});
