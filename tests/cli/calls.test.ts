/** Wrong calls, exit codes, filters, and what is said on standard error. */
import { expect, test } from "vitest";
import { archiveOf, azertac, dispatch, shell } from "./tool.js";

const wire = archiveOf({
  "001_aaaaaaaaaaaaaaaa.txt": dispatch(
    "2024-01-10",
    "Baku",
    "January 10",
    "Grain harvest rose in the northern plain.",
  ),
  "002_aaaabbbbbbbbbbbb.txt": dispatch(
    "2024-02-20",
    "Ganja",
    "February 20",
    "The orchestra of the lyceum toured.",
  ),
  "003_cccccccccccccccc.txt": dispatch(
    "2025-03-30",
    "New York",
    "March 30",
    "Grain prices fell on the exchange.",
  ),
  "notes.txt": "Nothing here has a date. It is a plain text of two sentences.\n",
});

test("azertac alone prints help", () => {
  const { code, out } = azertac([]);
  expect(code).toBe(0);
  expect(out).toContain("Usage: azertac");
  expect(out).toContain("search");
});

test.each([
  ["list"],
  ["show"],
  ["summary"],
  ["search"],
  ["related"],
  ["timeline"],
  ["stats"],
  ["completion"],
])("azertac %s --help has examples", (command) => {
  const { code, out } = azertac([command, "--help"]);
  expect(code).toBe(0);
  expect(out).toMatch(/Examples:\n {2}\$ azertac/);
});

test.each([
  [["serch", "x"], "Did you mean search?"],
  [["list", "--sinc", "2025"], "Did you mean --since?"],
  [["list", "--sort", "size"], "relevance, date, title, words"],
  [["list", "-n", "few"], "whole number"],
  [["list", "-n", "-3"], "whole number"],
  [["list", "--since", "2025-13"], '"2025-13" is not a date'],
  [["list", "--json", "--csv"], "cannot be used with"],
  [["show"], "give an id, or --last"],
  [["show", "0", "--width", "3"], "from 20"],
  [["list", "-d", "no/such/folder"], 'cannot read "no/such/folder": no such file or folder'],
])("a wrong call, %j, says what is wrong: exit code 2", (words, says) => {
  const { code, out, err } = azertac(words);
  expect(err).toContain(says);
  expect({ code, out }).toEqual({ code: 2, out: "" });
});

test("a query that can't be read is shown with a caret under the place", () => {
  const { code, out, err } = azertac(["search", "-d", wire, "grain (oil OR gas"]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toBe(
    "azertac: the query can't be read: this bracket is not closed\n  grain (oil OR gas\n        ^\n",
  );
});

test("the newest article comes first, undated ones last", () => {
  const { out } = azertac(["list", "-d", wire, "--ids"]);
  expect(out.split("\n")).toEqual(["cccccccccccccccc", "aaaabbbbbbbbbbbb", "aaaaaaaaaaaaaaaa", "notes", ""]);
});

test.each([
  [
    ["--since", "2024-02"],
    ["cccccccccccccccc", "aaaabbbbbbbbbbbb"],
  ],
  [
    ["--until", "2024-02"],
    ["aaaabbbbbbbbbbbb", "aaaaaaaaaaaaaaaa"],
  ],
  [
    ["--since", "2024", "--until", "2024"],
    ["aaaabbbbbbbbbbbb", "aaaaaaaaaaaaaaaa"],
  ],
  [["--place", "new york"], ["cccccccccccccccc"]],
  [["--agency", "azertac", "-n", "1"], ["cccccccccccccccc"]],
  [["--lang", "en", "--sort", "title", "-n", "1"], ["aaaaaaaaaaaaaaaa"]],
  [
    ["--reverse", "--offset", "1", "-n", "2"],
    ["aaaaaaaaaaaaaaaa", "aaaabbbbbbbbbbbb"],
  ],
])("list %j", (words, ids) => {
  const { code, out } = azertac(["list", "-d", wire, "--ids", ...words]);
  expect({ code, ids: out.trim().split("\n") }).toEqual({ code: 0, ids });
});

test("filters narrow a search", () => {
  expect(azertac(["search", "-d", wire, "grain", "--since", "2025", "--ids"]).out).toBe("cccccccccccccccc\n");
  expect(azertac(["search", "-d", wire, "grain", "place:Baku", "--ids"]).out).toBe("aaaaaaaaaaaaaaaa\n");
});

test("a word behind a minus excludes; options keep working beside it", () => {
  expect(azertac(["search", "-d", wire, "grain", "-harvest", "--ids"]).out).toBe("cccccccccccccccc\n");
  expect(azertac(["search", "grain", "-prices", "-n", "5", "-d", wire, "--ids"]).out).toBe(
    "aaaaaaaaaaaaaaaa\n",
  );
  expect(azertac(["search", "grain", "-d", wire, "-n1", "--ids"]).out.split("\n")).toHaveLength(2);
});

test("a mistyped place, agency or language: exit code 1 and the nearest", () => {
  const { code, out, err } = azertac(["list", "-d", wire, "--place", "Gnaja"]);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^azertac: no article has the place "?Gnaja"?: did you mean Ganja\?\n$/);
});

