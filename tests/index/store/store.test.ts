/** The stored index: the answer is that of the files, whatever happens to them or to it. */
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openArchive } from "../../../src/index.js";
import { answers, article, fileName, freshAnswers, LIBRARY, makeArchive, storedAnswers } from "./stored.js";

const made = makeArchive();
const { dir, cache } = made;
afterAll(() => rmSync(made.root, { recursive: true, force: true }));

/** The folder of the one index in the cache. */
function indexFolder(): string {
  const [name = ""] = readdirSync(cache);
  return join(cache, name);
}

async function expectFresh(): Promise<string[]> {
  const { text, warnings } = await storedAnswers(dir, cache);
  expect(text).toBe(await freshAnswers(dir));
  return warnings;
}

beforeAll(async () => {
  // What was written a moment ago is looked at twice.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await expectFresh()).toEqual([]);
});

test("the index is private to its user, and a later call uses it", async () => {
  expect(statSync(cache).mode & 0o777).toBe(0o700);
  expect(statSync(indexFolder()).mode & 0o777).toBe(0o700);
  const before = readFileSync(join(indexFolder(), "manifest"));
  expect(await expectFresh()).toEqual([]);
  expect(readFileSync(join(indexFolder(), "manifest")).equals(before)).toBe(true);
});

test("an added, an edited, a renamed and a removed file are seen by the very next call", async () => {
  writeFileSync(join(dir, "0", fileName(1000)), article(1000));
  await expectFresh();
  writeFileSync(join(dir, "1", fileName(60)), article(1001));
  await expectFresh();
  renameSync(join(dir, "2", fileName(100)), join(dir, "2", fileName(1002)));
  await expectFresh();
  rmSync(join(dir, "3", fileName(150)));
  await expectFresh();
});

test("new, moved and removed folders are seen", async () => {
  mkdirSync(join(dir, "new/inner"), { recursive: true });
  writeFileSync(join(dir, "new/inner", fileName(1003)), article(1003));
  await expectFresh();
  renameSync(join(dir, "new"), join(dir, "0/moved"));
  await expectFresh();
  rmSync(join(dir, "0/moved"), { recursive: true });
  await expectFresh();
});

test("many small changes are merged into few segments, and nothing is left behind", async () => {
  for (let i = 0; i < 15; i++) {
    writeFileSync(join(dir, "4", fileName(2000 + i)), article(2000 + i));
    await storedAnswers(dir, cache);
  }
  await expectFresh();
  const segments = readdirSync(indexFolder()).filter((name) => name.endsWith(".segment"));
  expect(segments.length).toBeLessThanOrEqual(8);
});

test("two edits of one size within one clock tick leave no stale hit", async () => {
  const path = join(dir, "5", fileName(250));
  for (const word of ["zebrax", "zebray", "zebraz"]) {
    writeFileSync(path, `Some headline\n\nThe ${word} was seen in the harbour by the keeper.\n`);
    const archive = await openArchive({ dir, cache });
    const { hits } = await archive.search(word, { exact: true });
    expect(hits.map(({ snippets }) => snippets[0]?.text)).toEqual([
      `The ${word} was seen in the harbour by the keeper.`,
    ]);
    await archive.close();
  }
});

test("a restored backup, older than what was read, is seen", async () => {
  const path = join(dir, "5", fileName(251));
  writeFileSync(path, article(3000));
  utimesSync(path, new Date(2001, 1, 1), new Date(2001, 1, 1));
  await expectFresh();
});

test("an open archive is the same until it is refreshed", async () => {
  const archive = await openArchive({ dir, cache });
  const path = join(dir, "6", fileName(300));
  const { size } = archive;
  const before = (await archive.search("orchestra")).total;
  writeFileSync(path, "Another headline\n\nA rewritten text about the observatory stands here.\n");
  writeFileSync(join(dir, "6", "added.txt"), "A headline\n\nThe observatory was opened.\n");
  expect((await archive.search("observatory")).total).toBe(0);
  expect((await archive.search("orchestra")).total).toBe(before);
  expect(archive.size).toBe(size);
  await archive.refresh();
  expect((await archive.search("observatory")).total).toBe(2);
  expect(archive.size).toBe(size + 1);
  rmSync(path);
  rmSync(join(dir, "6", "added.txt"));
  expect((await archive.search("observatory")).total).toBe(2);
  await archive.refresh();
  expect((await archive.search("observatory")).total).toBe(0);
  await archive.close();
});

test("the text of a file that was edited is shown as it is now, that of a line that is gone is an error", async () => {
  const other = makeArchive(1);
  const single = join(other.dir, "0", fileName(0));
  const lines = join(other.dir, "all.jsonl");
  const line = (id: string, word: string): string =>
    `${JSON.stringify({ id, text: `The keeper saw the ${word} from the tower.` })}\n`;
  writeFileSync(lines, line("a", "frigate") + line("b", "sloop"));
  const archive = await openArchive({ dir: other.dir, cache: other.cache });
  writeFileSync(single, "Another headline\n\nA rewritten text.\n");
  expect(await archive.get("0")).toMatchObject({
    title: "Another headline",
    body: ["A rewritten text."],
    words: 5,
  });
  writeFileSync(lines, line("a", "frigate") + line("b", "sloop") + line("c", "brig"));
  expect((await archive.get("b"))?.body).toEqual(["The keeper saw the sloop from the tower."]);
  const [hit] = (await archive.search("frigate")).hits;
  expect(hit?.snippets[0]?.text).toContain("frigate");
  writeFileSync(lines, line("d", "schooner, a long one,"));
  await expect(archive.get("b")).rejects.toMatchObject({ code: "STALE", path: lines });
  expect((await archive.search("frigate")).hits).toMatchObject([{ id: "a", snippets: [] }]);
  await archive.refresh();
  expect(await archive.get("b")).toBeNull();
  expect((await archive.search("schooner")).hits[0]?.snippets[0]?.text).toContain("schooner");
  await archive.close();
  rmSync(other.root, { recursive: true });
});

