import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ARTICLE_FIELDS, chosenFields } from "../../../src/cli/render/fields.js";
import { fitted, tableLines } from "../../../src/cli/render/table.js";
import { measureFor } from "../../../src/cli/render/width.js";
import { articleOf, terminalOf } from "./article-of.js";

const articles = [
  articleOf({ id: "00aa11bb22cc33dd", words: 7 }),
  articleOf({
    id: "ff00ff00ff00ff00",
    words: 1234,
    place: null,
    title: "北京电新华社记者在港口数了两次船只",
  }),
];

async function table(names: string[], columns: number | null, color = false): Promise<string[]> {
  const fields = chosenFields(names, ARTICLE_FIELDS);
  return [...(await tableLines(articles, fields, terminalOf(columns, color)))];
}

describe("tableLines", () => {
  test("the columns asked for in their order, numbers at the right", async () => {
    expect(await table(["words", "place", "id"], 80)).toEqual([
      "   7  Northport  00aa11bb\n",
      "1234  -          ff00ff00\n",
    ]);
  });

  test("what is wide gives way", async () => {
    expect(await table(["title", "id"], 26)).toEqual([
      "The keeper coun…  00aa11bb\n",
      "北京电新华社记…   ff00ff00\n",
    ]);
  });

  test("in a pipe: tabs, nothing cut", async () => {
    expect(await table(["title", "words"], null)).toEqual([
      "The keeper counted the boats\t7\n",
      "北京电新华社记者在港口数了两次船只\t1234\n",
    ]);
  });

  test("colours as in a listing, not on what fills up", async () => {
    const [, line] = await table(["place", "id"], 80, true);
    expect(line).toBe("\u001b[36m-\u001b[39m          \u001b[33mff00ff00\u001b[39m\n");
  });

  test.each([5, 10, 20, 40])("no line is wider than a terminal of %i columns", async (columns) => {
    const measure = await measureFor(["中"]);
    for (const line of await table(Object.keys(ARTICLE_FIELDS), columns)) {
      expect(measure(line.trimEnd())).toBeLessThanOrEqual(columns);
    }
  });
});

test("fitted: never wider than the line, nothing cut that has room, no room left that is needed", () => {
  const widths = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(widths, fc.integer({ min: 4, max: 300 }), (natural, columns) => {
      const given = fitted(natural, columns);
      const used = given.reduce((sum, width) => sum + width, 2 * (given.length - 1));
      expect(used).toBeLessThanOrEqual(columns);
      const cut = given.some((width, i) => width < (natural[i] ?? 0));
      if (cut) expect(used).toBe(columns);
    }),
  );
});
