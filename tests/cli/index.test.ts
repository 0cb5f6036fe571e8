/** `azertac index`: built, brought up to date, described, removed. */
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { archiveOf, azertac, folder } from "./tool.js";

const text = (subject: string): string => `Baku, April 22, AZERTAC\n\nThe ${subject} was opened today.\n`;

function made(): { dir: string; cache: { AZERTAC_CACHE: string } } {
  const dir = archiveOf({ "000_00000000aa.txt": text("harbour"), "001_00000000bb.txt": text("bridge") });
  return { dir, cache: { AZERTAC_CACHE: join(folder(), "cache") } };
}

test("is built for a small archive too, found current, brought up to date, described and removed", () => {
  const { dir, cache } = made();
  const call = (...words: string[]) => azertac(["index", "-d", dir, ...words], cache);
  expect(call("--status")).toMatchObject({ code: 1, out: "" });
  expect(call().out).toMatch(/^Built in .*: 2 articles in 2 files\.\n\d+ kB in /);
  expect(call().out).toMatch(/^Up to date: 2 articles in 2 files\./);
  writeFileSync(join(dir, "002_00000000cc.txt"), text("library"));
  expect(call("--status").out).toContain("1 file added, changed or removed since");
  expect(call().out).toMatch(/^Brought up to date .*: 1 file read, 0 files dropped; 3 articles in 3 files\./);
  rmSync(join(dir, "000_00000000aa.txt"));
  expect(JSON.parse(call("--json").out)).toMatchObject({
    outcome: "updated",
    read: 0,
    dropped: 1,
    articles: 2,
  });
  const status = JSON.parse(call("--status", "--json").out);
  expect(status).toMatchObject({ articles: 2, files: 2, segments: 2, changed: 0 });
  expect(call("--rebuild").out).toMatch(/^Built .*: 2 articles in 2 files\./);
  expect(JSON.parse(call("--status", "--json").out)).toMatchObject({ segments: 1 });
  expect(call("--clear").code).toBe(0);
  expect(existsSync(status.folder)).toBe(false);
  expect(call("--clear")).toMatchObject({ code: 1, out: "There is no index of this archive.\n" });
  expect(azertac(["search", "library", "--ids", "-d", dir], cache).out).toBe("00000000cc\n");
});

test("a small archive's index is used and kept true by the other commands", () => {
  const { dir, cache } = made();
  azertac(["index", "-d", dir], cache);
  writeFileSync(join(dir, "001_00000000bb.txt"), text("theatre"));
  expect(azertac(["search", "theatre", "--ids", "-d", dir], cache).out).toBe("00000000bb\n");
  expect(azertac(["search", "bridge", "--exact", "-d", dir], cache).code).toBe(1);
});

test("names every file that can't be read, however many", () => {
  const files = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`${i}.txt`, new Uint8Array(40)]));
  const dir = archiveOf({ ...files, "good.txt": text("harbour") });
  const { code, err } = azertac(["index", "-d", dir]);
  expect(code).toBe(0);
  expect(err.match(/warning: /g)).toHaveLength(25);
});

test("removes nothing but its own", () => {
  const { dir, cache } = made();
  azertac(["index", "-d", dir], cache);
  const [name = ""] = readdirSync(cache.AZERTAC_CACHE);
  const theirs = join(cache.AZERTAC_CACHE, name, "notes.txt");
  writeFileSync(theirs, "mine");
  expect(azertac(["index", "--clear", "-d", dir], cache).code).toBe(0);
  expect(readdirSync(join(cache.AZERTAC_CACHE, name))).toEqual(["notes.txt"]);
});

test("a cache that can't be trusted or written: said, and exit code 2", () => {
  const { dir } = made();
  const real = join(folder(), "real");
  mkdirSync(real);
  const link = join(folder(), "link");
  symlinkSync(real, link);
  for (const words of [["--status"], ["--clear"], []]) {
    const { code, err } = azertac(["index", "-d", dir, ...words], { AZERTAC_CACHE: link });
    expect(code).toBe(2);
    expect(err).toContain("is a symbolic link");
    expect(err).not.toContain("fault");
  }
});

test("a damaged index is said to be so, and made anew", () => {
  const { dir, cache } = made();
  azertac(["index", "-d", dir], cache);
  const [name = ""] = readdirSync(cache.AZERTAC_CACHE);
  const manifest = join(cache.AZERTAC_CACHE, name, "manifest");
  writeFileSync(manifest, "azertac-index 2 0 5\nxxxxx");
  chmodSync(manifest, 0o600);
  const status = azertac(["index", "--status", "-d", dir], cache);
  expect(status.code).toBe(2);
  expect(status.err).toContain("the stored index is damaged");
  const again = azertac(["index", "-d", dir], cache);
  expect(again.out).toMatch(/^Built /);
  expect(azertac(["index", "--status", "-d", dir], cache).out).toContain("Up to date.");
});
