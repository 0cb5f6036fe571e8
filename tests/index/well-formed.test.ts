/** Half of a surrogate pair in any field of a record: every article is found, and none gets another's place or agency. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadLines } from "../../src/formats/records/record-reader.js";
import { addFile } from "../../src/index/build/ingest.js";
import { SegmentBuilder } from "../../src/index/build/segment-builder.js";
import { lexicon } from "../../src/index/build/term-analyzer.js";
import { Ids, sharedIds } from "../../src/index/read/ids.js";
import { Segment } from "../../src/index/read/segment.js";
import { Snapshot } from "../../src/index/read/snapshot.js";
import { MemorySource } from "../../src/index/read/source.js";
import { openArchive } from "../../src/index.js";
import { inputFile } from "./input-file.js";

const folder = mkdtempSync(join(tmpdir(), "azertac-halves-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Line {
  id: string;
  place: string;
  agency: string;
  title: string;
  text: string;
}

/** Letters, halves, pairs beyond the BMP, and what UTF-16 sorts behind pairs though UTF-8 does not. */
const unit = fc.constantFrom(
  "z",
  "\ud800",
  "\ud83d",
  "\udc00",
  "\udfff",
  "😀",
  "😁",
  "𠀀",
  "\uffff",
  "\ufffd",
  "\ue000",
  "中",
  "-2",
);
const word = fc.string({ unit, minLength: 1, maxLength: 4 });
const line = fc.record({ id: word, place: word, agency: word, title: word, text: word });

function writeLines(lines: readonly Line[]): string {
  const path = join(folder, "a.jsonl");
  writeFileSync(path, lines.map((one) => `${JSON.stringify(one)}\n`).join(""));
  return path;
}

function builderOf(path: string): SegmentBuilder {
  const builder = new SegmentBuilder(false);
  const fail = (_: string, message: string): never => expect.fail(message);
  addFile(builder, inputFile(dirname(path), basename(path)), fail, () => {});
  return builder;
}

beforeAll(loadLines);

describe.each([
  ["stored", (path: string) => new Segment(new MemorySource(builderOf(path).finish(lexicon)))],
  ["in memory", (path: string) => builderOf(path).finishInMemory(lexicon)],
])("%s", (_, make) => {
  test("property: each record has its own fields, and its id leads to it", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const segment = make(writeLines(lines));
        const snapshot = new Snapshot([{ segment, deleted: null }]);
        const ids = new Ids(
          snapshot,
          sharedIds(snapshot, () => "a.jsonl"),
        );
        const known = lines.map((one, i) => ids.idOf(i, one.id.trim().toWellFormed()));
        expect(new Set(known).size).toBe(lines.length);
        lines.forEach(({ place, agency, title, id }, i) => {
          const record = segment.record(i);
          expect(record).toMatchObject({
            id: id.toWellFormed(),
            place: place.toWellFormed(),
            agency: agency.toWellFormed(),
            title: title.toWellFormed(),
          });
          expect(segment.values[segment.column("places")[i] ?? 0]).toBe(record.place);
          expect(segment.values[segment.column("agencies")[i] ?? 0]).toBe(record.agency);
          expect(ids.find(known[i] ?? "", 1)).toEqual([i]);
        });
        // What is typed is read as the records are: of those that share it, the first has it.
        const [first] = lines;
        if (first) expect(ids.find(first.id, 1)).toEqual([0]);
      }),
      { numRuns: 300 },
    );
  });
});

test("what is typed may have halves: ids, queries and filters", async () => {
  const path = writeLines([
    { id: "\ud800", place: "\ud83d", agency: "TASS", title: "One", text: "Alpha." },
    { id: "\ud801", place: "Baku", agency: "\udc00", title: "Two", text: "Beta \ud800gamma." },
    { id: "😀", place: "😀", agency: "AFP", title: "Three", text: "Gamma \udc00." },
  ]);
  const archive = await openArchive({ dir: path, cache: false });
  const ids = async (query: string): Promise<string[]> =>
    (await archive.search(query)).hits.map(({ id }) => id);
  expect((await archive.get("😀"))?.title).toBe("Three");
  expect((await archive.get("\ud900"))?.title).toBe("One");
  expect(new Set(await ids("gamma\ud800"))).toEqual(new Set(["\ufffd-2", "😀"]));
  expect(await ids("id:\ud901")).toEqual(["\ufffd", "\ufffd-2"]);
  expect(archive.warnings).toHaveLength(1);
  archive.close();
});

test("a flash is an article with its headline, and can be searched, listed and shown", async () => {
  const path = join(folder, "b.jsonl");
  writeFileSync(path, '{"id":"f","title":"Ships collide off northern cape"}\n{"id":"n"}\n');
  const archive = await openArchive({ dir: path, cache: false });
  expect(await archive.get("f")).toMatchObject({
    title: "Ships collide off northern cape",
    titleFrom: "headline",
    paragraphs: 0,
    words: 5,
    body: [],
  });
  expect((await archive.search("ships collide")).total).toBe(1);
  expect(archive.warnings).toHaveLength(1);
  archive.close();
});