test("an ambiguous beginning of an id is refused with the candidates", () => {
  const { code, out, err } = azertac(["show", "-d", wire, "aaaa"]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain('"aaaa" matches 2 articles');
  expect(err).toContain("aaaaaaaaaaaaaaaa  2024-01-10  Grain harvest");
  expect(err).toContain("aaaabbbbbbbbbbbb  2024-02-20  The orchestra");
});

test("an unknown id: the nearest titles are offered, the known ones printed", () => {
  const lost = azertac(["show", "-d", wire, "orchestra lyceum"]);
  expect({ code: lost.code, out: lost.out }).toEqual({ code: 1, out: "" });
  expect(lost.err).toContain("aaaabbbbbbbbbbbb");
  const both = azertac(["show", "-d", wire, "nobody", "002", "--json"]);
  expect(both.code).toBe(0);
  expect(JSON.parse(both.out)).toHaveLength(1);
  expect(both.err).toContain('no article "nobody"');
});

test("a mistyped id offers the right one", () => {
  const { err } = azertac(["show", "-d", wire, "cccccccccccccccd"]);
  expect(err).toContain("cccccccccccccccc  2025-03-30");
});

test("a path to nothing is an unknown id", () => {
  expect(azertac(["show", "../../etc/nothing"]).code).toBe(1);
});

test("AZERTAC_DIR names the archive, several folders separated like PATH", () => {
  const other = archiveOf({ "one.txt": "A headline here\n\nSome text about a lighthouse.\n" });
  expect(azertac(["list", "--ids"], { AZERTAC_DIR: other }).out).toBe("one\n");
  expect(azertac(["list", "--ids"], { AZERTAC_DIR: `${other}:${wire}` }).out.split("\n")).toHaveLength(6);
});

test("several folders; a folder inside another is not read twice", () => {
  const out = azertac(["list", "-d", wire, "-d", `${wire}/notes.txt`, "--ids"]).out;
  expect(out.split("\n")).toHaveLength(5);
});

test("a closed pipe ends the tool silently", () => {
  const many = archiveOf({
    "many.jsonl": Array.from({ length: 3000 }, (_, i) =>
      JSON.stringify({ id: `id${i}`, text: `Item ${i} is here.` }),
    ).join("\n"),
  });
  const { code, out, err } = shell(`set -o pipefail; azertac list -d "${many}" --json | head -1`);
  expect({ code, out, err }).toEqual({ code: 0, out: "[\n", err: "" });
});

test("files that share an id get -2, -3 and a warning", () => {
  const shared = archiveOf({ "a/same.txt": "First text of it.\n", "b/same.txt": "Second text of it.\n" });
  const { out, err } = azertac(["list", "-d", shared, "--ids", "--sort", "title"]);
  expect(out).toBe("same\nsame-2\n");
  expect(err).toContain("same-2");
  expect(JSON.parse(azertac(["show", "-d", shared, "same-2", "--json"]).out)[0].body).toEqual([
    "Second text of it.",
  ]);
});
