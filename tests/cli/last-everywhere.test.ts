/** `--last`, `--format` and `--columns` on every command that prints articles. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { archiveOf, azertac, folder, type Ran } from "./tool.js";

const record = (id: string, date: string, text: string): string =>
  JSON.stringify({ id, date, place: "Baku", text });
const wire = archiveOf({
  "wire.jsonl": [
    record("grain", "2025-01-01", "Grain prices rose in the harbour of the northern plain."),
    record("corn", "2025-01-02", "Grain prices and corn prices rose in the northern plain."),
    record("band", "2025-01-03", "The orchestra of the lyceum toured the coast."),
  ].join("\n"),
});

/** Calls that share a cache. */
function session(): (...words: string[]) => Ran {
  const cache = join(folder(), "cache");
  return (...words) => azertac(words, { AZERTAC_CACHE: cache });
}

test.each([
  ["list", "--last"],
  ["show", "--last"],
  ["search", "--last"],
  ["summary", "--last"],
  ["related", "--last"],
])("%s %s without a search before it says so: exit code 1", (...words) => {
  const { code, out, err } = session()(...words);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toBe("azertac: no search is remembered; azertac search <words...> makes one\n");
});

test("each command takes the hits of the last search, in the archive that was searched", () => {
  const run = session();
  const [first = "", second = ""] = run("search", "-d", wire, "grain").out.match(/grain|corn/g)?.length
    ? run("search", "-d", wire, "grain", "--ids").out.trimEnd().split("\n")
    : [];
  expect([first, second].sort()).toEqual(["corn", "grain"]);
  expect(run("list", "--last", "--ids")).toEqual({ code: 0, out: `${first}\n${second}\n`, err: "" });
  expect(run("list", "--last", "--sort", "date", "--ids").out).toBe("corn\ngrain\n");
  expect(run("list", "--last", "--since", "2025-01-02", "--ids").out).toBe("corn\n");
  expect(run("list", "--last", "-n", "1", "--offset", "1", "--ids").out).toBe(`${second}\n`);
  expect(run("show", "--last", "2", "--ids").out).toBe(`${second}\n`);
  expect(run("summary", "--last", "--ids").out).toBe(`${first}\n`);
  expect(run("related", "--last", "--ids").out).toContain(second);
  expect(run("search", "--last", "--ids").out).toBe(`${first}\n${second}\n`);
});

test.each([
  [["search", "grain", "--last"], "use words or --last, not both"],
  [["search"], "give the words of a query, or --last to repeat the last search"],
  [["related", "grain", "--last"], "use an id or --last, not both"],
  [["related"], "give an id, or --last for a hit of the last search"],
  [["summary", "grain", "--last"], "use ids or --last, not both"],
  [["summary", "--search", "grain", "--last"], "use --search or --last, not both"],
])("%j is wrong: %s", (words, says) => {
  expect(azertac([...words, "-d", wire])).toEqual({ code: 2, out: "", err: `azertac: ${says}\n` });
});

test.each([
  [["list", "-n", "1"], "band\n"],
  [["show", "band"], "band\n"],
  [["search", "orchestra"], "band\n"],
  [["summary", "band"], "band\n"],
  [["summary", "--search", "orchestra"], "band\n"],
  [["related", "grain", "-n", "1"], "corn\n"],
])("%j takes --format and --columns", (words, out) => {
  expect(azertac([...words, "-d", wire, "--format", "{id}"])).toMatchObject({ code: 0, out });
  expect(azertac([...words, "-d", wire, "--columns", "id"])).toMatchObject({ code: 0, out });
  expect(azertac([...words, "-d", wire, "--columns", "id,place", "--csv"]).out).toBe(
    `id,place\r\n${out.trimEnd()},Baku\r\n`,
  );
  expect(azertac([...words, "-d", wire, "--format", "{titel}"])).toMatchObject({ code: 2, out: "" });
  expect(azertac([...words, "-d", wire, "--format", "{id}", "--json"])).toMatchObject({ code: 2, out: "" });
});

test("each command has the fields of its own", () => {
  const of = (field: string, ...words: string[]): string =>
    azertac([...words, "-d", wire, "--format", `{${field}}`]).out;
  expect(of("body", "show", "band")).toContain("orchestra of the lyceum");
  expect(of("sentences", "summary", "band")).toContain("orchestra of the lyceum");
  expect(of("text", "summary", "--search", "orchestra")).toContain("orchestra of the lyceum");
  expect(of("ties", "related", "grain")).toContain("plain");
});

test("columns that are set for all commands leave what is to be read", () => {
  const config = join(folder(), "my.toml");
  writeFileSync(config, 'columns = "id"\n');
  const run = (...words: string[]): string => azertac([...words, "-d", wire], { AZERTAC_CONFIG: config }).out;
  expect(run("list", "-n", "1")).toBe("band\n");
  expect(run("show", "band")).toContain("orchestra");
  writeFileSync(config, '[show]\ncolumns = "id"\n');
  expect(run("show", "band")).toBe("band\n");
});
