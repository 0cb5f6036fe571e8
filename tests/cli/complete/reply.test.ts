import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Candidate } from "../../../src/cli/complete/candidates.js";
import { quoted, replyLines } from "../../../src/cli/complete/reply.js";
import { type Quote, readWord } from "../../../src/cli/complete/shell-words.js";

const candidates: Candidate[] = [
  { value: "Baku", text: "12 articles" },
  { value: "New York", text: "1 article" },
];

const bash = (typed: string, list: readonly Candidate[], environment = {}, prefix = ""): Promise<string[]> =>
  replyLines("bash", { prefix, candidates: [...list] }, readWord(typed, 0), environment);

describe("bash", () => {
  test("what is replaced begins behind an open quote or the last of COMP_WORDBREAKS", async () => {
    const york = candidates.slice(1);
    expect(await bash("N", york)).toEqual(["words", "New\\ York"]);
    expect(await bash('"N', york)).toEqual(["words", "New York"]);
    expect(await bash("--place=N", york, {}, "--place=")).toEqual(["words", "New\\ York"]);
    expect(await bash("--place=N", york, { COMP_WORDBREAKS: " \t" }, "--place=")).toEqual([
      "words",
      "--place=New\\ York",
    ]);
    expect(await bash("place\\:N", york, {}, "place:")).toEqual(["words", "place:New\\ York"]);
    expect(await bash('"place:N', york, {}, "place:")).toEqual(["words", "place:New York"]);
    expect(await bash('"New" Y'.slice(0, 5), york)).toEqual(["words"]);
  });

  test("several have behind them what they are, as far as the terminal is wide", async () => {
    expect(await bash("", candidates)).toEqual([
      "words",
      "Baku       (12 articles)",
      "New\\ York  (1 article)",
    ]);
    expect(await bash("", candidates, { COLUMNS: "24" })).toEqual([
      "words",
      "Baku       (12 articl…)",
      "New\\ York  (1 article)",
    ]);
    expect(await bash("", candidates, { COLUMNS: "12" })).toEqual(["words", "Baku", "New\\ York"]);
    // A menu would put it on the line.
    expect(await bash("", candidates, { COMP_TYPE: "37" })).toEqual(["words", "Baku", "New\\ York"]);
    expect(await bash('"', candidates)).toEqual(["words", "Baku", "New York"]);
  });
});

test("zsh and fish get all in quotation marks where one needs them", async () => {
  const mixed: Candidate[] = [
    { value: '"New York"', text: "274 articles", typed: "New York" },
    { value: "Newark", text: "2 articles" },
  ];
  for (const shell of ["zsh", "fish"] as const)
    expect(
      await replyLines(shell, { prefix: "place:", candidates: mixed }, readWord("place:New", 0), {}),
    ).toEqual(["words", 'place:"New York"\t274 articles', 'place:"Newark"\t2 articles']);
  const replies = await bash("place:New", mixed, {}, "place:");
  expect(replies.some((reply) => reply.startsWith("Newark"))).toBe(true);
});

test("zsh and fish get the value, a tab and what it is", async () => {
  for (const shell of ["zsh", "fish"] as const)
    expect(await replyLines(shell, { prefix: "place:", candidates }, readWord("place:", 0), {})).toEqual([
      "words",
      "place:Baku\t12 articles",
      "place:New York\t1 article",
    ]);
});

test("what can't be printed is not offered, and no title speaks to the terminal", async () => {
  const list: Candidate[] = [
    { value: "a\u001b[2Jb", text: "" },
    { value: "a\nb", text: "" },
    { value: "a\u202eb", text: "" },
    { value: "ab", text: "red \u001b[31m\nand\tmore" },
  ];
  expect(await replyLines("zsh", { prefix: "", candidates: list }, readWord("a", 0), {})).toEqual([
    "words",
    "ab\tred \ufffd[31m and more",
  ]);
});

test("a word that goes on gets no space", async () => {
  const list: Candidate[] = [{ value: "place:", text: "", open: true }];
  expect((await bash("pl", list))[0]).toBe("open");
  expect((await bash("pl", [...list, ...candidates]))[0]).toBe("words");
  expect(await replyLines("fish", { prefix: "", candidates: "files" }, readWord("", 0), {})).toEqual([
    "files",
  ]);
});

/** What bash makes of words that are typed. */
function read(typed: readonly string[]): string[] {
  const { stdout } = spawnSync("bash", ["-c", `printf '%s\\0' ${typed.join(" ")}`], { encoding: "utf8" });
  return stdout.split("\0").slice(0, -1);
}

test("bash reads each quoted value as it was, behind any quote", () => {
  const hard = fc.string({ unit: fc.constantFrom(..." a$(touch x)`\\\"'!~#*?[]{}<>|&;=:%^é石") });
  const value = fc
    .oneof(hard, fc.string({ unit: "grapheme" }))
    .filter((text) => !/[\p{C}]/u.test(text) && text !== "");
  const quote = fc.constantFrom<Quote>("", "'", '"');
  fc.assert(
    fc.property(fc.array(fc.tuple(value, quote), { minLength: 1, maxLength: 40 }), (list) => {
      const typed = list.map(([text, open]) => open + quoted(text, open) + open);
      expect(read(typed)).toEqual(list.map(([text]) => text));
    }),
    { numRuns: 50 },
  );
});
