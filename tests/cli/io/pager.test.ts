/** Long output goes through the user's pager, as git's does. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { hasTmux, Screen } from "../tmux.js";
import { archiveOf, azertac, BIN, folder } from "../tool.js";

/** An archive of so many articles, a line each in a listing. */
function wireOf(articles: number): string {
  const lines = Array.from({ length: articles }, (_, i) =>
    JSON.stringify({ id: `record-${String(i).padStart(4, "0")}`, text: `Ships came to port ${i}.` }),
  );
  return archiveOf({ "all.jsonl": lines.join("\n") });
}

const MANY = 100;
const wire = wireOf(MANY);
/** What follows the call: its exit code, and whether the terminal is as it was. */
const AFTER = 'echo "code $?"; [ "$B" = "$(stty -g)" ] && echo same';

/** A pager that keeps what it is given, and the variables it is given it with. */
function keepingPager(): { pager: string; kept: string } {
  const pager = join(folder(), "keep");
  const kept = join(folder(), "kept");
  writeFileSync(pager, `#!/bin/sh\necho "$LESS $LV" > ${kept}\ncat >> ${kept}\n`);
  chmodSync(pager, 0o755);
  return { pager, kept };
}

test("no pager where the output is no terminal", () => {
  const { pager, kept } = keepingPager();
  const { code, out } = azertac(["list", "-d", wire], { PAGER: pager });
  expect({ code, lines: out.split("\n").length }).toEqual({ code: 0, lines: MANY + 1 });
  expect(existsSync(kept)).toBe(false);
});

describe.skipIf(!hasTmux)("on a terminal", () => {
  let screen: Screen | undefined;
  afterEach(() => screen?.end());
  const open = (more: Record<string, string> = {}): Screen => {
    screen = new Screen(more);
    return screen;
  };

  test("less shows the first screen; after it the terminal is as it was", () => {
    const on = open();
    on.type(`B=$(stty -g); azertac list -d ${wire}; ${AFTER}`);
    expect(on.waitFor(/^:/m)).toContain("record-0000");
    on.keys("G");
    expect(on.waitFor(/\(END\)/)).toContain("record-0099");
    on.keys("q");
    expect(on.waitFor(/^same/m)).toContain("code 0");
  });

  test("the config file's pager comes before PAGER, and may be none", () => {
    const { pager, kept } = keepingPager();
    const config = join(folder(), "config.toml");
    const on = open({ PAGER: "no-such-pager", AZERTAC_CONFIG: config });
    writeFileSync(config, `pager = "${pager}"\n`);
    on.type(`azertac list -d ${wire}; echo "code $?"`);
    on.waitFor(/^code 0/m);
    expect(readFileSync(kept, "utf8")).toContain("record-0099");
    writeFileSync(config, "pager = false\n");
    on.type(`clear; azertac list -d ${wire}; echo "code $?"`);
    expect(on.waitFor(/record-0099[\s\S]*^code 0/m)).not.toContain("no-such-pager");
  });

  test("quitting early ends the tool silently", () => {
    const on = open();
    // More than a pipe holds, so that some of it finds no reader.
    on.type(`azertac list -d ${wireOf(4_000)}; echo "code $?"`);
    on.waitFor(/^:/m);
    on.keys("q");
    expect(on.waitFor(/code \d/)).toMatch(/record-\d+ .*\n(?::?\s*)code 0/);
  });

  test("ctrl-C is the pager's: it goes on, and so does the tool", () => {
    const on = open();
    on.type(`B=$(stty -g); azertac list -d ${wire}; ${AFTER}`);
    on.waitFor(/^:/m);
    on.keys("C-c");
    on.keys("G");
    on.waitFor(/\(END\)/);
    on.keys("q");
    expect(on.waitFor(/^same/m)).toContain("code 0");
  });

  test("a tool that is killed waits until the pager has given the terminal back", () => {
    const on = open();
    const pid = join(folder(), "pid");
    const script = join(folder(), "run");
    writeFileSync(script, `echo $$ > ${pid}; exec "${process.execPath}" "${BIN}" list -d ${wire}\n`);
    on.type(`B=$(stty -g); sh ${script}; ${AFTER}`);
    on.waitFor(/^:/m);
    process.kill(Number(readFileSync(pid, "utf8")), "SIGTERM");
    on.keys("G");
    expect(on.waitFor(/\(END\)/)).not.toMatch(/code \d/);
    on.keys("q");
    expect(on.waitFor(/^same/m)).toContain("code 143");
  });

  test("what fits the screen is printed without a pager", () => {
    const { pager, kept } = keepingPager();
    const on = open({ PAGER: pager });
    on.type(`azertac list -d ${wire} -n 20; echo "code $?"`);
    expect(on.waitFor(/code 0/)).toContain("record-0019");
    expect(existsSync(kept)).toBe(false);
  });

  test("LESS and LV are set unless they are, and the pager gets all", () => {
    const { pager, kept } = keepingPager();
    const on = open({ PAGER: pager });
    on.type(`LESS=S LV=x azertac list -d ${wire}; head -1 ${kept}`);
    on.waitFor(/^S x$/m);
    on.type(`azertac list -d ${wire}; echo "code $?"`);
    on.waitFor(/code 0/);
    const [variables, ...given] = readFileSync(kept, "utf8").trimEnd().split("\n");
    expect({ variables, lines: given.length }).toEqual({ variables: "FRX -c", lines: MANY });
  });

  test.each([
    ["--no-pager", "--no-pager", {}],
    ["an empty AZERTAC_PAGER", "", { AZERTAC_PAGER: "" }],
    ["PAGER=cat", "", { PAGER: "cat" }],
    ["TERM=dumb", "", { TERM: "dumb" }],
    ["--ids", "--ids", {}],
    ["--jsonl", "--jsonl", {}],
  ])("none with %s", (_, option, more) => {
    const on = open(more);
    on.type(`azertac list -d ${wire} ${option}; echo "code $?"`);
    expect(on.waitFor(/code 0/)).toContain("record-0099");
  });

  test("without less all is printed, and nothing said", () => {
    const on = open();
    const err = join(folder(), "err");
    on.type(`PATH=/nowhere azertac list -d ${wire} 2> ${err}; echo "code $?"`);
    expect(on.waitFor(/code 0/)).toContain("record-0099");
    expect(readFileSync(err, "utf8")).toBe("");
  });

  test("a stopped pager goes on in the foreground", () => {
    const on = open();
    on.type(`azertac list -d ${wire}`);
    on.waitFor(/^:/m);
    on.keys("C-z");
    on.waitFor(/Stopped/);
    on.type("fg");
    on.waitFor(/^:/m);
    on.keys("G");
    on.waitFor(/\(END\)/);
    on.keys("q");
    on.waitFor(/ready> $/);
  });

  test.each([
    ["no-such-pager", 'there is no pager "no-such-pager"'],
    ["no-such-pager -x", "no-such-pager: "],
  ])("a missing pager, %s, is done without, and that is said", (pager, says) => {
    const on = open({ PAGER: pager });
    const err = join(folder(), "err");
    // More than one piece that a pager is given.
    on.type(`azertac list -d ${wireOf(4_000)} 2> ${err}; echo "code $?"`);
    on.waitFor(/code 0/);
    expect(readFileSync(err, "utf8")).toContain(says);
    expect(on.sent.match(/record-\d{4}/g)).toHaveLength(4_000);
  });
});
