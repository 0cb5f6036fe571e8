/** Files that hold files, read in parts: the parts have the same articles as the whole, in the same order. */
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addFile } from "../../../src/index/build/ingest.js";
import { SegmentBuilder } from "../../../src/index/build/segment-builder.js";
import { archiveOf } from "../../cli/tool.js";
import { zip } from "../../formats/archives.js";
import { inputFile } from "../input-file.js";

const text = (i: number): string => `Wheat of day ${i} was sold in the town.`;

async function idsIn(dir: string, name: string, range?: { start: number; end: number }): Promise<string[]> {
  const builder = new SegmentBuilder(false);
  await addFile(
    builder,
    inputFile(dir, name),
    () => {},
    () => {},
    range,
  );
  const segment = builder.finishInMemory(null);
  return Array.from({ length: segment.articleCount }, (_, i) => segment.record(i).id);
}

test.each([
  [
    "a.jsonl.gz",
    (n: number) =>
      gzipSync(
        Array.from({ length: n }, (_, i) => JSON.stringify({ id: `r${i}`, text: text(i) })).join("\n"),
      ),
  ],
  [
    "a.zip",
    (n: number) =>
      zip(Array.from({ length: n }, (_, i) => ({ name: `f${i}.txt`, bytes: Buffer.from(text(i)) }))),
  ],
] as const)("%s", async (name, make) => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
      async (n, cuts) => {
        const bytes = make(n);
        const dir = archiveOf({ [name]: bytes });
        const places = [
          0,
          ...cuts.map((cut) => Math.round(cut * bytes.length)).sort((a, b) => a - b),
          bytes.length,
        ];
        const found: string[] = [];
        for (const [i, start] of places.entries()) {
          const end = places[i + 1];
          if (end !== undefined && end > start) found.push(...(await idsIn(dir, name, { start, end })));
        }
        expect(found).toEqual(await idsIn(dir, name));
        expect(found).toHaveLength(n);
      },
    ),
    { numRuns: 25 },
  );
});
