/** Saved searches: what is written to the config file, and what reads them. */
import { lstatSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { archiveOf, azertac, folder, type Ran } from "../../tool.js";

const article = (place: string, day: number, text: string): string =>
  `${place}, April ${day}, 2025 (AZERTAC)\n\n${text}\n\nMore of it.\n`;

const wire = archiveOf({
  "a.txt": article("BAKU", 1, "Oil output rose."),
  "b.txt": article("GANJA", 2, "Oil refinery opens."),
  "c.txt": article("BAKU", 3, "Grain harvest begins."),
});

/** Runs calls with one config file. */
function calls(text: string | null = ""): { run: (...words: string[]) => Ran; path: string } {
  const home = folder();
  const path = join(home, "config.toml");
  if (text !== null) writeFileSync(path, text);
  return { path, run: (...words) => azertac(words, { AZERTAC_CONFIG: path }) };
}

const idsOf = ({ out }: Ran): string[] => out.trim().split("\n").sort();

test("a search is saved, replaced and removed, and the rest of the file stays as it is", () => {
  const before = '# mine\nlimit = 5 # five\n\n[saved]\n# beats\nold = "grain"\n\n[list]\nlimit = 3\n';
  const { run, path } = calls(before);
  expect(run("save", "oil", "oil", "-gas", "--place", "Baku", "--since", "2025", "--exact").code).toBe(0);
  expect(run("save", "old", 'the "port"').err).toContain("Replaced");
  expect(readFileSync(path, "utf8")).toBe(
    before.replace(
      'old = "grain"\n',
      'old = "the \\"port\\""\noil = { query = "oil -gas", since = "2025", place = ["Baku"], exact = true }\n',
    ),
  );
  expect(run("save", "--remove", "oil").code).toBe(0);
  expect(run("save", "--remove", "old").code).toBe(0);
  expect(readFileSync(path, "utf8")).toBe(before.replace('old = "grain"\n', ""));
});

test.each([
  ['[saved]\nx = """\na\n"""\n', "x"],
  ['[saved.x]\nquery = "a"\n', "x"],
  ['saved = { x = "a" }\n', "x"],
])("%j is not changed: it is written in another way", (text, name) => {
  const { run, path } = calls(text);
  const { code, err } = run("save", name, "oil");
  expect([code, err]).toEqual([2, expect.stringContaining("please edit it there")]);
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("a config file that is a link stays one", () => {
  const real = join(folder(), "real.toml");
  writeFileSync(real, "");
  const link = join(folder(), "config.toml");
  symlinkSync(real, link);
  azertac(["save", "oil", "oil"], { AZERTAC_CONFIG: link });
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(parse(readFileSync(real, "utf8"))).toEqual({ saved: { oil: "oil" } });
});

test("without a config file one is made, unless there is to be none", () => {
  const { run, path } = calls(null);
  expect(run("save", "oil", "oil").code).toBe(0);
  expect(readFileSync(path, "utf8")).toBe('[saved]\noil = "oil"\n');
  expect(azertac(["save", "oil", "oil"]).err).toContain("AZERTAC_CONFIG is set to none");
});

test("what the config file sets is not made part of a search that is saved", () => {
  const { run, path } = calls('lang = "en"\nexact = true\n');
  run("save", "oil", "oil");
  expect(parse(readFileSync(path, "utf8"))).toEqual({ lang: "en", exact: true, saved: { oil: "oil" } });
});

test("the names of saved searches are completed", () => {
  const { run } = calls('[saved]\noil = "oil OR gas"\ngrain = "grain"\n');
  expect(run("__complete", "fish", "azertac new o").out).toContain("oil");
});

test.each([
  [["save", "a b", "oil"], /cannot be the name/],
  [["save", "a", "oil AND"], /AND needs something on both sides/],
  [["save", "a", "oil", "--since", "soon"], /soon/],
  [["save", "a"], /give the query to save/],
  [["save"], /give a name and a query/],
  [["save", "a", "saved:a"], /circle/],
  [["save", "a", "saved:b"], /there is no saved search "b"/],
  [["save", "--remove", "ail"], /there is no saved search "ail"\n\(Did you mean oil\?\)/],
])("%j is refused and nothing is written", (words, message) => {
  const text = '[saved]\noil = "oil"\n';
  const { run, path } = calls(text);
  const { code, err } = run(...words);
  expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  expect(readFileSync(path, "utf8")).toBe(text);
});

test.each([
  ["[saved]\nx = 1\n", /the saved search "x" must be a query/],
  ['[saved]\nx = { place = "Baku" }\n', /has no "query"/],
  ['[saved]\nx = { query = "a", plaice = "Baku" }\n', /has "plaice", which is none of/],
  ['[saved]\nx = { query = "a", exact = "yes" }\n', /must be true or false/],
])("%j in the config file is an error", (text, message) => {
  const { code, err } = calls(text).run("search", "@x", "-d", wire);
  expect([code, err]).toEqual([2, expect.stringMatching(message)]);
});

test("saved searches are listed as they are typed, and as JSON", () => {
  const { run } = calls(
    '[saved]\noil = { query = "oil -gas", place = "New York", any = true }\nwheat = "wheat"\n',
  );
  expect(run("save", "--list").out).toBe("oil\toil -gas --place 'New York' --any\nwheat\twheat\n");
  expect(JSON.parse(run("save", "wheat", "--json").out)).toEqual({ wheat: { query: "wheat" } });
  expect(calls().run("save", "--list").code).toBe(1);
});

const SAVED = [
  "[saved]",
  'oil = { query = "oil", place = ["Baku", "Sumgait"] }',
  'early = { query = "oil OR grain", until = "2025-04-02" }',
  'both = "saved:oil OR saved:early"',
  'loop = "saved:pool"',
  'pool = "saved:loop"',
  "",
].join("\n");

test.each([
  [["@oil"], ["a"]],
  [["@oil", "refinery", "--place", "Ganja"], ["b"]],
  [["saved:oil"], ["a"]],
  [["saved:early"], ["a", "b"]],
  [["saved:both"], ["a", "b"]],
  [
    ["grain", "OR", "saved:oil"],
    ["a", "c"],
  ],
  [["oil -saved:oil"], ["b"]],
  [["(saved:oil OR grain) -rose"], ["c"]],
])("search %j finds %j", (words, ids) => {
  const { run } = calls(SAVED);
  const ran = run("search", "-d", wire, "--ids", ...words);
  expect(ran.err).toBe("");
  expect(idsOf(ran)).toEqual(ids);
});

test("other commands that take a query know saved searches too", () => {
  const { run } = calls(SAVED);
  const stats = JSON.parse(run("stats", "saved:oil", "-d", wire, "--json").out) as { articles: number };
  expect(stats.articles).toBe(1);
  expect(run("summary", "--search", "saved:oil", "-d", wire, "--json").out).toContain("Oil output rose");
});

test.each([
  [["saved:nope"], /there is no saved search "nope"; saved are oil, early/],
  [["@nope"], /there is no saved search "nope"/],
  [["saved:loop"], /in a circle/],
  [["saved: oil"], /"saved:" needs a name/],
])("search %j is an error", (words, message) => {
  const { code, err } = calls(SAVED).run("search", "-d", wire, ...words);
  expect([code, err]).toEqual([2, expect.stringMatching(message)]);
});

test("saved:NAME inside quotation marks is text", () => {
  expect(calls(SAVED).run("search", "-d", wire, '"saved:oil"').code).toBe(1);
});
