/** What is marked in a text is what its words are in the vocabulary, however they are written. */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { Snapshot } from "../../src/index/read/snapshot.js";
import type { Archive } from "../../src/index.js";
import { TermMatcher } from "../../src/search/match/term-matcher.js";
import { Highlighter } from "../../src/search/snippet.js";
import { tokenize } from "../../src/text/tokenize.js";
import { cpuTime } from "../cpu-time.js";
import { archiveOfLines } from "./archive-of.js";

let archive: Archive;
beforeAll(async () => {
  archive = await archiveOfLines([
    { id: "a", text: "The harbour of Bakı is closed. Министр прибыл, said the fire office." },
  ]);
});

/** Written in ways that are one word in the vocabulary, and in some that are not. */
const piece = fc.constantFrom(
  ..."harbour HARBOUR har\u00adbour \uff48arbour harbour's harbours Bakı BAKI bak\u0131 fire ﬁre \u017fire".split(
    " ",
  ),
  ..."министр МИНИСТР мини\u0301стр and – “quoted” café naïve İlham k ĳ ŉ 漢字 😀 \u200dharbour harbour\u200d".split(
    " ",
  ),
);

test.each(["harbour", "bakı", "fire", "министр"])("property: %s", async (word) => {
  const ranges = await archive.highlighter(word, { exact: true });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join(" ");
      const expected = tokenize(text).flatMap((token) =>
        token.word === word ? [[token.start, token.end]] : [],
      );
      expect(ranges(text)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

/** A matcher of words, each the only one that answers its place in the phrase. */
const phraseOf = (words: readonly string[]): TermMatcher =>
  new TermMatcher(
    new Snapshot([]),
    words.join(" "),
    words.map((one) => [{ word: one, kind: "exact", distance: 0, terms: [], documents: 1 }]),
    "any",
    () => [],
    1,
  );

test("property: a word of a phrase is marked where the phrase stands, overlapping ones too", () => {
  const word = fc.constantFrom("a", "b", "c");
  const words = fc.array(word, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), fc.array(word), (phrases, text) => {
      const isMarked = text.map((_, i) =>
        phrases.some((phrase) =>
          phrase.some((_, slot) => phrase.every((one, n) => text[i - slot + n] === one)),
        ),
      );
      const ranges = new Highlighter(phrases.map(phraseOf)).ranges(text.join(" "));
      expect(ranges).toEqual(text.flatMap((_, i) => (isMarked[i] ? [[i * 2, i * 2 + 1]] : [])));
    }),
    { numRuns: 1_000 },
  );
});

test("a phrase of a thousand words in a text of them is marked in no time", async () => {
  const highlighter = new Highlighter([phraseOf(Array.from({ length: 1_000 }, () => "a"))]);
  const text = "a ".repeat(5_000);
  // Two hundred times that before, and with each word of the phrase more so.
  expect(await cpuTime(() => expect(highlighter.ranges(text)).toHaveLength(5_000))).toBeLessThan(2_000);
});
