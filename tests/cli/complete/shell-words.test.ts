import fc from "fast-check";
import { expect, test } from "vitest";
import { readLine, readWord } from "../../../src/cli/complete/shell-words.js";

const environment = { HOME: "/home/u", WIRE: "/srv/wire" };

test.each([
  ["azertac ", [], ""],
  ["azertac sh", [], "sh"],
  ["azertac show -d 'my wire' ", ["show", "-d", "my wire"], ""],
  ['azertac show -d "my wire" 6d', ["show", "-d", "my wire"], "6d"],
  ["azertac show my\\ wire\\'s x", ["show", "my wire's"], "x"],
  ["azertac a\"b c\"d'e f' g", ["ab cde f"], "g"],
  ['azertac "a\\"b\\c" x', ['a"b\\c'], "x"],
  ["azertac -d ~/wire x", ["-d", "/home/u/wire"], "x"],
  ["azertac -d ~ x", ["-d", "/home/u"], "x"],
  ["azertac -d '~/wire' ~root x", ["-d", "~/wire", "~root"], "x"],
  [`azertac $WIRE/a "\${WIRE}" x`, ["/srv/wire/a", "/srv/wire"], "x"],
  ["azertac '$WIRE' \\$WIRE $NONE x", ["$WIRE", "$WIRE", "$NONE"], "x"],
  ["azertac $(touch it) x", ["$(touch", "it)"], "x"],
  ["azertac show $(azertac search -d a oi", ["search", "-d", "a"], "oi"],
  ["azertac show `azertac sea", [], "sea"],
  ["azertac x\\ ", [], "x "],
  ["azertac x\\", [], "x"],
  ["azertac $WIRE", [], "$WIRE"],
])("%s", (text, words, typed) => {
  const line = readLine(text, { environment });
  expect({ words: line.words, typed: line.current.value }).toEqual({ words, typed });
});

test.each([
  ["azertac list > a", true],
  ["azertac list >a", true],
  ["azertac list 2>> ", true],
  ["azertac list < a", true],
  ["azertac list > a b", false],
  ["azertac search a\\>b", false],
  ["azertac search '>a", false],
])("%s: a file, %s", (text, redirected) => {
  expect(readLine(text, {}).redirected).toBe(redirected);
});

test("what is set before the command is kept apart", () => {
  const { assignments, words } = readLine("AZERTAC_DIR=~/wire X='a b' azertac show ", { environment });
  expect([...assignments]).toEqual([
    ["AZERTAC_DIR", "/home/u/wire"],
    ["X", "a b"],
  ]);
  expect(words).toEqual(["show"]);
});

test.each([
  ["'New Y", "New Y", "'", 1, false],
  ['place:"New Y', "place:New Y", '"', 7, false],
  ['"a"b', "ab", "", 1, true],
] as const)("an open quote: %s", (raw, value, quote, quotedFrom, closed) => {
  expect(readWord(raw, 0)).toEqual({ raw, value, quote, quotedFrom, closed });
});

test("between single quotes a backslash speaks for a quote in fish only", () => {
  expect(readWord("'it\\'s", 0, { fish: true })).toMatchObject({ value: "it's", quote: "'" });
  expect(readWord("'it\\'s", 0)).toMatchObject({ value: "it\\s", quote: "" });
});

test("any line is read to its end", () => {
  const piece = fc.constantFrom("a", " ", "\\", "'", '"', "$", "${", "~", "=", "\n", "é");
  fc.assert(
    fc.property(fc.array(piece), fc.boolean(), (pieces, fish) => {
      const text = pieces.join("");
      expect(text.endsWith(readLine(text, { environment, fish }).current.raw)).toBe(true);
    }),
  );
});
