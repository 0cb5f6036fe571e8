/** Keys made as they are asked for are those that a stored segment has. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFiles } from "../../../src/index/build/batch.js";
import { lexicon } from "../../../src/index/build/term-analyzer.js";
import { Segment } from "../../../src/index/read/segment.js";
import { MemorySource } from "../../../src/index/read/source.js";
import { stem, stemmingLanguages, stemStart } from "../../../src/text/stem/stem.js";
import { keyStarts, spellingKeys } from "../../../src/text/transliteration/transliteration.js";
import { inputFile } from "../input-file.js";

const folder = fileURLToPath(new URL("../../fixtures/dispatches", import.meta.url));
const files = readdirSync(folder)
  .sort()
  .map((name) => inputFile(folder, name));
const { builder } = await readFiles(files, () => {}, false);
const stored = new Segment(new MemorySource(builder.finish(lexicon)));
const inMemory = builder.finishInMemory(lexicon);

describe("a segment in memory finds the same words", () => {
  test.each(["stems", "spellings"] as const)("by their %s", (name) => {
    const keys = [...stored.allKeys(name)].map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(80);
    const find = name === "stems" ? "withStem" : "withSpelling";
    for (const key of keys) expect(inMemory[find](key)).toEqual(stored[find](key));
  });

  test("and none where there are none", () => {
    for (const key of ["en:zzz", "xx:", "", ":", "zzz"]) {
      expect(inMemory.withStem(key)).toEqual([]);
      expect(inMemory.withSpelling(key)).toEqual([]);
    }
  });
});

const names = readFileSync(new URL("../../fixtures/names.tsv", import.meta.url), "utf8").toLowerCase();
const vocabulary = [...stored.allWords()].map(({ key }) => key).concat(names.match(/[\p{L}'ʼ]+/gu) ?? []);
const anyWord = fc.oneof(
  fc.constantFrom(...vocabulary),
  fc.string({
    unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzəıöüçşğäßéñžčабвгдежзийклмнопрстуфхцчшщъыьэюяёіїўғ'"),
    minLength: 1,
    maxLength: 12,
  }),
);

test("keys of any word begin as its first letter says", () => {
  fc.assert(
    fc.property(anyWord, (word) => {
      for (const key of spellingKeys(word)) expect(keyStarts(word)).toContain(key[0]);
    }),
    { numRuns: 5000 },
  );
});

test("a word and its stem begin alike", () => {
  fc.assert(
    fc.property(anyWord, (word) => {
      // No word of a vocabulary begins so: see tokenize.ts.
      if (word.startsWith("'")) return;
      for (const language of stemmingLanguages(word))
        expect([language, stemStart(stem(word, language))]).toEqual([language, stemStart(word)]);
    }),
    { numRuns: 5000 },
  );
});
