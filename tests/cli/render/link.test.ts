import { describe, expect, test } from "vitest";
import { fileUrl, hasLinks, linkFor, withoutLinks } from "../../../src/cli/render/link.js";

describe("fileUrl", () => {
  test.each([
    ["/wire/one.txt", "file://host/wire/one.txt"],
    ["/a b/50% #1?.txt", "file://host/a%20b/50%25%20%231%3F.txt"],
    ["/Bakı/會.txt", "file://host/Bak%C4%B1/%E6%9C%83.txt"],
    ["/evil\u001b\u0007\n.txt", "file://host/evil%1B%07%0A.txt"],
    ["/back\\slash.txt", "file://host/back%5Cslash.txt"],
  ])("%j", (path, url) => {
    expect(fileUrl(path, "host")).toBe(url);
  });

  test("a path is from the working folder, an impossible host is none", () => {
    expect(fileUrl("one.txt", "no host")).toBe(`file://${process.cwd()}/one.txt`);
  });
});

describe("linkFor", () => {
  test("text stays itself where there are no links, and a link can be taken off", () => {
    expect(linkFor({ hyperlinks: false })("boats", "/one.txt")).toBe("boats");
    const linked = linkFor({ hyperlinks: true })("\u001b[1mboats\u001b[22m", "/one.txt");
    expect(linked).toMatch(
      /^\u001b\]8;;file:\/\/[^/]*\/one\.txt\u001b\\\u001b\[1mboats\u001b\[22m\u001b\]8;;\u001b\\$/,
    );
    expect([hasLinks(linked), withoutLinks(`${linked}, ${linked}`)]).toEqual([
      true,
      "\u001b[1mboats\u001b[22m, \u001b[1mboats\u001b[22m",
    ]);
  });

  test("each file has its own link, nothing has none", () => {
    const link = linkFor({ hyperlinks: true });
    expect(["/one.txt", "/two.txt"].map((path) => link("x", path)).join()).toMatch(/one\.txt.*two\.txt/);
    expect(link("", "/one.txt")).toBe("");
  });
});
