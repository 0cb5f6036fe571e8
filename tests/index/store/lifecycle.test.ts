/** Regression tests of the life cycle of an index: each names the fault that it was written for. */
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Answer, BuildWorker } from "../../../src/index/build/pool.js";
import type { Searcher } from "../../../src/index/read/searcher.js";
import { openSearcher, type StoreOptions } from "../../../src/index/store/open.js";
import { type Archive, ArchiveError, indexStatus, openArchive, updateIndex } from "../../../src/index.js";
import { article } from "./stored.js";

let root: string;
let dir: string;
let cache: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "azertac-lifecycle-"));
  dir = join(root, "wire");
  cache = join(root, "cache");
  mkdirSync(dir);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Files large enough that an index of them is stored. */
function fill(count = 300): void {
  for (let i = 0; i < count; i++) writeFileSync(join(dir, `f${i}.txt`), article(i).repeat(2));
}

/** Until what was written a moment ago has a stamp that can be trusted. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

async function using<T>(ask: (archive: Archive) => Promise<T>): Promise<T> {
  await using archive = await openArchive({ dir, cache });
  return await ask(archive);
}

const idsOf = (query: string): Promise<string[]> =>
  using(async (archive) => (await archive.search(query, { exact: true })).hits.map(({ id }) => id));

const indexFiles = (): string[] => readdirSync(join(cache, readdirSync(cache)[0] ?? ""));

const open = (more: Partial<StoreOptions> = {}): Promise<Searcher> =>
  openSearcher([dir], { cache, progress: () => {}, ...more }).then(({ searcher }) => searcher);

/** Lines of JSON, more than one worker's share. */
function lines(from: number, count: number): string {
  const text = "The keeper of the lighthouse counted the ships of the harbour. ".repeat(15);
  return Array.from({ length: count }, (_, i) => `${JSON.stringify({ id: `r${from + i}`, text })}\n`).join(
    "",
  );
}

describe("the root of an archive", () => {
  test("B1: is away for a moment while the archive is open", async () => {
    fill();
    await settle();
    await using(async (archive) => {
      renameSync(dir, `${dir}-away`);
      expect((await archive.search("orchestra")).total).toBeGreaterThan(0);
      await expect(archive.refresh()).rejects.toThrow(ArchiveError);
      expect(archive.size).toBe(300);
      renameSync(`${dir}-away`, dir);
      await archive.refresh();
      expect(archive.size).toBe(300);
    });
    expect(await using(async ({ size }) => size)).toBe(300);
    expect(await indexStatus({ dir, cache })).toMatchObject({ articles: 300, changed: 0 });
  });

  test("H2: is a file for one call, then a folder again", async () => {
    fill();
    await updateIndex({ dir, cache });
    renameSync(dir, `${dir}-away`);
    writeFileSync(dir, "A file.\n");
    expect(await using(async ({ size }) => size)).toBe(1);
    unlinkSync(dir);
    renameSync(`${dir}-away`, dir);
    expect(await using(async ({ size }) => size)).toBe(300);
  });
});

describe("files that change while they are read", () => {
  test.each([false, true])(
    "B2, M3: a line is appended during a build or an update (%s)",
    async (isUpdate) => {
      const path = join(dir, "z.jsonl");
      writeFileSync(path, lines(0, 8_000));
      if (isUpdate) {
        await updateIndex({ dir, cache });
        appendFileSync(path, lines(8_000, 1));
      }
      let isAppended = false;
      const progress = (): void => {
        if (isAppended) return;
        isAppended = true;
        appendFileSync(path, `${JSON.stringify({ id: "late", text: "A zanzibarquake was felt." })}\n`);
      };
      (await open({ progress, workers: 2 })).release();
      expect(isAppended).toBe(true);
      expect(await idsOf("zanzibarquake")).toEqual(["late"]);
      expect(await indexStatus({ dir, cache })).toMatchObject({ changed: 0 });
    },
  );

  test("H1: a file that is read in parts is appended to twice", async () => {
    const path = join(dir, "b.jsonl");
    writeFileSync(path, lines(0, 8_000));
    (await open({ workers: 2 })).release();
    for (const count of [8_001, 8_002]) {
      appendFileSync(path, lines(count - 1, 1));
      const searcher = await open({ workers: 2 });
      expect(searcher.snapshot.articleCount).toBe(count);
      expect(searcher.warnings).toEqual([]);
      searcher.release();
    }
    expect(indexFiles()).toHaveLength(2);
  });
});

