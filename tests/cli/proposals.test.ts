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
  const empty = (one: string) => ({
    code: 1,
    out: "",
    err: `azertac: --offset 5 is past the last of 1 ${one}\n`,
  });
  expect(azertac(["list", "-d", wire, "--offset", "5"])).toEqual(empty("article"));
  expect(azertac(["search", "-d", wire, "lighthouse", "--offset", "5"])).toEqual(empty("hit"));
});
