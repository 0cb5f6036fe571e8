/** Imports go one way, as docs/architecture.md says: the linter fails on any other. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

function lint(path: string, from: string): string {
  const { stdout, stderr } = spawnSync(
    "npx",
    ["--no-install", "biome", "lint", `--stdin-file-path=${path}`, "--diagnostic-level=error"],
    { cwd: ROOT, encoding: "utf8", input: `export * from "${from}";\n`, shell: process.platform === "win32" },
  );
  return stdout + stderr;
}

test.each([
  ["src/kernel/arena.ts", "../text/fold.js"],
  ["src/text/fold.ts", "../corpus/walk.js"],
  ["src/corpus/walk.ts", "../formats/read.js"],
  ["src/formats/read.ts", "../index/store/scan.js"],
  ["src/index/store/scan.ts", "../../search/search.js"],
  ["src/search/search.ts", "../summary/summarize.js"],
  ["src/summary/summarize.ts", "../search/search.js"],
  ["src/search/match/sets.ts", "../../engines/local/view.js"],
  ["src/engines/local/view.ts", "../../cli/io/open.js"],
  ["src/engines/local/view.ts", "../../api/index-admin.js"],
  ["src/cli/io/open.ts", "../../search/search.js"],
  ["src/cli/commands/list/action.ts", "../../../index/read/segment.js"],
])("%s may not import %s", (path, from) => {
  expect(lint(path, from)).toContain("Imports go one way");
});

test.each([
  ["src/text/fold.ts", "../kernel/arena.js"],
  ["src/index/read/segment.ts", "../../api/types.js"],
  ["src/search/search.ts", "../index/read/snapshot.js"],
  ["src/cli/commands/list/action.ts", "../index/action.js"],
])("%s may import %s", (path, from) => {
  expect(lint(path, from)).not.toContain("Imports go one way");
});
