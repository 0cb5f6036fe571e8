/** `azertac summary` as a user runs it. */
import { describe, expect, test } from "vitest";
import { openArchive } from "../../src/index.js";
import { archiveOf, azertac, dispatch, environment, SEED_ID, shell } from "./tool.js";

const LEAD = "The keepers of the Northport lighthouse counted the boats of the herring fleet on Monday.";
const TEA = "Tea was served afterwards, and a dog barked at the gate of Mr. J. R. Smith.";
const FLEET = "The herring fleet of Northport has fewer boats than in the season before, the keepers found.";
const PRICE = "The price of herring rose by 5.81 per cent.";
const GRAIN = "Grain prices fell on the exchange of Paris, and the price of herring with them.";
const wire = archiveOf({
  "001_aaaaaaaaaaaaaaaa.txt": dispatch("2024-01-10", "Baku", "January 10", LEAD, `${TEA} ${FLEET}`, PRICE),
  "002_bbbbbbbbbbbbbbbb.txt": dispatch(
    "2024-02-20",
    "Ganja",
    "February 20",
    LEAD,
    "The office confirmed it.",
  ),
  "003_cccccccccccccccc.txt": dispatch("2025-03-30", "Paris", "March 30", GRAIN),
});
const summary = (...words: string[]) => azertac(["summary", "-d", wire, ...words]);

describe("of articles", () => {
  test("the lead of the sample is in its summary of three sentences, of two and of one", () => {
    for (const count of ["3", "2", "1"]) {
      const [{ sentences }] = JSON.parse(azertac(["summary", "0", "--sentences", count, "--json"]).out);
      expect(sentences).toHaveLength(Number(count));
      expect(sentences[0]).toMatch(/^Algiers, the capital of Algeria, on Monday hosted/);
    }
  });

  test("title, facts and sentences, wrapped to a narrow width", () => {
    const { code, out, err } = summary("1", "--sentences", "2", "--width", "30");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.split("\n").every((line) => line.length <= 30)).toBe(true);
    expect(out.replace(/\s+/g, " ")).toContain(`${LEAD} ${FLEET}`);
  });

  test("as JSON, lines, CSV and ids", () => {
    const [first, second] = JSON.parse(summary("1", "2", "--json").out);
    expect(first).toMatchObject({ id: "aaaaaaaaaaaaaaaa", place: "Baku", paragraphs: 3 });
    expect(first.sentences).toHaveLength(3);
    expect(second.sentences).toEqual([LEAD, "The office confirmed it."]);
    const lines = summary("1", "2", "--jsonl").out.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([first, second]);
    const [header, record] = summary("2", "--csv").out.split("\r\n");
    expect(header).toMatch(/,words,paragraphs,sentences$/);
    expect(record).toContain(`${LEAD} The office confirmed it.`);
    expect(summary("1", "2", "--ids").out).toBe("aaaaaaaaaaaaaaaa\nbbbbbbbbbbbbbbbb\n");
  });

  test("no more words than asked for, in as many sentences as that takes", () => {
    const sentencesOf = (...words: string[]): string[] =>
      JSON.parse(summary("1", "--json", ...words).out)[0].sentences;
    expect(sentencesOf("--words", "15")).toEqual([LEAD]);
    expect(sentencesOf("--words", "1000")).toEqual([LEAD, TEA, FLEET, PRICE]);
    expect(sentencesOf("--words", "1000", "--sentences", "1")).toEqual([LEAD]);
    expect(sentencesOf("--words", "1")).toEqual([PRICE]);
  });

  test("leans to a question, mistyped or in another form, and marks its words", () => {
    const [{ sentences }] = JSON.parse(summary("1", "--query", "barkd", "--sentences", "1", "--json").out);
    expect(sentences).toEqual([TEA]);
    const { out } = summary("1", "--query", "prices", "--sentences", "1", "--color", "always");
    expect(out).toMatch(/\x1b\[[\d;]+mprice\x1b/);
    const unanswered = summary("1", "--query", "zebra");
    expect(unanswered.out).toBe(summary("1").out);
    expect(unanswered.err).toBe("azertac: no sentence of aaaaaaaaaaaaaaaa answers zebra\n");
    expect(summary("1", "--query", '"never closed').code).toBe(2);
  });

  test("no space stands between sentences of Chinese", () => {
    const chinese = archiveOf({ "1.txt": "代表团来了，双方讨论了合作。“会谈很好。”会谈明天继续。\n" });
    const { out } = azertac(["summary", "1", "-d", chinese, "--sentences", "3"]);
    expect(out).toContain("\n代表团来了，双方讨论了合作。“会谈很好。”会谈明天继续。\n");
  });

  test("an id that is not there: exit code 1 if there is no other", () => {
    const { code, out, err } = summary("zebra");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain('there is no article "zebra"');
    expect(summary("zebra", "1").code).toBe(0);
  });
});

