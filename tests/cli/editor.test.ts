/** `azertac show --editor`: articles in $VISUAL or $EDITOR. */
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { editorOf, placed } from "../../src/cli/io/editor.js";
import { EditorError } from "../../src/cli/io/editor-error.js";
import { archiveOf, azertac, dispatch, folder } from "./tool.js";

const wire = archiveOf({
  "one.txt": dispatch("2024-01-10", "Baku", "January 10", "The harvest rose.", "The fleet came in."),
  "two.txt": dispatch("2024-02-20", "Ganja", "February 20", "A bridge was opened."),
  "all.jsonl": [
    {
      id: "r1",
      date: "2024-03-01",
      title: "The lighthouse",
      text: "The keeper counted \u001b[2J the boats.",
    },
    { id: "../r 2", date: "2024-03-02", title: "The harbour", text: "It was closed." },
  ]
    .map((record) => JSON.stringify(record))
    .join("\n"),
});

/** An editor that keeps its arguments, what the last one's file holds and whether it may be written. */
function keepingEditor(name = "keep"): { path: string; kept: string; read: () => string[] } {
  const at = folder();
  const path = join(at, name);
  const kept = join(at, "kept");
  writeFileSync(
    path,
    `#!/bin/sh\nfor word; do echo "[$word]"; last=$word; done > ${kept}\nls -l "$last" | cut -c1-10 >> ${kept}\ncat "$last" >> ${kept}\n`,
  );
  chmodSync(path, 0o755);
  return { path, kept, read: () => readFileSync(kept, "utf8").split("\n") };
}

describe("azertac show --editor", () => {
  test("opens the file of an article that is one", () => {
    const { path, read } = keepingEditor();
    const ran = azertac(["show", "-d", wire, "one", "--editor"], { EDITOR: path });
    expect(ran).toEqual({ code: 0, out: "", err: "" });
    expect(read()[0]).toBe(`[${join(wire, "one.txt")}]`);
  });

  test("VISUAL comes first; both may have arguments, in quotes too, and no shell runs them", () => {
    const { path, read } = keepingEditor("my editor");
    const more = { EDITOR: "false", VISUAL: `'${path}' -w "a b" $(touch x) ;` };
    expect(azertac(["show", "-d", wire, "two", "-e"], more).code).toBe(0);
    expect(read().slice(0, 6)).toEqual([
      "[-w]",
      "[a b]",
      "[$(touch]",
      "[x)]",
      "[;]",
      `[${join(wire, "two.txt")}]`,
    ]);
  });

  test("an article out of a file of several: a copy of its text that nobody can change, in the private cache", () => {
    const { path, read } = keepingEditor();
    const cache = join(folder(), "cache");
    const before = readFileSync(join(wire, "all.jsonl"));
    expect(azertac(["show", "-d", wire, "r1", "-e"], { EDITOR: path, AZERTAC_CACHE: cache }).code).toBe(0);
    const [file = "", mode, ...text] = read();
    expect(file.startsWith(`[${cache}/editor/copy-`) && file.endsWith("/r1.txt]")).toBe(true);
    expect(mode).toBe("-r--------");
    expect(text.join("\n")).toMatch(
      /^The lighthouse\n2024-03-01 .* r1\n\nThe keeper counted \ufffd\[2J the boats\.\n$/,
    );
    expect(statSync(join(cache, "editor")).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(wire, "all.jsonl"))).toEqual(before);
  });

  test("a name that would lead elsewhere does not", () => {
    const { path, read } = keepingEditor();
    expect(azertac(["show", "-d", wire, "../r 2", "-e"], { EDITOR: path }).code).toBe(0);
    expect(read()[0]).toMatch(/\/editor\/copy-\w+\/_r_2\.txt\]$/);
  });

  test("several articles are opened together", () => {
    const { path, read } = keepingEditor();
    expect(azertac(["show", "-d", wire, "one", "r1", "-e"], { EDITOR: path }).code).toBe(0);
    expect(read().slice(0, 2)).toEqual([`[${join(wire, "one.txt")}]`, expect.stringMatching(/\/r1\.txt\]$/)]);
  });

  test("at the first line with a word that is marked, in editors that are known to take one", () => {
    const { path, read } = keepingEditor("vim");
    azertac(["show", "-d", wire, "one", "-e", "--mark", "fleet"], { EDITOR: path });
    expect(read().slice(0, 2)).toEqual(["[+5]", `[${join(wire, "one.txt")}]`]);
  });

  test("copies that were left behind are removed half a day later", () => {
    const cache = join(folder(), "cache");
    const more = { EDITOR: "true", AZERTAC_CACHE: cache };
    azertac(["show", "-d", wire, "r1", "-e"], more);
    const [copy = ""] = readdirSync(join(cache, "editor"));
    utimesSync(join(cache, "editor", copy), new Date(0), new Date(0));
    azertac(["show", "-d", wire, "r1", "-e"], more);
    expect(existsSync(join(cache, "editor", copy))).toBe(false);
    expect(readdirSync(join(cache, "editor"))).toHaveLength(1);
  });

  test.each([
    [{}, "no editor is set: set VISUAL or EDITOR to its command, e.g. EDITOR=vim"],
    [{ EDITOR: " " }, "no editor is set: set VISUAL or EDITOR to its command, e.g. EDITOR=vim"],
    [
      { EDITOR: "no-such-editor -x" },
      "cannot run the editor no-such-editor: no such program; set VISUAL or EDITOR",
    ],
    [{ EDITOR: wire }, `cannot run the editor ${wire}: permission denied; set VISUAL or EDITOR`],
    [{ EDITOR: "sh -c 'exit 3'" }, "the editor sh ended with exit code 3"],
    [{ VISUAL: "sh -c 'kill $$'" }, "the editor sh was ended by SIGTERM"],
  ])("%j: exit code 2, and a reason", (more, reason) => {
    const ran = azertac(["show", "-d", wire, "one", "-e"], more as Record<string, string>);
    expect(ran).toEqual({ code: 2, out: "", err: `azertac: ${reason}\n` });
  });

  test("an article that there is not opens nothing", () => {
    const { path, kept } = keepingEditor();
    expect(azertac(["show", "-d", wire, "zebra", "-e"], { EDITOR: path }).code).toBe(1);
    expect(existsSync(kept)).toBe(false);
  });

  test("a cache that can't be used is said", () => {
    const file = join(folder(), "file");
    writeFileSync(file, "");
    const { code, err } = azertac(["show", "-d", wire, "r1", "-e"], { EDITOR: "true", AZERTAC_CACHE: file });
    expect(code).toBe(2);
    expect(err).toMatch(/^azertac: cannot make a copy of r1 for the editor: .*is not a folder/m);
  });

  test("not with output for programs", () => {
    const { code, err } = azertac(["show", "-d", wire, "one", "-e", "--json"]);
    expect(code).toBe(2);
    expect(err).toContain("option '-e, --editor' cannot be used with option '--json'");
  });
});