describe("an open archive", () => {
  test("B3: two searches at once after files changed are of one state", async () => {
    const write = (name: string, text: string): void =>
      writeFileSync(join(dir, `${name}.txt`), `Baku, April 22, AZERTAC\n\n${text}\n`);
    write("b_apple", "The apple harvest was large this year.");
    write("c_bridge", "The bridge over the river was opened.");
    write("d_cinema", "The cinema showed a film about the sea.");
    await using(async (archive) => {
      write("a_new", "Another article that comes first in the folder.");
      write("b_apple", "The apple harvest was small this year.");
      const [cinema, apple] = await Promise.all([archive.search("cinema"), archive.search("apple")]);
      expect(cinema.hits).toMatchObject([{ id: "d_cinema", matched: [{ word: "cinema" }] }]);
      expect(apple.hits.map(({ id }) => id)).toEqual(["b_apple"]);
    });
  });

  const descriptors = (): number =>
    readdirSync("/proc/self/fd").filter((name) => {
      try {
        return readlinkSync(`/proc/self/fd/${name}`).startsWith(root);
      } catch {
        return false;
      }
    }).length;

  test.runIf(existsSync("/proc/self/fd"))(
    "B6: holds no more files open after refreshes, and none after close()",
    async () => {
      fill();
      const archive = await openArchive({ dir, cache });
      for (let i = 0; i < 20; i++) {
        writeFileSync(join(dir, "f7.txt"), `The zorblat, edit ${i}, met.\n`);
        await archive.refresh();
        await archive.get("f7");
      }
      expect(descriptors()).toBeLessThan(10);
      await archive.close();
      expect(descriptors()).toBe(0);
    },
  );

  test("B7: get() of a file that was edited a moment ago writes nothing", async () => {
    fill();
    await settle();
    await using(async (archive) => {
      const before = indexFiles();
      writeFileSync(join(dir, "f7.txt"), "A headline\n\nThe zorblat was seen.\n");
      expect((await archive.get("f7"))?.body).toEqual(["The zorblat was seen."]);
      expect(indexFiles()).toEqual(before);
    });
  });

  test("does not overwrite the manifest of a process that was quicker", async () => {
    fill();
    (await open()).release();
    writeFileSync(join(dir, "slow.txt"), "The slow process reads this.\n");
    let quick = 0;
    const progress = (): void => {
      if (quick++ > 0) return;
      // Another process commits while this one reads.
      writeFileSync(join(dir, "quick.txt"), "The quick process reads this.\n");
      const manifest = join(cache, readdirSync(cache)[0] ?? "", "manifest");
      const bytes = readFileSync(manifest);
      const body = Buffer.from(bytes.toString().split("\n").slice(1).join("\n"));
      writeFileSync(manifest, Buffer.concat([Buffer.from("azertac-index 0 0 0\n"), body]));
    };
    const searcher = await open({ progress });
    expect(searcher.snapshot.articleCount).toBe(302);
    searcher.release();
    expect(await idsOf("quick")).toEqual(["quick"]);
  });
});

describe("links", () => {
  let out: string;
  beforeEach(() => {
    fill();
    out = join(root, "out");
    mkdirSync(out);
    writeFileSync(join(out, "u.txt"), "The usbword is here.\n");
  });

  const paths = (): Promise<string[]> =>
    using(async (archive) =>
      (await archive.search("usbword")).hits.map(({ path }) => path.slice(dir.length + 1)),
    );

  test("B4, M4: two links to one folder give its files once, whichever is removed", async () => {
    mkdirSync(join(dir, "a"));
    mkdirSync(join(dir, "b"));
    symlinkSync(out, join(dir, "a/l1"));
    await settle();
    expect(await paths()).toEqual(["a/l1/u.txt"]);
    symlinkSync(out, join(dir, "b/l2"));
    expect(await paths()).toEqual(["a/l1/u.txt"]);
    unlinkSync(join(dir, "a/l1"));
    expect(await paths()).toEqual(["b/l2/u.txt"]);
  });

  test("M4: the target of a link is away for one call", async () => {
    symlinkSync(out, join(dir, "folder"));
    symlinkSync(join(out, "u.txt"), join(dir, "file.txt"));
    await settle();
    expect((await paths()).sort()).toEqual(["file.txt", "folder/u.txt"]);
    renameSync(out, `${out}-away`);
    expect(await paths()).toEqual([]);
    renameSync(`${out}-away`, out);
    expect((await paths()).sort()).toEqual(["file.txt", "folder/u.txt"]);
  });
});

