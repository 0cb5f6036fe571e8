import { Command } from "commander";
import { expect, test } from "vitest";
import { hideExclusions, showExclusions } from "../../../src/cli/config/exclusions.js";

/** The words of the query and the options, as the command gets them. */
function parsed(...words: string[]): unknown {
  let result: unknown;
  const search = new Command("search")
    .option("-d, --dir <path>")
    .option("-n, --limit <number>")
    .option("--place <name>")
    .option("--any")
    .argument("<words...>")
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .action((given: string[], options: object) => {
      result = { words: showExclusions(given), ...options };
    });
  search.parse(hideExclusions(words, search), { from: "user" });
  return result;
}

test.each([
  [["oil", "-gas"], { words: ["oil", "-gas"] }],
  [["-gas", "oil"], { words: ["-gas", "oil"] }],
  [["oil", "-diplomacy", "-november"], { words: ["oil", "-diplomacy", "-november"] }],
  [["oil", '-"natural gas"'], { words: ["oil", '-"natural gas"'] }],
  [["oil", "-газ", "-中"], { words: ["oil", "-газ", "-中"] }],
  [["oil", "-5"], { words: ["oil", "-5"] }],
  [["oil", "-place:Baku"], { words: ["oil", "-place:Baku"] }],
  [["oil", "-n", "5", "-gas"], { words: ["oil", "-gas"], limit: "5" }],
  [["oil", "-n5"], { words: ["oil"], limit: "5" }],
  [["-d", "wire", "oil"], { words: ["oil"], dir: "wire" }],
  [["oil", "-d./wire"], { words: ["oil"], dir: "./wire" }],
  [["oil", "-d/tmp/wire"], { words: ["oil"], dir: "/tmp/wire" }],
  [["oil", "--place", "-Baku"], { words: ["oil"], place: "-Baku" }],
  [["oil", "-n", "-3"], { words: ["oil"], limit: "-3" }],
  [["oil", "--any", "-gas"], { words: ["oil", "-gas"], any: true }],
  [["--", "-n", "-gas", "--any"], { words: ["-n", "-gas", "--any"] }],
  [["-gas", "--", "-n"], { words: ["-gas", "-n"] }],
  [["oil", "-", "gas"], { words: ["oil", "-", "gas"] }],
])("%j", (words, result) => {
  expect(parsed(...words)).toEqual(result);
});

test.each([
  ["oil", "--gas"],
  ["oil", "-d"],
])("%j is a wrong call", (...words) => {
  expect(() => parsed(...words)).toThrow();
});
