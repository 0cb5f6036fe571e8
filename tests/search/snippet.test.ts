/** What is marked in a text is what its words are in the vocabulary, however they are written. */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Archive } from "../../src/index.js";
import { tokenize } from "../../src/text/tokenize.js";
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
  const ranges = await archive.marker(word, { exact: true });
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
