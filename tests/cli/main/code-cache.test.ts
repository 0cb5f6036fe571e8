/** The code that V8 compiled, kept for the next call. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
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
import { beforeEach, expect, test } from "vitest";
import { azertac, BIN, environment, folder } from "../tool.js";

const LINE = /^6d47f895\t2025-04-22\tBaku\t/;
const HOUR = 60 * 60;

let cache = "";
let code = "";
beforeEach(() => {
  cache = join(folder(), "cache");
  code = join(cache, "~code");
});

const list = (more: readonly string[] = []) => azertac(["list", ...more], { AZERTAC_CACHE: cache });
const files = (): string[] => (existsSync(code) ? readdirSync(code) : []);

function onlyFile(): string {
  const [name = "", ...more] = files();
  expect(more).toEqual([]);
  return join(code, name);
}

/** Calls `list`, which must answer as ever and say nothing. */
function expectAnswer(): void {
  const { code: exit, out, err } = list();
  const note = "azertac: no archive given, using the built-in sample; use -d <folder>\n";
  expect({ exit, err }).toEqual({ exit: 0, err: note });
  expect(out).toMatch(LINE);
}

test("the first call of a command writes one private file, and the second one does not touch it", () => {
  expectAnswer();
  const path = onlyFile();
  expect(path).toMatch(/-list$/);
  expect(path).toContain(`${process.version}-${process.arch}-`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(code).mode & 0o777).toBe(0o700);
  const written = statSync(path).ino;
  expectAnswer();
  expect(statSync(onlyFile()).ino).toBe(written);
});

test("each command has a file of its own, and each set of flags", () => {
  list();
  azertac(["search", "Algeria"], { AZERTAC_CACHE: cache });
  expect(
    files()
      .map((name) => name.replace(/^.*-/, ""))
      .sort(),
  ).toEqual(["list", "search"]);
  const env = environment({ AZERTAC_CACHE: cache });
  const { stdout } = spawnSync(process.execPath, ["--no-opt", BIN, "list"], { env, encoding: "utf8" });
  expect(stdout).toMatch(LINE);
  expect(files()).toHaveLength(3);
});

test("a wrong call leaves nothing", () => {
  expect(azertac(["lits"], { AZERTAC_CACHE: cache }).code).toBe(2);
  expect(azertac(["list", "--nonsense"], { AZERTAC_CACHE: cache }).code).toBe(2);
  expect(files()).toEqual([]);
});

test("completion writes its file only where the cache folder is there already", () => {
  const complete = (): string => azertac(["__complete", "bash", "azertac li"], { AZERTAC_CACHE: cache }).out;
  const first = complete();
  expect(existsSync(cache)).toBe(false);
  list();
  expect(complete()).toBe(first);
  expect(files().some((name) => name.endsWith("-__complete"))).toBe(true);
});

test.each([0, 3, 10, 200, 1001, 5000, 100_000, -1, -100_000])(
  "a file damaged at byte %i is replaced",
  (at) => {
    list();
    const path = onlyFile();
    const whole = readFileSync(path);
    const damaged = Buffer.from(whole);
    const place = at < 0 ? whole.length + at : at;
    damaged[place] = (damaged[place] ?? 0) ^ 0x55;
    writeFileSync(path, damaged);
    expectAnswer();
    const half = readFileSync(onlyFile());
    expect(half.equals(damaged)).toBe(false);
    expect(half.subarray(0, half.length / 2).equals(half.subarray(half.length / 2))).toBe(true);
  },
);

test.each([
  ["empty", () => Buffer.alloc(0)],
  ["cut in half", (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  ["cut at an odd length", (whole: Buffer) => whole.subarray(0, 4097)],
  ["all zeros", (whole: Buffer) => Buffer.alloc(whole.length)],
  ["text", () => Buffer.from("not what it should be ".repeat(16))],
])("a file that is %s is replaced", (_, replaced) => {
  list();
  const path = onlyFile();
  writeFileSync(path, replaced(readFileSync(path)));
  expectAnswer();
  expect(statSync(onlyFile()).size).toBeGreaterThan(100_000);
});

test("a file of another version under the same name is replaced", () => {
  list();
  azertac(["search", "Algeria"], { AZERTAC_CACHE: cache });
  const [ofList = "", ofSearch = ""] = files()
    .sort()
    .map((name) => join(code, name));
  const foreign = readFileSync(ofSearch);
  const at = foreign.indexOf(process.version);
  for (const from of [at, at + foreign.length / 2]) foreign.write("v0", from);
  writeFileSync(ofList, foreign);
  expectAnswer();
  expect(readFileSync(ofList).equals(foreign)).toBe(false);
});

test("a link in the place of the file is not followed", () => {
  list();
  const path = onlyFile();
  const elsewhere = join(folder(), "elsewhere");
  renameSync(path, elsewhere);
  symlinkSync(elsewhere, path);
  expectAnswer();
  expect(statSync(path, {}).isFile()).toBe(true);
  expect(statSync(path).ino).not.toBe(statSync(elsewhere).ino);
});

test.skipIf(process.platform === "win32")("a folder or file that is open to others is not used", () => {
  list();
  const path = onlyFile();
  const written = statSync(path).ino;
  chmodSync(path, 0o622);
  expectAnswer();
  expect(statSync(onlyFile()).ino).not.toBe(written);
  const replaced = statSync(onlyFile()).ino;
  chmodSync(code, 0o777);
  rmSync(onlyFile());
  expectAnswer();
  expect(files()).toEqual([]);
  expect(replaced).not.toBe(written);
});

test("a cache that can't be made, or is something else, costs nothing but time", () => {
  // The stored index warns of this; the code cache has nothing to add.
  writeFileSync(cache, "");
  expect(list()).toMatchObject({ code: 0, out: expect.stringMatching(LINE) });
  rmSync(cache);
  mkdirSync(cache, { mode: 0o700 });
  writeFileSync(code, "");
  expectAnswer();
});

test("a call with other options adds to the file, a day later at the earliest", () => {
  list();
  const path = onlyFile();
  const { ino, size } = statSync(path);
  list(["--json"]);
  // Chunks that were not loaded before are added at once.
  const second = statSync(onlyFile());
  expect(second.ino).not.toBe(ino);
  expect(second.size).toBeGreaterThan(size);
  const now = Date.now() / 1000;
  utimesSync(path, now, now - 25 * HOUR);
  list();
  expect(statSync(onlyFile()).mtimeMs / 1000).toBeGreaterThan(now - HOUR);
});

test("files that nobody has used for a month are removed", () => {
  list();
  const path = onlyFile();
  const long = Date.now() / 1000 - 31 * 24 * HOUR;
  utimesSync(path, long, long);
  azertac(["search", "Algeria"], { AZERTAC_CACHE: cache });
  expect(onlyFile()).toMatch(/-search$/);
});
