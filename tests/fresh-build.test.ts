/** The guard against tests of an old build. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { staleness } from "./fresh-build.js";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "azertac-test-"));
  for (const folder of ["src/search", "dist"]) mkdirSync(join(root, folder), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, seconds: number): void {
  writeFileSync(join(root, name), "");
  utimesSync(join(root, name), seconds, seconds);
}

test("a build that is not there is said to be missing", () => {
  expect(staleness(root)).toMatch(/^dist\/ is not built/);
});

test("a build newer than every source passes", () => {
  write("src/search/rank.ts", 1000);
  write("package.json", 1000);
  write("dist/index.d.ts", 1001);
  expect(staleness(root)).toBeNull();
});

test.each(["src/search/rank.ts", "package.json", "rolldown.config.js"])(
  "a build older than %s is stale",
  (name) => {
    write("dist/index.d.ts", 1000);
    write(name, 1001);
    expect(staleness(root)).toContain(`is older than ${name}`);
  },
);
