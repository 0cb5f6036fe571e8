/** Segments made one are the same as a segment made at once. */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readFiles } from "../../../src/index/build/batch.js";
import type { InputFile } from "../../../src/index/build/input-file.js";
import { mergeSegments } from "../../../src/index/build/merge.js";
import { lexicon } from "../../../src/index/build/term-analyzer.js";
import { CorruptIndexError } from "../../../src/index/format/bytes.js";
import { Segment, termOf } from "../../../src/index/read/segment.js";
import { FileSource, MemorySource, SegmentFileWriter } from "../../../src/index/read/source.js";
import { inputFile } from "../input-file.js";
import { article, fileName } from "../store/stored.js";

const root = mkdtempSync(join(tmpdir(), "azertac-merge-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const others = [
  " date 2025-01-02 Bakı, 2 yanvar, AZƏRTAC\n\nPrezident İlham Əliyev Gəncədə məktəbin açılışında iştirak edib.\n",
  "Министр иностранных дел посетил Баку. Переговоры прошли в столице.\n",
  "阿塞拜疆通讯社报道。\n",
];

function files(): InputFile[] {
  const texts = [...Array.from({ length: 90 }, (_, i) => article(i)), ...others];
  const single = texts.map((text, i) => {
    const path = join(root, fileName(i));
    writeFileSync(path, text);
    return inputFile(root, fileName(i));
  });
  const lines = texts.map((text, i) => `${JSON.stringify({ id: `line${i}`, text })}\n`);
  const path = join(root, "lines.jsonl");
  writeFileSync(path, lines.join(""));
  return [...single, inputFile(root, "lines.jsonl")];
}

/** All that a segment holds. */
function contents(segment: Segment): unknown {
  const words = [...segment.allWords()].map((entry) => {
    const term = termOf(entry);
    const postings = segment.postings(term);
    const { positions } = segment.positions(term, segment.chosenPostings(term, postings.documents));
    return [term.word, term.ordinal, Object.values(postings).map(String), String(positions)];
  });
  const like: string[] = [];
  segment.wordsLike("ministr", 2, "", ({ key }) => like.push(key));
  const keys = (["stems", "spellings", "names"] as const).map((name) =>
    [...segment.allKeys(name)].map(({ key, value }) => [key, [...value.raw(value.end - value.at)]]),
  );
  const records = Array.from({ length: segment.articleCount }, (_, i) => segment.record(i));
  const columns = (["days", "lengths", "places", "agencies", "languages"] as const).map((name) => [
    ...segment.column(name),
  ]);
  const norms = [...segment.norms()];
  const { articleCount, wordCount, values } = segment;
  return {
    words,
    like,
    keys,
    records,
    columns,
    norms,
    // Files of this moment have no time that could be trusted: see safeStamp.
    files: [...segment.keyedFiles()].map(({ key, file }) => [key, { ...file, mtimeMs: 0 }]),
    newest: [...segment.newest()],
    languages: [...segment.languages].sort(),
    values,
    articleCount,
    wordCount,
  };
}

async function segmentOf(list: readonly InputFile[]): Promise<Segment> {
  const { builder } = await readFiles(list, () => {}, true);
  return new Segment(new MemorySource(builder.finish(lexicon)));
}

/** As the build does it: the merged segment is written to a file and read back. */
function merged(segments: readonly Segment[]): { segment: Segment; bytes: number } {
  const path = join(root, "merged.segment");
  const descriptor = openSync(path, "w");
  const writer = new SegmentFileWriter(descriptor);
  const { checksum, bytes } = writer.finish(mergeSegments(segments, writer));
  closeSync(descriptor);
  return { segment: new Segment(FileSource.open(path, checksum)), bytes };
}

test("one of three is as one built at once, a file's parts in two of them included", async () => {
  const all = files();
  const lines = all.at(-1);
  if (!lines) throw new Error("no lines");
  const cut = Math.floor(readFileSync(lines.path).length / 2);
  const parts = [
    await segmentOf(all.slice(0, 40)),
    await segmentOf([...all.slice(40, -1), { ...lines, range: { start: 0, end: cut } } as InputFile]),
    await segmentOf([{ ...lines, range: { start: cut, end: 1e9 } } as InputFile]),
  ];
  const { segment, bytes } = merged(parts);
  expect(contents(segment)).toEqual(contents(await segmentOf(all)));
  expect(bytes).toBe(readFileSync(join(root, "merged.segment")).length);
  segment.close();
});

test("the norms of some articles are those of all, few or many, asked for once or again", async () => {
  const { segment } = merged([await segmentOf(files())]);
  const norms = (await segmentOf(files())).norms();
  const every = Uint32Array.from(norms, (_, i) => i);
  for (const some of [
    every.subarray(7, 8),
    every,
    every.filter((i) => i % 3 === 1),
    every.subarray(0, 0),
    every.subarray(50, 51),
  ])
    expect([...segment.normsOf(some)]).toEqual([...some].map((i) => norms[i]));
  segment.close();
});

test("empty segments add nothing", async () => {
  const all = files().slice(0, 5);
  const { segment } = merged([await segmentOf([]), await segmentOf(all), await segmentOf([])]);
  expect(contents(segment)).toEqual(contents(await segmentOf(all)));
  segment.close();
});

test("a segment file larger than what is gathered before writing is read back whole", async () => {
  const path = join(root, "large");
  const descriptor = openSync(path, "w");
  const writer = new SegmentFileWriter(descriptor);
  const pieces = Array.from({ length: 90 }, (_, i) => new Uint8Array(40_001).fill(i));
  for (const piece of pieces) writer.append(piece);
  const { checksum } = writer.finish(Uint8Array.of(7, 7));
  closeSync(descriptor);
  const source = FileSource.open(path, checksum, true);
  const expected = Buffer.concat(pieces);
  expected.set([7, 7]);
  expect(source.size).toBe(expected.length);
  expect(Buffer.from(source.read(0, source.size)).equals(expected)).toBe(true);
  expect(Buffer.from(source.read(2_000_000, 10)).equals(expected.subarray(2_000_000, 2_000_010))).toBe(true);
  const memory = new MemorySource(expected);
  for (const offset of [0, 70_000, 2_000_000, source.size - 1]) {
    const { start, bytes } = source.readBlock(offset);
    expect(start <= offset && offset < start + bytes.length).toBe(true);
    expect(Buffer.from(bytes).equals(expected.subarray(start, start + bytes.length))).toBe(true);
    expect(Buffer.from(memory.readBlock(offset).bytes).equals(bytes)).toBe(true);
  }
  expect(() => source.readBlock(source.size)).toThrow(CorruptIndexError);
  source.close();
});
