/** Files and texts that mean harm, or are just broken: named in a warning, and the rest goes on. */
import { spawnSync } from "node:child_process";
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { archiveOf, azertac, dispatch } from "./tool.js";

const GOOD = dispatch("2024-05-05", "Baku", "May 5", "The lighthouse keeper counted the boats twice.");

test("what can't be read is named in a warning, and the rest goes on", () => {
  const wire = archiveOf({
    "good.txt": GOOD,
    "empty.txt": "",
    "blank.txt": " \n\n",
    "binary.txt": new Uint8Array(2000).map((_, i) => (i * 37) % 256),
    "lines.jsonl":
      '{"text": "A record of some words."}\nnot json\n{"id": 7, "text": "Another record."}\n{"place": "no text"}\n',
  });
  symlinkSync(wire, join(wire, "loop"));
  symlinkSync(join(wire, "nowhere"), join(wire, "broken"));
  spawnSync("mkfifo", [join(wire, "pipe")]);
  const { code, out, err } = azertac(["list", "-d", wire, "--ids"]);
  expect(code).toBe(0);
  expect(out.trim().split("\n").sort()).toEqual(["7", "good", "lines-1"]);
  const said = err
    .trim()
    .split("\n")
    .map((line) => line.replace(`azertac: warning: ${wire}/`, ""));
  expect(said.sort()).toEqual([
    "binary.txt: is not text",
    "blank.txt: is empty",
    "broken: is a link to nothing",
    "empty.txt: is empty",
    "lines.jsonl: line 2 is not JSON",
    "lines.jsonl: line 4 has neither text nor title under a known name; --map text=FIELD says which field is the text",
    "loop: is a loop of links",
    "pipe: is a pipe",
  ]);
});

test("a file of 50 MB in one line is passed over, as a text and as a record", () => {
  const wire = archiveOf({ "good.txt": GOOD });
  for (const name of ["huge.txt", "huge.jsonl"]) {
    const file = openSync(join(wire, name), "w");
    ftruncateSync(file, 50_000_000);
    closeSync(file);
  }
  const { code, out, err } = azertac(["list", "-d", wire, "--ids"]);
  expect({ code, out }).toEqual({ code: 0, out: "good\n" });
  expect(err).toContain("huge.txt: is larger than 16 MiB");
  expect(err).toContain("huge.jsonl: line 1 is larger than 16 MiB");
});

const EVIL = "\u001b]0;owned\u0007\u001b[31mred\u001b[0m \u202egnol\u202c \u009b2J a\u200bb";

test("no control character or mark of direction of a dispatch or a file's name reaches the terminal", () => {
  const wire = archiveOf({
    "good.txt": `${EVIL} headline\n\nThe text has ${EVIL} in it, and the lighthouse too.\n`,
    [`evil\u001b[2J\u202e.txt`]: GOOD,
    "rec.jsonl": `${JSON.stringify({ id: `x${EVIL}`, place: EVIL, agency: EVIL, title: EVIL, text: `Words of ${EVIL} record.` })}\n`,
    [`empty\u001b[5m.txt`]: "",
  });
  const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;
  for (const words of [
    ["list"],
    ["list", "--json"],
    ["list", "--jsonl"],
    ["list", "--ids"],
    ["search", "lighthouse OR record OR text"],
    ["search", "text", "--json"],
    ["show", "good"],
    ["show", "rec.jsonl", "--json"],
    ["summary", "good"],
    ["related", "good"],
    ["timeline", "text OR record"],
    ["stats"],
    ["stats", "--json"],
    ["show", `no${EVIL}thing`],
    ["search", `(${EVIL}`],
    ["list", "--place", EVIL],
    [`li${EVIL}st`],
    ["list", `--o${EVIL}`],
  ]) {
    const { out, err } = azertac([...words.slice(0, 1), "-d", wire, ...words.slice(1)]);
    expect(out, words.join(" ")).not.toMatch(unsafe);
    expect(err, words.join(" ")).not.toMatch(unsafe);
  }
  for (const words of [["list"], ["related", "good"]]) {
    const csv = azertac([...words, "-d", wire, "--csv"]).out;
    expect(csv.replaceAll("\r\n", "\n"), words.join(" ")).not.toMatch(unsafe);
  }
});

test("JSON keeps what was filtered as escapes", () => {
  const wire = archiveOf({ "good.txt": `Plain headline\n\nBefore\u202eafter stands in the text.\n` });
  const { out } = azertac(["show", "-d", wire, "good", "--json"]);
  expect(out).toContain("Before\\u202eafter");
  expect(JSON.parse(out)[0].body[0]).toBe("Before\u202eafter stands in the text.");
});

test("an archive of nothing: exit code 1 and a word about it", () => {
  const wire = archiveOf({});
  const { code, out, err } = azertac(["list", "-d", wire]);
  expect({ code, out, err }).toEqual({
    code: 1,
    out: "",
    err: `azertac: there are no articles in ${wire}\n`,
  });
});

test("a folder that can't be opened is named", () => {
  const wire = archiveOf({ "good.txt": GOOD });
  mkdirSync(join(wire, "closed"), { mode: 0o000 });
  writeFileSync(join(wire, "plain.txt"), "Some more text here.");
  const { code, err } = azertac(["list", "-d", wire, "--ids"]);
  expect(code).toBe(0);
  // The superuser may read anything.
  expect(err === "" || err.includes("closed: cannot be read: permission denied")).toBe(true);
});

test("odd queries are answered or refused, never thrown over", () => {
  for (const query of [
    "",
    " ",
    "-",
    "--",
    "*",
    "~1",
    '""',
    "()",
    "OR",
    "NOT",
    ":",
    "\u0301",
    "a:b:c",
    "\ud800",
    "😀",
    "((((",
    "a~9",
  ]) {
    const { code, err } = azertac(["search", "--", query]);
    expect([1, 2], `${JSON.stringify(query)}: ${err}`).toContain(code);
    expect(err).not.toMatch(/at .*\.js:/);
  }
});
