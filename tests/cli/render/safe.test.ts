import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safe, safeJson } from "../../../src/cli/render/safe.js";

/** Nothing of Unicode's controls, marks of direction and unseen characters. */
const UNSAFE = /[\p{Cc}\u2028\u2029\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;

describe("safe", () => {
  test.each([
    ["Grain harvest rose", "Grain harvest rose"],
    ["Bakı, 22 aprel – «Xəbər»", "Bakı, 22 aprel – «Xəbər»"],
    ["one\ntwo\tthree\r\nfour\u2028five", "one two three  four five"],
    ["a\u001b[31mred\u001b[0m", "a\ufffd[31mred\ufffd[0m"],
    ["\u001b]0;title\u0007text", "\ufffd]0;title\ufffdtext"],
    ["\u009b2J", "\ufffd2J"],
    ["safe\u202egnp.exe\u202c", "safegnp.exe"],
    ["\u2066hidden\u2069 \u200emark\u200f", "hidden mark"],
    ["zero\u200bwidth\u200c\u200d\ufeff soft\u00adhyphen", "zerowidth softhyphen"],
    ["tag\u{e0041}\u{e007f}s", "tags"],
    // Spelling: without these, words and emoji fall apart.
    ["می\u200cخواهد", "می\u200cخواهد"],
    ["क्\u200dष", "क्\u200dष"],
    ["👨\u200d👩\u200d👧 🏳\ufe0f\u200d🌈 ❤\ufe0f", "👨\u200d👩\u200d👧 🏳\ufe0f\u200d🌈 ❤\ufe0f"],
    ["می\u200c\u200cخواهد \u200cx\ufe0f", "میخواهد x"],
    ["می\u200c\u202eخواهد", "میخواهد"],
  ])("%j is printed as %j", (text, printed) => {
    expect(safe(text)).toBe(printed);
  });

  test("knows every character that must not be printed", () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      if (UNSAFE.test(character) !== (safe(character) !== character)) {
        expect.fail(`U+${code.toString(16)}`);
      }
    }
  });

  test("any text comes out printable, and a second time unchanged", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const printed = safe(text);
        expect(printed).not.toMatch(UNSAFE);
        expect(safe(printed)).toBe(printed);
      }),
    );
  });
});

describe("safeJson", () => {
  test("any value is the same after reading it back, and has nothing but line ends in it that is unsafe", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (texts) => {
        for (const indent of [undefined, 2]) {
          const json = safeJson(texts, indent);
          expect(JSON.parse(json)).toEqual(texts);
          expect(json.replaceAll("\n", "")).not.toMatch(UNSAFE);
        }
      }),
    );
  });

  test("escapes characters of two units as two escapes", () => {
    expect(safeJson("\u{e0041}\u2028\u007f")).toBe('"\\udb40\\udc41\\u2028\\u007f"');
  });
});
