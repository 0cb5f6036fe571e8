/** The error classes of the library: exported, named, and with a code that programs can test for. */
import { mkdirSync, readdirSync, statSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as library from "../../src/index.js";
import { archiveOf, folder } from "../cli/tool.js";
import { archiveOfLines } from "../search/archive-of.js";

const {
  AmbiguousIdError,
  ArchiveError,
  CacheError,
  ClosedError,
  CorruptIndexError,
  DateError,
  QueryError,
  MemoryLimitError,
  StaleError,
} = library;
const CLASSES = {
  AmbiguousIdError,
  ArchiveError,
  CacheError,
  ClosedError,
  CorruptIndexError,
  DateError,
  QueryError,
  MemoryLimitError,
  StaleError,
};
const CODES: Record<keyof typeof CLASSES, string> = {
  ArchiveError: "ARCHIVE",
  AmbiguousIdError: "AMBIGUOUS_ID",
  QueryError: "QUERY",
  DateError: "DATE",
  CacheError: "CACHE",
  CorruptIndexError: "CORRUPT_INDEX",
  ClosedError: "CLOSED",
  StaleError: "STALE",
  MemoryLimitError: "MEMORY_LIMIT",
};

/** What a promise is rejected with. */
const errorOf = (given: Promise<unknown>): Promise<unknown> =>
  given.then(
    () => null,
    (error: unknown) => error,
  );

function expectError(error: unknown, name: keyof typeof CLASSES): void {
  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(CLASSES[name]);
  expect(error).toMatchObject({ name, code: CODES[name] });
}

test("each exported error class has a code, and no other has", () => {
  const classes = Object.entries(library).filter(([name]) => /^[A-Z]/.test(name));
  expect(classes.map(([name]) => name).sort()).toEqual(Object.keys(CODES).sort());
  expect(new Set(Object.values(CODES)).size).toBe(Object.keys(CODES).length);
});

test("ArchiveError: a path that does not exist", async () => {
  const dir = join(folder(), "missing");
  for (const call of [library.openArchive, library.updateIndex, library.indexStatus, library.clearIndex])
    expectError(await errorOf(call({ dir, cache: join(folder(), "cache") })), "ArchiveError");
});

test("AmbiguousIdError: several articles match", async () => {
  const archive = await archiveOfLines([
    { id: "aa1", text: "One text." },
    { id: "aa2", text: "Another text." },
  ]);
  for (const ask of [() => archive.get("aa"), () => archive.summarize("aa"), () => archive.related("aa")]) {
    const error = await errorOf(ask());
    expectError(error, "AmbiguousIdError");
    expect(error).toMatchObject({ typed: "aa", total: 2, candidates: [{ id: "aa1" }, { id: "aa2" }] });
  }
  await archive.close();
});

test("QueryError and DateError", async () => {
  const archive = await archiveOfLines([{ id: "a", text: "One text." }]);
  for (const ask of [
    () => archive.search('"x'),
    () => archive.suggest('"x'),
    () => archive.highlighter('"x'),
    () => archive.summarize("a", { query: '"x' }),
    () => archive.summarizeSearch('"x'),
    () => archive.timeline('"x'),
    () => archive.stats('"x'),
  ])
    expectError(await errorOf(ask()), "QueryError");
  expect(await errorOf(archive.search('oil "x'))).toMatchObject({ query: 'oil "x', at: 4 });
  // A date in a query is part of what can't be read there.
  expectError(await errorOf(archive.search("date:soon")), "QueryError");
  for (const ask of [
    () => archive.list({ since: "soon" }),
    () => archive.search("x", { until: "soon" }),
    () => archive.suggest("x", { until: "soon" }),
    () => archive.summarizeSearch("x", { since: "soon" }),
    () => archive.related("a", { since: "soon" }),
    () => archive.timeline(null, { since: "soon" }),
    () => archive.stats("x", { since: "soon" }),
  ]) {
    const error = await errorOf(ask());
    expectError(error, "DateError");
    expect(error).toMatchObject({ input: "soon" });
  }
  await archive.close();
});

test("CacheError: a cache folder that is not safe to use", async () => {
  const target = join(folder(), "target");
  mkdirSync(target);
  const cache = join(folder(), "link");
  symlinkSync(target, cache);
  const dir = archiveOf({ "1.txt": "One text." });
  expectError(await errorOf(library.indexStatus({ dir, cache })), "CacheError");
  expectError(await errorOf(library.clearIndex({ dir, cache })), "CacheError");
});

test("CorruptIndexError: a stored index that is damaged", async () => {
  const cache = join(folder(), "cache");
  const dir = archiveOf({ "1.txt": "One text." });
  const { folder: index } = await library.updateIndex({ dir, cache });
  const segment = readdirSync(index ?? "").find((name) => name.endsWith(".segment")) ?? "";
  const path = join(index ?? "", segment);
  truncateSync(path, statSync(path).size - 1);
  expectError(await errorOf(library.indexStatus({ dir, cache })), "CorruptIndexError");
});

test("ClosedError and StaleError say what happened, and to what", () => {
  expectError(new library.ClosedError(), "ClosedError");
  const stale = new library.StaleError("wire/1.txt");
  expectError(stale, "StaleError");
  expect(stale).toMatchObject({
    path: "wire/1.txt",
    message: "wire/1.txt has changed since the archive was read; call refresh()",
  });
});