describe("warnings", () => {
  const messages = (): Promise<string[]> =>
    using(async (archive) => archive.warnings.map(({ message }) => message));

  test("B5: are those of the files as they are, once each", async () => {
    fill();
    writeFileSync(join(dir, "empty.txt"), "");
    for (let i = 0; i < 5; i++) {
      writeFileSync(join(dir, `added${i}.txt`), article(i));
      expect(await messages()).toEqual(["is empty"]);
    }
    unlinkSync(join(dir, "empty.txt"));
    expect(await messages()).toEqual([]);
  });

  test("one warning for all duplicate ids", async () => {
    writeFileSync(join(dir, "d.jsonl"), lines(1, 1).repeat(4));
    expect(await messages()).toEqual([
      "duplicate id r1; this article is r1-2; 2 more articles have the id of another",
    ]);
  });

  test("M7: any number of empty files makes no segment", async () => {
    fill();
    await settle();
    (await open()).release();
    for (let i = 0; i < 300; i++) writeFileSync(join(dir, `e${i}.txt`), "");
    const searcher = await open();
    expect(searcher.snapshot.segments).toHaveLength(1);
    expect(searcher.fileCount).toBe(600);
    expect(searcher.warnings).toHaveLength(300);
    searcher.release();
  });
});

describe("the cache folder", () => {
  test("inside the archive is no part of it", async () => {
    fill();
    cache = join(dir, "cache");
    expect(await using(async ({ size }) => size)).toBe(300);
    for (let i = 0; i < 2; i++) expect((await updateIndex({ dir, cache })).articles).toBe(300);
    expect(await updateIndex({ dir, cache })).toMatchObject({ outcome: "current", read: 0, dropped: 0 });
  });

  test.runIf(process.getuid?.() === 0)("M9: is not used below a folder of another user", async () => {
    fill();
    const theirs = join(root, "theirs");
    mkdirSync(join(theirs, "deeper"), { recursive: true });
    chownSync(theirs, 65534, 65534);
    cache = join(theirs, "deeper/cache");
    const [warning] = await using(async (archive) => archive.warnings);
    expect(warning?.message).toBe(`"${theirs}" belongs to another user: no index is kept below it`);
    expect(existsSync(cache)).toBe(false);
  });

  test("M9: is not used below a folder that everybody may change", async () => {
    fill();
    const shared = join(root, "shared");
    mkdirSync(shared);
    chmodSync(shared, 0o777);
    cache = join(shared, "cache");
    const [warning] = await using(async (archive) => archive.warnings);
    expect(warning?.message).toBe(`"${shared}" can be changed by all users: no index is kept below it`);
    chmodSync(shared, 0o1777);
    expect(await using(async (archive) => archive.warnings)).toEqual([]);
  });
});

describe("B10: a damaged page and duplicate ids", () => {
  test("every question is answered, with a warning", async () => {
    writeFileSync(join(dir, "z.jsonl"), lines(0, 1_000) + lines(0, 200));
    for (let share = 0.05; share < 1; share += 0.1) {
      rmSync(cache, { recursive: true, force: true });
      (await open()).release();
      const folder = join(cache, readdirSync(cache)[0] ?? "");
      const segment = join(folder, readdirSync(folder).find((name) => name.endsWith(".segment")) ?? "");
      const bytes = readFileSync(segment);
      const at = Math.floor(bytes.length * share);
      bytes[at] = (bytes[at] ?? 0) ^ 0x40;
      writeFileSync(segment, bytes);
      await using(async (archive) => {
        expect(await archive.list()).toHaveLength(1_200);
        expect((await archive.stats(null)).articles).toBe(1_200);
        expect((await archive.timeline(null)).undated).toBe(1_200);
        expect(archive.warnings.length).toBeGreaterThan(0);
      });
    }
  });
});

describe("workers", () => {
  function failing(): BuildWorker {
    const listeners: ((error: Error) => void)[] = [];
    return {
      postMessage: () =>
        setImmediate(() => listeners.forEach((listen) => void listen(new Error("out of memory")))),
      on(event: "message" | "error", listener: ((answer: Answer) => void) | ((error: Error) => void)) {
        if (event === "error") listeners.push(listener as (error: Error) => void);
        return this;
      },
      terminate: () => Promise.resolve(),
    };
  }

  test.each([
    ["fails at its task", failing],
    [
      "cannot start",
      (): BuildWorker => {
        throw new Error("no such file");
      },
    ],
  ])("a worker that %s: its work is done in this thread", async (_, createWorker) => {
    writeFileSync(join(dir, "b.jsonl"), lines(0, 8_000));
    const searcher = await open({ workers: 2, createWorker });
    expect(searcher.snapshot.articleCount).toBe(8_000);
    searcher.release();
  });
});
