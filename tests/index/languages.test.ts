/** An archive of more languages than a number has bits: each keeps its stems. */
import { expect, test } from "vitest";
import { parseDispatch } from "../../src/corpus/dispatch/parse.js";
import { titleOf } from "../../src/corpus/title.js";
import { SegmentBuilder } from "../../src/index/build/segment-builder.js";
import { lexicon } from "../../src/index/build/term-analyzer.js";
import { Segment } from "../../src/index/read/segment.js";
import { MemorySource } from "../../src/index/read/source.js";
import { builderSource } from "./source-of.js";

const OTHERS = Array.from({ length: 60 }, (_, i) => `x${i.toString(36)}`);
const TEXTS: [language: string, word: string, key: string][] = [
  ["en", "elections", "en:elect"],
  ["ru", "выборами", "ru:выбор"],
  ["de", "wahlen", "de:wahl"],
];

function builderOf(): SegmentBuilder {
  const builder = new SegmentBuilder(false);
  builder.openFile({ root: 0, relativePath: "a.jsonl", size: 1, mtimeMs: 1, ctimeMs: 1, inode: 1 });
  const add = (id: string, language: string | null, text: string): void => {
    const dispatch = parseDispatch(text);
    const { title, titleFrom } = titleOf(dispatch);
    builder.add(builderSource({ dispatch, id, language, title, titleFrom }));
  };
  for (const language of OTHERS) add(language, language, "elections выборами wahlen zzz");
  for (const [language, word] of TEXTS) add(language, language, `${word} of it`);
  add("none", null, "elections");
  return builder;
}

test.each([
  ["stored", () => new Segment(new MemorySource(builderOf().finish(lexicon)))],
  ["in memory", () => builderOf().finishInMemory(lexicon)],
])("%s: the words of the last language have stems, those of languages without none", (_, make) => {
  const segment = make();
  for (const [, word, key] of TEXTS) expect(segment.withStem(key).map((term) => term.word)).toEqual([word]);
  expect(segment.withStem("de:elect")).toEqual([]);
  expect(segment.languages).toHaveLength(OTHERS.length + TEXTS.length);
});
