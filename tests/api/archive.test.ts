/** The life of an open archive: questions, streaming, refreshing, closing. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Archive, ArchiveError, ClosedError, openArchive } from "../../src/index.js";
import { archiveOf, dispatch, folder } from "../cli/tool.js";
import { archiveOfLines } from "../search/archive-of.js";
import { collect, LINES, NAMES, QUESTIONS } from "./questions.js";

let archive: Archive;
beforeEach(async () => {
  archive = await archiveOfLines(LINES);
});
afterEach(() => archive.close());

const idsOf = (articles: readonly { id: string }[]): string[] => articles.map(({ id }) => id);

describe("questions", () => {
  test.each(NAMES)("%s gives a promise", async (name) => {
    const given: unknown = QUESTIONS[name](archive);
    expect(given).toBeInstanceOf(Promise);
    await given;
  });

  test("give what they gave", async () => {
    expect(idsOf(await archive.list())).toEqual(["c3", "b2", "a1"]);
    expect((await archive.get("a1"))?.body).toEqual(["The harvest of grain rose in May."]);
    expect(await archive.get("zebra")).toBeNull();
    expect((await archive.search("port boats")).total).toBe(2);
    expect((await archive.summarize("a1"))?.sentences).toEqual(["The harvest of grain rose in May."]);
    expect(await archive.summarize("zebra")).toBeNull();
    expect(await archive.related("zebra")).toBeNull();
    expect(await archive.values("place")).toEqual([
      { value: "Baku", count: 2 },
      { value: "Ganja", count: 1 },
    ]);
    expect((await archive.highlighter("boat"))("The boats")).toEqual([[4, 9]]);
  });

  test("a summary with a query prefers what answers it", async () => {
    const other = await archiveOfLines([
      { id: "x", text: "The harvest rose in May. The dog slept in the sun." },
    ]);
    expect((await other.summarize("x", { sentences: 1, query: "dog" }))?.sentences).toEqual([
      "The dog slept in the sun.",
    ]);
    await other.close();
  });

  test("size and warnings are values", async () => {
    expect(archive.size).toBe(3);
    expect(archive.warnings).toEqual([]);
    const other = await openArchive({ dir: archiveOf({ "a.txt": "A text.", "b.txt": "" }), cache: false });
    expect(other.warnings.map(({ message }) => message)).toEqual(["is empty"]);
    await other.close();
  });
});

describe("articles()", () => {
  test.each([
    {},
    { reverse: true },
    { sort: "title" },
    { sort: "words", limit: 2 },
    { place: "Baku", offset: 1 },
    { since: "2024-02", until: "2024-02" },
    { place: "Nowhere" },
  ] as const)("gives what list() gives, in its order: %j", async (options) => {
    expect(await collect(archive.articles(options))).toEqual(await archive.list(options));
  });

  test("ends where its loop is left, and may be begun again", async () => {
    for (let round = 0; round < 2; round++) {
      const seen: string[] = [];
      for await (const { id } of archive.articles()) {
        seen.push(id);
        if (seen.length === 2) break;
      }
      expect(seen).toEqual(["c3", "b2"]);
    }
  });

  test("may go on while other questions are asked", async () => {
    const seen: string[] = [];
    for await (const { id } of archive.articles()) {
      const { hits } = await archive.search("port");
      expect(idsOf(hits)).toContain("c3");
      seen.push(id);
    }
    expect(seen).toEqual(["c3", "b2", "a1"]);
  });

  test("makes no article before it is asked for", async () => {
    const many = await archiveOfLines(
      Array.from({ length: 500 }, (_, i) => ({ id: `r${i}`, text: `Ship number ${i} came to port.` })),
    );
    const articles = many.articles();
    await articles.next();
    await many.close();
    await expect(articles.next()).rejects.toThrow(ClosedError);
  });

  test("a date that is none rejects its first step", async () => {
    const articles = archive.articles({ since: "soon" });
    await expect(articles.next()).rejects.toMatchObject({ code: "DATE" });
  });
});

describe("refresh()", () => {
  const wire = (): string =>
    archiveOf({
      "1.txt": dispatch("2024-01-10", "Baku", "January 10", "The harvest of grain rose."),
      "2.txt": dispatch("2024-02-20", "Ganja", "February 20", "Boats of the fleet came in."),
    });

  /** Texts that are too long together to be kept in memory only. */
  function large(): string {
    const dir = wire();
    for (let i = 0; i < 8; i++)
      writeFileSync(
        join(dir, `long${i}.txt`),
        `Long text ${i}\n\n${"The river runs to the sea. ".repeat(2500)}\n`,
      );
    return dir;
  }

  describe.each([
    ["in memory", () => ({ dir: wire(), cache: false }) as const],
    ["small, with a cache", () => ({ dir: wire(), cache: join(folder(), "cache") })],
    ["with a stored index", () => ({ dir: large(), cache: join(folder(), "cache") })],
  ])("an archive %s", (_, options) => {
    test("takes in new, changed and removed files, and their warnings", async () => {
      const { dir, cache } = options();
      const opened = await openArchive({ dir, cache });
      const { size } = opened;
      // The words of the search are loaded, and what was read is held open.
      expect((await opened.search("fleet")).total).toBe(1);
      writeFileSync(join(dir, "3.txt"), dispatch("2024-03-01", "Baku", "March 1", "A zebra was seen."));
      writeFileSync(
        join(dir, "2.txt"),
        dispatch("2024-02-20", "Ganja", "February 20", "Ships of the navy came."),
      );
      rmSync(join(dir, "1.txt"));
      writeFileSync(join(dir, "4.txt"), "");
      expect(await opened.refresh()).toBeUndefined();
      expect(opened.size).toBe(size);
      expect((await opened.search("zebra", { exact: true })).total).toBe(1);
      expect((await opened.search("navy", { exact: true })).total).toBe(1);
      expect((await opened.search("fleet", { exact: true })).total).toBe(0);
      expect((await opened.search("harvest", { exact: true })).total).toBe(0);
      expect((await opened.get("2"))?.body).toEqual(["Ships of the navy came."]);
      expect((await opened.list({ limit: 1 })).map(({ title }) => title)).toEqual(["A zebra was seen."]);
      expect(opened.warnings.map(({ message }) => message)).toEqual(["is empty"]);
      await opened.close();
    });

    test("is as it was where nothing has changed", async () => {
      const opened = await openArchive(options());
      const before = [await opened.list(), await opened.search("fleet"), opened.warnings];
      await opened.refresh();
      expect([await opened.list(), await opened.search("fleet"), opened.warnings]).toEqual(before);
      await opened.close();
    });
  });

  test("rejects where the archive is gone, and works again once it is back", async () => {
    const dir = wire();
    const opened = await openArchive({ dir, cache: false });
    renameSync(dir, `${dir}-away`);
    await expect(opened.refresh()).rejects.toThrow(ArchiveError);
    expect(opened.size).toBe(2);
    renameSync(`${dir}-away`, dir);
    writeFileSync(join(dir, "3.txt"), dispatch("2024-03-01", "Baku", "March 1", "A zebra was seen."));
    await opened.refresh();
    expect(opened.size).toBe(3);
    await opened.close();
  });

  test("fills an archive that was empty", async () => {
    const dir = join(folder(), "wire");
    mkdirSync(dir);
    const opened = await openArchive({ dir, cache: false });
    expect((await opened.search("zebra")).total).toBe(0);
    writeFileSync(join(dir, "1.txt"), dispatch("2024-03-01", "Baku", "March 1", "A zebra was seen."));
    await opened.refresh();
    expect((await opened.search("zebra")).total).toBe(1);
    await opened.close();
  });
});

