/** A builder's memory has addresses of 32 bits: no batch has more text than it has room for. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { batches } from "../../../src/index/build/batch.js";
import { type InputFile, totalSize } from "../../../src/index/build/input-file.js";
import { inputFile } from "../input-file.js";

const root = mkdtempSync(join(tmpdir(), "azertac-batch-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A file of so many bytes, none of which are on the disk. */
function sparse(name: string, size: number): InputFile {
  const path = join(root, name);
  writeFileSync(path, "");
  truncateSync(path, size);
  return inputFile(root, name);
}

test.each([1, 2])("a large file is cut, small ones come together, for %i workers", (workers) => {
  const most = 128 * 1024 * 1024;
  const size = 5 * most + 7;
  const files = [sparse("a.txt", 10), sparse("b.jsonl", size), sparse("c.txt", 1000)];
  const parts = batches(files, workers);
  expect(totalSize(files)).toBe(size + 1010);
  expect(parts.length).toBe(6);
  const ranges = parts.flat().flatMap(({ range }) => range ?? []);
  for (const { start, end } of ranges) expect(end - start).toBeLessThanOrEqual(most);
  expect(ranges.map(({ start }) => start)).toEqual([0, ...ranges.slice(0, -1).map(({ end }) => end)]);
  expect(ranges.at(-1)?.end).toBe(size);
  expect(new Set(parts.flat().map(({ relativePath }) => relativePath))).toEqual(
    new Set(["a.txt", "b.jsonl", "c.txt"]),
  );
});

test("regression M7: any number of empty files is one batch", () => {
  const files = Array.from({ length: 300 }, (_, i) => sparse(`empty${i}.txt`, 0));
  expect(batches(files, 2)).toHaveLength(1);
});
