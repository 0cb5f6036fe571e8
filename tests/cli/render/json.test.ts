import { expect, test } from "vitest";
import { json, jsonArray, jsonLines } from "../../../src/cli/render/json.js";
import { articleOf } from "./article-of.js";

test.each([0, 1, 3])("an array of %i is written as JSON.stringify writes it", (count) => {
  const articles = Array.from({ length: count }, () => articleOf({ title: 'Line\nend and "quotes"' }));
  expect([...jsonArray(articles)].join("")).toBe(`${JSON.stringify(articles, null, 2)}\n`);
});

test("one value a line", () => {
  expect([...jsonLines([{ a: "x\ny" }, { b: null }])]).toEqual(['{"a":"x\\ny"}\n', '{"b":null}\n']);
});

test("an object", () => {
  expect(json({ total: 0, hits: [] })).toBe('{\n  "total": 0,\n  "hits": []\n}\n');
});
