/** Ctrl-C: nothing half done stays on the terminal, the exit code is 130, and the next call works. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { afterEach, describe, expect, test } from "vitest";
import { hasTmux, Screen } from "../tmux.js";
import { archiveOf, azertac, BIN, environment, folder } from "../tool.js";

/** An archive that takes a second or two to read. */
const large = archiveOf({
  "all.jsonl": Array.from({ length: 30_000 }, (_, i) =>
    JSON.stringify({
      id: `record-${i}`,
      date: "2024-05-05",
      place: "Northport",
      title: `Ship ${i} came to port`,
      text: `Ship ${i} came to port with grain. ${"The keeper counted the boats twice. ".repeat(i % 20)}`,
    }),
  ).join("\n"),
});

describe.skipIf(!hasTmux)("on a terminal", () => {
  let screen: Screen | undefined;
  afterEach(() => screen?.end());
  const open = (more: Record<string, string>): Screen => {
    screen = new Screen(more);
    return screen;
  };

  test("while an index is built: the line of progress is gone, and the next call builds it", () => {
    const cache = join(folder(), "cache");
    const on = open({ AZERTAC_CACHE: cache });
    on.type(`azertac list -d ${large} -n 1`);
    on.waitFor(/^Reading +\d+%/m);
    on.keys("C-c");
    on.waitFor(/ready> $/);
    on.type('echo "code $?"');
    const rows = on
      .waitFor(/^code \d/m)
      .trimEnd()
      .split("\n");
    expect(rows.join("\n")).not.toMatch(/Reading|Error|azertac: /);
    expect(rows).toContain("code 130");
    const { code, out, err } = azertac(["list", "-d", large, "-n", "1", "--ids"], { AZERTAC_CACHE: cache });
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^record-\d+\n$/);
    // What was half written is gone with it.
    const index = readdirSync(cache).find((name) => name.startsWith("wire-")) ?? "";
    expect(readdirSync(join(cache, index)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test.each([
    [
      "a listing",
      "list --no-pager --copies show",
      /^record-\d+ +2024-05-05 {2}Northport {2}Ship \d+ came to port$/,
    ],
    ["CSV", "list --csv --columns id,title --copies show", /^record-\d+,Ship \d+ came to port$/],
  ])("while %s is printed: whole lines, no colour left, and the prompt below", (_, call, line) => {
    const cache = join(folder(), "cache");
    azertac(["index", "-d", large], { AZERTAC_CACHE: cache });
    const on = open({ AZERTAC_CACHE: cache });
    for (let tries = 0; ; tries++) {
      on.type(`clear; azertac ${call} -d ${large}`);
      on.waitFor(/Ship \d+ came/);
      on.keys("C-c");
      on.waitFor(/ready> $/);
      on.type('echo "code $?"');
      const shown = on.waitFor(/^code \d+$[\s\S]*ready> $/m);
      // All had been printed before the key came.
      if (!/^code 130$/m.test(shown) && tries < 10) continue;
      expect(shown).toMatch(/^code 130$/m);
      const printed = shown.slice(0, shown.indexOf("ready> echo")).trimEnd().split("\n");
      expect(printed.length).toBeGreaterThan(2);
      expect(printed.at(-1)).toMatch(line);
      expect(
        on
          .tmux("capture-pane", "-p", "-e")
          .split("\n")
          .find((row) => row.includes("code 130")),
      ).toBe("code 130");
      return;
    }
  });
});

test("without a terminal the signal ends it at once", async () => {
  const child = spawn(process.execPath, [BIN, "list", "-d", large], { env: environment(), stdio: "pipe" });
  setTimeout(() => child.kill("SIGINT"), 400);
  child.stdout.resume();
  const [code, signal]: unknown[] = await once(child, "close");
  expect(code === 130 || signal === "SIGINT").toBe(true);
});

/** Runs lines of JavaScript in a process of their own, with what interrupt.ts exports as `io`. */
async function run(...lines: string[]) {
  const at = folder();
  const input = fileURLToPath(new URL("../../../src/cli/io/interrupt.ts", import.meta.url));
  await build({ input, output: { file: join(at, "io.mjs") } });
  writeFileSync(join(at, "run.mjs"), ['import * as io from "./io.mjs";', ...lines].join("\n"));
  const { signal, status, stdout } = spawnSync(process.execPath, [join(at, "run.mjs")], { encoding: "utf8" });
  return { signal, status, stdout };
}

const LISTEN = 'const release = io.beforeInterrupt(() => console.log("cleaned"));';
const INTERRUPT = 'process.kill(process.pid, "SIGINT");';

test("Ctrl-C at the very end of work that did not pause is not lost", async () => {
  expect(
    await run(LISTEN, INTERRUPT, "await io.hearInterrupt();", "release();", "console.log('went on');"),
  ).toEqual({
    signal: "SIGINT",
    status: null,
    stdout: "cleaned\n",
  });
});

test("nothing is cleaned after what was to be cleaned is gone", async () => {
  expect(await run(LISTEN, "release();", INTERRUPT, "await io.hearInterrupt();")).toMatchObject({
    signal: "SIGINT",
    stdout: "",
  });
});