describe("close()", () => {
  test.each(NAMES)("%s rejects after it", async (name) => {
    await archive.close();
    await expect(QUESTIONS[name](archive)).rejects.toThrow(ClosedError);
    await expect(QUESTIONS[name](archive)).rejects.toMatchObject({
      code: "CLOSED",
      message: "the archive is closed",
    });
  });

  test("size and warnings throw after it", async () => {
    await archive.close();
    expect(() => archive.size).toThrow(ClosedError);
    expect(() => archive.warnings).toThrow(ClosedError);
  });

  test("wrong arguments are still said to be wrong after it", async () => {
    await archive.close();
    await expect(archive.list({ limit: -1 })).rejects.toThrow(RangeError);
  });

  test("twice is fine, and so is at once", async () => {
    await Promise.all([archive.close(), archive.close()]);
    expect(await archive.close()).toBeUndefined();
  });

  test.each(NAMES)("lets %s end that was running", async (name) => {
    const expected = JSON.stringify(await QUESTIONS[name](archive));
    const running = QUESTIONS[name](archive);
    if (name === "articles") {
      // Each of its steps is a call of its own.
      await archive.close();
      await expect(running).rejects.toThrow(ClosedError);
      return;
    }
    const closed = archive.close();
    expect(JSON.stringify(await running)).toBe(expected);
    await closed;
    await expect(QUESTIONS[name](archive)).rejects.toThrow(ClosedError);
  });

  test("does not wait for calls that are running", async () => {
    let ended = false;
    const running = archive.stats("port").then(() => {
      ended = true;
    });
    await archive.close();
    expect(ended).toBe(false);
    await running;
  });

  test("a highlighter still marks after it", async () => {
    const mark = await archive.highlighter('"of grain" boats');
    await archive.close();
    expect(mark("harvest of grain, boats")).toEqual([
      [8, 10],
      [11, 16],
      [18, 23],
    ]);
  });

  test("`await using` closes", async () => {
    await archive[Symbol.asyncDispose]();
    await expect(archive.list()).rejects.toThrow(ClosedError);
    await archive[Symbol.asyncDispose]();
  });
});
