/** Imports go one way, as docs/architecture.md says: the linter fails on any other. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BIOME = join(ROOT, "node_modules/@biomejs/biome/bin/biome");

const FORBIDDEN = [
  ["src/kernel/a.ts", "../text/fold.js"],
  ["src/text/b.ts", "../corpus/walk.js"],
  ["src/corpus/c.ts", "../formats/read.js"],
  ["src/formats/d.ts", "../index/store/scan.js"],
  ["src/index/store/e.ts", "../../search/search.js"],
  ["src/search/f.ts", "../summary/summarize.js"],
  ["src/summary/g.ts", "../search/search.js"],
  ["src/search/match/h.ts", "../../engines/local/view.js"],
  ["src/engines/local/i.ts", "../../cli/io/open.js"],
  ["src/engines/local/j.ts", "../../api/index-admin.js"],
  ["src/cli/io/k.ts", "../../search/search.js"],
  ["src/cli/commands/list/l.ts", "../../../index/read/segment.js"],
] as const;
const ALLOWED = [
  ["src/text/m.ts", "../kernel/arena.js"],
  ["src/index/read/n.ts", "../../api/types.js"],
  ["src/search/o.ts", "../index/read/snapshot.js"],
  ["src/cli/commands/list/p.ts", "../index/action.js"],
] as const;

/** What the linter says of all of these imports. */
let said = "";
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), "azertac-lint-"));
  copyFileSync(join(ROOT, "biome.json"), join(folder, "biome.json"));
  for (const [path, from] of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `import { x } from "${from}";\n\nexport const y = x;\n`);
  }
  const words = [BIOME, "lint", "--max-diagnostics=100", "--diagnostic-level=error", "."];
  said = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" }).stderr;
  rmSync(folder, { recursive: true });
});

test.each(FORBIDDEN)("%s may not import %s", (path) => {
  expect(said.replaceAll("\\", "/")).toContain(`${path}:1:`);
});

test.each(ALLOWED)("%s may import %s", (path) => {
  expect(said.replaceAll("\\", "/")).not.toContain(path);
});

test("the message names what a folder may import", () => {
  expect(said).toContain("src/text may import kernel, platform");
});
