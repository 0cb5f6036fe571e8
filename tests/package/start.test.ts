/** What `bin/azertac.js` does on a Node that is too old. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BIN, environment, folder } from "../cli/tool.js";

/** Calls the tool in a Node that says it is another version. */
function runAs(version: string): { status: number | null; stdout: string; stderr: string } {
  const preload = join(folder(), "preload.cjs");
  writeFileSync(
    preload,
    `const versions = { ...process.versions, node: ${JSON.stringify(version)} };
     Object.defineProperty(process, "versions", { value: versions });
     Object.defineProperty(process, "version", { value: "v${version}" });`,
  );
  const words = ["--require", preload, BIN, "list"];
  return spawnSync(process.execPath, words, { env: environment(), encoding: "utf8" });
}

test.each(["0.10.48", "8.17.0", "12.22.12", "18.20.8", "20.18.3", "21.7.3", "22.11.0"])(
  "Node %s gets one sentence and exit code 2",
  (version) => {
    const { status, stdout, stderr } = runAs(version);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe(
      `azertac: Node.js 20.19 or later, or 22.12 or later, is needed; this is Node.js ${version}.\n`,
    );
  },
);

test.each(["20.19.0", "22.12.0", "24.0.0", "100.0.0"])("Node %s may run it", (version) => {
  expect(runAs(version).status).toBe(0);
});

test("its code can be parsed by a Node of any age", () => {
  const code = readFileSync(BIN, "utf8").replace(/\/\/.*/g, "");
  expect(code).not.toMatch(/\b(?:const|let|import|class|async)\b|=>|`|\?\.|\?\?|\.\.\./);
});