describe("of a search", () => {
  test("in a pipe: id, date and sentence, one a line", () => {
    const { code, out, err } = summary("--search", "herring fleet", "--sentences", "2");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const rows = out
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toHaveLength(3);
    expect(rows.map(([, , text]) => text)).toEqual(expect.arrayContaining([LEAD, FLEET]));
  });

  test("what two articles say alike is said once", () => {
    const { out } = summary("--search", "lighthouse", "--sentences", "9");
    expect(out.split(LEAD)).toHaveLength(2);
  });

  test("at a width: each sentence beside its id and date, or below them", () => {
    const wide = summary("--search", "herring", "--width", "60").out.trimEnd().split("\n");
    expect(wide.every((line) => line.length <= 60)).toBe(true);
    expect(wide[0]).toMatch(/^[abc]{8} {2}202\d-\d\d-\d\d {2}\S/);
    const narrow = summary("--search", "herring", "--width", "24").out.trimEnd().split("\n");
    expect(narrow.every((line) => line.length <= 24)).toBe(true);
    expect(narrow[0]).toMatch(/^[abc]{8} {2}202\d-\d\d-\d\d$/);
  });

  test("as JSON, lines, CSV and ids", () => {
    const found = JSON.parse(summary("--search", "herring", "--json").out);
    expect(Object.keys(found)).toEqual(["query", "total", "relaxed", "articles", "sentences"]);
    expect(found).toMatchObject({ query: "herring", total: 3, relaxed: false });
    expect(found.articles.map((one: { place: string }) => one.place).sort()).toEqual([
      "Baku",
      "Ganja",
      "Paris",
    ]);
    expect(found.sentences).toHaveLength(3);
    for (const { text, ranges } of found.sentences)
      for (const [start, end] of ranges) expect(text.slice(start, end)).toBe("herring");
    const lines = summary("--search", "herring", "--jsonl").out.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(found.sentences);
    const [header, ...records] = summary("--search", "herring", "--csv").out.trimEnd().split("\r\n");
    expect(header).toBe("id,date,place,title,text");
    expect(records).toHaveLength(3);
    const ids = summary("--search", "herring", "--ids").out.trimEnd().split("\n");
    expect(ids).toEqual([...new Set(found.sentences.map(({ id }: { id: string }) => id))]);
  });

  test("filters, and how many hits", () => {
    const articles = (...words: string[]): string[] =>
      JSON.parse(summary("--search", "herring", "--json", ...words).out).articles.map(
        ({ place }: { place: string }) => place,
      );
    expect(articles("--since", "2025")).toEqual(["Paris"]);
    expect(articles("--place", "Ganja")).toEqual(["Ganja"]);
    expect(articles("-n", "1")).toHaveLength(1);
  });

  test("may lean to another question than the search", () => {
    const { out } = summary("--search", "herring", "--query", "grain", "--sentences", "1");
    expect(out).toContain(GRAIN);
  });

  test("nothing found: exit code 1, and why", () => {
    const { code, out, err } = summary("--search", "zebra", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      query: "zebra",
      total: 0,
      relaxed: false,
      articles: [],
      sentences: [],
    });
    expect(err).toBe("azertac: nothing found for zebra\n");
    expect(summary("--search", "herring", "--place", "Gnaja").err).toContain("did you mean Ganja?");
  });

  test("that has fewer of the words than asked for says so", () => {
    expect(summary("--search", "herring zebra").err).toContain("no article has all the words");
  });

  test("a closed pipe ends it silently", () => {
    const { code, err } = shell(`azertac summary -d "${wire}" --search herring --sentences 9 | head -n 1`);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
});

test.each([
  [[], "give an id, --last for a hit of the last search, or --search"],
  [["1", "--search", "herring"], "not both"],
  [["1", "--since", "2024"], "--since only goes with --search"],
  [["1", "-n", "3"], "--limit only goes with --search"],
  [["1", "--sentences", "0"], "--sentences takes a whole number from 1"],
  [["1", "--words", "many"], "--words takes a whole number from 1"],
  [["--search", "herring", "--since", "soon"], "soon"],
])("a wrong call: %j", (words, message) => {
  const { code, out, err } = summary(...words);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(message);
});

test("the library summarizes an article and the hits of a search", async () => {
  const { AZERTAC_CACHE } = environment();
  const archive = await openArchive({ dir: wire, cache: AZERTAC_CACHE });
  expect((await archive.summarize("1", { sentences: 1 }))?.sentences).toEqual([LEAD]);
  expect((await archive.summarize("1", { sentences: 1, query: "dog" }))?.sentences).toEqual([TEA]);
  expect(await archive.summarize("zebra", { query: "dog" })).toBeNull();
  await expect(archive.summarize("1", { query: "(" })).rejects.toThrow();
  const found = await archive.summarizeSearch("herring", { sentences: 2, limit: 2 });
  expect(found.articles).toHaveLength(2);
  expect(found.sentences).toHaveLength(2);
  await archive.close();
});

test("the seed's id in full is known as well", () => {
  expect(azertac(["summary", SEED_ID, "--ids"]).out).toBe(`${SEED_ID}\n`);
});
