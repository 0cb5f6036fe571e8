/** What is new: every article once for every search, whatever happens to the files and to the calls. */
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NewsArchive, type SavedSearch } from "../../src/engines/local/news/news-archive.js";

let root: string;
let wire: string;
let archive: NewsArchive;

const ALL: SavedSearch = { name: "all", query: "harbour", options: {} };
const EVEN: SavedSearch = { name: "even", query: "harbour even", options: {} };

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "azertac-news-"));
  wire = join(root, "wire");
  mkdirSync(wire);
  vi.stubEnv("AZERTAC_CACHE", join(root, "cache"));
  vi.stubEnv("AZERTAC_STATE", join(root, "state"));
  archive = await openNews();
});

afterEach(() => {
  archive.close();
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

const openNews = (): Promise<NewsArchive> => NewsArchive.open({ dir: [wire], onProgress: () => {} });

/** An article about one thing, which its number names; every second is also about `even`. */
const textOf = (number: number): string =>
  `BAKU, April 22, 2025 (AZERTAC)\n\nThe harbour${number % 2 === 0 ? " even" : ""} story s${number}x.\n\nShips came in.\n`;

const write = (name: string, number: number): void => writeFileSync(join(wire, name), textOf(number));

/** The numbers of the articles that are reported, updates with a minus. */
async function ask(search = ALL, isKilled = false): Promise<number[]> {
  await archive.refresh();
  let numbers: number[] = [];
  await archive.report([search], async ([news]) => {
    numbers = (news?.articles ?? []).map(({ title, update }) => {
      const number = Number(/s(\d+)x/.exec(title)?.[1]);
      return update ? -number : number;
    });
    if (!isKilled) news?.markRead();
  });
  return numbers;
}

test("each article is reported once, oldest first, and again only as an update", async () => {
  write("b.txt", 1);
  writeFileSync(join(wire, "a.txt"), textOf(2).replace("22", "23"));
  expect(await ask()).toEqual([1, 2]);
  expect(await ask()).toEqual([]);
  write("b.txt", 3);
  expect(await ask()).toEqual([-3]);
  expect(await ask()).toEqual([]);
  expect(await ask(EVEN)).toEqual([2]);
});

test("a renamed article is not new, and a rotated file is", async () => {
  write("wire.txt", 1);
  expect(await ask()).toEqual([1]);
  renameSync(join(wire, "wire.txt"), join(wire, "wire-1.txt"));
  write("wire.txt", 2);
  expect(await ask()).toEqual([2]);
  mkdirSync(join(wire, "old"));
  renameSync(join(wire, "wire-1.txt"), join(wire, "old", "wire-2.txt"));
  expect(await ask()).toEqual([]);
});

test("two files that change their names with each other say nothing new", async () => {
  write("a.txt", 1);
  write("b.txt", 2);
  expect(await ask()).toEqual([1, 2]);
  write("a.txt", 2);
  write("b.txt", 1);
  expect(await ask()).toEqual([]);
});

test("a copy is an article of its own, though not if it takes the place of another", async () => {
  write("a.txt", 1);
  expect(await ask()).toEqual([1]);
  write("b.txt", 1);
  expect(await ask()).toEqual([1]);
  renameSync(join(wire, "b.txt"), join(wire, "c.txt"));
  expect(await ask()).toEqual([]);
  write("d.txt", 1);
  expect(await ask()).toEqual([1]);
});

test("an edit that is taken back, and a file that is only touched, are not reported", async () => {
  write("a.txt", 1);
  await ask();
  write("a.txt", 2);
  expect(await ask()).toEqual([-2]);
  write("a.txt", 1);
  utimesSync(join(wire, "a.txt"), new Date(0), new Date("2060-01-01"));
  expect(await ask()).toEqual([]);
});

test("an article that was away when it was to be reported is reported when it is back", async () => {
  write("a.txt", 1);
  await ask(EVEN);
  renameSync(join(wire, "a.txt"), join(root, "a.txt"));
  expect(await ask()).toEqual([]);
  renameSync(join(root, "a.txt"), join(wire, "a.txt"));
  expect(await ask()).toEqual([1]);
  expect(await ask()).toEqual([]);
});

test("a search that was left out some rounds gets all that it missed", async () => {
  write("a.txt", 2);
  await ask();
  write("b.txt", 4);
  await ask();
  write("b.txt", 6);
  await ask();
  expect(await ask(EVEN)).toEqual([2, 6]);
});

test("what is reported in part comes again for the rest", async () => {
  for (const number of [1, 2, 3]) write(`${number}.txt`, number);
  await archive.refresh();
  await archive.report([ALL], async ([news]) => news?.markRead((at) => at !== 1));
  expect(await ask()).toEqual([1, 3]);
  expect(await ask()).toEqual([]);
});

test("what was shown is marked as read later, and nothing that arrived in between", async () => {
  write("a.txt", 1);
  await archive.refresh();
  await archive.report([ALL], async ([news]) => news?.markAsShown());
  write("b.txt", 2);
  await archive.refresh();
  await archive.markShown([ALL]);
  expect(await ask()).toEqual([2]);
  write("c.txt", 3);
  await archive.refresh();
  await archive.markShown([ALL]);
  expect(await ask()).toEqual([]);
});

test("a later version under the same id is an update, while the first is still there", async () => {
  const line = (version: string, number: number): string =>
    `${JSON.stringify({ id: "x1", version, date: "2025-04-22", title: `The harbour s${number}x`, text: `Ships ${number}.` })}\n`;
  writeFileSync(join(wire, "a.jsonl"), line("1", 1));
  expect(await ask()).toEqual([1]);
  appendFileSync(join(wire, "a.jsonl"), line("2", 2));
  expect(await ask()).toEqual([-2]);
  expect(await ask()).toEqual([]);
});

test("near words do not count: the article of another word is not news", async () => {
  write("a.txt", 1);
  expect(await ask({ name: "near", query: "harbuor", options: {} })).toEqual([]);
  expect(await ask({ name: "form", query: "ship", options: {} })).toEqual([1]);
  expect(await ask({ name: "most", query: "harbour volcano", options: {} })).toEqual([]);
});

test("state that is lost costs a repetition; a ledger that was cut short in writing costs nothing", async () => {
  write("a.txt", 1);
  await ask();
  const [folder = ""] = readdirSync(join(root, "state", "new"));
  appendFileSync(join(root, "state", "new", folder, "ledger"), "cut");
  write("b.txt", 2);
  expect(await ask()).toEqual([2]);
  writeFileSync(join(root, "state", "new", folder, "ledger"), "");
  expect(await ask()).toEqual([1, 2]);
  rmSync(join(root, "state"), { recursive: true });
  expect(await ask()).toEqual([1, 2]);
  expect(await ask()).toEqual([]);
});

test("the lock of a process that is dead is no lock", async () => {
  write("a.txt", 1);
  await ask(EVEN);
  const [folder = ""] = readdirSync(join(root, "state", "new"));
  writeFileSync(join(root, "state", "new", folder, "lock"), "999999999");
  expect(await ask()).toEqual([1]);
  expect(readdirSync(join(root, "state", "new", folder))).not.toContain("lock");
});

/** Whole numbers below a bound, always the same from the same seed (a linear congruence, its upper bits). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test("every article is reported exactly once over 10,000 arrivals, edits, renames, kills and clock jumps", async () => {
  const next = randomNumbers(20);
  const files = new Map<string, number>();
  const reported = { all: new Map<number, number>(), even: new Map<number, number>() };
  const seen = { all: new Set<number>(), even: new Set<number>() };
  let number = 0;
  const change = (): void => {
    const names = [...files.keys()];
    const name = names[next(Math.max(1, names.length))];
    const what = next(10);
    if (name === undefined || (what < 5 && names.length < 80)) {
      const made = `f${number}.txt`;
      write(made, number);
      files.set(made, number++);
    } else if (what < 6) {
      write(name, number);
      files.set(name, number++);
    } else if (what < 8) {
      const made = `r${number++}.txt`;
      renameSync(join(wire, name), join(wire, made));
      files.set(made, files.get(name) ?? 0);
      files.delete(name);
    } else if (what < 9) {
      unlinkSync(join(wire, name));
      files.delete(name);
    } else {
      utimesSync(join(wire, name), next(4e9), next(4e9));
    }
  };
  for (let changes = 0; changes < 10_000; ) {
    for (let burst = next(120); burst >= 0; burst--, changes++) change();
    if (next(20) === 0) {
      archive.close();
      archive = await openNews();
    }
    const search = next(3) === 0 ? EVEN : ALL;
    const isKilled = next(5) === 0;
    const found = await ask(search, isKilled);
    if (isKilled) continue;
    const key = search === EVEN ? "even" : "all";
    for (const one of found) reported[key].set(Math.abs(one), (reported[key].get(Math.abs(one)) ?? 0) + 1);
    for (const one of files.values()) if (key === "all" || one % 2 === 0) seen[key].add(one);
  }
  for (const key of ["all", "even"] as const) {
    expect([...reported[key].values()].filter((times) => times !== 1)).toEqual([]);
    expect([...reported[key].keys()].sort()).toEqual([...seen[key]].sort());
  }
  expect(seen.all.size).toBeGreaterThan(3_000);
}, 60_000);
