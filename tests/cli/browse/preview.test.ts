import { describe, expect, test } from "vitest";
import { goneOf, previewOf, type Shape } from "../../../src/cli/browse/preview.js";
import { themeFor } from "../../../src/cli/render/theme.js";
import { measureFor } from "../../../src/cli/render/width.js";
import { articleOf } from "../render/article-of.js";

const theme = { ...(await themeFor(false)), match: (text: string) => `[${text}]` };
const measure = await measureFor(["港"]);
const mark = (text: string): [number, number][] =>
  [...text.matchAll(/boats/g)].map(({ index }) => [index, index + 5]);
const shape = (more: Partial<Shape> = {}): Shape => ({
  columns: 30,
  rows: 10,
  mark,
  summary: false,
  ...more,
});
const full = (...body: string[]) => ({ ...articleOf(), body });

describe("previewOf", () => {
  test("title and facts, then paragraphs, wrapped and with their matches marked", () => {
    const article = full("All boats were counted twice by the keeper.", "Nobody was surprised.");
    expect(previewOf(article, shape(), theme, measure)).toMatchObject({
      id: "00aa11bb22cc33dd",
      head: [
        "The keeper counted the [boats]",
        "2024-05-05 · Northport",
        "EXAMPLE · en · 12 words",
        "00aa11bb22cc33dd",
      ],
      body: ["All [boats] were counted twice", "by the keeper.", "", "Nobody was surprised."],
      first: 0,
    });
  });

  test("a title from the lead is not said twice", () => {
    const article = { ...full("All boats were counted."), titleFrom: "lead" as const };
    expect(previewOf(article, shape(), theme, measure).head[0]).toBe("2024-05-05 · Northport");
  });

  test("the head takes half of the rows at the most", () => {
    expect(previewOf(full("x"), shape({ rows: 4 }), theme, measure).head).toHaveLength(2);
  });

  test("a first match below the last row is brought into sight", () => {
    const paragraphs = Array.from({ length: 10 }, (_, i) => `Paragraph ${i}.`);
    const article = full(...paragraphs, "Nobody of all that were there had ever seen so many boats.");
    const preview = previewOf(article, shape(), theme, measure);
    expect(preview.body[preview.first + 2]).toContain("[boats]");
  });

  test("of a long text only the beginning is looked at, and never half a character", () => {
    const long = full("😀".repeat(1 << 20), "more");
    const { body } = previewOf(long, shape(), theme, measure);
    const text = body.join("");
    expect(text.length).toBeLessThan(40_000);
    expect(text).toContain("😀 …");
    expect(text).toMatch(/Enter shows the rest/);
    expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  test("nothing in it speaks to the terminal", () => {
    const article = { ...full("a\x1b[2Jb\x07\u202ec"), title: "t\x1b]0;x\x07" };
    const { head, body } = previewOf(article, shape(), theme, measure);
    expect([...head, ...body].join("")).not.toMatch(/[\u0000-\u001f\u202e]/);
  });
});

test("what is said of an article that is gone", () => {
  const { head, body } = goneOf(articleOf(), shape(), theme, measure);
  expect(head[0]).toBe("The keeper counted the [boats]");
  expect(body.join(" ")).toMatch(/is gone, or can't be read/);
});

describe("beside the text", () => {
  test("the key sentences in its place, each on its own, marked, without what could speak to the terminal", () => {
    const article = full("All boats were counted.", "Nobody was surprised.");
    const sentences = ["Five boats \x1b[2J left.", "One stayed."];
    const { head, body, summary } = previewOf(article, shape({ summary: true }), theme, measure, {
      sentences,
    });
    expect(body).toEqual(["Five [boats] \ufffd[2J left.", "", "One stayed."]);
    expect(head.at(-1)).toBe("key sentences (Ctrl-T: the te…");
    expect(summary).toBe(true);
  });

  test("both are said where there is no room for all facts", () => {
    const sentences = ["One."];
    const { head } = previewOf(full("Text."), shape({ rows: 6, columns: 40 }), theme, measure, { sentences });
    expect(head).toEqual([
      "The keeper counted the [boats]",
      expect.stringMatching(/^2024-05-05 · Northport/),
      "key sentences (Ctrl-T: the text)",
    ]);
  });

  test("the words that a related article shares", () => {
    const { head } = previewOf(full("Text."), shape({ columns: 40 }), theme, measure, {
      ties: ["oil", "Alat\x07"],
    });
    expect(head.at(-1)).toBe("in common: oil, Alat\ufffd");
  });
});
