import { expect, test } from "vitest";
import { csvRecords } from "../../../src/cli/render/csv.js";
import { ARTICLE_FIELDS } from "../../../src/cli/render/fields.js";
import { articleOf } from "./article-of.js";

const HEADER = "id,path,date,place,agency,language,title,titleFrom,words,paragraphs";

test("a header and a record an article, ended by CR LF; unknown values are empty", () => {
  const article = articleOf({ date: null, place: null });
  expect([...csvRecords([article])]).toEqual([
    `${HEADER}\r\n`,
    "00aa11bb22cc33dd,wire/one.txt,,,EXAMPLE,en,The keeper counted the boats,headline,12,2\r\n",
  ]);
});

test("no articles: the header alone", () => {
  expect([...csvRecords([])]).toEqual([`${HEADER}\r\n`]);
});

test.each([
  ["Boats, and nets", '"Boats, and nets"'],
  ['The "Lark" sails', '"The ""Lark"" sails"'],
  [" padded", '" padded"'],
  ["=1+1", "=1+1"],
  ["a\u001b[31mb\rc", "a\ufffd[31mb c"],
])("a title %j is the field %j", (title, field) => {
  const [, record] = csvRecords([articleOf({ title })]);
  expect(record).toBe(
    `00aa11bb22cc33dd,wire/one.txt,2024-05-05,Northport,EXAMPLE,en,${field},headline,12,2\r\n`,
  );
});

test("further columns, with the line ends of their text", () => {
  const records = [
    ...csvRecords([articleOf()], { ...ARTICLE_FIELDS, body: () => "one\n\ntwo", none: () => null }),
  ];
  expect(records[0]).toBe(`${HEADER},body,none\r\n`);
  expect(records[1]).toMatch(/,12,2,"one\n\ntwo",\r\n$/);
});
