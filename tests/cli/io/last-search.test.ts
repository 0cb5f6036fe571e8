/** `show --mark` and `show --last`: words of a query marked in whole articles. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { archiveOf, azertac, dispatch, folder } from "../tool.js";

const wire = archiveOf({
  "001_aaaaaaaaaaaaaaaa.txt": dispatch(
    "2024-01-10",
    "Baku",
    "January 10",
    "Minister Aliyev counted the ships in the port of Baku.",
    "The ministers were told of the shpis by the keeper.",
  ),
  "002_bbbbbbbbbbbbbbbb.txt": dispatch(
    "2024-02-20",
    "Baku",
    "February 20",
    "A port has an old lighthouse with a keeper.",
  ),
});
const COLOR = ["--color", "always", "--theme", "none"];
const marked = (text: string): string[] =>
  [...text.matchAll(/\u001b\[1m\u001b\[4m(.*?)\u001b\[24m\u001b\[22m/g)].map(([, word = ""]) => word);
const bodyOf = (text: string): string => text.slice(text.indexOf("\n\n"));

/** Calls that share a cache. */
function session() {
  const cache = join(folder(), "cache");
  return {
    cache,
    file: join(cache, "last", "search.json"),
    azertac: (...words: string[]) => azertac(words, { AZERTAC_CACHE: cache }),
  };
}

describe("--mark", () => {
  const marks = (query: string): string[] =>
    marked(bodyOf(azertac(["show", "1", "-d", wire, "--mark", query, ...COLOR]).out));

  test.each([
    ["ships", ["ships", "shpis"]],
    ["minister", ["Minister", "ministers"]],
    ["алиев", ["Aliyev"]],
    ['"the port"', ["the", "port"]],
    ["keep*", ["keeper"]],
    ["place:Baku -lighthouse", []],
    ["zebra", []],
  ])("%s marks %j", (query, words) => {
    expect(marks(query)).toEqual(words);
  });

  test("in the title as well, and nothing without colour", () => {
    const { out } = azertac(["show", "1", "-d", wire, "--mark", "ships", ...COLOR]);
    expect(marked(out.slice(0, out.indexOf("\n")))).toContain("ships");
    const plain = azertac(["show", "1", "-d", wire, "--mark", "ships"]).out;
    expect(plain).toBe(azertac(["show", "1", "-d", wire]).out);
  });

  test("a query that can't be read: exit code 2, a caret", () => {
    const { code, out, err } = azertac(["show", "1", "-d", wire, "--mark", "(ships"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/\(ships\n {2}\^/);
  });
});

describe("--last", () => {
  test("shows a hit of the last search with its words marked, from wherever it was searched", () => {
    const { azertac } = session();
    expect(azertac("search", "-d", wire, "port keeper").code).toBe(0);
    const first = azertac("show", "--last", ...COLOR);
    expect(first.out).toContain("bbbbbbbbbbbbbbbb");
    expect(marked(bodyOf(first.out))).toEqual(["port", "keeper"]);
    expect(azertac("show", "--last", "2").out).toContain("aaaaaaaaaaaaaaaa");
    expect(marked(bodyOf(azertac("show", "--last", "--mark", "light*", ...COLOR).out))).toEqual([
      "lighthouse",
    ]);
    expect(JSON.parse(azertac("show", "--last", "--json").out)).toMatchObject([{ id: "bbbbbbbbbbbbbbbb" }]);
  });

  test("marks no more than an exact search found", () => {
    const { azertac } = session();
    azertac("search", "-d", wire, "--exact", "ships");
    expect(marked(bodyOf(azertac("show", "--last", ...COLOR).out))).toEqual(["ships"]);
  });

  test("numbers are those that the search printed; others are refused", () => {
    const { azertac } = session();
    azertac("search", "-d", wire, "port", "--offset", "1");
    expect(azertac("show", "--last", "2").out).toContain("aaaaaaaaaaaaaaaa");
    for (const number of ["1", "3"]) {
      const { code, out, err } = azertac("show", "--last", number);
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(err).toBe(`azertac: there is no hit ${number}: the last search, for port, showed hit 2\n`);
    }
  });

  test("the latest search with hits counts; one that found nothing or is for a program does not", () => {
    const { azertac } = session();
    azertac("search", "-d", wire, "lighthouse");
    azertac("search", "-d", wire, "ships", "--json");
    expect(azertac("show", "--last").out).toContain("bbbbbbbbbbbbbbbb");
    azertac("search", "-d", wire, "zebra");
    expect(azertac("show", "--last").out).toContain("bbbbbbbbbbbbbbbb");
  });

  test("no search yet, a damaged file, a wrong number, ids beside it", () => {
    const { azertac, file } = session();
    expect(azertac("show", "--last")).toMatchObject({ code: 1, err: expect.stringContaining("no search") });
    azertac("search", "-d", wire, "port");
    for (const text of [
      "",
      "{",
      "null",
      '{"roots":["/"],"query":1}',
      readFileSync(file, "utf8").slice(0, 40),
    ]) {
      writeFileSync(file, text);
      expect(azertac("show", "--last")).toMatchObject({ code: 1, err: expect.stringContaining("no search") });
    }
    expect(azertac("show", "--last", "0").code).toBe(2);
    expect(azertac("show", "--last", "no").code).toBe(2);
    expect(azertac("show", "001", "--last")).toMatchObject({ code: 2, out: "" });
  });

  test("the file is its user's alone, and nothing else is left beside it", () => {
    const { azertac, file, cache } = session();
    azertac("search", "-d", wire, "port");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(cache, "last")).mode & 0o777).toBe(0o700);
    expect(azertac("search", "-d", wire, "port").err).toBe("");
  });

  test("a shorter one leaves nothing of a longer one, and no link is written through", () => {
    const { azertac, file } = session();
    azertac("search", "-d", wire, `port ${"harbour ".repeat(50)}`, "--any");
    const long = statSync(file).size;
    azertac("search", "-d", wire, "port");
    expect(statSync(file).size).toBeLessThan(long);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ query: "port" });

    const other = join(folder(), "other.txt");
    writeFileSync(other, "mine");
    unlinkSync(file);
    symlinkSync(other, file);
    expect(azertac("search", "-d", wire, "port")).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(other, "utf8")).toBe("mine");
  });

  test("where it can't be kept, or not safely, searching goes on silently", () => {
    const { azertac, cache, file } = session();
    const elsewhere = folder();
    mkdirSync(cache, { mode: 0o700 });
    symlinkSync(elsewhere, join(cache, "last"));
    expect(azertac("search", "-d", wire, "port")).toMatchObject({ code: 0, err: "" });
    expect(existsSync(join(elsewhere, "search.json"))).toBe(false);

    const open = session();
    open.azertac("search", "-d", wire, "port");
    chmodSync(join(open.cache, "last"), 0o755);
    expect(open.azertac("show", "--last")).toMatchObject({
      code: 1,
      err: expect.stringContaining("no search"),
    });
    expect(existsSync(file)).toBe(false);
  });
});
