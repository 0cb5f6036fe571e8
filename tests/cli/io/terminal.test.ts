/** The tool on a real terminal, by tmux; and what stands for a terminal in the environment. */
import { describe, expect, test } from "vitest";
import { progressLine } from "../../../src/cli/io/terminal.js";
import { hasTmux, printed } from "../tmux.js";
import { archiveOf, azertac, dispatch, shell } from "../tool.js";

const wire = archiveOf({
  "001_aaaaaaaaaaaaaaaa.txt": dispatch(
    "2024-01-10",
    "Baku",
    "January 10",
    "Grain harvest rose in the northern plain, and the farmers of every district there were glad of it.",
  ),
  "002_bbbbbbbbbbbbbbbb.txt": dispatch(
    "2024-02-20",
    "Baku",
    "February 20",
    "会議が港で開かれ、灯台の守り手が船を二度数えた。全部そろっていた。",
  ),
});

const plain = (line: string): string => line.replace(/\u001b\[[\d;]*m/g, "");

describe.skipIf(!hasTmux)("on a terminal", () => {
  test("list: one line an article, cut at the width, in colour", () => {
    const lines = printed(`list -d "${wire}"`, 40);
    expect(lines.map(plain)).toEqual([
      "bbbbbbbb  2024-02-20  会議が港で開かれ…",
      expect.stringMatching(/^aaaaaaaa {2}2024-01-10 {2}Grain harvest ?\S*…$/),
    ]);
    expect(lines[0]).toMatch(/^\u001b\[33mbbbbbbbb/);
  });

  test("show: no line broken by the terminal itself", () => {
    const lines = printed(`show -d "${wire}" 001`, 40).map(plain);
    const text = lines.slice(lines.indexOf("") + 1);
    expect(text).toEqual([
      "Grain harvest rose in the northern",
      "plain, and the farmers of every district",
      "there were glad of it.",
    ]);
  });

  test("search: matches in colour, and how many there are", () => {
    const lines = printed(`search -d "${wire}" harvest`, 60);
    expect(lines.join("\n")).toMatch(/\u001b\[[\d;]*31m[hH]arvest/);
    expect(lines.map(plain).at(-1)).toBe("1 article");
  });

  test("search --explain: a table in colour; short lines where it does not fit", () => {
    const wide = printed(`search -d "${wire}" harvset --explain`, 70);
    const row = wide.find((line) => plain(line).includes("harvset: harvest")) ?? "";
    expect(plain(row)).toMatch(/^ +\d\.\d{3} {2}harvset: harvest {2}fuzzy, 1 edit +1 +1 +0 +0$/);
    expect(row).toMatch(/\u001b\[33m\d.*31mharvset: harvest/);
    const narrow = printed(`search -d "${wire}" harvset --explain`, 40).map(plain);
    const at = narrow.findIndex((line) => line.includes("harvset: harvest"));
    expect(narrow.slice(at + 1, at + 3).map((line) => line.trim())).toEqual([
      expect.stringMatching(/^fuzzy, 1 edit, 1 article/),
      expect.stringMatching(/body 0$/),
    ]);
    for (const line of narrow) expect(line.length).toBeLessThanOrEqual(40);
  });

  test("related: the words that tie below each line", () => {
    const again = archiveOf({
      "1.txt": "The keeper of the Northport lighthouse counted the boats of the herring fleet.",
      "2.txt": "Boats of the herring fleet were counted by the keeper of the Northport lighthouse.",
    });
    const [line = "", words = ""] = printed(`related -d "${again}" 1`, 40);
    expect(plain(line)).toMatch(/^2 {2}.{1,37}…$/);
    expect(plain(words)).toMatch(/^ {2}.*lighthouse.*/);
    expect(plain(words).length).toBeLessThanOrEqual(40);
    expect(words).toContain("\u001b[2m");
  });

  test("timeline: bars as wide as the terminal, in colour, and how many there are", () => {
    const lines = printed(`timeline -d "${wire}" --by month`, 30);
    expect(lines.map(plain)).toEqual([
      `2024-01  ${"█".repeat(18)}  1`,
      `2024-02  ${"█".repeat(18)}  1`,
      "2 articles",
    ]);
    expect(lines[0]).toContain("\u001b[36m█");
    const ascii = printed(`timeline -d "${wire}" --by year`, 30, { LC_ALL: "C" });
    expect(plain(ascii[0] ?? "")).toBe(`2024  ${"#".repeat(21)}  2`);
  });

  test("stats: no line broken by the terminal", () => {
    const lines = printed(`stats -d "${wire}"`, 24).map(plain);
    expect(lines.slice(0, 2)).toEqual([
      expect.stringMatching(/^2 articles, \d+ words$/),
      expect.stringContaining("2024-01-10"),
    ]);
    expect(lines).toContain("  Baku  2");
  });

  test.each([
    ["NO_COLOR", { NO_COLOR: "1" }],
    ["TERM=dumb", { TERM: "dumb" }],
  ])("no colour with %s", (_, more) => {
    expect(printed(`list -d "${wire}"`, 60, more).join("\n")).not.toContain("\u001b");
  });
});

describe("without a terminal", () => {
  test("COLUMNS sets the width of running text, and leaves the lines of a listing whole", () => {
    const { out } = azertac(["show", "-d", wire, "001"], { COLUMNS: "30" });
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(30);
    expect(out.split("\n").length).toBeGreaterThan(6);
    const listed = azertac(["list", "-d", wire], { COLUMNS: "30" }).out;
    expect(listed).toBe(azertac(["list", "-d", wire]).out);
  });

  test("the theme: as asked for, else as the environment says, else for a dark background", () => {
    const id = (more: Record<string, string>, ...words: string[]): string =>
      azertac(["list", "-d", wire, "-n", "1", "--color", "always", ...words], more).out.split("bbbb")[0] ??
      "";
    expect(id({})).toBe("\u001b[33m");
    expect(id({ COLORFGBG: "0;15" })).toBe("\u001b[34m");
    expect(id({ AZERTAC_THEME: "none" })).toBe("");
    expect(id({ AZERTAC_THEME: "none" }, "--theme", "light")).toBe("\u001b[34m");
  });

  test("FORCE_COLOR=0 and an empty NO_COLOR change nothing in a pipe", () => {
    const { out } = azertac(["list", "-d", wire], { FORCE_COLOR: "0", NO_COLOR: "" });
    expect(out).not.toContain("\u001b");
  });
});

test("a full disk is said: exit code 2", () => {
  const { code, err } = shell(`azertac list -d "${wire}" > /dev/full`);
  expect(code).toBe(2);
  expect(err).toMatch(/^azertac: cannot write: the disk is full\n$/);
});

test("more than ten warnings are counted", () => {
  const files = Array.from({ length: 13 }, (_, i) => [`empty-${i}.txt`, ""]);
  const { err } = azertac([
    "list",
    "-d",
    archiveOf({ "good.txt": "Some words.\n", ...Object.fromEntries(files) }),
  ]);
  const lines = err.trimEnd().split("\n");
  expect(lines).toHaveLength(11);
  expect(lines[0]).toMatch(/^azertac: warning: .*empty-0\.txt: is empty$/);
  expect(lines[10]).toBe("… and 3 more");
});

test.each([
  [45e6, 100e6, 10, "Reading  45%  4.5 MB/s  13 s left"],
  [100e6, 100e6, 10, "Reading 100%  10.0 MB/s  0 s left"],
  [5e6, 0, 2, "Reading 5.0 MB  2.5 MB/s"],
])("progress of %i of %i bytes in %i s", (done, total, seconds, line) => {
  expect(progressLine(done, total, seconds)).toBe(line);
});
