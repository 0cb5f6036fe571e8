/** What is found and in which order, on articles made for each question. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Archive, openArchive, type SearchOptions } from "../../src/index.js";

const root = mkdtempSync(join(tmpdir(), "azertac-search-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let made = 0;

async function archiveOf(articles: Record<string, string>): Promise<Archive> {
  const dir = join(root, String(made++));
  mkdirSync(dir);
  for (const [name, text] of Object.entries(articles)) writeFileSync(join(dir, `${name}.txt`), text);
  return openArchive({ dir, cache: false });
}

async function ids(archive: Archive, query: string, options: SearchOptions = {}): Promise<string[]> {
  return (await archive.search(query, options)).hits.map(({ id }) => id);
}

test("exact above form and spelling, those above fuzzy", async () => {
  const archive = await archiveOf({
    fuzzy: "The consulbation of the ministries went on for the whole of the day.",
    form: "The consultations of the ministries went on for the whole of the day.",
    exact: "The long story is about boats and grain, and at its very end comes one consultation.",
  });
  const { hits } = await archive.search("consultation");
  expect(hits.map(({ id }) => id)).toEqual(["exact", "form", "fuzzy"]);
  expect(hits.map(({ matched }) => matched[0]?.kind)).toEqual(["exact", "form", "fuzzy"]);
  expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? 0);
  expect(await ids(archive, "consultation", { exact: true })).toEqual(["exact"]);
});

test("one word: exact above form and near words with --any too", async () => {
  const archive = await archiveOf({
    fuzzy: "Consulbation, consulbation, consulbation.",
    form: "Consultations, consultations, consultations.",
    exact: "The long story is about boats and grain, and at its very end comes one consultation.",
  });
  expect(await ids(archive, "consultation", { match: "any" })).toEqual(["exact", "form", "fuzzy"]);
});

test("a common word one edit away does not drown a rare exact one", async () => {
  const articles: Record<string, string> = {
    rare: "The long story is about boats and grain, and at its end comes the word marten of the harbour.",
  };
  for (let i = 0; i < 30; i++) articles[`common${i}`] = `Martin of the harbour: Martin, Martin, Martin ${i}.`;
  const archive = await archiveOf(articles);
  expect((await ids(archive, "marten"))[0]).toBe("rare");
  expect((await ids(archive, "marten harbour"))[0]).toBe("rare");
  expect((await ids(archive, "marten harbour", { match: "any" }))[0]).toBe("rare");
});

test("a name is found in every alphabet, its own spelling first", async () => {
  const archive = await archiveOf({
    english: "The visit of Aliyev to the harbour was on Monday.",
    azerbaijani: "Əliyev limana bazar ertəsi səfər edib və gəmilərə baxıb.",
    russian: "Визит Алиева в порт. Алиев осмотрел корабли и поговорил с рабочими.",
  });
  expect((await ids(archive, "Алиев"))[0]).toBe("russian");
  for (const query of ["Aliyev", "Əliyev", "Алиев"])
    expect((await ids(archive, query)).sort()).toEqual(["azerbaijani", "english", "russian"]);
  const { hits } = await archive.search("Aliyev");
  expect(hits[1]?.matched[0]).toMatchObject({ term: "aliyev", kind: "spelling", distance: 0 });
});

test("Arabic, Persian, Georgian and Chinese words are found in their forms, and with a slip", async () => {
  const archive = await archiveOf({
    ar: "وصل وزير الخارجية الجزائري إلى باكو يوم الاثنين لإجراء مشاورات سياسية مع المسؤولين في وزارة الخارجية.",
    fa: "وزیر امور خارجه ایران برای دیدار با مقام‌های جمهوری آذربایجان وارد شد و درباره همکاری‌های اقتصادی گفتگو کرد.",
    ka: "საქართველოს პრემიერ-მინისტრი ირაკლი კობახიძე ბაქოში ჩავიდა და შეხვდა აზერბაიჯანის პრეზიდენტს.",
    zh: "阿塞拜疆总统阿利耶夫星期一在巴库会见了中国外交部长，双方讨论了经济合作。",
  });
  for (const [query, id] of [
    ["الوزير", "ar"],
    ["المشاورات", "ar"],
    ["مشاورة", "ar"],
    ["المسؤلين", "ar"],
    ["همکاری", "fa"],
    ["همكاري", "fa"],
    ["პრეზიდენტი", "ka"],
    ["კობხიძე", "ka"],
    ["总统", "zh"],
    ["经济合作", "zh"],
  ] as const)
    expect([query, (await ids(archive, query))[0]]).toEqual([query, id]);
  // In all alphabets that name it so.
  expect(await ids(archive, "ბაქო")).toContain("ka");
  expect(await ids(archive, "اذربايجان")).toContain("fa");
  expect(await ids(archive, "统总")).toEqual([]);
});

test("a country is found under its other names", async () => {
  const archive = await archiveOf({
    russian: "Делегация Алжира прибыла в порт и осмотрела новые корабли.",
    english: "The delegation of Saudi Arabia arrived at the port on Monday.",
  });
  expect(await ids(archive, "Algeria")).toEqual(["russian"]);
  expect(await ids(archive, "Саудовская Аравия")).toEqual(["english"]);
  const { hits } = await archive.search("Саудовская Аравия");
  expect(hits[0]?.matched.map(({ kind }) => kind)).toEqual(["synonym", "synonym"]);
});

test("the first letter may be wrong only if nothing else answers", async () => {
  const archive = await archiveOf({ a: "The harbour was calm.", b: "The barbour was calm." });
  expect(await ids(archive, "harbuor")).toEqual(["a"]);
  expect((await ids(archive, "xarbour")).sort()).toEqual(["a", "b"]);
});

test("short words and numbers must be right", async () => {
  const archive = await archiveOf({ a: "The cat sat in 2024 on the mat." });
  expect(await ids(archive, "cap")).toEqual([]);
  expect(await ids(archive, "2025")).toEqual([]);
  expect(await ids(archive, "cap~1")).toEqual(["a"]);
});

test("articles with all words come first and are counted; those with the most weight follow", async () => {
  const archive = await archiveOf({
    both: "Grain and boats were counted.",
    one: "Grain was counted twice.",
    none: "Nothing happened on the island.",
  });
  expect(await archive.search("grain boats")).toMatchObject({ total: 1, relaxed: false });
  const { total, relaxed, hits } = await archive.search("grain boats zeppelin");
  expect({ total, relaxed, ids: hits.map(({ id }) => id) }).toEqual({
    ...{ total: 0, relaxed: true },
    ids: ["both", "one"],
  });
  expect(await ids(archive, "grain boats")).toEqual(["both", "one"]);
  expect(await ids(archive, "grain boats", { match: "strict" })).toEqual(["both"]);
  expect(await ids(archive, "grain boats", { match: "any" })).toEqual(["both", "one"]);
  expect(await archive.search("zeppelin")).toMatchObject({ total: 0, relaxed: false });
});

test("a phrase is side by side and does not run across paragraphs", async () => {
  const archive = await archiveOf({
    side: "The political consultations went on.",
    apart: "The consultations were political.",
    across: "The talks were political.\n\nConsultations followed in the harbour.",
  });
  expect(await ids(archive, '"political consultations"')).toEqual(["side"]);
});

test("regression: a phrase matches where one of its words also stands before", async () => {
  const archive = await archiveOf({ a: "The oil of the oil price and the price of oil." });
  expect(await ids(archive, '"oil price"')).toEqual(["a"]);
});

test("regression: a phrase of one word many times over is looked for in bounded memory", async () => {
  const archive = await archiveOf({
    four: "The la la la la of the choir went on.",
    two: "The la la of the choir went on.",
  });
  expect(await ids(archive, `"${"la ".repeat(4)}"`)).toEqual(["four"]);
  expect(await ids(archive, `"${"la ".repeat(1000)}"`)).toEqual([]);
  expect(await ids(archive, "la ".repeat(1000))).toEqual(["four", "two"]);
});

test("regression: an article's words are counted beyond 255", async () => {
  const words = Array.from({ length: 300 }, (_, i) => `w${i}x`);
  const archive = await archiveOf({
    all: `Words: ${words.join(" ")}.`,
    few: `Words: ${words.slice(0, 100).join(" ")}.`,
  });
  const { hits, relaxed } = await archive.search(`${words.join(" ")} zeppelin`);
  expect({ ids: hits.map(({ id }) => id), relaxed }).toEqual({ ids: ["all", "few"], relaxed: true });
});

test("regression: a word of any length is looked for as it is", async () => {
  const long = "ab".repeat(4000);
  const archive = await archiveOf({ a: `The code is ${long} and no other.`, b: "The code is abab." });
  expect(await ids(archive, long)).toEqual(["a"]);
  expect(await ids(archive, `${long}c~2`)).toEqual([]);
});

test("a query of exclusions alone gives all other articles, the newest first", async () => {
  const archive = await archiveOf({
    old: " date 2020-01-01 Baku, January 1, AZERTAC\n\nThe grain was counted.",
    new: " date 2024-01-01 Ganja, January 1, AZERTAC\n\nThe boats were counted.",
    gas: " date 2025-01-01 Baku, January 1, AZERTAC\n\nThe gas was counted.",
  });
  expect(await ids(archive, "-gas")).toEqual(["new", "old"]);
  expect(await ids(archive, "–gas", { match: "any" })).toEqual(["new", "old"]);
  expect(await ids(archive, "NOT (gas OR grain)")).toEqual(["new"]);
  expect(await ids(archive, '-“the gas” -place:"ganja"')).toEqual(["old"]);
  expect(await archive.search("-counted")).toMatchObject({ total: 0, relaxed: false });
});

test("fields, exclusions, choices, prefixes and brackets", async () => {
  const archive = await archiveOf({
    baku: " date 2025-04-22 Baku, April 22, AZERTAC\n\nBoats count\n\nThe grain boats of the season were counted again.",
    ganja: " date 2024-01-02 Ganja, January 2, TASS\n\nThe grain was weighed in the town by its keepers.",
  });
  const table: [string, string[]][] = [
    ["place:baku", ["baku"]],
    ["agency:TASS", ["ganja"]],
    ["date:2024", ["ganja"]],
    ["date:2024..2025-05 lang:en", ["baku", "ganja"]],
    ["title:boats", ["baku"]],
    ["title:grain", ["ganja"]],
    ["grain -boats", ["ganja"]],
    ["grain NOT (boats OR town)", []],
    ["boat*", ["baku"]],
    ["weighed OR counted", ["baku", "ganja"]],
    ["id:gan", ["ganja"]],
    ["-place:baku", ["ganja"]],
  ];
  for (const [query, expected] of table) expect((await ids(archive, query)).sort(), query).toEqual(expected);
});

test("for equal relevance the newer article comes first, and nearness counts", async () => {
  const text = "The lighthouse keeper counted boats.";
  const archive = await archiveOf({
    old: ` date 2020-01-01 Baku, January 1, AZERTAC\n\n${text}`,
    new: ` date 2024-01-01 Baku, January 1, AZERTAC\n\n${text}`,
    far: ` date 2025-01-01 Baku, January 1, AZERTAC\n\nThe boats counted the keeper by a lighthouse.`,
  });
  expect(await ids(archive, "lighthouse keeper")).toEqual(["new", "old", "far"]);
});

test("without snippets the hits are the same, but for what their texts tell", async () => {
  const archive = await archiveOf({ a: "The harbour was calm.", b: "A boat left the harbour." });
  const { hits } = await archive.search("harbour");
  expect(hits).toHaveLength(2);
  const bare = await archive.search("harbour", { snippets: false });
  expect(bare.hits).toEqual(hits.map((hit) => ({ ...hit, matched: [], snippets: [] })));
});

test("snippets are pieces of the text with the matches in their ranges", async () => {
  const filler = "Nothing of note happened on the island that day. ".repeat(20);
  const archive = await archiveOf({ a: `${filler}Then the lighthouse keeper came. ${filler}` });
  const [hit] = (await archive.search("lighthouse keeper")).hits;
  const [snippet] = hit?.snippets ?? [];
  expect(snippet?.text.length).toBeLessThan(260);
  expect(snippet?.ranges.map(([start, end]) => snippet.text.slice(start, end))).toEqual([
    "lighthouse",
    "keeper",
  ]);
  expect(snippet?.text.startsWith("… ") && snippet.text.endsWith(" …")).toBe(true);
});

test("Chinese and Arabic are searched", async () => {
  const archive = await archiveOf({
    chinese: "中国外交部长周一在北京会见了来访的代表团，双方讨论了合作。",
    arabic: "التقى وزير الخارجية الوفد الزائر في العاصمة يوم الاثنين.",
  });
  expect(await ids(archive, "外交部长")).toEqual(["chinese"]);
  expect(await ids(archive, "وزير")).toEqual(["arabic"]);
});

test("a highlighter finds the words of a query in any text, in every form that a search finds them in", async () => {
  const archive = await archiveOf({
    one: "Consultations with Aliyev were held in the port; no grain was sold.",
  });
  const marked = async (query: string, text: string, options = {}): Promise<string[]> =>
    (await archive.highlighter(query, options))(text).map(([from, to]) => text.slice(from, to));
  const text = "Aliyev, consultations. The port: held, unheld.";
  expect(await marked("алиев consultatoin", text)).toEqual(["Aliyev", "consultations"]);
  expect(await marked("consultation held", text, { exact: true })).toEqual(["held"]);
  expect(await marked('"the port" -held', text)).toEqual(["The", "port"]);
  expect(await marked("lang:en", text)).toEqual([]);
  await expect(archive.highlighter("(held")).rejects.toThrow("bracket");
});

test("names that the user has set as one find one another", async () => {
  const dir = mkdtempSync(join(tmpdir(), "azertac-synonyms-"));
  writeFileSync(join(dir, "one.txt"), "TESTAIR opened a route.");
  writeFileSync(join(dir, "two.txt"), "Testland Airlines opened a route.");
  const archive = await openArchive({ dir, cache: false, synonyms: [["TESTAIR", "Testland Airlines"]] });
  for (const query of ["TESTAIR", "testland airlines"]) expect((await archive.search(query)).total).toBe(2);
  const { hits } = await archive.search("TESTAIR");
  expect(hits[1]?.matched[0]).toMatchObject({ kind: "synonym" });
  await archive.close();
  rmSync(dir, { recursive: true });
  await expect(openArchive({ dir: ".", synonyms: "TESTAIR" as never })).rejects.toThrow(
    'openArchive: "synonyms" must be an array of arrays of strings',
  );
});
