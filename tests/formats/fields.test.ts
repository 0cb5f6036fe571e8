/** Records of other people's data: the names of their fields, and what is in them. */
import { describe, expect, test } from "vitest";
import { DateReader, recordOf } from "../../src/formats/fields.js";
import type { FieldMap, SourceRecord } from "../../src/formats/record.js";
import { readAll } from "./read-all.js";

function read(value: unknown, map?: FieldMap): SourceRecord {
  const result = recordOf(value, 1, new DateReader(), map);
  if ("problem" in result) throw new Error(result.problem);
  return result.record;
}

describe("names of the same thing", () => {
  test.each([
    [
      { Headline: "T", Body_Text: "Text." },
      { title: "T", text: "Text." },
    ],
    [
      {
        title: "T",
        maintext: "Text.",
        date_publish: "2025-04-22 10:00:00",
        source_domain: "example.org",
        authors: ["A", "B"],
      },
      { title: "T", text: "Text.", date: "2025-04-22", agency: "example.org", byline: "A, B" },
    ],
    [
      { webTitle: "x", headline: "T", articleBody: "Text.", datePublished: "2025-04-22" },
      { title: "T", text: "Text.", date: "2025-04-22" },
    ],
    [
      { _id: { $oid: "5f" }, content: ["One.", "Two."], published: { $date: "2025-04-22T10:00:00Z" } },
      { id: "5f", paragraphs: ["One.", "Two."], time: "2025-04-22T10:00:00Z" },
    ],
    [
      { _index: "news", _id: "7", _source: { title: "T", text: "Text.", lang: "en" } },
      { id: "7", title: "T", text: "Text.", language: "en" },
    ],
    [
      {
        headlines: [{ role: "main", value: "T" }],
        bodies: [
          { role: "a", value: "Short." },
          { role: "b", value: "A longer text." },
        ],
      },
      { title: "T", text: "A longer text." },
    ],
    [
      { title: "T", description: "Short.", content: "Text." },
      { text: "Text.", extra: { description: "Short." } },
    ],
    [{ title: "T", description: "Only this." }, { text: "Only this." }],
    [
      { text: "Text.", tags: "ports; ships", status: "corrected", version: 2 },
      { subjects: ["ports", "ships"], status: "corrected", version: "2" },
    ],
    [
      { text: "Text.", author: { name: "Ali" }, source: { id: null, name: "Wire" } },
      { byline: "Ali", agency: "Wire" },
    ],
  ])("%j", (value, expected) => {
    expect(read(value)).toMatchObject(expected);
  });

  test("the rest goes to extra as it is", () => {
    expect(read({ text: "Text.", likes: 5, geo: { lat: 1 } }).extra).toEqual({ likes: 5, geo: { lat: 1 } });
  });

  test("others are named by a map", () => {
    const value = { story: "Text.", when: "22.04.2025", meta: { head: "T" } };
    expect(read(value, { text: "story", date: "when", title: "meta.head" })).toMatchObject({
      text: "Text.",
      date: "2025-04-22",
      title: "T",
    });
  });
});

describe("text in fields", () => {
  test.each([
    ["AT&amp;T said it&#39;s fine &mdash; done.", "AT&T said it's fine — done."],
    ["Twice &amp;#8217;s.", "Twice ’s."],
    ["National <VIA> 5 < 6", "National <VIA> 5 < 6"],
  ])("%s", (text, expected) => {
    expect(read({ text }).text).toBe(expected);
  });

  test("that is HTML is paragraphs", () => {
    expect(
      read({ text: "<p>One <b>bold</b>&nbsp;word.</p><script>no()</script><p>Two<br>lines.</p>" }).paragraphs,
    ).toEqual(["One bold word.", "Two lines."]);
  });
});

test("a script after letters whose small form is longer is taken out where it is", () => {
  const text = `<p>${"İ".repeat(50)}</p><script>no()</script><p>After.</p>`;
  expect(read({ text }).paragraphs).toEqual(["İ".repeat(50), "After."]);
});

test("a headline without a text is a record, what has neither is not", () => {
  expect(read({ headline: "Port opens" })).toMatchObject({ title: "Port opens" });
  expect(recordOf({ name: "", size: 4 }, 1, new DateReader())).toEqual({
    problem: expect.stringContaining("--map text=FIELD"),
  });
  for (const value of [null, 5, "text", []])
    expect(recordOf(value, 1, new DateReader())).toEqual({ problem: "is not an object" });
});

test("dates that cannot be read are counted, and kept", async () => {
  const source = JSON.stringify([
    { text: "One.", date: "2025-02-30" },
    { text: "Two.", date: "someday" },
  ]);
  const { found, reported } = await readAll(source, "a.json");
  expect(reported).toEqual(['2 dates cannot be read, such as "2025-02-30"']);
  expect(found[0]?.record).toMatchObject({ date: undefined, extra: { date: "2025-02-30" } });
});

test("a table without known names is named, and a map reads it", async () => {
  const table = "who,what,when\nAli,Opened the port today,22/04/2025\n";
  const { found, reported } = await readAll(table, "a.csv");
  expect(found).toEqual([]);
  expect(reported).toEqual([
    "skipped: none of its columns is called text or title (who, what, when); --map text=COLUMN says which one is",
  ]);
  expect(
    (await readAll(table, "a.csv", { map: { text: "what", date: "when" } })).found[0]?.record,
  ).toMatchObject({ text: "Opened the port today", date: "2025-04-22" });
});
