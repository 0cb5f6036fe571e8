/** Calls that newcomers get wrong, and what they are told. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { archiveOf, azertac, folder, shell } from "../tool.js";

const record = (id: string, text: string): string => JSON.stringify({ id, text });
const wire = archiveOf({
  "wire.jsonl": [
    record("Harbour", "Grain prices rose in the harbour."),
    record("R00001", "The orchestra of the lyceum toured."),
    record("r00002", "Oil prices fell on the exchange."),
    record("Twin", "One of two articles about herring."),
    record("twin", "The other article about herring."),
  ].join("\n"),
});
const single = join(archiveOf({ "a.txt": "A lighthouse keeper counted the ships.\n" }), "a.txt");

test("list takes a file or folder without -d, and says what to do with a word", () => {
  expect(azertac(["list", single, "--ids"])).toEqual({ code: 0, out: "a\n", err: "" });
  expect(azertac(["list", "-d", wire, single, "--type", "text", "--ids"]).out).toBe("a\n");
  expect(azertac(["list", "herring"])).toEqual({
    code: 2,
    out: "",
    err: 'azertac: there is no file or folder "herring"; to find articles, type: azertac search herring\n',
  });
});

test("search with a folder as its last word says how to search that", () => {
  const { code, err } = azertac(["search", "-d", wire, "lighthouse", single]);
  expect(code).toBe(1);
  expect(err).toContain(`type: azertac search lighthouse -d ${single}\n`);
  expect(azertac(["search", "-d", wire, "lighthouse", "nowhere"]).err).not.toContain("type: azertac");
});

test("search in the sample says so too, whatever it finds", () => {
  const { code, err } = azertac(["search", "Algeria", single]);
  expect(code).toBe(0);
  expect(err).toContain(`type: azertac search Algeria -d ${single}\n`);
  expect(azertac(["search", "Algeria", "nowhere"]).err).not.toContain("type: azertac");
});

test("show takes the path of a file in the archive, and of one that is not", () => {
  const root = archiveOf({ "sub/b.txt": "A text about ships.\n" });
  expect(shell(`cd "${root}" && azertac show -d . ./sub/b.txt --ids`).out).toBe("b\n");
  expect(shell(`cd "${root}" && azertac show -d "${wire}" ./sub/b.txt`).out).toContain("A text about ships");
  expect(azertac(["summary", "-d", wire, single, "--ids"]).out).toBe("a\n");
});

test.each([["search"], ["stats"], ["timeline"], ["summary", "--search"]])(
  "%s with an empty query is wrong",
  (...words) => {
    expect(azertac([...words, "", "-d", wire])).toEqual({
      code: 2,
      out: "",
      err: "azertac: the query is empty\n",
    });
    expect(azertac([...words, "?!", "-d", wire])).toMatchObject({
      code: 2,
      err: "azertac: the query has no words: ?!\n",
    });
  },
);

test("a file that can't be read is an error where it is the whole archive", () => {
  const empty = join(archiveOf({ "empty.txt": "" }), "empty.txt");
  expect(azertac(["list", "-d", empty])).toEqual({
    code: 2,
    out: "",
    err: `azertac: cannot read ${empty}: is empty\n`,
  });
  expect(azertac(["list", "-d", empty, "-d", single]).code).toBe(0);
});

test("an archive without articles is named, for list and for show", () => {
  const empty = archiveOf({});
  const says = { code: 1, out: "", err: `azertac: there are no articles in ${empty}\n` };
  expect(azertac(["list", "-d", empty])).toEqual(says);
  expect(azertac(["show", "latest", "-d", empty])).toEqual(says);
  expect(azertac(["related", "latest", "-d", empty])).toEqual(says);
  expect(azertac(["index", "-d", empty])).toEqual(says);
});

test("the query of one summary is no setting", () => {
  const config = join(folder(), "config.toml");
  writeFileSync(config, '[summary]\nsearch = "oil"\n');
  const { code, err } = azertac(["summary", "-d", wire, "Harbour"], { AZERTAC_CONFIG: config });
  expect(code).toBe(2);
  expect(err).toContain('"search"');
});

test("an id that is printed with a space for a line end or tab is found as it is printed", () => {
  const root = archiveOf({
    "new\nline.txt": "A text about ships.\n",
    "tab\there.txt": "A text about oil.\n",
  });
  const ids = azertac(["list", "-d", root, "--ids"]).out.trimEnd().split("\n");
  expect(ids.sort()).toEqual(["new line", "tab here"]);
  for (const id of ids)
    expect(azertac(["show", "-d", root, id, "--ids"])).toMatchObject({ code: 0, out: `${id}\n` });
});

test("ids are found in other letters; those of the exact case win", () => {
  const shown = (id: string): string => azertac(["show", "-d", wire, id, "--ids"]).out;
  expect(shown("harbour")).toBe("Harbour\n");
  expect(shown("HARB")).toBe("Harbour\n");
  expect(shown("R00002")).toBe("r00002\n");
  expect(shown("Twin")).toBe("Twin\n");
  expect(shown("twin")).toBe("twin\n");
  expect(azertac(["show", "-d", wire, "TWIN"])).toMatchObject({ code: 2, out: "" });
  expect(azertac(["related", "-d", wire, "HARBOUR"]).err).not.toContain("there is no article");
});

test("a full disk and a missing config file are said in words", () => {
  expect(shell(`azertac list -d "${wire}" > /dev/full`).err).toBe(
    "azertac: cannot write: the disk is full\n",
  );
  expect(azertac(["list"], { AZERTAC_CONFIG: "/no/such.toml" }).err).toBe(
    'azertac: cannot read the config file "/no/such.toml": no such file or folder\n',
  );
});

test("a warning names its path once", () => {
  const blocked = join(folder(), "file");
  writeFileSync(blocked, "");
  const { err } = azertac(["index", "-d", wire], { AZERTAC_CACHE: join(blocked, "cache") });
  const [warning = ""] = err.split("\n");
  expect(warning).toContain("warning");
  expect(warning.split(join(blocked, "cache")).length).toBe(2);
});

test("an empty HOME does not put the cache below the current folder", () => {
  const here = folder();
  mkdirSync(join(here, "w"));
  writeFileSync(join(here, "w", "a.txt"), "Some words of a text.\n");
  const { out } = shell(`cd "${here}" && unset AZERTAC_CACHE && HOME= azertac list -d w --ids && ls -a`);
  expect(out).toContain("a\n");
  expect(out).not.toContain(".cache");
});

test.each([
  [["list", "--columns", "foo"], ""],
  [["version"], "(Did you mean --version?)"],
  [["list", "-v"], "(Did you mean -V?)"],
  [["list", "--columns", "titel"], "(Did you mean title?)"],
])("%j proposes what is near, and nothing that is not: %s", (words, says) => {
  const { code, err } = azertac([...words, "-d", wire]);
  expect(code).toBe(2);
  if (says === "") expect(err).not.toContain("Did you mean");
  else expect(err).toContain(says);
});

test("help with a mistyped command prints its error alone", () => {
  expect(azertac(["help", "lsit"])).toEqual({
    code: 2,
    out: "",
    err: "azertac: unknown command 'lsit'\n(Did you mean list?)\nTry: azertac --help\n",
  });
});

test("lang is another name of the column language", () => {
  expect(azertac(["list", "-d", single, "--columns", "lang,id"]).out).toMatch(/^\S+\ta\n$/);
  expect(azertac(["list", "-d", single, "--columns", "lang", "--csv"]).out).toMatch(/^language\r\n/);
  expect(azertac(["list", "-d", single, "--format", "{lang} {id}"]).out).toMatch(/^\S+ a\n$/);
});

test("a search that finds nothing leaves the last one", () => {
  const cache = join(folder(), "cache");
  const run = (...words: string[]): string => azertac([...words], { AZERTAC_CACHE: cache }).out;
  run("search", "oil", "-d", wire);
  run("search", "zzzzqq", "-d", wire);
  expect(run("show", "--last", "--ids")).toBe("r00002\n");
});
