/** The stored index looked after by a program: built, described, removed. */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clearIndex, indexStatus, openArchive, updateIndex } from "../../src/index.js";
import { archiveOf, folder } from "../cli/tool.js";

test("an index is built, described, updated and removed", async () => {
  const dir = archiveOf({ "1.txt": "The harvest of grain rose.", "0.txt": "" });
  const where = { dir: [dir], cache: join(folder(), "cache") };
  expect(await indexStatus(where)).toBeNull();
  expect(await clearIndex(where)).toBe(false);
  // What was written a moment ago is looked at twice.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const told: [number, number][] = [];
  const report = await updateIndex({ ...where, onProgress: (done, total) => told.push([done, total]) });
  expect(report).toMatchObject({ outcome: "built", articles: 1, files: 2, read: 2, dropped: 0 });
  expect(report.warnings.map(({ message }) => message)).toEqual(["is empty"]);
  expect(told.at(-1)?.[0]).toBe(26);
  expect(await indexStatus(where)).toMatchObject({
    folder: report.folder,
    articles: 1,
    bytes: report.bytes,
    changed: 0,
  });
  writeFileSync(join(dir, "3.txt"), "The port was closed.");
  expect(await indexStatus(where)).toMatchObject({ changed: 1 });
  expect(await updateIndex(where)).toMatchObject({ outcome: "updated", articles: 2, read: 1 });
  expect(await updateIndex({ ...where, rebuild: true })).toMatchObject({ outcome: "built", articles: 2 });
  expect(await clearIndex(where)).toBe(true);
  expect(existsSync(report.folder ?? "")).toBe(false);
  expect(await clearIndex(where)).toBe(false);
});

test("the index of a small archive is stored by its first question, and read by the next", async () => {
  const [dir, cache] = [archiveOf({ "1.txt": "The harvest of grain rose." }), archiveOf({})];
  const where = { dir, cache };
  // What was written a moment ago is looked at twice.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const articles = await openArchive(where).then(async (archive) => {
    const found = await archive.list();
    await archive.close();
    return found;
  });
  expect(await indexStatus(where)).toMatchObject({ articles: 1, changed: 0 });
  const again = await openArchive(where);
  expect(await again.list()).toEqual(articles);
  await again.close();
  for (const folder of [dir, cache]) rmSync(folder, { recursive: true });
});

test.skipIf(process.platform !== "linux")(
  "a cache that can't be used is named of a small archive only where the call is about the index",
  async () => {
    const dir = archiveOf({ "1.txt": "The harvest of grain rose." });
    const where = { dir: join(dir, "1.txt"), cache: "/proc/azertac" };
    const archive = await openArchive(where);
    expect(archive.warnings).toEqual([]);
    expect(await archive.list()).toHaveLength(1);
    await archive.close();
    const { warnings } = await updateIndex(where);
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining("cannot keep an index")]);
    rmSync(dir, { recursive: true });
  },
);

test("without a cache nothing is stored, described or removed", async () => {
  const dir = archiveOf({ "1.txt": "The harvest of grain rose." });
  const where = { dir, cache: false } as const;
  expect(await updateIndex(where)).toMatchObject({ outcome: "memory", folder: null, bytes: 0, articles: 1 });
  expect(await indexStatus(where)).toBeNull();
  expect(await clearIndex(where)).toBe(false);
  rmSync(dir, { recursive: true });
});
