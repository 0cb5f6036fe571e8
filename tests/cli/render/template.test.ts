import { describe, expect, test } from "vitest";
import { ARTICLE_FIELDS } from "../../../src/cli/render/fields.js";
import { parseTemplate, templateLines } from "../../../src/cli/render/template.js";
import { articleOf } from "./article-of.js";

async function filled(template: string, ...articles: ReturnType<typeof articleOf>[]): Promise<string> {
  return [...(await templateLines(parseTemplate(template, ARTICLE_FIELDS), articles))].join("");
}

describe("a template", () => {
  test.each([
    ["{date} {id}", "2024-05-05 00aa11bb22cc33dd\n"],
    ["{words}\\t{ titleFrom }\\n", "12\theadline\n"],
    ["\\{{id}\\}}\\\\", "{00aa11bb22cc33dd}}\\\n"],
    ["{id}\\0", "00aa11bb22cc33dd\0"],
    ["{id}\n", "00aa11bb22cc33dd\n"],
    ["[{title:12}]", "[The keeper… ]\n"],
    ["[{place:12}]", "[Northport   ]\n"],
    ["[{words:>5}]", "[   12]\n"],
    ["", "\n"],
  ])("%j gives %j", async (template, line) => {
    expect(await filled(template, articleOf())).toBe(line);
  });

  test("what is unknown is empty, also where it is filled up", async () => {
    expect(await filled("<{date}|{place:4}>", articleOf({ date: null, place: null }))).toBe("<|    >\n");
  });

  test("columns are those of a terminal, not characters", async () => {
    const articles = [articleOf({ title: "会議が港で" }), articleOf({ title: "Zoe\u0301 sailed" })];
    expect(await filled("[{title:7}]", ...articles)).toBe("[会議が…]\n[Zoe\u0301 sa…]\n");
  });

  test("values are one line each, without what speaks to a terminal", async () => {
    const title = "a\nb\u001b[31mc\u009bd\u202ee";
    expect(await filled("{title}", articleOf({ title }))).toBe("a b\ufffd[31mc\ufffdde\n");
  });

  test.each([
    ["{titel}", /^there is no key "titel": the keys are id, path, .*words, paragraphs, type, .*status$/],
    ["{constructor}", /^there is no key "constructor"/],
    ["{}", /^there is no key ""/],
    ["{title", /"\{" without its "\}"/],
    ["{title:}", /a width is a number/],
    ["{title:0}", /a width is a number/],
    ["{title:<9}", /a width is a number/],
    ["\\x1b", /the template has "\\x"/],
    ["end\\", /the template has "\\"/],
  ])("%j is refused", (template, message) => {
    expect(() => parseTemplate(template, ARTICLE_FIELDS)).toThrow(message);
  });
});
