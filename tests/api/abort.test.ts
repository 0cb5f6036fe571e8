/** An aborted signal ends a call with its reason, wherever the call is. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { abortable, Pauses } from "../../src/api/abort.js";
import { type Archive, clearIndex, indexStatus, openArchive, updateIndex } from "../../src/index.js";
import { archiveOf, folder } from "../cli/tool.js";
import { archiveOfLines } from "../search/archive-of.js";
import { LINES, NAMES, QUESTIONS } from "./questions.js";

let archive: Archive;
beforeAll(async () => {
  archive = await archiveOfLines(LINES);
});
afterAll(() => archive.close());

const REASON = new Error("enough");

describe("a signal that is aborted already", () => {
  const signal = AbortSignal.abort(REASON);

  test.each(NAMES)("%s", async (name) => {
    await expect(QUESTIONS[name](archive, { signal })).rejects.toBe(REASON);
  });

  test.each(Object.entries({ openArchive, updateIndex, indexStatus, clearIndex }))("%s", async (_, call) => {
    const cache = join(folder(), "cache");
    await expect(call({ dir: join(folder(), "missing"), cache, signal })).rejects.toBe(REASON);
    expect(existsSync(cache)).toBe(false);
  });

  test("gives the reason of abort() without one, as everywhere", async () => {
    await expect(archive.list({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("a signal that is aborted while the call runs", () => {
  test.each(NAMES)("%s", async (name) => {
    const controller = new AbortController();
    const running = QUESTIONS[name](archive, { signal: controller.signal });
    controller.abort(REASON);
    await expect(running).rejects.toBe(REASON);
  });

  test("a stream ends at its next step", async () => {
    const controller = new AbortController();
    const articles = archive.articles({ signal: controller.signal });
    expect((await articles.next()).value?.id).toBe("c3");
    controller.abort(REASON);
    await expect(articles.next()).rejects.toBe(REASON);
    expect(await articles.next()).toEqual({ value: undefined, done: true });
  });

  test("leaves the archive as it was", async () => {
    expect((await archive.search("port")).total).toBe(2);
    expect(archive.size).toBe(3);
  });
});

test("a signal that is not aborted changes nothing", async () => {
  const { signal } = new AbortController();
  for (const name of NAMES)
    expect(JSON.stringify(await QUESTIONS[name](archive, { signal }))).toBe(
      JSON.stringify(await QUESTIONS[name](archive)),
    );
});

test("a long loop is ended by a timer", async () => {
  const lines = Array.from({ length: 3_000 }, (_, i) => ({
    id: `r${i}`,
    text: `Ada Quill ${i} met Otto Brandt of Northport in the harbour. `.repeat(20),
  }));
  const many = await archiveOfLines(lines);
  const started = performance.now();
  await many.stats(null, { all: true });
  const whole = performance.now() - started;
  const signal = AbortSignal.timeout(Math.max(1, Math.floor(whole / 10)));
  await expect(many.stats(null, { all: true, signal })).rejects.toMatchObject({ name: "TimeoutError" });
  await many.close();
});

describe("a signal that is aborted while files are read", () => {
  /** Two files, so that there is something to read after the first report. */
  const dir = archiveOf({ "1.txt": "The harvest of grain rose.", "2.txt": "The port was closed." });

  test("opening", async () => {
    const controller = new AbortController();
    let told = 0;
    const opening = openArchive({
      dir,
      cache: false,
      signal: controller.signal,
      onProgress() {
        told++;
        controller.abort(REASON);
      },
    });
    await expect(opening).rejects.toBe(REASON);
    expect(told).toBe(1);
  });

  test("updating an index, which leaves none or a good one", async () => {
    const cache = join(folder(), "cache");
    const controller = new AbortController();
    const updating = updateIndex({
      dir,
      cache,
      signal: controller.signal,
      onProgress: () => controller.abort(REASON),
    });
    await expect(updating).rejects.toBe(REASON);
    expect(await indexStatus({ dir, cache })).toBeNull();
    expect(await updateIndex({ dir, cache })).toMatchObject({ outcome: "built", articles: 2 });
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test("an abort after opening closes nothing and ends no other call", async () => {
    const controller = new AbortController();
    const opened = await openArchive({ dir, cache: false, signal: controller.signal });
    controller.abort(REASON);
    expect(await opened.list()).toHaveLength(2);
    await opened.refresh();
    expect((await opened.stats(null)).articles).toBe(2);
    await opened.close();
  });

  test("an error that onProgress throws ends opening", async () => {
    const opening = openArchive({
      dir,
      cache: false,
      onProgress() {
        throw REASON;
      },
    });
    await expect(opening).rejects.toBe(REASON);
  });
});

test("abortable() checks the signal until its work has ended, and no longer", async () => {
  const controller = new AbortController();
  let later: ((done: number, total: number) => void) | undefined;
  const told: number[] = [];
  const work = async (progress: (done: number, total: number) => void): Promise<string> => {
    later = progress;
    progress(1, 2);
    return "done";
  };
  expect(await abortable(controller.signal, (done) => told.push(done), work)).toBe("done");
  controller.abort(REASON);
  later?.(2, 2);
  expect(told).toEqual([1, 2]);
});

test("a pause lets timers run, and rejects once its signal is aborted", async () => {
  const controller = new AbortController();
  const pauses = new Pauses(controller.signal);
  expect(pauses.isDue).toBe(false);
  while (!pauses.isDue);
  await pauses.take();
  expect(pauses.isDue).toBe(false);
  setTimeout(() => controller.abort(REASON), 1);
  const forever = async (): Promise<never> => {
    for (;;) if (pauses.isDue) await pauses.take();
  };
  await expect(forever()).rejects.toBe(REASON);
});