test.each([
  ["vim", ["vim"]],
  ["code -w", ["code", "-w"]],
  ["emacsclient -c -a ''", ["emacsclient", "-c", "-a", ""]],
  ["  nano\t-w ", ["nano", "-w"]],
  ['"/opt/My Editor/ed" --wait', ["/opt/My Editor/ed", "--wait"]],
  ["/opt/My\\ Editor/ed", ["/opt/My Editor/ed"]],
  ["vim 'x", ["vim", "x"]],
])("the words of %s", (command, words) => {
  expect(editorOf({ EDITOR: command }, "linux")).toEqual(words);
});

test("in a path of Windows a backslash is itself", () => {
  expect(editorOf({ EDITOR: '"C:\\Program Files\\np.exe" -x' }, "win32")).toEqual([
    "C:\\Program Files\\np.exe",
    "-x",
  ]);
});

test("VISUAL that is empty leaves it to EDITOR", () => {
  expect(editorOf({ VISUAL: "", EDITOR: "vim" })).toEqual(["vim"]);
  expect(() => editorOf({ VISUAL: "" })).toThrow(EditorError);
});

test.each([
  ["/usr/bin/nvim", ["+7", "/x/a.txt"]],
  ["emacsclient", ["+7", "/x/a.txt"]],
  ["code", ["--goto", "/x/a.txt:7"]],
  ["hx", ["/x/a.txt:7"]],
  ["someone-elses", ["/x/a.txt"]],
])("%s at a line", (program, words) => {
  expect(placed(program, "/x/a.txt", 7)).toEqual(words);
  expect(placed(program, "/x/a.txt", 1)).toEqual(["/x/a.txt"]);
});
