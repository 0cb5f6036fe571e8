/** Options before the command. */
import { expect, test } from "vitest";
import { archiveOf, azertac, folder } from "../tool.js";

const wire = archiveOf({
  "one.txt": "Oil prices rose on the exchange.\n",
  "two.txt": "The lighthouse keeper counted ships.\n",
});

test.each([
  [["-d", wire, "list", "--ids"], "one\ntwo\n"],
  [["--dir", wire, "search", "oil", "--ids"], "one\n"],
  [[`--dir=${wire}`, "--ids", "list"], "one\ntwo\n"],
  [[`-d${wire}`, "-n1", "--ids", "list"], "one\n"],
  [["-d", wire, "-n", "1", "--ids", "list"], "one\n"],
  [["-d", wire, "--ids", "search", "ships", "-oil"], "two\n"],
  [["-d", folder(), "-d", wire, "--ids", "search", "--", "oil"], "one\n"],
])("options before the command, %j, are options of the command", (words, out) => {
  expect(azertac(words)).toEqual({ code: 0, out, err: "" });
});

test("show takes the options before it, and a command's name as their value", () => {
  const list = archiveOf({ "list.txt": "A list of ships.\n" });
  expect(azertac(["-d", list, "--mark", "list", "show", "list", "--ids"]).out).toBe("list\n");
});

test.each([
  [["-d", wire], /^azertac: there is no command\nTry: azertac --help\n$/],
  [["--ids"], /^azertac: there is no command\n/],
  [["--agenci", "list"], /unknown option '--agenci'\n\(Did you mean --agency\?\)/],
  [["--explain", "list"], /unknown option '--explain'\n[\s\S]*Try: azertac list --help\n$/],
])("%j is wrong, and that is said: exit code 2", (words, says) => {
  const { code, out, err } = azertac(words);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(says);
});

test("help and version are answered behind other options too", () => {
  expect(azertac(["-d", wire, "--version"]).out).toMatch(/^azertac \d/);
  expect(azertac(["-d", wire, "--help"]).out).toMatch(/^Usage: azertac/);
  expect(azertac(["-d", wire, "help", "list"]).out).toMatch(/^Usage: azertac list/);
  expect(azertac(["-d", wire, "list", "--help"]).out).toMatch(/^Usage: azertac list/);
});

test("a shell completes commands and values behind options", () => {
  const complete = (line: string): string => azertac(["__complete", "fish", line]).out;
  expect(complete(`azertac -d ${wire} li`)).toBe("words\nlist\tlist the articles, newest first\n");
  expect(complete("azertac -d ")).toBe("files\n");
  expect(complete(`azertac -d ${wire} show on`)).toContain("one\t");
  expect(complete("azertac --sort d")).toContain("date");
});
