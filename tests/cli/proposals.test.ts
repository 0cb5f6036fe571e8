/** What is proposed for a mistyped call, and where help is found. */
import { expect, test } from "vitest";
import { archiveOf, azertac } from "./tool.js";

test.each([
  [["sea", "oil"], "azertac: unknown command 'sea'\n(Did you mean search?)\nTry: azertac --help\n"],
  [["lsit"], "azertac: unknown command 'lsit'\n(Did you mean list?)\nTry: azertac --help\n"],
  [["xyzzy"], "azertac: unknown command 'xyzzy'\nTry: azertac --help\n"],
  [
    ["list", "--agenci", "x"],
    "azertac: unknown option '--agenci'\n(Did you mean --agency?)\nTry: azertac list --help\n",
  ],
  [["-d", "wire", "lsit"], "azertac: unknown command 'lsit'\n(Did you mean list?)\nTry: azertac --help\n"],
  [["show", "0", "-x"], "azertac: unknown option '-x'\nTry: azertac show --help\n"],
])("%j", (words, says) => {
  expect(azertac(words)).toEqual({ code: 2, out: "", err: says });
});

test("help with a mistyped command names it behind the help", () => {
  const { code, out, err } = azertac(["help", "sumary"]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/unknown command 'sumary'\n\(Did you mean summary\?\)\nTry: azertac --help\n$/);
});

test.each([["list"], ["show"], ["summary"], ["search"]])("help %s is what --help prints", (command) => {
  const help = azertac(["help", command]);
  expect(help).toEqual(azertac([command, "--help"]));
  expect(help).toMatchObject({ code: 0, err: "" });
  expect(help.out).toMatch(new RegExp(`^Usage: azertac ${command} `));
  expect(help.out).toMatch(/Examples:\n {2}\$ azertac/);
});

test("azertac alone prints help with examples", () => {
  const { code, out, err } = azertac([]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/Examples:\n {2}\$ azertac list\n/);
});

test("a page behind the last article says how many there are", () => {
  const wire = archiveOf({ "one.txt": "Some words of a lighthouse.\n" });
  const empty = { code: 1, out: "", err: "azertac: nothing to show of 1 article\n" };
  expect(azertac(["list", "-d", wire, "--offset", "5"])).toEqual(empty);
  expect(azertac(["search", "-d", wire, "lighthouse", "--offset", "5"])).toEqual(empty);
});
