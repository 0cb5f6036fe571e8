/** Files that are no articles are named, and dispatches stay dispatches. */
import { describe, expect, test } from "vitest";
import { detect } from "../../src/formats/detect.js";
import { DISPATCH, LEAD } from "./fixtures.js";
import { readAll } from "./read-all.js";

describe("what azertac does not read", () => {
  test.each([
    [
      "a.js",
      'import x from "y";\nconst a = 1;\nfunction f() {\n  return a;\n}\nexport { f };\n',
      /source code/,
    ],
    ["a.txt", "#include <stdio.h>\nint main(void) {\n  int a = 1;\n  return a;\n}\n", /source code/],
    ["a.log", "started", /log/],
    ["a.txt", Array.from({ length: 9 }, (_, i) => `2025-04-22 10:00:0${i} INFO started`).join("\n"), /log/],
    ["a.svg", '<?xml version="1.0"?><svg xmlns="x"><title>A</title></svg>', /drawing/],
    ["a.rtf", "{\\rtf1\\ansi text}", /RTF/],
    ["a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", /old Office/],
    ["a.png", "\x89PNG\r\n", /picture/],
    ["a.yml", "a: 1\nb: 2\n", /settings/],
    ["a.txt", "diff --git a/x b/x\n--- a/x\n", /patch/],
    [
      "a.xml",
      '<?xml version="1.0"?><config><name>x</name><value>y</value></config>',
      /XML of an unknown kind \(<config>\)/,
    ],
    [
      "package.json",
      '{"name": "x", "version": "1.0.0", "description": "A package that does many things for everybody.", "dependencies": {}}',
      /JSON of an unknown kind|title/,
    ],
    ["a.json", '{"a": [1, 2, 3]}', /unknown kind/],
    ["a.json", "{broken", /JSON/],
  ])("%s: %s", async (name, source, reason) => {
    const { found, reported } = await readAll(Buffer.from(source, "latin1"), name);
    expect(found).toEqual([]);
    expect(reported.join("\n")).toMatch(reason);
  });

  test("is read all the same if its type is given", async () => {
    const { found } = await readAll("#!/bin/sh\necho\n", "a.sh", { type: "text" });
    expect(found[0]?.record.text).toBe("#!/bin/sh\necho\n");
  });
});

describe("a dispatch", () => {
  test.each([
    DISPATCH,
    `From Ali Karimli in Baku, who saw it all in 2025\n\n${LEAD}`,
    `Date: April 22, 2025\n\n${LEAD}`,
    `Subject: talks\nFrom: Baku\n\n${LEAD}`,
    `<VIA> shares rose.\n\n${LEAD}`,
    `[Updated] Talks go on\n\n${LEAD}`,
    `{Updated} Talks go on\n\n${LEAD}`,
    `Title, text and more\n\n${LEAD}`,
    `--- Talks go on ---\n\n${LEAD}`,
    "One line.",
    "The talks;\nthe ships;\nthe port;\nthe road;\nthe end.\n",
  ])("stays text: %j", (text) => {
    expect(detect(Buffer.from(text), "a.txt")).toEqual({ format: "text" });
  });

  test("in UTF-16 stays text", () => {
    expect(detect(Buffer.from(`\ufeff${DISPATCH}`, "utf16le"), "a.txt")).toEqual({ format: "text" });
  });
});

test("binary data is not text", () => {
  expect(
    detect(
      Uint8Array.from({ length: 2000 }, (_, i) => (i * 37) % 256),
      "a.txt",
    ),
  ).toBeNull();
});
