/** `--format` and `--columns` of list and search. */
import { describe, expect, test } from "vitest";
import { archiveOf, azertac } from "../tool.js";

const EVIL = "\u001b]0;owned\u0007 \u001b[31mred \u202egnol";
const record = (more: object): string =>
  JSON.stringify({ date: "2024-01-10", text: "Ships came to port.", ...more });
const wire = archiveOf({
  "all.jsonl": [
    record({ id: "one", place: "Baku", title: "Ships in port" }),
    record({ id: "two", title: `Port of ${EVIL}` }),
  ].join("\n"),
});
const list = (...words: string[]) => azertac(["list", "-d", wire, ...words]);
const search = (...words: string[]) => azertac(["search", "-d", wire, "ship", ...words]);

describe("--format", () => {
  test("list: a line an article, what is unknown empty", () => {
    expect(list("--format", "{date} {id:4}|{place}|{title:9}\\n", "-n", "1", "--reverse")).toEqual({
      code: 0,
      out: "2024-01-10 one |Baku|Ships in…\n",
      err: "",
    });
  });

  test("search: the keys of a hit too", () => {
    const { out } = search("--format", "{id}: {matched}: {snippets}", "-n", "1");
    expect(out).toBe("one: ships: Ships came to port.\n");
  });

  test("no control character of a dispatch reaches the terminal", () => {
    const { out } = list("--format", "{title}\\t{path}");
    expect(out).toContain("Port of");
    expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test("nothing found is exit code 1", () => {
    expect(azertac(["search", "-d", wire, "zebra", "--format", "{id}"])).toMatchObject({ code: 1, out: "" });
  });
});

describe("--columns", () => {
  test("the table", () => {
    expect(list("--columns", "title, id,words", "-n", "1", "--reverse").out).toBe("Ships in port\tone\t7\n");
  });

  test("CSV", () => {
    expect(list("--columns", "id,place", "--csv", "--reverse").out).toBe("id,place\r\none,Baku\r\ntwo,\r\n");
    expect(search("--columns", "matched,id", "--csv", "-n", "1").out).toBe("matched,id\r\nships,one\r\n");
  });
});

test.each([
  [["--format", "{titel}"], /there is no key "titel".*\n\(Did you mean title\?\)\n$/],
  [["--columns", "id,agenci"], /there is no key "agenci".*\n\(Did you mean agency\?\)\n$/],
  [["--columns", ""], /there is no key ""/],
  [["--format", "{title"], /without its "}"/],
  [["--format", "{id}", "--json"], /cannot be used with option '--json'/],
  [["--format", "{id}", "--columns", "id"], /cannot be used with option '--columns/],
  [["--columns", "id", "--ids"], /cannot be used with option '--ids'/],
])("%j is a wrong call: exit code 2", (words, says) => {
  const { code, out, err } = list(...words);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(says);
});

test("a listing has no snippets", () => {
  expect(list("--format", "{snippets}").code).toBe(2);
});