test("an archive that is open reads the file that is there where its index turns out damaged", async () => {
  const other = makeArchive(1);
  const path = join(other.dir, "all.jsonl");
  // Long enough that not all of the index has been read by the first search.
  const write = (to: string, ship: string): void => {
    const line = (i: number): string =>
      JSON.stringify({ id: `r${i}`, text: `${article(i)}\nThe ${ship.repeat(1 + (i % 3))}sailed.\n` });
    writeFileSync(to, Array.from({ length: 1500 }, (_, i) => `${line(i)}\n`).join(""));
  };
  write(path, "frigate ");
  const archive = await openArchive({ dir: other.dir, cache: other.cache });
  expect((await archive.search("name5")).total).toBeGreaterThan(0);
  write(`${path}.new`, "schooner ");
  renameSync(`${path}.new`, path);
  // What was written a moment ago is looked at twice, which would read it anew too.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const [folder = ""] = readdirSync(other.cache);
  for (const name of readdirSync(join(other.cache, folder)).filter((one) => one.endsWith(".segment"))) {
    const segment = join(other.cache, folder, name);
    writeFileSync(segment, Buffer.alloc(statSync(segment).size), { flag: "r+" });
  }
  const { hits } = await archive.search("orchestra grain");
  expect(hits).toHaveLength(10);
  for (const { id, snippets } of hits) {
    expect(snippets[0]?.text).toMatch(/orchestra|grain/i);
    expect((await archive.get(id))?.body.join()).toContain("schooner");
  }
  await archive.close();
  rmSync(other.root, { recursive: true });
});

test("a warning about a file is given again by every call, and is gone with its cause", async () => {
  const path = join(dir, "6", "empty.txt");
  writeFileSync(path, "");
  for (let i = 0; i < 2; i++) expect((await storedAnswers(dir, cache)).warnings).toEqual(["is empty"]);
  writeFileSync(path, article(4000));
  expect((await storedAnswers(dir, cache)).warnings).toEqual([]);
  rmSync(path);
  await expectFresh();
});

test("an index of another version or of another archive is built anew", async () => {
  const manifest = join(indexFolder(), "manifest");
  const good = readFileSync(manifest);
  for (const bad of [
    "",
    "azertac-index 999 0 0\n",
    "SQLite format 3\u0000",
    good.toString("latin1").replace("azertac", "aXertac"),
  ]) {
    writeFileSync(manifest, bad, "latin1");
    expect((await expectFresh()).length).toBeLessThanOrEqual(1);
    expect(await expectFresh()).toEqual([]);
  }
});

test("a cache that can't be made, written or trusted costs one warning and no answer", async () => {
  const fresh = await freshAnswers(dir);
  const link = join(made.root, "link");
  symlinkSync(made.root, link);
  const file = join(made.root, "file");
  writeFileSync(file, "");
  const open = join(made.root, "open");
  mkdirSync(open);
  await storedAnswers(dir, open);
  const [name = ""] = readdirSync(open);
  chmodSync(join(open, name), 0o755);
  for (const [place, says] of [
    [link, "is a symbolic link"],
    [file, "is not a folder"],
    [join(file, "below"), "cannot keep an index"],
    [open, "is open to other users"],
    ["/proc/azertac", "cannot keep an index"],
  ]) {
    const { text, warnings } = await storedAnswers(dir, place ?? "");
    expect(text).toBe(fresh);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(says);
  }
});

test("a JSONL file that grows, shrinks or is replaced is read again", async () => {
  const other = makeArchive(1);
  const path = join(other.dir, "all.jsonl");
  const lines = (from: number, count: number): string =>
    Array.from(
      { length: count },
      (_, i) => `${JSON.stringify({ id: `r${from + i}`, text: article(from + i) })}\n`,
    ).join("");
  for (const text of [lines(0, 500), lines(0, 510), lines(100, 400), "", lines(5, 500)]) {
    writeFileSync(path, text);
    const { text: stored } = await storedAnswers(other.dir, other.cache);
    expect(stored).toBe(await freshAnswers(other.dir));
  }
  rmSync(other.root, { recursive: true });
});

test("archives over the size of a batch are built in threads and answer alike", async () => {
  const other = makeArchive(1);
  const lines = Array.from(
    { length: 9000 },
    (_, i) => `${JSON.stringify({ id: `r${i}`, text: article(i) })}\n`,
  );
  writeFileSync(join(other.dir, "all.jsonl"), lines.join(""));
  const built: typeof import("../../../src/index.js") = await import(LIBRARY);
  const stored = await built.openArchive({ dir: other.dir, cache: other.cache });
  const fresh = await openArchive({ dir: other.dir, cache: false });
  expect(await answers(stored)).toBe(await answers(fresh));
  const [name = ""] = readdirSync(other.cache);
  expect(readdirSync(join(other.cache, name)).filter((one) => one !== "manifest")).toHaveLength(1);
  await stored.close();
  await fresh.close();
  rmSync(other.root, { recursive: true });
});
