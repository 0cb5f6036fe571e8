/** The help of every command. */
import { expect, test } from "vitest";
import { azertac } from "../tool.js";

const COMMANDS = [
  "list",
  "show",
  "summary",
  "search",
  "index",
  "related",
  "diff",
  "timeline",
  "stats",
  "browse",
  "completion",
];

test.each([[""], ...COMMANDS.map((command) => [command])])("azertac %s --help fits 80 columns", (command) => {
  const { out } = azertac(command === "" ? ["--help"] : [command, "--help"]);
  expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
});
